// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII, in which nothing but case is folded.
const ASCII = /^[\x00-\x7f]*$/;
const LATIN_OR_GREEK_MARKS = /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu;

/**
 * Folds a text for comparison: NFKC, lower case, marks stripped from Latin and Greek letters, ё as е; й and ї stay,
 * being letters of their own. Length may change; use only where offsets are not needed.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFKC').toLowerCase().normalize('NFD').replace(LATIN_OR_GREEK_MARKS, '$1').normalize('NFC').replaceAll('ё', 'е');
}
