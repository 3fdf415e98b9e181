import { parseWebUrl } from '../../core/canonical-url.ts';
import type { FeedEntry } from '../../core/feed.ts';
import { feedDate } from '../../feeds/dates.ts';
import { recordsFromSnapshot } from '../../packs/from-snapshot.ts';
import type { PackRecord } from '../../packs/types.ts';
import { parseWritable } from '../../packs/write.ts';
import { turnedName } from '../../services/entry-authors.ts';
import { snapshotOfEntry } from '../../services/entry-snapshot.ts';
import { decodePage } from '../charset.ts';
import { UsageError } from '../command.ts';
import { delimiterOf, readTable, type TableRow } from '../csv-table.ts';
import type { InputRecords } from './pack-build-feed.ts';

/**
 * Names of columns that are understood, the pack format's own first; letter case, spaces and signs do not count. The others are what
 * reference managers and media databases write.
 */
const COLUMNS = {
  headline: ['headline', 'title'],
  url: ['url', 'link', 'address', 'permalink'],
  description: ['description', 'summary', 'abstract', 'abstractnote'],
  text: ['text', 'body', 'content', 'fulltext'],
  language: ['language', 'lang'],
  datePublished: ['datepublished', 'date', 'published', 'publishdate', 'publicationdate', 'pubdate'],
  dateModified: ['datemodified', 'modified', 'updated'],
  authors: ['authors', 'author', 'byline', 'creator', 'reporter', 'reporters'],
  outlet: ['outlet', 'publisher', 'publication', 'publicationtitle', 'medianame', 'newspaper'],
  outletUrl: ['outleturl', 'publisherurl', 'mediaurl'],
  section: ['section'],
  keywords: ['keywords', 'tags', 'manualtags'],
  licence: ['licence', 'license'],
  source: ['source'],
} as const;
type Column = keyof typeof COLUMNS;

const COLUMN_OF = new Map(Object.entries(COLUMNS).flatMap(([column, names]) => names.map((name) => [name as string, column as Column])));

/** Whether an input is a table, by its name, or by a heading with headline and address where it has no telling name. */
export function looksLikeTable(name: string, head: string): boolean {
  if (/\.(?:csv|tsv|tab)(?:\.gz)?$/i.test(name)) return true;
  if (/\.\w{1,5}(?:\.gz)?$/i.test(name)) return false;
  const columns =
    head
      .split(/[\r\n]/, 1)[0]
      ?.split(/[,;\t|]/)
      .map(columnOf) ?? [];
  return columns.includes('headline') && columns.includes('url');
}

/**
 * Reports of a table, one a row, with their outlets and reporters. A row without a headline, with a wrong address or a wrong number of cells is
 * left out and named by its line; so is a date that cannot be read, though its row is taken. Throws UsageError where no column holds headlines.
 */
export function recordsOfTable(name: string, bytes: Uint8Array): InputRecords {
  const text = decodePage(bytes);
  const delimiter = delimiterOf(text, (heading) => heading.filter((cell) => columnOf(cell) !== undefined).length);
  const { rows, faults } = readTable(text, delimiter);
  const [heading, ...rest] = rows;
  const columns = heading?.cells.map(columnOf) ?? [];
  if (!columns.includes('headline')) {
    throw new UsageError(
      `${name} names no column "headline" in its first row; write one such as url,headline,datePublished,authors,outlet`,
    );
  }
  const records: PackRecord[] = [];
  const found = [...faults];
  for (const row of rest) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    const read = readRow(row, columns);
    records.push(...read.records);
    found.push(...read.problems.map((problem) => ({ line: row.line, problem })));
  }
  found.sort((a, b) => a.line - b.line);
  return { records, faults: found.map(({ line, problem }) => `${name}, line ${line}: ${problem}`) };
}

function columnOf(cell: string): Column | undefined {
  return COLUMN_OF.get(cell.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
}

function readRow({ cells }: TableRow, columns: (Column | undefined)[]): { records: PackRecord[]; problems: string[] } {
  const spare = cells.slice(columns.length);
  if (cells.length < columns.length || spare.some((cell) => cell.trim() !== '')) {
    return { records: [], problems: [`has ${cells.length} cells where the first row names ${columns.length}`] };
  }
  const values = new Map<Column, string>();
  // Of two columns of one meaning, the first that says something counts.
  for (const [index, column] of columns.entries()) {
    const value = cells[index]?.trim();
    if (column !== undefined && value && !values.has(column)) values.set(column, value);
  }
  const stated = (column: Column): string | null => values.get(column) ?? null;
  const problems: string[] = [];
  const url = address(stated('url'));
  const outletUrl = address(stated('outletUrl'));
  const [datePublished, dateModified] = [dateOf(stated('datePublished')), dateOf(stated('dateModified'))];
  if (stated('headline') === null) return { records: [], problems: ['has no headline'] };
  if (url === 'wrong' || outletUrl === 'wrong') return { records: [], problems: ['an address is not http(s)'] };
  if (datePublished === 'wrong' || dateModified === 'wrong') problems.push('the date cannot be read; write it as 2026-01-29');

  const entry: FeedEntry = {
    id: null,
    title: stated('headline'),
    url,
    authors: authorsOf(stated('authors')),
    datePublished: datePublished === 'wrong' ? null : datePublished,
    dateModified: dateModified === 'wrong' ? null : dateModified,
    summary: stated('description'),
    content: stated('text'),
    categories: listOf(stated('keywords'), /[;|,\n]/),
  };
  const language = stated('language');
  const snapshot = snapshotOfEntry(entry, url, { feed: { title: stated('outlet'), language, siteUrl: outletUrl } });
  // Somebody wrote it into this row: no program's default, which would have to be doubted.
  const row = { ...snapshot, language: language ?? snapshot.language, section: stated('section') };
  const records = recordsFromSnapshot(row).flatMap((record) => {
    const parsed = parseWritable({ ...record, licence: stated('licence'), source: stated('source') });
    if (!parsed.ok) problems.push(parsed.problem);
    return parsed.ok ? [parsed.value] : [];
  });
  return { records, problems };
}

function address(text: string | null): string | null | 'wrong' {
  return text === null ? null : (parseWebUrl(text)?.href ?? 'wrong');
}

function dateOf(text: string | null): string | null | 'wrong' {
  return text === null ? null : (feedDate(text) ?? 'wrong');
}

/**
 * Names between semicolons, bars or line breaks, "Last, First" turned round; where there are none of these, between commas, unless the only
 * comma parts a last name of one word from the rest ("Reuters, AFP" are two). Names that an "and" joins are parted as those of feeds are.
 */
function authorsOf(text: string | null): { name: string }[] {
  if (text === null) return [];
  const turned = turnedName(text);
  const names = turned !== null ? [turned] : /[;|\n]/.test(text) ? listOf(text, /[;|\n]/).map(turnedBack) : listOf(text, /,/);
  return names.map((name) => ({ name }));
}

function turnedBack(name: string): string {
  const [last = '', first, ...more] = name.split(/\s*,\s*/);
  return first === undefined || more.length > 0 ? name : `${first} ${last}`;
}

function listOf(text: string | null, between: RegExp): string[] {
  return (text ?? '').split(between).flatMap((part) => part.trim() || []);
}
