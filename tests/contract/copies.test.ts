import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { packLines } from '../../lib/packs/lines.ts';
import { chunks } from '../../lib/services/file-chunks.ts';
import { makeCopy } from '../../lib/services/rolling-copies.ts';
import { LINE_MAX } from '../../lib/store/backup-source.ts';
import { finishRestore } from '../../lib/store/finish-restore.ts';
import { type CopyStore, openCopies } from '../../lib/store/indexed-db/copies.ts';
import type { IndexedDbStore } from '../../lib/store/indexed-db/open-store.ts';
import { copyMade } from '../../lib/store/made-copy.ts';
import { parseBackup } from '../../lib/store/parse-backup.ts';
import { beginRestore, previewRestore } from '../../lib/store/restore.ts';
import { value } from './checks.ts';
import { hidden, Killed, lines, open, PAGE, type Profile, profile, restore } from './profiles.ts';
import { fillLibrary, outlet, pin, record, reporter } from './sample-data.ts';

/** A profile with a pack's reports, of which the user saved, pinned, gathered or threw away some. */
async function filled(): Promise<{ of: Profile; store: IndexedDbStore }> {
  const of = profile({ salt: 'salt' });
  const store = await open(of);
  const byHer = { authors: [{ name: 'P', reporterId: 'p' }] };
  value(await store.addArticles(Array.from({ length: 20 }, (_, i) => record(`r${i}`, { text: `Text ${i}`, ...(i === 1 && byHer) }))));
  value(await store.putReporters([reporter('p'), reporter('q'), reporter('unknown')]));
  value(await store.putOutlets([outlet('outlet:o'), outlet('outlet:elsewhere')]));
  value(await store.putTopics([{ id: 'topic:t', kind: 'topic', names: { en: ['T'] } }]));
  value(await store.putPin(pin('r1')));
  value(await store.putSave({ id: 'r2', savedAtMs: 4 }));
  value(await store.putFollows([{ id: '@q', seenAtMs: 7 }]));
  value(await store.putCorrection({ id: 'c', kind: 'not-topic', topicId: 't', surface: 's', atMs: 3 }));
  value(await store.addVersions([version('r2'), version('r9')]));
  await fillLibrary(store);
  return { of, store };
}

const version = (articleId: string) => ({
  ...{ id: `${articleId} 1`, articleId, seenAtMs: 1, from: 'page' as const, headline: 'H', authors: [] },
  ...{ datePublished: null, dateModified: null, textHash: null, words: 3 },
});

let databases = 0;
async function copiesOf(afterCommit?: () => void): Promise<CopyStore> {
  return value(await openCopies({ databaseName: `copies-${databases++}`, ...(afterCommit && { afterCommit }) }));
}

const depsOf = (of: Profile, store: IndexedDbStore, copies: CopyStore, nowMs = 1000) => ({
  ...{ store, copies, nowMs: () => nowMs },
  settings: async () => of.settings,
  salt: async () => of.salt,
});

/** A copy's lines, read as a file that is restored is. */
async function linesOf(copies: CopyStore, id: number): Promise<string[]> {
  const all: string[] = [];
  for await (const line of packLines(chunks((await copies.read(id))!), 3 * LINE_MAX)) all.push(line);
  return all;
}

