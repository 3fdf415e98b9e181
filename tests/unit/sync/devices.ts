import type { ArticleRow } from '../../../lib/core/coverage.ts';
import { itemId, noteId } from '../../../lib/core/library.ts';
import { newPin } from '../../../lib/core/new-pin.ts';
import { rankOfTime } from '../../../lib/core/rank.ts';
import { changedTags } from '../../../lib/core/tags.ts';
import type { Pin } from '../../../lib/core/user-data.ts';
import { observe } from '../../../lib/sync/observe.ts';
import { type HereRows, planRows, type SyncPlan } from '../../../lib/sync/plan.ts';
import { keepRemovedNotes } from '../../../lib/sync/removed-notes.ts';
import { type Entry, forgetGone, keepLosers, mergeReplicas, type Replica } from '../../../lib/sync/replica.ts';
import { isShown, toParts } from '../../../lib/sync/rows-to-parts.ts';

/** A day on which devices are at work. */
export const NOON = Date.UTC(2026, 10, 27, 12);

/** A report's row, as a device knows it by its own id. */
export function reportRow(name: string, id = `page:${name}`): ArticleRow {
  return {
    id,
    url: `https://harbour.example/${name}`,
    headline: name,
    outletName: 'Harbour Courier',
    datePublished: null,
    publishedAtMs: null,
    language: 'en',
    authors: [],
    sample: false,
  };
}

/** A device with rows in memory, which does what the library's services do with theirs. */
export class Device {
  rows: HereRows = { pins: [], notes: [], collections: [], collectionItems: [], fieldEdits: [], corrections: [], followed: [], trash: [] };
  replica: Map<string, Entry> = new Map();
  /** Ids this device has for reports, by address. */
  ids = new Map<string, string>();
  /** Whether it has reports under another form of their address, "www." before it. */
  hasOtherForms = false;
  /** Keys of pins and items that were to be here once another replica was taken in, and of which no row was. */
  unfound: string[] = [];
  readonly name: string;
  nowMs: number;

  constructor(name: string, nowMs = NOON) {
    this.name = name;
    this.nowMs = nowMs;
  }

  pin(name: string, id = this.ids.get(`https://harbour.example/${name}`) ?? `page:${name}`): void {
    if (this.rows.pins.some((pin) => pin.id === id)) return;
    this.rows.pins.push(newPin({ id, article: reportRow(name, id), state: 'unread', pinnedAtMs: this.tick() }));
  }

  change(name: string, change: (pin: Pin) => Partial<Pin>): void {
    const updatedAtMs = this.tick();
    this.rows.pins = this.rows.pins.map((pin) => (pin.article.headline === name ? { ...pin, ...change(pin), updatedAtMs } : pin));
  }

  tag(name: string, add: string[], remove: string[] = []): void {
    this.change(name, (pin) => ({ tags: changedTags(pin.tags, add, remove) }));
  }

  unpin(name: string): void {
    const gone = this.rows.pins.filter((pin) => pin.article.headline === name);
    this.rows.pins = this.rows.pins.filter((pin) => !gone.includes(pin));
    for (const { id } of gone) this.note('pin', id, '');
  }

  note(kind: 'pin' | 'item' | 'collection', of: string, text: string): void {
    const id = noteId(kind, of);
    this.rows.notes = this.rows.notes.filter((note) => note.id !== id);
    if (text !== '') this.rows.notes.push({ id, text, draft: null, updatedAtMs: this.tick() });
  }

  collect(id: string, parentId: string | null = null): void {
    const atMs = this.tick();
    if (this.rows.collections.some((row) => row.id === id)) return;
    this.rows.collections.push({ id, name: id, parentId, rank: rankOfTime(atMs, id), query: null, createdAtMs: atMs, updatedAtMs: atMs });
  }

