/** Letters and signs that fold one by one: Latin, Cyrillic and usual punctuation, without combining marks. Most texts of news hold nothing else. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII, in which nothing but case is folded.
const SIMPLE = /^[\x00-\u017f\u0401\u0404\u0406\u0407\u0410-\u044f\u0451\u0454\u0456\u0457\u0490\u0491\u2013\u2014\u2018-\u201e\u20ac]*$/;
/** Of these, the ones of which more than the case is folded. */
const FOLDED_ALONE = /[\u0080-\u017f\u0401\u0451]/g;
const LATIN_OR_GREEK_MARKS = /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu;
/**
 * What a text may have or not without another word being meant: stress in Cyrillic, short vowels and the doubling of letters in Arabic, its
 * stretched lines, points and accents in Hebrew, and the joiner of Indic letters.
 */
const OPTIONAL = /[\u0300\u0301\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u0652\u0670\u200d]/g;

/**
 * Folds a text for comparison: NFKC, lower case, marks stripped from Latin and Greek letters and where they are optional, ё as е; й and ї stay,
 * being letters of their own, and vowel signs of Indic letters. Length may change; use only where offsets are not needed.
 */
export function fold(text: string): string {
  return SIMPLE.test(text) ? text.replace(FOLDED_ALONE, foldCharacter).toLowerCase() : foldAny(text);
}

function foldAny(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(LATIN_OR_GREEK_MARKS, '$1')
    .normalize('NFC')
    .replace(OPTIONAL, '')
    .replaceAll('ё', 'е');
}

const FOLDED = new Map<string, string>();

function foldCharacter(character: string): string {
  let folded = FOLDED.get(character);
  if (folded === undefined) {
    folded = foldAny(character);
    FOLDED.set(character, folded);
  }
  return folded;
}
