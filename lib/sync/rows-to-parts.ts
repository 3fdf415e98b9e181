import { canonicalUrl } from '../core/canonical-url.ts';
import type { FieldEdit } from '../core/field-edit.ts';
import { type Collection, type CollectionItem, type Note, noteId } from '../core/library.ts';
import { tagKey } from '../core/tags.ts';
import type { Correction, Follow, Pin } from '../core/user-data.ts';
import { winner } from './register.ts';
import { isHere, type Replica } from './replica.ts';

/** Rows of what devices exchange. */
export interface SharedRows {
  pins: Pin[];
  notes: Note[];
  collections: Collection[];
  collectionItems: CollectionItem[];
  fieldEdits: FieldEdit[];
  corrections: Correction[];
  followed: Follow[];
}

/** A thing the user made, taken apart into what is merged by itself. */
export interface Part {
  /** What it is made of anew where it is not; never compared, as each device has its own copy of a report's row. */
  here: unknown;
  fields: { [field: string]: { value: unknown; atMs: number } };
  /** When the user last changed it. */
  atMs: number;
  /** Keys of what it stands in: changing it changes them, so that nobody who does not know of the change takes them away for good. */
  within: string[];
}

/** Beginning of the fields of tags. */
export const TAG = 'tag ';

/**
 * Rows by the keys under which they are merged. A report is known by its canonical address, as two devices may know it by two ids; of two rows of one
 * address the second is left out. Drafts, reading positions and when the user looked at what they follow stay on the device.
 */
export function toParts(rows: SharedRows): Map<string, Part> {
  const parts = new Map<string, Part>();
  const notes = new Map(rows.notes.map((note) => [note.id, note]));
  const noteOf = (id: string) => {
    const note = notes.get(id);
    return note === undefined || note.text === '' ? {} : { note: { value: note.text, atMs: note.updatedAtMs } };
  };
  const add = (key: string, here: unknown, atMs: number, fields: { [field: string]: unknown }, more: Part['fields'], within: string[]) => {
    if (parts.has(key)) return;
    const timed = Object.entries(fields).map(([field, value]) => [field, { value, atMs }] as const);
    parts.set(key, { here, fields: { ...Object.fromEntries(timed), ...more }, atMs, within });
  };
  for (const pin of sorted(rows.pins)) {
    const { id, article, pinnedAtMs, updatedAtMs, state, rank } = pin;
    const tags = Object.fromEntries(pin.tags.map((tag) => [TAG + tagKey(tag), tag]));
    add(pinKey(pin), { article, pinnedAtMs }, updatedAtMs, { state, rank, ...tags }, noteOf(noteId('pin', id)), []);
  }
  for (const { id, name, parentId: parent, rank, query, createdAtMs, updatedAtMs } of sorted(rows.collections)) {
    const within = parent === null ? [] : [collectionKey(parent)];
    add(collectionKey(id), { createdAtMs }, updatedAtMs, { name, parent, rank, query }, noteOf(noteId('collection', id)), within);
  }
  const parentOf = new Map(rows.collections.map(({ id, parentId }) => [id, parentId]));
  for (const item of sorted(rows.collectionItems)) {
    const { id, collectionId, article, addedAtMs, updatedAtMs, rank } = item;
    const parent = parentOf.get(collectionId) ?? null;
    const within = [collectionKey(collectionId), ...(parent === null ? [] : [collectionKey(parent)])];
    add(itemKey(item), { article, addedAtMs }, updatedAtMs, { rank }, noteOf(noteId('item', id)), within);
  }
  for (const { id, atMs, value, of, recordId, field, found, source } of sorted(rows.fieldEdits))
    add(`edit ${id}`, { of, recordId, field, found, source }, atMs, { value }, {}, []);
  for (const correction of sorted(rows.corrections)) add(`correction ${correction.id}`, correction, correction.atMs, {}, {}, []);
  for (const { id, seenAtMs } of sorted(rows.followed)) add(`follow ${id}`, {}, seenAtMs ?? 0, {}, {}, []);
  return parts;
}

/** Key of a pin. */
export function pinKey({ article }: Pick<Pin, 'article'>): string {
  return `pin ${addressOf(article)}`;
}

/** Key of a collection. */
export function collectionKey(id: string): string {
  return `collection ${id}`;
}

/** Key of a report in a collection. */
export function itemKey({ collectionId, article }: Pick<CollectionItem, 'collectionId' | 'article'>): string {
  return `item ${collectionId} ${addressOf(article)}`;
}

/** The address by which a report is the same on all devices. */
export function addressOf({ url }: { url: string }): string {
  return canonicalUrl(url) ?? url;
}

/**
 * Whether a thing is among a device's rows. What is there may be waiting: a report for its collection, a collection or a corrected field for what it is
 * called or says. Then no row of it is no sign that somebody took it away.
 */
export function isShown(key: string, replica: Replica): boolean {
  const entry = replica.get(key);
  const [kind, collectionId] = key.split(' ', 2);
  if (!isHere(entry)) return false;
  if (kind === 'item') return isShown(collectionKey(collectionId!), replica);
  return (kind !== 'collection' || winner(entry?.name) !== undefined) && (kind !== 'edit' || winner(entry?.value) !== undefined);
}

function sorted<Row extends { id: string }>(rows: Row[]): Row[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
}
