import type { ImportReader } from './types.ts';

/** Characters of one row at most: a quote that is never closed must not take the file with it. */
const ROW_MAX = 1_000_000;

/** What a table's rows are given to; lines count from 1. */
export interface CsvTarget {
  row(cells: string[], line: number): void;
  /** A row that is too long or never ends; reading goes on with the line after the one it began on. */
  fault(line: number): void;
}

/**
 * Rows of a table as they come (RFC 4180; line ends of any kind, empty lines left out). Lenient as spreadsheets are: a quote inside a cell that does not begin
 * with one is a letter. Holds one row at a time.
 */
export function csvRows(delimiter: string, target: CsvTarget): ImportReader {
  let line = 1;
  let rest = '';
  /** Where a row stands that had to be given up: only its first line is left out. */
  const takeRows = (text: string, isEnd: boolean): string => {
    let from = 0;
    while (from < text.length) {
      const read = readRow(text, from, delimiter, isEnd);
      if (read === null && text.length - from <= ROW_MAX && !isEnd) return text.slice(from);
      if (read === null || read.to - from > ROW_MAX) {
        target.fault(line);
        const end = lineEnd(text, from);
        line++;
        if (end < 0) return '';
        from = end;
        continue;
      }
      if (read.cells.length > 1 || read.cells[0] !== '') target.row(read.cells, line);
      line += read.lines;
      from = read.to;
    }
    return '';
  };
  return {
    write(text) {
      // A carriage return at the end may be half a line end.
      const whole = rest + text;
      const held = whole.endsWith('\r') ? whole.length - 1 : whole.length;
      rest = takeRows(whole.slice(0, held), false) + whole.slice(held);
    },
    end() {
      takeRows(rest, true);
      rest = '';
    },
  };
}

/** One row from `from` on; null where the text ends before it does. */
function readRow(text: string, from: number, delimiter: string, isEnd: boolean): { cells: string[]; to: number; lines: number } | null {
  const cells: string[] = [];
  let lines = 0;
  let at = from;
  for (;;) {
    let cell = '';
    if (text[at] === '"') {
      at++;
      for (;;) {
        const quote = text.indexOf('"', at);
        if (quote < 0 || quote - from > ROW_MAX) return null;
        cell += text.slice(at, quote);
        at = quote + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at++;
      }
      // The quote may be the first of two.
      if (at >= text.length && !isEnd) return null;
      lines += cell.match(/\r\n?|\n/g)?.length ?? 0;
    }
    const end = cellEnd(text, at, delimiter);
    if (end < 0 && !isEnd) return null;
    const to = end < 0 ? text.length : end;
    cells.push(cell + text.slice(at, to));
    if (to < text.length && text.startsWith(delimiter, to)) {
      at = to + delimiter.length;
      continue;
    }
    return { cells, to: to + (text.startsWith('\r\n', to) ? 2 : to < text.length ? 1 : 0), lines: lines + 1 };
  }
}

function cellEnd(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === delimiter || char === '\n' || char === '\r') return at;
  }
  return -1;
}

function lineEnd(text: string, from: number): number {
  const match = /\r\n?|\n/g;
  match.lastIndex = from;
  const found = match.exec(text);
  return found === null ? -1 : found.index + found[0].length;
}
