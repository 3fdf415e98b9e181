const LATIN_OR_GREEK_MARKS = /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu;

/**
 * Folds a text for comparison: NFKC, lower case, marks stripped from Latin and Greek letters, ё as е; й and ї stay,
 * being letters of their own. Length may change; use only where offsets are not needed.
 */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFD').replace(LATIN_OR_GREEK_MARKS, '$1').normalize('NFC').replaceAll('ё', 'е');
}
