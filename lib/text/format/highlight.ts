/** A run of text, highlighted or not. */
export interface TextRun {
  text: string;
  marked: boolean;
}

/** Cuts a text at UTF-16 ranges into runs. Ranges may be unsorted, overlapping or out of bounds: the text always comes back whole. */
export function highlightRuns(text: string, ranges: [number, number][]): TextRun[] {
  const runs: TextRun[] = [];
  let at = 0;
  for (const [start, end] of ranges.filter(isRange).sort((a, b) => a[0] - b[0])) {
    const from = Math.max(at, start);
    const to = Math.min(text.length, end);
    if (to <= from) continue;
    if (from > at) runs.push({ text: text.slice(at, from), marked: false });
    runs.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < text.length) runs.push({ text: text.slice(at), marked: false });
  return runs;
}

function isRange(range: [number, number]): boolean {
  return Number.isInteger(range[0]) && Number.isInteger(range[1]) && range[0] >= 0;
}
