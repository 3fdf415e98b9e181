import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { noteId, TRASH_MS } from '../../../lib/core/library.ts';
import { byHand } from '../../../lib/core/rank.ts';
import type { Pin, ReportVersion } from '../../../lib/core/user-data.ts';
import { toRow } from '../../../lib/services/article-row.ts';
import {
  addCollection,
  addToCollection,
  changeCollection,
  moveItem,
  putCollectionBack,
  putItemBack,
  siblings,
} from '../../../lib/services/collections.ts';
import { correctedReporter, correctedRow, editField, editsOf, putEditBack } from '../../../lib/services/field-edits.ts';
import { finishNote } from '../../../lib/services/notes.ts';
import { changePins, movePin, pinArticle, putPinsBack } from '../../../lib/services/pins.ts';
import { keepPosition, readingPosition } from '../../../lib/services/reading.ts';
import {
  deleteTrashed,
  emptyDueTrash,
  listTrash,
  restorePin,
  restoreTrashed,
  trashCollection,
  trashItems,
  trashPins,
} from '../../../lib/services/trash.ts';
import { type IndexedDbStore, openStore } from '../../../lib/store/indexed-db/open-store.ts';
import { value } from '../../contract/checks.ts';
import { derive, outlet, pin, record, reporter } from '../../contract/sample-data.ts';

const START = 1_790_000_000_000;
const DAY_MS = 86_400_000;
let opened = 0;
const version = (articleId: string): ReportVersion => ({
  id: `${articleId} 1`,
  articleId,
  seenAtMs: 1,
  from: 'page',
  headline: 'H',
  authors: [],
  datePublished: null,
  dateModified: null,
  textHash: null,
  words: 0,
});

async function world(afterCommit?: () => void) {
  let nowMs = START;
  const databaseName = `library-${opened++}`;
  const open = () => openStore({ databaseName, derive, nowMs: () => nowMs, ...(afterCommit && { afterCommit }) }).then(value);
  const store = await open();
  const deps = { store, nowMs: () => nowMs, derive };
  return { store, deps, open, pass: (ms: number) => (nowMs += ms) };
}

async function pinned(store: IndexedDbStore, ids: string[]): Promise<void> {
  for (const [at, id] of ids.entries()) value(await store.putPin(pin(id, { rank: `000000000${at + 1}` })));
}

const order = async (store: IndexedDbStore) =>
  (await store.listPins())
    .sort(byHand)
    .map(({ id }) => id)
    .join('');

describe('pins', () => {
  it('are moved by writing one row, and back', async () => {
    const { store, deps } = await world();
    await pinned(store, ['a', 'b', 'c', 'd']);
    const before = await store.listPins();
    const moved = value(await movePin('d', 'a', deps));
    expect(await order(store)).toBe('adbc');
    expect((await store.listPins()).filter((row) => before.every((other) => JSON.stringify(other) !== JSON.stringify(row)))).toHaveLength(
      1,
    );
    value(await movePin('c', null, deps));
    expect(await order(store)).toBe('cadb');
    value(await putPinsBack(moved.before, store));
    expect(await order(store)).toBe('cabd');
    expect(value(await movePin('none', 'a', deps)).after).toEqual([]);
    expect(value(await movePin('a', 'none', deps)).after).toEqual([]);
  });

  it('change together, and undo gives each what it had', async () => {
    const { store, deps } = await world();
    await pinned(store, ['a', 'b']);
    value(await changePins(['a'], { addTags: ['Kyiv'] }, deps));
    const changed = value(await changePins(['a', 'b', 'none'], { state: 'read', addTags: ['#kyiv', 'arms'] }, deps));
    expect(changed.after.map(({ state, tags }) => [state, tags])).toEqual([
      ['read', ['Kyiv', 'arms']],
      ['read', ['kyiv', 'arms']],
    ]);
    value(await trashPins(['b'], deps));
    value(await putPinsBack(changed.before, store));
    expect((await store.listPins()).map(({ id, tags }) => [id, tags])).toEqual([['a', ['Kyiv']]]);
  });

  it('come back from the trash with note and tags when the report is pinned again', async () => {
    const { store, deps } = await world();
    value(await store.addArticles([record('a')]));
    value(await pinArticle('a', deps));
    value(await changePins(['a'], { addTags: ['x'], state: 'reading' }, deps));
    value(await finishNote(noteId('pin', 'a'), 'why', deps));
    value(await trashPins(['a'], deps));
    expect([await store.listPins(), await store.listRows('notes')]).toEqual([[], []]);
    expect(value(await pinArticle('a', deps))).toMatchObject({ tags: ['x'], state: 'reading' });
    expect((await store.listRows('notes')).map(({ text }) => text)).toEqual(['why']);
    expect(await listTrash(store)).toEqual([]);
  });
});

