const MARKS = /(?<!\p{sc=Hebrew})["“”„«»]|["“”„«»](?!\p{sc=Hebrew})/gu;
const FILTER = '(?:reporter|outlet|topic|lang|before|after|is|tag|has):';
/** The last piece, if it is no filter: an operator with nothing behind it is a word as well. Also behind a minus: what is left out twice is asked for. */
const LAST_WORD = new RegExp(`(?<=(?:^|[\\s()"“”„«»])-*)(?!${FILTER})[\\p{L}\\p{N}](?:[^\\s"“”„«»()*]*[\\p{L}\\p{M}\\p{N}])?$`, 'iu');

/**
 * A query without blanks around it that finds the same: a blank at its end says that the last word is no beginning, and stands as quotation
 * marks. What is still being typed stays a beginning.
 */
export function withWholeWords(query: string): string {
  const words = query.trim();
  if (query.trimEnd() === query) return words;
  return (words.match(MARKS)?.length ?? 0) % 2 === 1 ? `${words}"` : words.replace(LAST_WORD, '"$&"');
}