describe('a rolling copy', () => {
  it('that is looked for where there is none makes no database', async () => {
    expect(await openCopies({ databaseName: 'none', create: false })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('none');
    value(await openCopies({ databaseName: 'none' })).close();
    value(await openCopies({ databaseName: 'none', create: false })).close();
  });

  it('is not made while a restore is unfinished, and is whole after it', async () => {
    const from = await filled();
    const backup = await lines(from.store, from.of);
    const of = profile();
    const [store, copies] = [await open(of), await copiesOf()];
    value(await beginRestore(store, value(await previewRestore(store, backup, of.settings)), 'keep'));
    expect(await makeCopy(depsOf(of, store, copies))).toMatchObject({ ok: false, error: { code: 'changed-meanwhile' } });
    expect(await copies.list()).toEqual([]);
    value(await finishRestore(store));
    expect(value(await makeCopy(depsOf(of, store, copies)))).toBe(true);
    expect(await copies.list()).toMatchObject([{ counts: { articles: 3, saves: 1 }, leftOut: 0 }]);
  });

  it('holds what the user made and the reports they keep, and nothing else', async () => {
    const { of, store } = await filled();
    const copies = await copiesOf();
    expect(value(await makeCopy(depsOf(of, store, copies)))).toBe(true);
    const [copy] = await copies.list();
    const { content, settings } = value(await parseBackup(await linesOf(copies, copy!.id)));
    expect(settings).toEqual(of.settings);
    expect(content.articles.map(({ id, text }) => [id, text])).toEqual([
      ['r2', 'Text 2'],
      ['r1', 'Text 1'],
      ['r5', 'Text 5'],
    ]);
    expect(content.reporters.map(({ id }) => id).sort()).toEqual(['p', 'q']);
    expect(content.outlets.map(({ id }) => id)).toEqual(['outlet:o']);
    expect(content.versions.map(({ articleId }) => articleId)).toEqual(['r2']);
    expect([content.topics, content.packs, content.activity, content.entries]).toEqual([[], [], [], []]);
    expect(copy).toMatchObject({ madeAtMs: 1000, leftOut: 0, counts: { pins: 1, saves: 1, notes: 1, articles: 3, settings: 1 } });
    store.close();
  });

  it('brings all of it back into an empty profile', async () => {
    const { of, store } = await filled();
    const copies = await copiesOf();
    value(await makeCopy(depsOf(of, store, copies)));
    const other = profile();
    const empty = await open(other);
    await restore(empty, other, await linesOf(copies, 1), 'replace');
    for (const table of ['pins', 'notes', 'collections', 'collectionItems', 'trash', 'fieldEdits', 'readingPositions'] as const)
      expect(await empty.listRows(table)).toEqual(await store.listRows(table));
    expect(await empty.listSaves()).toEqual(await store.listSaves());
    expect(await empty.listCorrections()).toEqual(await store.listCorrections());
    expect(await empty.listFollows()).toEqual(await store.listFollows());
    expect((await empty.getArticles(['r1', 'r2', 'r5', 'r9'])).map(({ article }) => article.text)).toEqual(['Text 1', 'Text 2', 'Text 5']);
    store.close();
    empty.close();
  });

  it('is made only when something the user made, or set, is another', async () => {
    const of = profile();
    const store = await open(of);
    const copies = await copiesOf();
    const made = async (): Promise<boolean> => value(await makeCopy(depsOf(of, store, copies)));
    // Reports that came are not the user's work.
    value(await store.addArticles([record('r1'), record('r2')]));
    value(await store.putReporters([reporter('p')]));
    value(await store.addActivity({ id: 'a', atMs: 1, url: 'https://example.com/', why: 'feed', status: null, bytes: 0 }));
    expect(await made()).toBe(false);
    value(await store.putPin(pin('r1')));
    expect([await made(), await made()]).toEqual([true, false]);
    value(await store.addArticles([record('r3')]));
    expect(await made()).toBe(false);
    value(await store.changeRows(['notes'], ({ notes }) => notes.put({ id: 'pin r1', text: '', draft: 'so', updatedAtMs: 3 })));
    expect([await made(), await made()]).toEqual([true, false]);
    of.settings = { ...of.settings, showBadge: false };
    expect([await made(), await made()]).toEqual([true, false]);
    value(await store.deleteSave('nothing'));
    expect(await made()).toBe(true);
    expect((await copies.list()).map(({ id }) => id)).toEqual([4, 3, 2]);
    store.close();
  });

  it('carries the salt of marks that lack it, so that they work in another profile', async () => {
    const of = profile({ salt: 'salt' });
    const store = await open(of);
    const { pageKey } = await import('../../lib/services/corrections.ts');
    const key = await pageKey('salt', PAGE);
    value(await store.putCorrection({ id: 'm', kind: 'not-related', articleId: 'r4', pageKey: key, atMs: 1 }));
    const copies = await copiesOf();
    value(await makeCopy(depsOf(of, store, copies)));
    const other = profile();
    const empty = await open(other);
    await restore(empty, other, await linesOf(copies, 1), 'keep');
    expect(await hidden(empty, other)).toEqual(['r4']);
    expect(value(await makeCopy(depsOf(of, store, copies)))).toBe(false);
    store.close();
    empty.close();
  });

  it('leaves out kept reports it has no room for, and counts them', async () => {
    const { of, store } = await filled();
    const copy = value(await copyMade(store, of.settings, 1, 100));
    expect(copy).toMatchObject({ leftOut: 2, counts: { articles: 1, pins: 1 } });
    expect(value(await copyMade(store, of.settings, 1))).toMatchObject({ leftOut: 0 });
    store.close();
  });

  it('killed at any commit leaves the copies before it whole', async () => {
    const { of, store } = await filled();
    let allowed = Number.POSITIVE_INFINITY;
    const copies = await copiesOf(() => {
      if (--allowed < 0) throw new Killed();
    });
    for (let day = 0; day < 12; day++) {
      value(await store.putPin(pin(`r${day}`, { updatedAtMs: day })));
      value(await makeCopy(depsOf(of, store, copies, day * 86_400_000)));
    }
    const before = await copies.list();
    value(await store.putPin(pin('r19')));
    allowed = 0;
    await expect(makeCopy(depsOf(of, store, copies, 12 * 86_400_000))).rejects.toThrow(Killed);
    allowed = Number.POSITIVE_INFINITY;
    const after = await copies.list();
    // Committed whole: the newest is new, one of the oldest may be gone, and every one that is listed can be read.
    expect(after[0]!.id).toBe(before[0]!.id + 1);
    for (const { id, counts } of after) {
      const { content } = value(await parseBackup(await linesOf(copies, id)));
      expect(content.pins).toHaveLength(counts.pins!);
    }
    store.close();
  });

  it('that cannot be written leaves the copies before it whole', async () => {
    const { of, store } = await filled();
    const copies = await copiesOf();
    value(await makeCopy(depsOf(of, store, copies)));
    value(await store.putPin(pin('r7')));
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given) {
      if (this.name === 'bodies') throw new DOMException('The disk is full.', 'QuotaExceededError');
      return put.apply(this, given);
    };
    try {
      expect(await makeCopy(depsOf(of, store, copies))).toMatchObject({ ok: false, error: { code: 'quota-exceeded' } });
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect((await copies.list()).map(({ id }) => id)).toEqual([1]);
    expect(value(await parseBackup(await linesOf(copies, 1))).content.pins).toHaveLength(1);
    expect(value(await makeCopy(depsOf(of, store, copies)))).toBe(true);
    store.close();
  });

  it('is there and whole when the index itself is gone or cannot be read', async () => {
    const { of, store } = await filled();
    const copies = await copiesOf();
    value(await makeCopy(depsOf(of, store, copies)));
    const { getAll } = IDBObjectStore.prototype;
    value(await store.putPin(pin('r8')));
    IDBObjectStore.prototype.getAll = function (this: IDBObjectStore, ...given) {
      if (this.name === 'notes') throw new DOMException('Damaged.', 'UnknownError');
      return getAll.apply(this, given);
    };
    try {
      expect(await makeCopy(depsOf(of, store, copies))).toMatchObject({ ok: false, error: { code: 'storage-failed' } });
    } finally {
      IDBObjectStore.prototype.getAll = getAll;
    }
    store.close();
    for (const name of [of.name, `${of.name}-texts`])
      await new Promise((done) => {
        indexedDB.deleteDatabase(name).onsuccess = done;
      });
    expect((await copies.list()).map(({ id }) => id)).toEqual([1]);
    expect(value(await parseBackup(await linesOf(copies, 1))).content.pins).toHaveLength(1);
    // A new index that is empty makes no copy; what is made in it does not count as known.
    const again = await open(of);
    expect(value(await makeCopy(depsOf(of, again, copies)))).toBe(false);
    again.close();
  });
});