describe('the trash', () => {
  it('keeps what is in it for 30 days and not a moment less, and says when the next is due', async () => {
    const { store, deps, pass } = await world();
    await pinned(store, ['a', 'b']);
    value(await trashPins(['a'], deps));
    pass(1000);
    value(await trashPins(['b'], deps));
    pass(TRASH_MS - 1001);
    expect(value(await emptyDueTrash(deps))).toBe(START + TRASH_MS);
    expect((await listTrash(store)).map(({ id }) => id)).toEqual(['pin b', 'pin a']);
    pass(1);
    expect(value(await emptyDueTrash(deps))).toBe(START + 1000 + TRASH_MS);
    pass(DAY_MS);
    expect(value(await emptyDueTrash(deps))).toBe(START + TRASH_MS + 2 * DAY_MS);
    expect((await listTrash(store)).map(({ id }) => id)).toEqual(['pin b']);
    pass(DAY_MS);
    expect(value(await emptyDueTrash(deps))).toBeNull();
    expect(await listTrash(store)).toEqual([]);
  });

  it('holds the reports of what is in it', async () => {
    const { store, deps } = await world();
    value(await store.addArticles([record('a')]));
    value(await pinArticle('a', deps));
    value(await trashPins(['a'], deps));
    expect(await store.isHeld('a')).toBe(true);
    value(await deleteTrashed(['pin a'], store));
    expect(await store.isHeld('a')).toBe(false);
    // A source or pack brought it, or a restore: it is the index's.
    expect((await store.getArticles(['a'])).length).toBe(1);
  });

  it('deleted for good, takes a page that only the pin held out of the index, with its people and history', async () => {
    const { store, deps, pass } = await world();
    const own = (id: string) =>
      record(id, {
        provenance: { kind: 'saved-page', source: 'x', licence: null, addedAtMs: 1 },
        outletId: `outlet:${id}`,
        authors: [{ name: id, reporterId: `r:${id}` }],
      });
    value(await store.addArticles([own('a'), own('b'), own('c')]));
    value(await store.putOutlets(['a', 'b', 'c'].map((id) => outlet(`outlet:${id}`))));
    value(await store.putReporters(['a', 'b', 'c'].map((id) => reporter(`r:${id}`))));
    value(await store.addVersions([version('a'), version('c')]));
    for (const id of ['a', 'b', 'c']) value(await pinArticle(id, deps));
    value(await store.putSave({ id: 'c', savedAtMs: 1 }));
    value(await trashPins(['a', 'b', 'c'], deps));
    value(await deleteTrashed(['pin a'], store));
    pass(TRASH_MS);
    value(await emptyDueTrash(deps));
    pass(DAY_MS);
    value(await emptyDueTrash(deps));
    expect((await store.getArticles(['a', 'b', 'c'])).map(({ article }) => article.id)).toEqual(['c']);
    expect((await store.listOutlets()).map(({ id }) => id)).toEqual(['outlet:c']);
    expect((await store.listReporters()).map(({ id }) => id)).toEqual(['r:c']);
    expect([await store.versionsOf('a'), (await store.versionsOf('c')).length]).toEqual([[], 1]);
    expect((await store.status()).reporters).toBe(1);
  });

  it('puts back what is there again by now without taking anything from it', async () => {
    const { store, deps } = await world();
    await pinned(store, ['a']);
    value(await changePins(['a'], { addTags: ['old'] }, deps));
    value(await finishNote('pin a', 'first', deps));
    value(await trashPins(['a'], deps));
    value(await store.putPin(pin('a', { tags: ['new'] })));
    value(await finishNote('pin a', 'second', deps));
    expect(value(await restorePin('a', store)).tags).toEqual(['new', 'old']);
    expect((await store.listRows('notes')).map(({ text }) => text)).toEqual(['second\n\nfirst']);
    expect((await restorePin('b', store)).ok).toBe(false);
  });

  it('keeps the tags and notes of what is thrown away twice', async () => {
    const { store, deps } = await world();
    value(await store.addArticles([record('r')]));
    await pinned(store, ['a']);
    value(await changePins(['a'], { addTags: ['old'] }, deps));
    value(await finishNote('pin a', 'long work', deps));
    value(await trashPins(['a'], deps));
    value(await store.putPin(pin('a', { tags: ['new'] })));
    value(await finishNote('pin a', 'short', deps));
    value(await trashPins(['a'], deps));
    value(await restorePin('a', store));
    expect((await store.listPins()).map(({ tags }) => tags)).toEqual([['new', 'old']]);
    value(await addCollection({ id: 'c', name: 'c', parentId: null, query: null }, deps));
    for (const text of ['long work', 'short']) {
      value(await addToCollection('c', ['r'], deps));
      value(await finishNote('item c r', text, deps));
      value(await trashItems(['c r'], deps));
    }
    value(await restoreTrashed(['item c r'], store));
    expect((await store.listRows('notes')).map(({ id, text }) => [id, text])).toEqual([
      ['item c r', 'short\n\nlong work'],
      ['pin a', 'short\n\nlong work'],
    ]);
  });

  it('keeps all that stood in a collection that is thrown away, restored from a copy and thrown away again', async () => {
    const { store, deps } = await world();
    value(await store.addArticles([record('r1'), record('r2')]));
    value(await addCollection({ id: 'c', name: 'c', parentId: null, query: null }, deps));
    value(await addToCollection('c', ['r1'], deps));
    const copy = await store.listRows('collections');
    value(await trashCollection('c', deps));
    value(await store.changeRows(['collections'], ({ collections }) => collections.put(copy[0]!)));
    value(await addToCollection('c', ['r2'], deps));
    value(await trashCollection('c', deps));
    expect([await store.isHeld('r1'), await store.isHeld('r2')]).toEqual([true, true]);
    value(await restoreTrashed(['collection c'], store));
    expect((await store.listRows('collectionItems')).map(({ articleId }) => articleId)).toEqual(['r1', 'r2']);
  });

  it('takes a pin, its note and all of several at once: a kill leaves all or nothing', async () => {
    for (const killed of [true, false]) {
      let isKilled = false;
      const { store, deps, open } = await world(() => {
        if (isKilled) throw new Error('killed');
      });
      await pinned(store, ['a', 'b']);
      value(await finishNote('pin a', 'why', deps));
      isKilled = killed;
      await trashPins(['a', 'b'], deps).catch(() => {});
      isKilled = false;
      store.close();
      const again = await open();
      // Killed after the commit: it is done, though nobody heard of it.
      expect([await again.listPins(), await again.listRows('notes'), (await listTrash(again)).length]).toEqual([[], [], 2]);
      expect(value(await restoreTrashed(['pin a', 'pin b'], again))).toBe(2);
      expect([(await again.listPins()).length, (await again.listRows('notes')).length]).toEqual([2, 1]);
      again.close();
    }
  });

  it('changes nothing where the transaction fails in the middle', async () => {
    const { store, deps } = await world();
    await pinned(store, ['a', 'b']);
    const failing = { ...store, changeRows: failAfterFirstDelete(store) };
    await expect(trashPins(['a', 'b'], { ...deps, store: failing })).rejects.toThrow('in the middle');
    expect([(await store.listPins()).length, await listTrash(store)]).toEqual([2, []]);
  });
});

