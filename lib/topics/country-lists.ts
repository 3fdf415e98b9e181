import type { ZonedText } from '../core/topic.ts';
import type { CountryMention } from './country-mention.ts';

/** Names that follow one another as the items of one list: "Norway, Ireland and Spain". */
export interface CountryList {
  /** Different countries in it. */
  size: number;
  /** Words of the first name and after the last one. */
  word: number;
  to: number;
}

const MOST_CHARACTERS = 12;
const MOST_WORDS = 2;
/** A comma, or a word for "and" or "or", with or without an article. */
const LINK =
  /^\s*(?:[,、，]|(?:[,，]\s*)?(?:\s(?:and|or|und|oder|et|ou|y|e|o|i|oraz|lub|a|och|og|en|of|ve|dan|ja|и|й|або|та|і|или|ды)\s|[&和与與及跟]))\s*(?:(?:the|der|die|den|dem|le|la|les|el|los|las|o|os|as)\s+)?$/;

/** The list of each naming; namings that stand alone are lists of one. */
export function listsOf(text: ZonedText, countries: CountryMention[]): CountryList[] {
  const lists: CountryList[] = [];
  for (let i = 0; i < countries.length; ) {
    let end = i + 1;
    while (end < countries.length && isLinked(text, countries[end - 1]!, countries[end]!)) end++;
    const size = end - i === 1 ? 1 : new Set(countries.slice(i, end).map(({ id }) => id)).size;
    const list = { size, word: countries[i]!.word, to: countries[end - 1]!.to };
    for (; i < end; i++) lists.push(list);
  }
  return lists;
}

function isLinked(text: ZonedText, a: CountryMention, b: CountryMention): boolean {
  if (a.mention.part !== b.mention.part || b.word - a.to > MOST_WORDS || a.bound || b.bound) return false;
  const { end } = a.mention;
  const { start } = b.mention;
  // One name for several states.
  if (start === a.mention.start) return true;
  return start > end && start - end <= MOST_CHARACTERS && LINK.test(text.parts[a.mention.part]!.text.slice(end, start));
}