  gather(collectionId: string, name: string): void {
    const id = itemId(collectionId, `page:${name}`);
    if (this.rows.collections.every((row) => row.id !== collectionId) || this.rows.collectionItems.some((row) => row.id === id)) return;
    const [article, atMs] = [reportRow(name), this.tick()];
    const rank = rankOfTime(atMs, id);
    this.rows.collectionItems.push({ id, collectionId, articleId: article.id, article, rank, addedAtMs: atMs, updatedAtMs: atMs });
  }

  dropCollection(id: string): void {
    this.rows.collections = this.rows.collections.filter((row) => row.id !== id && row.parentId !== id);
    const left = new Set(this.rows.collections.map((row) => row.id));
    this.rows.collectionItems = this.rows.collectionItems.filter(({ collectionId }) => left.has(collectionId));
  }

  /** What this device knows, brought up to its rows. */
  look(): Replica {
    this.replica = observe(this.replica, toParts(this.rows), { device: this.name, nowMs: this.tick() });
    return this.replica;
  }

  /** Takes in what another device knows; answers with what that changed here. */
  take(other: Replica): SyncPlan {
    const merged = forgetGone(mergeReplicas(this.look(), other), this.nowMs, other);
    for (const [key, entry] of merged) merged.set(key, keepLosers(entry, this.name));
    keepRemovedNotes(merged, this.replica, this.name);
    const plan = planRows(this.rows, merged, { nowMs: this.tick(), rowOf: (address) => this.rowOf(address) });
    for (const table of Object.keys(this.rows) as (keyof HereRows)[]) {
      const ids = new Set([...plan.put[table], ...plan.gone[table]].map(({ id }) => id));
      const kept = (this.rows[table] as { id: string }[]).filter(({ id }) => !ids.has(id));
      (this.rows[table] as { id: string }[]) = [...kept, ...plan.put[table]];
    }
    this.replica = merged;
    const parts = toParts(this.rows);
    this.unfound.push(...[...merged.keys()].filter((key) => /^(?:pin|item) /.test(key) && isShown(key, merged) && !parts.has(key)));
    return plan;
  }

  /** Both take in what the other knows, until neither learns anything. */
  meet(other: Device): void {
    this.take(other.look());
    other.take(this.look());
  }

  pinned(): string[] {
    return this.rows.pins.map(({ article }) => article.headline).sort();
  }

  tagsOf(name: string): string[] {
    return this.rows.pins.find(({ article }) => article.headline === name)?.tags ?? [];
  }

  /** What the user sees, whatever the ids and times. */
  seen(): unknown {
    const { pins, notes, collections, collectionItems, fieldEdits, corrections, followed } = this.rows;
    const noted = new Map(notes.map(({ id, text }) => [id, text]));
    const sort = (lines: string[]) => lines.sort();
    return {
      pins: sort(
        pins.map(({ id, article, state, tags, rank }) =>
          JSON.stringify([article.url, state, [...tags].sort(), rank, noted.get(noteId('pin', id))]),
        ),
      ),
      collections: sort(
        collections.map(({ id, name, parentId, query }) =>
          JSON.stringify([id, name, parentId, query, noted.get(noteId('collection', id))]),
        ),
      ),
      items: sort(
        collectionItems.map(({ id, collectionId, article }) => JSON.stringify([collectionId, article.url, noted.get(noteId('item', id))])),
      ),
      edits: sort(fieldEdits.map(({ id, value }) => JSON.stringify([id, value]))),
      corrections: sort(corrections.map(({ id }) => id)),
      followed: sort(followed.map(({ id }) => id)),
    };
  }

  private rowOf(address: string): ArticleRow | undefined {
    const id = this.ids.get(address);
    const row = reportRow(new URL(address).pathname.slice(1), id);
    if (this.hasOtherForms) return { ...row, url: row.url.replace('//', '//www.') };
    return id === undefined ? undefined : row;
  }

  private tick(): number {
    this.nowMs += 1000;
    return this.nowMs;
  }
}
