import { canonicalJson } from '../core/canonical-json.ts';
import type { ArticleRow } from '../core/coverage.ts';
import type { FieldEdit } from '../core/field-edit.ts';
import { shortHash } from '../core/hash.ts';
import { type Collection, type CollectionItem, itemId, noteId, type Trashed } from '../core/library.ts';
import { newPin } from '../core/new-pin.ts';
import { rankOfTime } from '../core/rank.ts';
import { tagKey } from '../core/tags.ts';
import type { Correction, Pin } from '../core/user-data.ts';
import { type Register, winner } from './register.ts';
import type { Entry, Replica } from './replica.ts';
import { addressOf, collectionKey, isShown, itemKey, pinKey, type SharedRows, TAG } from './rows-to-parts.ts';
import { throwAway } from './throw-away.ts';

/** Tables of what is exchanged. */
export type SharedTable = keyof SharedRows;
/** Rows of what is exchanged, and of the trash, into which goes what another device took away. */
export type HereRows = SharedRows & { trash: Trashed[] };

/** What makes a device's rows those of a replica. */
export interface SyncPlan {
  /** Rows to be added or replaced. */
  put: HereRows;
  /** Rows to be taken away, as they are here. */
  gone: HereRows;
  /** By table with any: how many rows come, change, and go. */
  counts: { table: SharedTable; added: number; changed: number; removed: number }[];
}

/** What planning works with. `rowOf`: how this device shows the report of a canonical address, where it has one. */
export interface PlanPlace {
  nowMs: number;
  rowOf(address: string): ArticleRow | undefined;
}

const TABLES = ['pins', 'notes', 'collections', 'collectionItems', 'fieldEdits', 'corrections', 'followed'] as const;

/** What is to be written here so that the rows are those of a replica, which has observed them. Values are as the replica has them: they are for the caller to check. */
export function planRows(here: HereRows, replica: Replica, { nowMs, rowOf }: PlanPlace): SyncPlan {
  const [put, gone] = [noRows(), noRows()];
  const counts = new Map(TABLES.map((table) => [table, { table, added: 0, changed: 0, removed: 0 }]));
  const noted = new Map(here.notes.map((note) => [note.id, note]));
  const entries = [...replica].filter(([key]) => isShown(key, replica));
  const of = (kind: string) =>
    entries.filter(([key]) => key.startsWith(`${kind} `)).map(([key, entry]) => ({ id: key.slice(kind.length + 1), key, entry }));

  function bring<Table extends SharedTable>(table: Table, before: SharedRows[Table][number] | undefined, after: SharedRows[Table][number]) {
    if (before !== undefined && isSame(before, after)) return;
    (put[table] as unknown[]).push(after);
    counts.get(table)![before === undefined ? 'added' : 'changed']++;
  }
  function bringNote(id: string, register: Register | undefined): void {
    const [before, version] = [noted.get(id), winner(register)];
    const text = (version?.value ?? '') as string;
    const draft = before?.draft ?? null;
    if (text !== '' || draft !== null)
      bring('notes', before, { id, text, draft, updatedAtMs: version?.clock ?? before?.updatedAtMs ?? nowMs });
    else if (before !== undefined) gone.notes.push(before);
  }

  const addresses = new Map<Pin | CollectionItem, string>([
    ...here.pins.map((pin) => [pin, pinKey(pin)] as const),
    ...here.collectionItems.map((item) => [item, itemKey(item)] as const),
  ]);
  const keyOf = (row: Pin | CollectionItem): string => addresses.get(row)!;
  const pins = firstOf(here.pins, keyOf);
  const taken = new Set(here.pins.map(({ id }) => id));
  for (const { key, entry } of of('pin')) {
    const { article, pinnedAtMs } = winner(entry.here)!.value as Pick<Pin, 'article' | 'pinnedAtMs'>;
    const before = pins.get(key);
    const base = before ?? newPin({ ...known(article, rowOf, taken), state: 'unread', pinnedAtMs });
    const tags = tagsOf(entry, base.tags);
    const [state, rank] = [valueIn(entry.state, base.state), valueIn(entry.rank, base.rank)];
    bring('pins', before, { ...base, state, rank, tags, updatedAtMs: lastOf(entry) });
    bringNote(noteId('pin', base.id), entry.note);
  }

  const collections = new Map(here.collections.map((row) => [row.id, row]));
  for (const { id, entry } of of('collection')) {
    const { createdAtMs } = winner(entry.here)!.value as Pick<Collection, 'createdAtMs'>;
    const before = collections.get(id);
    bring('collections', before, {
      id,
      name: winner(entry.name)!.value as string,
      parentId: parentOf(id, replica),
      rank: valueIn(entry.rank, before?.rank ?? rankOfTime(createdAtMs, id)),
      query: valueIn<string | null>(entry.query, null),
      createdAtMs: before?.createdAtMs ?? createdAtMs,
      updatedAtMs: lastOf(entry),
    });
    bringNote(noteId('collection', id), entry.note);
  }

  const items = firstOf(here.collectionItems, keyOf);
  const takenItems = new Set(here.collectionItems.map(({ id }) => id));
  for (const { id: place, key, entry } of of('item')) {
    const { article, addedAtMs } = winner(entry.here)!.value as Pick<CollectionItem, 'article' | 'addedAtMs'>;
    const collectionId = place.slice(0, place.indexOf(' '));
    const before = items.get(key);
    const report = known(article, rowOf, takenItems, (id) => itemId(collectionId, id));
    const base = before ?? { id: itemId(collectionId, report.id), collectionId, articleId: report.id, article: report.article, addedAtMs };
    const rank = valueIn(entry.rank, before?.rank ?? rankOfTime(addedAtMs, base.id));
    bring('collectionItems', before, { ...base, rank, updatedAtMs: lastOf(entry) });
    bringNote(noteId('item', base.id), entry.note);
  }

  const edits = new Map(here.fieldEdits.map((row) => [row.id, row]));
  for (const { id, entry } of of('edit')) {
    const { value, clock } = winner(entry.value)!;
    bring('fieldEdits', edits.get(id), { ...(winner(entry.here)!.value as object), id, value, atMs: clock } as FieldEdit);
  }
  const corrections = new Map(here.corrections.map((row) => [row.id, row]));
  for (const { id, entry } of of('correction'))
    if (!corrections.has(id)) bring('corrections', undefined, { ...(winner(entry.here)!.value as Correction), id });
  const followed = new Set(here.followed.map(({ id }) => id));
  for (const { id } of of('follow')) if (!followed.has(id)) bring('followed', undefined, { id, seenAtMs: nowMs });

  const isGone = (key: string): boolean => replica.has(key) && !isShown(key, replica);
  gone.fieldEdits.push(...here.fieldEdits.filter(({ id }) => isGone(`edit ${id}`)));
  gone.corrections.push(...here.corrections.filter(({ id }) => isGone(`correction ${id}`)));
  gone.followed.push(...here.followed.filter(({ id }) => isGone(`follow ${id}`)));
  throwAway(here, { keyOf, isGone }, { gone, put }, nowMs);
  for (const table of TABLES) counts.get(table)!.removed = gone[table].length;
  return { put, gone, counts: [...counts.values()].filter(({ added, changed, removed }) => added + changed + removed > 0) };
}

