import type { PinState } from '../core/user-data.ts';
import { csvRows } from './csv-rows.ts';
import type { ImportSink, RawItem } from './sink.ts';
import type { ImportFormat, ImportReader } from './types.ts';

/** What columns are called, in lower case; the first that a table has counts. */
const COLUMNS = {
  url: ['url', 'link', 'href', 'address', 'uri'],
  title: ['title', 'name', 'headline'],
  added: ['time_added', 'timestamp', 'created', 'created_at', 'saved_at', 'date_added', 'added', 'accessed'],
  tags: ['tags', 'labels', 'keywords'],
  status: ['status', 'state'],
  folder: ['folder'],
  note: ['note', 'notes', 'comment', 'selection'],
  highlights: ['highlights'],
  favourite: ['favorite', 'is_favorite', 'starred'],
  description: ['excerpt', 'description'],
  authors: ['authors', 'author'],
  outlet: ['outlet', 'source', 'publication'],
  published: ['published', 'published_at', 'date'],
  language: ['language'],
} as const;
type Column = keyof typeof COLUMNS;

/** Folders that say how far the reader is, and are no names of anybody's. */
const STATE_FOLDERS = new Map<string, PinState | null>([
  ['unread', 'unread'],
  ['archive', 'archived'],
  ['unsorted', null],
]);
const DELIMITERS = [',', ';', '\t'];

/** What a first line is the heading of; null where it has no column of addresses. */
export function tableOf(heading: string): { format: ImportFormat; delimiter: string } | null {
  for (const delimiter of DELIMITERS) {
    let cells: string[] = [];
    const reader = csvRows(delimiter, { row: (row) => (cells = row), fault: () => {} });
    reader.write(heading.replace(/^\ufeff/, ''));
    reader.end();
    const names = new Set(cells.map(nameOf));
    if (!COLUMNS.url.some((name) => names.has(name)) || names.size < 2) continue;
    const has = (...wanted: string[]): boolean => wanted.every((name) => names.has(name));
    if (has('title', 'url', 'time_added', 'status')) return { format: 'pocket-csv', delimiter };
    if (has('url', 'title', 'folder', 'created', 'excerpt')) return { format: 'raindrop-csv', delimiter };
    if (has('url', 'title', 'selection', 'folder')) return { format: 'instapaper-csv', delimiter };
    return { format: 'csv', delimiter };
  }
  return null;
}

/**
 * Reads a table by the names of its columns, in whatever order. Sources: Pocket's export (title, url, time_added in seconds, tags parted by "|", status unread or
 * archive), Raindrop's (folder, tags parted by ", ", created as ISO 8601, favorite), Instapaper's (Selection, Folder, Timestamp in seconds, Tags as a
 * JSON list): docs/imports.md.
 */
export function tableReader(delimiter: string, sink: ImportSink): ImportReader {
  let places: Map<Column, number> | null = null;
  let untaken: [at: number, name: string][] = [];
  return csvRows(delimiter, {
    fault: (line) => sink.problem('broken', line),
    row(cells, line) {
      if (places === null) {
        places = placesOf(cells);
        const taken = new Set(places.values());
        untaken = cells.flatMap((name, at): typeof untaken => (taken.has(at) ? [] : [[at, name]]));
        return;
      }
      // A heading again: files that were put together.
      if (nameOf(cells[places.get('url') ?? -1]) === 'url') return;
      sink.add(rawItem(cells, places), line);
      untaken = untaken.filter(([at, name]) => {
        if ((cells[at] ?? '').trim() === '') return true;
        sink.leave(name);
        return false;
      });
    },
  });
}

function placesOf(heading: readonly string[]): Map<Column, number> {
  const names = heading.map(nameOf);
  return new Map(
    (Object.entries(COLUMNS) as [Column, readonly string[]][]).flatMap(([column, known]) => {
      const name = known.find((one) => names.includes(one));
      return name === undefined ? [] : [[column, names.indexOf(name)] as const];
    }),
  );
}

function nameOf(cell: string | undefined): string {
  return (cell ?? '')
    .replace(/^\ufeff/, '')
    .trim()
    .toLowerCase();
}

function rawItem(cells: readonly string[], places: ReadonlyMap<Column, number>): RawItem {
  const cell = (column: Column): string => unguarded(cells[places.get(column) ?? -1] ?? '').trim();
  const folder = cell('folder');
  const starred = folder.toLowerCase() === 'starred' || /^(?:true|1|yes)$/i.test(cell('favourite'));
  const isOwnFolder = folder !== '' && !starred && !STATE_FOLDERS.has(folder.toLowerCase());
  const notes = [cell('note'), cell('highlights')].filter((text) => text !== '');
  return {
    url: cell('url'),
    title: cell('title'),
    added: cell('added'),
    state: stateOf(cell('status')) ?? STATE_FOLDERS.get(folder.toLowerCase()) ?? null,
    tags: [...tagsOf(cell('tags')), ...(isOwnFolder ? [folder] : []), ...(starred ? ['starred'] : [])],
    note: notes.length === 0 ? null : notes.join('\n\n'),
    description: cell('description'),
    authors: cell('authors')
      .split(/\s*;\s*/)
      .flatMap((name) => (name === '' ? [] : [{ name, isOrganisation: false }])),
    outlet: cell('outlet'),
    published: cell('published'),
    language: cell('language'),
  };
}

/** Tables of ours, and of others who know of formulas, put an apostrophe before what a spreadsheet would run. */
function unguarded(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/** How far the reader is, in the words of several programs. */
export function stateOf(word: string): PinState | null {
  const known: Record<string, PinState> = {
    unread: 'unread',
    reading: 'reading',
    read: 'read',
    archive: 'archived',
    archived: 'archived',
  };
  const name = word.trim().toLowerCase();
  return Object.hasOwn(known, name) ? (known[name] as PinState) : null;
}

/** Tags of one cell: a JSON list, else parted by "|", ";" or ",". */
export function tagsOf(cell: string): string[] {
  if (cell.startsWith('[')) {
    try {
      const list: unknown = JSON.parse(cell);
      if (Array.isArray(list)) return list.filter((tag) => typeof tag === 'string');
    } catch {
      // Not JSON: "[a, b]" as Omnivore's own table has it.
    }
    return tagsOf(cell.replace(/^\[|\]$/g, ''));
  }
  const parting = ['|', ';', ','].find((mark) => cell.includes(mark));
  return (parting === undefined ? [cell] : cell.split(parting)).map((tag) => tag.trim()).filter((tag) => tag !== '');
}
