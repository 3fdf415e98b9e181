import type { Zone, ZonedText } from '../core/topic.ts';

/** A plain text cut into zones. `bases[p]` is where part p begins in the text, -1 for a title that stands apart from it. */
export interface TextZones {
  parts: ZonedText['parts'];
  bases: number[];
}

const LEAD_WORDS = 60;
const BLANK_LINE = /\n[^\S\n]*\n\s*/g;
const SENTENCE_END = /[.!?…。！？]["»”’)]*\s/g;

/**
 * Cuts a plain text into title, lead and paragraphs. A title that the text repeats, white space before it or not, is the
 * text's own beginning; any other stands apart. The lead is the first paragraph, or its sentences up to about 60 words.
 */
export function zonesOfText(text: string, title: string | null): TextZones {
  const zones: TextZones = { parts: [], bases: [] };
  let from = 0;
  if (title !== null && title.trim() !== '') {
    const begin = text.startsWith(title) ? 0 : text.length - text.trimStart().length;
    if (text.startsWith(title, begin)) {
      push(zones, 'title', text.slice(begin, begin + title.length), begin);
      from = begin + title.length;
    } else push(zones, 'title', title, -1);
  }
  let first = true;
  for (const [start, end] of paragraphs(text, from)) {
    if (!first) {
      push(zones, 'body', text.slice(start, end), start);
      continue;
    }
    first = false;
    const cut = start + leadLength(text.slice(start, end));
    push(zones, 'lead', text.slice(start, cut), start);
    if (cut < end) push(zones, 'body', text.slice(cut, end), cut);
  }
  return zones;
}

function push(zones: TextZones, zone: Zone, text: string, base: number): void {
  zones.parts.push({ zone, text });
  zones.bases.push(base);
}

function* paragraphs(text: string, from: number): Generator<[number, number]> {
  BLANK_LINE.lastIndex = from;
  let start = from;
  const breaks: [number, number][] = [];
  for (let found = BLANK_LINE.exec(text); found; found = BLANK_LINE.exec(text)) breaks.push([found.index, BLANK_LINE.lastIndex]);
  for (const [end, next] of [...breaks, [text.length, text.length] as [number, number]]) {
    if (text.slice(start, end).trim() !== '') yield [start, end];
    start = next;
  }
}

function leadLength(paragraph: string): number {
  let words = 0;
  let inWord = false;
  for (let i = 0; i < paragraph.length; i++) {
    const unit = paragraph.charCodeAt(i);
    const space = unit === 32 || unit === 10 || unit === 0xa0;
    // Han and kana have no spaces: three characters count as a word and a half.
    const wide = unit >= 0x3040 && unit <= 0x9fff;
    if (wide) words += 0.5;
    else if (!space && !inWord) words++;
    inWord = !space && !wide;
    if (words <= LEAD_WORDS) continue;
    SENTENCE_END.lastIndex = i;
    const end = SENTENCE_END.exec(paragraph);
    return end && end.index < 3 * i ? SENTENCE_END.lastIndex : paragraph.length;
  }
  return paragraph.length;
}