/** Whether two rows say the same. Times say when, not what: a row that differs in them only is not written. */
function isSame(before: object, after: object): boolean {
  const told = new Map(Object.entries(before));
  return Object.entries(after).every(
    ([name, value]) =>
      name === 'updatedAtMs' || name === 'atMs' || told.get(name) === value || canonicalJson(told.get(name)) === canonicalJson(value),
  );
}

function noRows(): HereRows {
  return { pins: [], notes: [], collections: [], collectionItems: [], fieldEdits: [], corrections: [], followed: [], trash: [] };
}

/** Of rows with one key the first by id, as `toParts` takes it. */
function firstOf<Row extends { id: string }>(rows: Row[], keyOf: (row: Row) => string): Map<string, Row> {
  return new Map([...rows].sort((a, b) => (a.id < b.id ? 1 : -1)).map((row) => [keyOf(row), row]));
}

/** A report as this device has it, or as it came; under another id where that one is another report's here. */
function known(
  article: ArticleRow,
  rowOf: PlanPlace['rowOf'],
  taken: Set<string>,
  rowId = (id: string) => id,
): { id: string; article: ArticleRow } {
  const address = addressOf(article);
  const here = rowOf(address);
  // What is written here must be found under the address it came by, or the next look would take it for taken away.
  const row = here !== undefined && addressOf(here) === address ? here : article;
  const id = taken.has(rowId(row.id)) ? `exchange:${shortHash(address)}` : row.id;
  taken.add(rowId(id));
  return { id, article: { ...row, id } };
}

function valueIn<T>(register: Register | undefined, otherwise: T): T {
  const version = winner(register);
  return version === undefined ? otherwise : (version.value as T);
}

/** Clock of the last change to what is told of a thing. */
function lastOf(entry: Entry): number {
  return Math.max(0, ...Object.entries(entry).flatMap(([field, register]) => (field === 'note' ? [] : (winner(register)?.clock ?? []))));
}

/** Tags that are here in their order, then those that came, as they came. */
function tagsOf(entry: Entry, before: string[]): string[] {
  const places = new Map(before.map((tag, at) => [tagKey(tag), at]));
  return Object.entries(entry)
    .filter(([field, register]) => field.startsWith(TAG) && winner(register) !== undefined)
    .map(([field, register]) => ({ key: field.slice(TAG.length), version: winner(register)! }))
    .sort(
      (a, b) =>
        (places.get(a.key) ?? before.length) - (places.get(b.key) ?? before.length) ||
        a.version.clock - b.version.clock ||
        (a.key < b.key ? -1 : 1),
    )
    .map(({ version }) => version.value as string);
}

/** A collection stands in one that is there and stands in none itself: where two devices together said otherwise, it stands by itself. */
function parentOf(id: string, replica: Replica): string | null {
  const stated = (of: string): string | null => valueIn<string | null>(replica.get(collectionKey(of))?.parent, null);
  const isThere = (of: string | null): of is string => of !== null && of !== id && isShown(collectionKey(of), replica);
  const parent = stated(id);
  return isThere(parent) && !isShown(collectionKey(stated(parent) ?? ''), replica) ? parent : null;
}
