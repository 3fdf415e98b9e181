import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import { value } from './checks.ts';
import { open, profile } from './profiles.ts';
import { pin, record } from './sample-data.ts';

/** Tables whose rows the user made: they may change in strict transactions only. */
const MADE = [
  ...['pins', 'notes', 'collections', 'collectionItems', 'trash', 'fieldEdits', 'readingPositions', 'corrections', 'followed'],
  ...['saves', 'versions', 'sources', 'packs', 'topics', 'leaving'],
];

const { transaction } = IDBDatabase.prototype;
afterEach(() => {
  IDBDatabase.prototype.transaction = transaction;
});

it('everything the user makes is written with strict durability, in a transaction that counts it', async () => {
  const store = await open(profile());
  value(await store.addArticles([record('r1'), record('r2')]));
  const seen: { tables: string[]; durability: string | undefined }[] = [];
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...[tables, mode, options]) {
    if (mode === 'readwrite') seen.push({ tables: typeof tables === 'string' ? [tables] : [...tables], durability: options?.durability });
    return transaction.call(this, tables, mode, options);
  };
  const at = { rank: '0000000001i', updatedAtMs: 3 };
  const source = { id: 'source:s', url: 'https://example.com/feed', title: 'S', siteUrl: null, folders: [], addedAtMs: 1, paused: false };
  const pack = { id: 'pack:p', name: 'P', licence: 'CC0-1.0', source: 's', date: null, sha256: 'x', publicKey: null, importedAtMs: 1 };
  const collection = { id: 'c1', name: 'C', parentId: null, query: null, createdAtMs: 3, ...at };
  const item = { id: 'c1 r1', collectionId: 'c1', articleId: 'r1', article: pin('r1').article, addedAtMs: 3, ...at };
  const edit = {
    id: 'article r1 headline',
    of: 'article',
    recordId: 'r1',
    field: 'headline',
    value: 'H',
    found: 'F',
    source: 's',
    atMs: 3,
  } as const;
  const version = { id: 'r1 1', articleId: 'r1', seenAtMs: 1, from: 'page', headline: 'H', words: 1 } as const;
  const noDates = { datePublished: null, dateModified: null, textHash: null };
  const change = <Name extends 'notes' | 'collections' | 'collectionItems' | 'trash' | 'fieldEdits' | 'readingPositions'>(
    name: Name,
    row: object,
  ) =>
    store.changeRows([name], async (tables) => {
      await (tables[name] as { put(row: object): Promise<void> }).put(row);
    });
  /** What the user does, and by how many changes it counts. */
  const deeds: [what: () => Promise<{ ok: boolean }>, changes: number][] = [
    [() => store.putPin(pin('r1')), 1],
    [() => change('notes', { id: 'pin r1', text: 'why', draft: null, updatedAtMs: 3 }), 1],
    [() => change('notes', { id: 'pin r1', text: 'why', draft: 'why n', updatedAtMs: 3 }), 0],
    [() => change('collections', collection), 1],
    [() => change('collectionItems', item), 1],
    [() => change('trash', { id: 'pin r2', kind: 'pin', pin: pin('r2'), trashedAtMs: 3, articleIds: ['r2'], notes: [] }), 1],
    [() => change('fieldEdits', edit), 1],
    [() => change('readingPositions', { id: 'r1', paragraph: 2, share: 0.25, atMs: 3 }), 0],
    [() => store.putCorrection({ id: 'c', kind: 'not-topic', topicId: 't', surface: 's', atMs: 3 }), 1],
    [() => store.deleteCorrection('c'), 1],
    [() => store.deleteCorrection('c'), 0],
    [() => store.putFollows([{ id: '@p', seenAtMs: 7 }]), 1],
    [() => store.seeFollows(9), 0],
    [() => store.deleteFollows(['@p']), 1],
    [() => store.putSave({ id: 'r2', savedAtMs: 4 }), 1],
    [() => store.deleteSave('r2'), 1],
    [() => store.addVersions([{ ...version, ...noDates, authors: [] }]), 0],
    [() => store.putSources([source]), 1],
    [() => store.changeSource('source:s', (now) => ({ ...now, paused: true })), 1],
    [() => store.changeSource('source:s', (now) => now), 0],
    [() => store.putPack(pack), 0],
    [() => store.putTopics([{ id: 'topic:t', kind: 'topic', names: { en: ['T'] } }]), 0],
    [() => store.startRemoval('source:s', false), 1],
  ];
  for (const [deed, changes] of deeds) {
    const before = await store.made();
    value((await deed()) as Awaited<ReturnType<typeof store.putPin>>);
    expect([deed.toString(), (await store.made()).changes - before.changes]).toEqual([deed.toString(), changes]);
  }
  expect((await store.made()).sinceMs).toBe(7);
  const made = seen.filter(({ tables }) => tables.some((table) => MADE.includes(table)));
  expect(made).not.toHaveLength(0);
  expect(made.filter(({ durability }) => durability !== 'strict')).toEqual([]);
  expect(MADE.filter((table) => !made.some(({ tables }) => tables.includes(table)))).toEqual([]);
  store.close();
});
