import { isPlain, lettersOf, mayDouble, preparePasses, rewrite } from './letter-passes.ts';

const FROM_CYRILLIC: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'e',
  ж: 'j',
  з: 's',
  и: 'i',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ў: 'v',
  ф: 'f',
  х: 'h',
  ц: 's',
  ч: 'x',
  ш: 'x',
  щ: 'x',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
  ј: 'i',
  љ: 'l',
  њ: 'n',
  ћ: 'x',
  ђ: 'j',
  џ: 'j',
  қ: 'k',
  ғ: 'g',
  ң: 'n',
  ө: 'o',
  ү: 'u',
  ұ: 'u',
  һ: 'h',
  ә: 'a',
};
const FROM_GREEK: Record<string, string> = {
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 's',
  η: 'i',
  θ: 't',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'ks',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'i',
  φ: 'f',
  χ: 'h',
  ψ: 'ps',
  ω: 'o',
};
const FROM_GEORGIAN: Record<string, string> = {
  ა: 'a',
  ბ: 'b',
  გ: 'g',
  დ: 'd',
  ე: 'e',
  ვ: 'v',
  ზ: 's',
  თ: 't',
  ი: 'i',
  კ: 'k',
  ლ: 'l',
  მ: 'm',
  ნ: 'n',
  ო: 'o',
  პ: 'p',
  ჟ: 'j',
  რ: 'r',
  ს: 's',
  ტ: 't',
  უ: 'u',
  ფ: 'f',
  ქ: 'k',
  ღ: 'g',
  ყ: 'k',
  შ: 'x',
  ჩ: 'x',
  ც: 's',
  ძ: 's',
  წ: 's',
  ჭ: 'x',
  ხ: 'h',
  ჯ: 'j',
  ჰ: 'h',
};
const LETTERS: Record<string, string> = { ...FROM_CYRILLIC, ...FROM_GREEK, ...FROM_GEORGIAN };
const KEY_LETTERS = 5;
/** How an English ear spells groups of letters. */
export const SPELLING_PASSES = preparePasses([
  { of: 'tsch|tch|sch|sz|cz|sh|ch', by: 'x' },
  { of: 'ph', by: 'f' },
  { of: 'th', by: 't' },
  { of: 'kh', by: 'h' },
  { of: 'dj|dzh|zh', by: 'j' },
  { of: 'ts|tz', by: 's' },
  { of: 'c', by: 's', before: 'eiy' },
  { of: 'qu|c|q', by: 'k' },
  { of: 'w', by: 'v' },
  { of: 'z', by: 's' },
  { of: 'y', by: 'i' },
]);

/**
 * The first five letters of a word as an English ear would spell it, the same for Latin, Cyrillic, Greek and Georgian: Macron and Макрон
 * → `makro`, президент and presidente → `presi`. Null for words too short to tell, and for other scripts.
 */
export function spellingKey(folded: string): string | null {
  if (folded.length < KEY_LETTERS) return null;
  const latin = isPlain(lettersOf(folded)) ? folded : inLatin(folded);
  if (latin === null) return null;
  const letters = lettersOf(latin);
  const written = rewrite(latin, letters, SPELLING_PASSES);
  const spelt = mayDouble(latin, letters, written) ? written.replace(/(.)\1+/g, '$1') : written;
  return spelt.length < KEY_LETTERS ? null : spelt.slice(0, KEY_LETTERS);
}

function inLatin(folded: string): string | null {
  let latin = '';
  for (const letter of folded) {
    const known = letter >= 'a' && letter <= 'z' ? letter : LETTERS[letter];
    if (known === undefined) return null;
    latin += known;
  }
  return latin;
}
