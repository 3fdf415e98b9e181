/** Where a phrase stands in a text: its place in the list of phrases, and UTF-16 offsets. */
export interface FoundPhrase {
  phrase: number;
  start: number;
  end: number;
}

/** These scripts write without spaces: a letter beside such a character is no part of the same word. */
const UNSPACED = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}]';
const WORD = '[\\p{L}\\p{N}\\p{M}]';
/** White space of a line's break and of what the next line is set in by. */
const MOST_SPACES = 200;
const BEGINS_UNSPACED = new RegExp(`^${UNSPACED}`, 'u');
const ENDS_UNSPACED = new RegExp(`${UNSPACED}$`, 'u');
const WORD_BEFORE = new RegExp(`${WORD}$`, 'u');
const WORD_AFTER = new RegExp(`^${WORD}`, 'u');

/**
 * Looks for phrases in a text as they are written, whole words, the longest first where several begin at one place. Spaces match any white space: a page breaks its lines
 * where it likes. Null where there is nothing to look for. By string search alone: one pattern of all phrases takes a browser up to a second to compile.
 */
export function phraseFinder(phrases: readonly string[]): ((text: string) => FoundPhrase[]) | null {
  const wanted = phrases.map((phrase) => phrase.match(/\S+/g));
  if (!wanted.some(Boolean)) return null;
  return (text) => {
    const found = wanted.flatMap((words, phrase) => (words ? placesOf(text, words, phrase) : []));
    let end = 0;
    return found
      .sort((a, b) => a.start - b.start || b.end - a.end)
      .filter((place) => {
        if (place.start < end) return false;
        end = place.end;
        return true;
      });
  };
}

function placesOf(text: string, words: string[], phrase: number): FoundPhrase[] {
  const places: FoundPhrase[] = [];
  const [first, ...rest] = words as [string, ...string[]];
  for (let start = text.indexOf(first); start >= 0; start = text.indexOf(first, start + 1)) {
    let end = start + first.length;
    const isThere = rest.every((word) => {
      const spaces = /^\s+/.exec(text.slice(end, end + MOST_SPACES))?.[0].length ?? 0;
      end += spaces + word.length;
      return spaces > 0 && text.startsWith(word, end - word.length);
    });
    if (!isThere) continue;
    // Two units: the character beside may be a pair of them.
    if (WORD_BEFORE.test(text.slice(Math.max(0, start - 2), start)) && !BEGINS_UNSPACED.test(first)) continue;
    if (WORD_AFTER.test(text.slice(end, end + 2)) && !ENDS_UNSPACED.test(words.at(-1)!)) continue;
    places.push({ phrase, start, end });
  }
  return places;
}
