/** A person's name in the parts that sorting and abbreviating need. */
export type NameParts = { family: string; given: string; particle: string; suffix: string } | { literal: string };

/** Scripts in which a name is one word, or its parts stand in another order than a rule can know. */
const UNDIVIDED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Myanmar}]/u;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d)\.?$/i;
/** Lower-case words between given and family name (van, de la, von und zu, bin, al). */
const PARTICLE = /^(?:\p{Ll}[\p{L}'’]*\.?|[dD]['’]|al-|el-)$/u;
/** Languages whose names put the family first also in Latin letters. */
const FAMILY_FIRST = new Set(['hu', 'vi']);
/** Ends of Russian, Ukrainian and Belarusian patronymics; in Latin letters the women's alone, as men's are family names elsewhere. */
const PATRONYMIC =
  /(?:[оеёає]вич|[еоа]віч|[оеиії]вна|[аеу]ўна|ична|ovna|evna|ivna|i(?:ni)?chna)$|^(?:ильич|ілліч|кузьмич|лукич|фомич|хомич|никитич|саввич)$/iu;
const MAN_IN_LATIN = /[oe]vich$/iu;
/** Ends of family names of which nobody is called by their first name. */
const FAMILY_IN_LATIN = /\p{L}{3}(?:[oe]v|sk[iy][jyi]?|enko|chuk)$/iu;
const INITIALS = /^(?:\p{Lu}\.){2,3}$/u;

/**
 * A name taken apart: the last word is the family's, with the particles before it; in Hungarian and Vietnamese, and before a patronymic or initials at the end, the first is. Names of one word, of
 * organisations, and in scripts whose order cannot be known stay whole (`literal`). Never loses or adds a letter.
 */
export function nameParts(name: string, isOrganisation: boolean, language: string | null): NameParts {
  const text = name.replace(/\s+/g, ' ').trim();
  if (isOrganisation || UNDIVIDED.test(text)) return { literal: text };
  const comma = /^([^,]+),\s*([^,]+)$/.exec(text);
  if (comma !== null && !SUFFIX.test(comma[2] as string))
    return { family: comma[1] as string, given: comma[2] as string, particle: '', suffix: '' };
  const words = text.replace(/,/g, '').split(' ');
  const suffix = words.length > 2 && SUFFIX.test(words.at(-1) as string) ? (words.pop() as string) : '';
  if (words.length < 2) return { literal: text };
  if (FAMILY_FIRST.has(language ?? '') || isCatalogued(words))
    return { family: words[0] as string, given: words.slice(1).join(' '), particle: '', suffix };
  let from = words.length - 1;
  while (from > 1 && PARTICLE.test(words[from - 1] as string)) from--;
  return { family: words.at(-1) as string, given: words.slice(0, from).join(' '), particle: words.slice(from, -1).join(' '), suffix };
}

/** "Иванов Иван Иванович", "Иванов И. И.": the order of lists, sure where the end can be no family name. */
function isCatalogued([first = '', ...rest]: readonly string[]): boolean {
  if (INITIALS.test(rest.join(''))) return true;
  const [given = '', last = ''] = rest;
  // "Иван Иванович Рабинович": the patronymic is the one in the middle.
  if (rest.length !== 2 || PATRONYMIC.test(given) || MAN_IN_LATIN.test(given)) return false;
  return PATRONYMIC.test(last) || (MAN_IN_LATIN.test(last) && FAMILY_IN_LATIN.test(first));
}

/** "Family, Given" as reference managers exchange names: particles before the family name, a suffix behind. */
export function invertedName(parts: NameParts): string {
  if ('literal' in parts) return parts.literal;
  const { family, given, particle, suffix } = parts;
  return [[particle, family].filter(Boolean).join(' '), suffix, given].filter(Boolean).join(', ');
}
