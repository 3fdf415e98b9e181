/** Letters and signs that fold one by one: Latin, Cyrillic and usual punctuation, without combining marks. Most texts of news hold nothing else. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII, in which nothing but case is folded.
const SIMPLE = /^[\x00-\u017f\u0401\u0404\u0406\u0407\u0410-\u044f\u0451\u0454\u0456\u0457\u0490\u0491\u2013\u2014\u2018-\u201e\u20ac]*$/;
/** Of these, the ones of which more than the case is folded. */
const FOLDED_ALONE = /[\u0080-\u017f\u0401\u0451]/g;
const LATIN_OR_GREEK_MARKS = /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu;

/**
 * Folds a text for comparison: NFKC, lower case, marks stripped from Latin and Greek letters, ё as е; й and ї stay,
 * being letters of their own. Length may change; use only where offsets are not needed.
 */
export function fold(text: string): string {
  return SIMPLE.test(text) ? text.replace(FOLDED_ALONE, foldCharacter).toLowerCase() : foldAny(text);
}

function foldAny(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFD').replace(LATIN_OR_GREEK_MARKS, '$1').normalize('NFC').replaceAll('ё', 'е');
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
