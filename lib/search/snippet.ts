import { highlightRanges } from './highlight.ts';
import type { Wanted } from './match-text.ts';

/** Characters of a snippet, ellipses aside. */
const SNIPPET_CHARS = 180;
const SEARCHED_CHARS = 60_000;

/** A stretch of a text as plain text on one line, and what of it matches (UTF-16 ranges). */
export interface Snippet {
  text: string;
  highlights: [number, number][];
}

/** The stretch of a text in which most of the words stand together; its beginning where none does. */
export function snippetOf(text: string, wanted: Wanted): Snippet {
  const searched = text.slice(0, SEARCHED_CHARS);
  const ranges = highlightRanges(searched, wanted);
  const found = ranges.map(([start, end]) => searched.slice(start, end).toLowerCase());
  const counts = new Map<string, number>();
  let best = 0;
  let bestCount = 0;
  for (let from = 0, to = 0; from < ranges.length; from++) {
    while (to < ranges.length && ranges[to]![1] - ranges[from]![0] <= SNIPPET_CHARS) {
      counts.set(found[to]!, (counts.get(found[to]!) ?? 0) + 1);
      to++;
    }
    if (counts.size > bestCount) {
      bestCount = counts.size;
      best = ranges[from]![0];
    }
    // A run longer than a snippet was never counted in.
    if (to === from) to++;
    else if (counts.get(found[from]!) === 1) counts.delete(found[from]!);
    else counts.set(found[from]!, counts.get(found[from]!)! - 1);
  }
  const start = bestCount === 0 ? 0 : wordStart(searched, Math.max(0, best - 40));
  const end = Math.min(searched.length, wordEnd(searched, start + SNIPPET_CHARS));
  const body = searched.slice(start, end).replace(/\s+/gu, ' ').trim();
  const cut = `${start > 0 ? '…' : ''}${body}${end < text.length ? '…' : ''}`;
  return { text: cut, highlights: highlightRanges(cut, wanted) };
}

function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.slice(at, at + 40).search(/\s/u);
  return space < 0 ? safe(text, at) : at + space + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  return space > at - 30 ? space : safe(text, at);
}

/** Never between the halves of a surrogate pair. */
function safe(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}
