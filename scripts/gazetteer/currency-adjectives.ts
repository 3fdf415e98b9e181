import { fold } from '../../lib/text/fold.ts';

/** An adjective found in a currency's name, such as "российский" in "российский рубль". */
export interface MinedAdjective {
  code: string;
  text: string;
}

const MIN_SHARED = 3;

/**
 * Adjectives of countries read out of one language's currency names: the word beside the currency's own noun, where it
 * begins like a name of that country (so "sterling" and "convertible" are not taken) and belongs to no other country.
 * Names must have exactly two words, and the noun must occur in a second currency, or the adjective could be the noun.
 */
export function mineAdjectives(
  currencies: Record<string, string[]>,
  tenders: Map<string, string>,
  names: Map<string, string[]>,
  language: string,
): MinedAdjective[] {
  const nouns = sharedWords(currencies);
  const owners = new Map<string, Set<string>>();
  const found: MinedAdjective[] = [];
  for (const [code, tender] of tenders) {
    if (!tender.startsWith(code)) continue;
    const words = currencies[tender]?.[0]?.split(/[\s\u00a0-]+/) ?? [];
    if (words.length !== 2) continue;
    const text = words.find((word, at) => !nouns.has(fold(word)) && nouns.has(fold(words[1 - at]!)));
    if (!text || !isOf(text, names.get(code) ?? [])) continue;
    const key = fold(text);
    owners.set(key, (owners.get(key) ?? new Set()).add(code));
    found.push({ code, text });
  }
  return found
    .filter(({ text }) => owners.get(fold(text))!.size === 1)
    .map(({ code, text }) => ({ code, text: dictionaryForm(text, language) }));
}

/** Languages whose currency names hold the country's genitive (an ending the matcher knows) or too few adjectives to pay. */
export const NOT_MINED = new Set([
  ...['fi', 'et', 'lt', 'lv', 'el', 'mn', 'tr', 'az', 'kk', 'uz', 'ky', 'tk', 'so', 'yo', 'cy', 'fa', 'id', 'vi'],
  ...['ms', 'ga', 'ha', 'ig', 'fil'],
]);

const CAPITALISED = new Set(['en', 'nl', 'af']);
const DICTIONARY: Record<string, [ending: RegExp, form: string][]> = {
  uk: [[/(с|ц)ька$/, '$1ький']],
  ru: [[/(с|ц)кая$/, '$1кий']],
  be: [[/(с|ц)ка[ея]$/, '$1кі']],
  bg: [[/(с|ш|ч)к[ао]$/, '$1ки']],
  mk: [[/(с|ш|ч)к[ао]$/, '$1ки']],
  sr: [[/(с|ш|ч)к[ао]$/, '$1ки']],
  hr: [[/(s|š|č)k[ao]$/, '$1ki']],
  sl: [[/(s|š|č)k[ao]$/, '$1ki']],
  pl: [[/(s|c)k(ie|a)$/, '$1ki']],
  cs: [[/(s|c)k[éá]$/, '$1ký']],
  sk: [[/(s|c)k[éáa]$/, '$1ky']],
  nb: [[/ske$/, 'sk']],
  de: [[/scher$/, 'sch']],
  nl: [
    [/se$/, 's'],
    [/sche$/, 'sch'],
  ],
  af: [[/se$/, 's']],
  ro: [
    [/ească$/, 'esc'],
    [/ană$/, 'an'],
  ],
};

/** A currency's noun sets the gender: back to the form that dictionaries list, in the case the language writes adjectives in. */
function dictionaryForm(text: string, language: string): string {
  const cased = CAPITALISED.has(language) ? text : text.toLowerCase();
  const rule = DICTIONARY[language]?.find(([ending]) => ending.test(cased));
  return rule ? cased.replace(...rule) : cased;
}

function sharedWords(currencies: Record<string, string[]>): Set<string> {
  const seen = new Map<string, number>();
  for (const [name] of Object.values(currencies)) {
    const words = name?.split(/[\s\u00a0-]+/) ?? [];
    if (words.length === 2) for (const word of words) seen.set(fold(word), (seen.get(fold(word)) ?? 0) + 1);
  }
  return new Set([...seen].filter(([, count]) => count > 2).map(([word]) => word));
}

function isOf(word: string, names: string[]): boolean {
  const folded = fold(word);
  return names.some((name) => {
    const other = fold(name);
    if (other === folded || !/^[\p{L}\p{M}'’]+$/u.test(word)) return false;
    let shared = 0;
    while (shared < folded.length && folded[shared] === other[shared]) shared++;
    return shared >= MIN_SHARED && shared >= Math.min(folded.length, other.length) / 2;
  });
}
