import { CsvError, parse } from 'csv-parse/sync';

/** One row of a table: its cells, and the line of the file on which it begins (1 is the first). */
export interface TableRow {
  line: number;
  cells: string[];
}

/** All rows of a table, its heading first, and what could not be read. */
export interface Table {
  rows: TableRow[];
  faults: { line: number; problem: string }[];
}

/** What may stand between two cells. */
const DELIMITERS = [',', ';', '\t', '|'];
/** A quote that is never closed must not take a large file with it. */
const MAX_ROW_BYTES = 4_000_000;
/** What a spreadsheet writes into the first line to name its delimiter. */
const SEPARATOR_LINE = /^sep=.\r?\n/i;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

const PROBLEMS: Record<string, string> = {
  CSV_INVALID_CLOSING_QUOTE: 'a cell goes on behind its closing quote (a quote inside is written twice)',
  CSV_QUOTE_NOT_CLOSED: 'a quote is not closed',
  CSV_MAX_RECORD_SIZE: 'the row is too long, or a quote is not closed',
  INVALID_OPENING_QUOTE: 'a quote stands inside a cell that is not quoted',
};

/** The delimiter that splits the first row into the cells which `rate` likes best; a comma where it likes none. */
export function delimiterOf(text: string, rate: (heading: string[]) => number): string {
  const [heading = ''] = text
    .replace(SEPARATOR_LINE, '')
    .trimStart()
    .split(/[\r\n]/, 1);
  const ratings = DELIMITERS.map((delimiter) => {
    const [cells = []] = parse(heading, { delimiter, relax_quotes: true, skip_records_with_error: true }) as string[][];
    return rate(cells);
  });
  return DELIMITERS[ratings.indexOf(Math.max(...ratings))] ?? ',';
}

/**
 * The rows of a table (RFC 4180; line ends of any kind, empty lines left out). A row that breaks the rules is named by its line, and reading goes
 * on with the line after it.
 */
export function readTable(text: string, delimiter: string): Table {
  const bytes = Buffer.from(text.replace(SEPARATOR_LINE, '\n'));
  const table: Table = { rows: [], faults: [] };
  let next = advance(bytes, { at: 0, line: 1 }, 0);
  while (next.at < bytes.length) {
    const { at } = next;
    try {
      parse(bytes.subarray(at), {
        delimiter,
        record_delimiter: ['\r\n', '\n', '\r'],
        skip_empty_lines: true,
        relax_column_count: true,
        max_record_size: MAX_ROW_BYTES,
        on_record(cells: string[], read) {
          table.rows.push({ line: next.line, cells });
          next = advance(bytes, next, at + read.bytes);
          return null;
        },
      });
      break;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      table.faults.push({ line: next.line, problem: PROBLEMS[error.code] ?? 'the row cannot be read' });
      next = advance(bytes, next, endOfLine(bytes, next.at));
    }
  }
  return table;
}

interface Place {
  at: number;
  line: number;
}

/** Goes from a place to the byte `to`, and on over the empty lines that follow. CR LF is one line's end. */
function advance(bytes: Uint8Array, from: Place, to: number): Place {
  let { at, line } = from;
  for (; at < to || isLineEnd(bytes[at]); at++) {
    if (isLineEnd(bytes[at]) && !(bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED)) line++;
  }
  return { at, line };
}

function endOfLine(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && !isLineEnd(bytes[at])) at++;
  return at;
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === LINE_FEED || byte === CARRIAGE_RETURN;
}
