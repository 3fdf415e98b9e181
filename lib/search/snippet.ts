import { highlightRanges } from './highlight.ts';
import type { Wanted } from './match-text.ts';

/** Characters of a snippet, ellipses aside. */
const SNIPPET_CHARS = 180;
const SEARCHED_CHARS = 60_000;

/** The stretch of a text in which most of the words stand together, as plain text on one line; its beginning where none does. */
export function snippetOf(text: string, wanted: Wanted): string {
  const searched = text.slice(0, SEARCHED_CHARS);
  const ranges = highlightRanges(searched, wanted);
  let best = 0;
  let bestCount = 0;
  for (let from = 0, to = 0; from < ranges.length; from++) {
    while (to < ranges.length && ranges[to]![1] - ranges[from]![0] <= SNIPPET_CHARS) to++;
    const distinct = new Set(ranges.slice(from, to).map(([start, end]) => searched.slice(start, end).toLowerCase())).size;
    if (distinct > bestCount) {
      bestCount = distinct;
      best = ranges[from]![0];
    }
  }
  const start = bestCount === 0 ? 0 : wordStart(searched, Math.max(0, best - 40));
  const end = Math.min(searched.length, wordEnd(searched, start + SNIPPET_CHARS));
  const body = searched.slice(start, end).replace(/\s+/gu, ' ').trim();
  return `${start > 0 ? '…' : ''}${body}${end < text.length ? '…' : ''}`;
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
