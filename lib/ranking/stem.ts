const LATIN = /^[a-z]+$/;
const CYRILLIC = /^[\u0400-\u04ff]+$/;
const LATIN_ENDING = /(?:'s|ings?|edly|ed|ies|es|s|e|y)$/;
const CYRILLIC_ENDING =
  /(?:ого|его|ому|ему|ыми|ими|ами|ями|ах|ях|ов|ев|ом|ем|ой|ей|ый|ий|ая|яя|ое|ее|ые|ие|ою|ею|ую|юю|ів|их|ых|[аеиоуыэюяіїьй])$/;

/**
 * A rough stem for comparing words inside one ranking: closed list of endings, at least four letters left, applied to both
 * sides alike. It only merges forms that share their beginning; a wrong merge costs less than a missed one.
 */
export function stem(term: string): string {
  if (term.length < 5) return term;
  const pattern = LATIN.test(term) ? LATIN_ENDING : CYRILLIC.test(term) ? CYRILLIC_ENDING : null;
  if (!pattern) return term;
  const cut = term.replace(pattern, '');
  return cut.length >= 4 ? cut : term;
}
