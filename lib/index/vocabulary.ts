import { allowedEdits, editDistance } from './edit-distance.ts';

/** A word of the index and in how many documents it occurs. */
export interface CountedWord {
  word: string;
  count: number;
}

/**
 * Words with counts as one string, ascending by UTF-16 units: `\nword count\nword count\n`; `\n` where there are none. As text it
 * is searched at native speed without being parsed.
 */
export function encodeWords(counts: Iterable<[string, number]>): string {
  const sorted = [...counts].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
  let text = '\n';
  for (const [word, count] of sorted) text += `${word} ${count}\n`;
  return text;
}

/** The words of such a string; lines that are damaged are left out. */
export function decodeWords(text: string): CountedWord[] {
  return text.split('\n').flatMap(parseLine);
}

/** Words that begin with a prefix (folded by the caller). */
export function wordsWithPrefix(text: string, prefix: string): CountedWord[] {
  const words: CountedWord[] = [];
  let at = text.indexOf(`\n${prefix}`);
  while (at !== -1 && text.startsWith(prefix, at + 1)) {
    const end = text.indexOf('\n', at + 1);
    if (end === -1) break;
    words.push(...parseLine(text.slice(at + 1, end)));
    at = end;
  }
  return words;
}

/** Words within the edits `allowedEdits` grants a word, the word itself included where indexed. */
export function wordsNear(text: string, word: string): (CountedWord & { edits: number })[] {
  const limit = allowedEdits(word);
  const near: (CountedWord & { edits: number })[] = [];
  for (let at = 1; at < text.length; ) {
    const space = text.indexOf(' ', at);
    const end = text.indexOf('\n', at);
    if (space === -1 || end === -1) break;
    // Most words are dismissed here, by length alone, before a string is cut out.
    if (space < end && Math.abs(space - at - word.length) <= limit) {
      const edits = editDistance(word, text.slice(at, space), limit);
      if (edits <= limit) near.push(...parseLine(text.slice(at, end)).map((entry) => ({ ...entry, edits })));
    }
    at = end + 1;
  }
  return near;
}

/** Several vocabularies as one, counts added. `left`, where it is given, says what is left of a word's count; without any, the word goes. */
export function mergeWords(texts: string[], left?: (word: string, count: number) => number): string {
  if (texts.length === 1 && left === undefined) return texts[0]!;
  const counts = new Map<string, number>();
  for (const text of texts) addCounts(counts, decodeWords(text));
  if (left === undefined) return encodeWords(counts);
  return encodeWords([...counts].map(([word, count]): [string, number] => [word, left(word, count)]).filter(([, count]) => count > 0));
}

/** Adds counts by word. */
export function addCounts(counts: Map<string, number>, words: CountedWord[]): void {
  for (const { word, count } of words) counts.set(word, (counts.get(word) ?? 0) + count);
}

/** The block of a large vocabulary a word is kept in: its first two characters. Blocks ascend as their words do. */
export function vocabularyBlock(word: string): string {
  const [first = '', second = ''] = word;
  return first + second;
}

/** Words with counts divided into blocks, each a vocabulary of its own, ascending. */
export function splitWords(counts: Iterable<[string, number]>): Map<string, string> {
  const blocks = new Map<string, [string, number][]>();
  for (const entry of counts) {
    const block = vocabularyBlock(entry[0]);
    const own = blocks.get(block);
    if (own === undefined) blocks.set(block, [entry]);
    else own.push(entry);
  }
  const ascending = [...blocks].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  return new Map(ascending.map(([block, own]) => [block, encodeWords(own)]));
}

// Two bytes a character at most: below the 64 KiB from which on Chromium keeps a value in a file of its own.
const PIECE_CHARACTERS = 24_000;

/** A vocabulary cut into pieces of a moderate size, each a vocabulary of its own, by its first word; the first one's is ''. */
export function cutVocabulary(text: string, characters = PIECE_CHARACTERS): Map<string, string> {
  const pieces = new Map<string, string>();
  let from = 0;
  while (from < text.length - 1) {
    let to = text.lastIndexOf('\n', from + characters);
    if (to <= from) to = text.indexOf('\n', from + 1);
    if (to === -1) break;
    const firstWord = from === 0 ? '' : text.slice(from + 1, text.indexOf(' ', from + 1));
    pieces.set(firstWord, text.slice(from, to + 1));
    from = to;
  }
  if (pieces.size === 0) pieces.set('', '\n');
  return pieces;
}

/** The vocabulary of which these pieces are, ascending. */
export function joinVocabulary(pieces: string[]): string {
  return `\n${pieces.map((piece) => piece.slice(1)).join('')}`;
}

/** A block cut out of a vocabulary's text, and where the next one begins. */
export interface VocabularyPiece {
  block: string;
  text: string;
  end: number;
}

/** The next blocks, at most `limit`, of a vocabulary's text from an offset that a piece ended at (0: from the first). Touches no more of the text than it gives. */
export function takeBlocks(text: string, from: number, limit: number): VocabularyPiece[] {
  const pieces: VocabularyPiece[] = [];
  let at = from;
  while (at < text.length - 1) {
    const end = text.indexOf('\n', at + 1);
    if (end === -1) break;
    const [entry] = parseLine(text.slice(at + 1, end));
    const block = entry === undefined ? null : vocabularyBlock(entry.word);
    const last = pieces.at(-1);
    if (block !== null && block !== last?.block) {
      if (pieces.length === limit) break;
      pieces.push({ block, text: `\n${text.slice(at + 1, end + 1)}`, end });
    } else if (last !== undefined) {
      if (block !== null) last.text += text.slice(at + 1, end + 1);
      last.end = end;
    }
    at = end;
  }
  return pieces;
}

/** First characters under which a misspelt word is looked for: its own, and its second where the first two were swapped or the first one added. */
export function likelyFirstCharacters(word: string): string[] {
  const [first, second] = word;
  return [...new Set([first, second].filter((character) => character !== undefined))];
}

function parseLine(line: string): CountedWord[] {
  const space = line.indexOf(' ');
  const count = Number(line.slice(space + 1));
  return space > 0 && Number.isInteger(count) && count > 0 ? [{ word: line.slice(0, space), count }] : [];
}