function failAfterFirstDelete(store: IndexedDbStore): IndexedDbStore['changeRows'] {
  return (tables, work) =>
    store.changeRows(tables, (opened, besides) => {
      const { pins } = opened as unknown as { pins: { delete(id: string): Promise<void> } };
      const remove = pins.delete;
      pins.delete = async (id) => {
        await remove(id);
        throw new Error('killed in the middle');
      };
      return work(opened, besides);
    });
}

describe('collections', () => {
  const given = (id: string, parentId: string | null = null) => ({ id, name: ` ${id}  name `, parentId, query: null });

  it('stand in others one level deep, and in the order the user gives them', async () => {
    const { store, deps } = await world();
    for (const id of ['a', 'b', 'c']) value(await addCollection(given(id), deps));
    value(await addCollection(given('in-a', 'a'), deps));
    for (const [id, parent] of [
      ['x', 'in-a'],
      ['x', 'none'],
      ['x', 'x'],
    ] as const)
      expect((await addCollection(given(id, parent), deps)).ok).toBe(false);
    expect((await changeCollection('a', { parentId: 'b' }, deps)).ok).toBe(false);
    expect((await addCollection({ ...given('n'), name: ' ' }, deps)).ok).toBe(false);
    value(await changeCollection('c', { afterId: null }, deps));
    const before = value(await changeCollection('b', { name: 'B', parentId: 'a' }, deps));
    const all = await store.listRows('collections');
    expect([siblings(all, null), siblings(all, 'a')].map((list) => list.map(({ name }) => name))).toEqual([
      ['c name', 'a name'],
      ['in-a name', 'B'],
    ]);
    value(await putCollectionBack(before, deps));
    expect(siblings(await store.listRows('collections'), null).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });

  it('hold reports once, in order, with a row of their own, also of pins whose report is gone', async () => {
    const { store, deps } = await world();
    value(await store.addArticles([record('r1'), record('r2')]));
    await pinned(store, ['gone']);
    value(await addCollection(given('a'), deps));
    expect(value(await addToCollection('a', ['r1', 'gone', 'r2', 'unknown', 'r1'], deps))).toHaveLength(3);
    expect(value(await addToCollection('a', ['r2'], deps))).toEqual([]);
    expect((await addToCollection('none', ['r2'], deps)).ok).toBe(false);
    const items = async () => (await store.listRows('collectionItems', 'a ')).sort(byHand).map(({ articleId }) => articleId);
    expect(await items()).toEqual(['r1', 'gone', 'r2']);
    const before = value(await moveItem('a r2', null, deps));
    expect(await items()).toEqual(['r2', 'r1', 'gone']);
    value(await putItemBack(before, deps));
    expect(await items()).toEqual(['r1', 'gone', 'r2']);
    expect(await store.isHeld('r1')).toBe(true);
  });

  it('go to the trash and come back with all that is in them', async () => {
    const { store, deps } = await world();
    value(await store.addArticles([record('r1'), record('r2')]));
    value(await addCollection(given('a'), deps));
    value(await addCollection(given('in-a', 'a'), deps));
    value(await addToCollection('a', ['r1'], deps));
    value(await addToCollection('in-a', ['r2'], deps));
    value(await finishNote(noteId('item', 'in-a r2'), 'quote', deps));
    value(await finishNote(noteId('collection', 'a'), 'about', deps));
    const all = async () => Promise.all((['collections', 'collectionItems', 'notes'] as const).map((table) => store.listRows(table)));
    const before = await all();
    value(await trashCollection('a', deps));
    expect(await all()).toEqual([[], [], []]);
    expect(await store.isHeld('r2')).toBe(true);
    expect(value(await restoreTrashed(['collection a'], store))).toBe(1);
    expect(await all()).toEqual(before);
    value(await trashItems(['a r1'], deps));
    value(await trashCollection('a', deps));
    expect(value(await restoreTrashed(['item a r1'], store))).toBe(0);
    expect(value(await restoreTrashed(['collection a', 'item a r1'], store))).toBe(2);
    expect(await all()).toEqual(before);
  });
});

describe('corrected fields', () => {
  it('lie over the record, whatever a refresh says, with the found value and its source beside them', async () => {
    const { store, deps } = await world();
    value(await store.putOutlets([outlet('outlet:o', { name: 'Paper' })]));
    value(await store.addArticles([record('a', { authors: [{ name: 'PTI | Updated:', reporterId: null }] })]));
    const first = value(await editField('a', { of: 'article', field: 'headline', value: 'Better' }, deps));
    value(await editField('a', { of: 'article', field: 'authors', value: ['Zoë Example'] }, deps));
    value(await editField('a', { of: 'article', field: 'outlet', value: 'Agency' }, deps));
    value(await editField('a', { of: 'article', field: 'datePublished', value: '2026-01-29' }, deps));
    value(await store.addArticles([record('a', { headline: 'Refreshed' })]));
    const edits = await editsOf('article', 'a', store);
    expect(edits.map(({ field, found, source }) => [field, found, source])).toEqual([
      ['authors', ['PTI | Updated:'], 'test'],
      ['datePublished', null, 'test'],
      ['headline', 'Report a', 'test'],
      ['outlet', 'Paper', 'test'],
    ]);
    const [stored] = await store.getArticles(['a']);
    const row = correctedRow({ ...(pin('a') as Pin).article, outletName: 'Paper' }, edits);
    expect(row).toMatchObject({ headline: 'Better', outletName: 'Agency', authors: [{ name: 'Zoë Example', reporterId: null }] });
    expect(correctedRow(toRow(stored!.article, new Map()), edits)).toMatchObject({
      headline: 'Better',
      datePublished: '2026-01-29',
      publishedAtMs: Date.UTC(2026, 0, 29),
    });
    expect(stored!.article.headline).toBe('Refreshed');
    value(await putEditBack(first.id, first.before, store));
    expect(correctedRow(toRow(stored!.article, new Map()), await editsOf('article', 'a', store)).headline).toBe('Refreshed');
  });

  it('to what was found are none, and undo brings the correction back', async () => {
    const { store, deps } = await world();
    value(await store.putReporters([reporter('p', { bio: 'b', bioSource: 'https://example.com/p' })]));
    value(await editField('p', { of: 'reporter', field: 'bio', value: 'better' }, deps));
    value(await editField('p', { of: 'reporter', field: 'jobTitle', value: 'Editor' }, deps));
    expect(correctedReporter(reporter('p', { bio: 'b' }), await editsOf('reporter', 'p', store))).toMatchObject({
      bio: 'better',
      jobTitle: 'Editor',
    });
    const back = value(await editField('p', { of: 'reporter', field: 'bio', value: 'b' }, deps));
    expect((await editsOf('reporter', 'p', store)).map(({ field }) => field)).toEqual(['jobTitle']);
    value(await putEditBack(back.id, back.before, store));
    expect((await editsOf('reporter', 'p', store)).map(({ field, source }) => [field, source])).toEqual([
      ['bio', 'https://example.com/p'],
      ['jobTitle', 'test'],
    ]);
    expect((await editField('none', { of: 'article', field: 'headline', value: 'x' }, deps)).ok).toBe(false);
  });
});

describe('reading', () => {
  it('goes on where it stopped', async () => {
    const { store } = await world();
    expect(await readingPosition('a', store)).toBeNull();
    const position = { id: 'a', paragraph: 3, share: 0.5, atMs: START };
    value(await keepPosition(position, store));
    expect(await readingPosition('a', store)).toEqual(position);
  });
});
