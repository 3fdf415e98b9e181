import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemId, type Trashed } from '../../lib/core/library.ts';
import { DEFAULT_SETTINGS } from '../../lib/core/settings.ts';
import { packLines } from '../../lib/packs/lines.ts';
import { exportBackup } from '../../lib/store/backup.ts';
import { BACKUP_LINE_BYTES } from '../../lib/store/backup-source.ts';
import { finishRestore } from '../../lib/store/finish-restore.ts';
import { type IndexedDbStore, openStore } from '../../lib/store/indexed-db/open-store.ts';
import { beginRestore, previewRestore, type RestorePreview } from '../../lib/store/restore.ts';
import { settle, value } from './checks.ts';
import { derive, fillLibrary, outlet, pin, record, reporter } from './sample-data.ts';

let opened = 0;

function fresh(): Promise<IndexedDbStore> {
  return openStore({ databaseName: `backup-${opened++}`, derive, nowMs: Date.now }).then(value);
}

async function filled(): Promise<IndexedDbStore> {
  const store = await fresh();
  value(
    await store.addArticles(
      Array.from({ length: 450 }, (_, i) =>
        record(`r${i}`, { headline: `Lathe name${i} "quoted" \u2028`, text: `Text ${i}\n\nМова 漢字` }),
      ),
    ),
  );
  value(await store.removeArticles(['r9']));
  value(await store.putReporters([reporter('p', { bio: 'b', bioSource: 's', sameAs: ['https://example.com/p'] })]));
  value(await store.putOutlets([outlet('m', { url: 'https://example.com/' })]));
  value(
    await store.putTopics([
      { id: 'topic:t', kind: 'topic', names: { en: ['T'], uk: ['Т'] }, description: 'd' },
      { id: 'topic:u', kind: 'place', names: {} },
    ]),
  );
  value(await store.putPin(pin('r1')));
  value(await store.putPin(pin('gone', { state: 'archived' })));
  value(await store.putCorrection({ id: 'c1', kind: 'not-topic', topicId: 't', surface: 's', also: ['S’s'], atMs: 3 }));
  value(await store.putCorrection({ id: 'c2', kind: 'not-related', articleId: 'r1', pageKey: 'k', atMs: 3 }));
  value(await store.putCorrection({ id: 'c3', kind: 'alias', topicId: 'topic:t', alias: '榛树', language: null, atMs: 4 }));
  value(await store.putCorrection({ id: 'c4', kind: 'same-as', topicId: 'topic:u', sameAsId: 'topic:t', atMs: 5 }));
  value(await store.putCorrection({ id: 'c5', kind: 'own-topic', topicId: 'own:u', name: 'Grey Harbour', language: 'en', atMs: 6 }));
  value(await store.putCorrection({ id: 'c6', kind: 'no-topic', name: 'Port talks', atMs: 7 }));
  value(await store.putCorrection({ id: 'c7', kind: 'same-reporter', reporterId: 'q', sameAsId: 'p', atMs: 8 }));
  value(await store.putCorrection({ id: 'c8', kind: 'other-reporter', reporterId: 'q', otherId: 'o', atMs: 9 }));
  value(await store.putCorrection({ id: 'c9', kind: 'not-theirs', reporterId: 'p', articleId: 'r1', atMs: 10 }));
  value(await store.putFollows([{ id: '@p', seenAtMs: 7 }]));
  value(await store.putCorrection({ id: 'd1', kind: 'not-copy', articleId: 'r1', ofId: 'gone', atMs: 8 }));
  value(
    await store.addActivity({ id: 'a', atMs: 1, url: 'https://example.com/feed', source: 'Feed', why: 'refresh', status: 200, bytes: 9 }),
  );
  const url = 'https://example.com/feed';
  value(await store.putSources([{ id: 'source:s', url, title: 'Feed', siteUrl: null, folders: ['World'], addedAtMs: 1, paused: true }]));
  value(
    await store.addSourceEntries('source:s', [
      { articleId: 'r1', keys: ['i1', 'u2'] },
      { articleId: 'r2', keys: [], joined: true },
    ]),
  );
  value(
    await store.putPack({
      id: 'pack:p',
      name: 'P',
      licence: 'CC0-1.0',
      source: 's',
      date: '2026-01-29',
      sha256: 'ab',
      publicKey: 'key',
      importedAtMs: 1,
    }),
  );
  value(await store.putSave({ id: 'r3', savedAtMs: 8 }));
  const said = {
    articleId: 'r3',
    seenAtMs: 8,
    from: 'page' as const,
    headline: 'H',
    authors: ['A'],
    datePublished: null,
    dateModified: null,
  };
  value(await store.addVersions([{ ...said, id: 'r3 8', textHash: 'ff', words: 2 }]));
  await fillLibrary(store);
  value(await store.addHoldings('pack:p', { articles: ['r2'], reporters: ['p'], outlets: ['m'], topics: ['topic:t'] }));
  return store;
}

async function apply(store: IndexedDbStore, preview: RestorePreview): Promise<void> {
  value(await beginRestore(store, preview, 'keep'));
  expect(value(await finishRestore(store))).toBe(true);
  expect(await store.restoreLeft()).toBeNull();
}

async function lines(store: IndexedDbStore): Promise<string[]> {
  const all: string[] = [];
  for await (const line of exportBackup(store, DEFAULT_SETTINGS)) all.push(line);
  return all;
}

/** A backup of the given lines with a checksum and counts that hold, so that only the lines themselves can be at fault. */
function sealed(rows: string[], over: object = {}): string[] {
  const body = rows.map((row) => `${row}\n`);
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const table = /"table":"(\w+)"/u.exec(row)?.[1];
    if (table !== undefined) counts[table] = (counts[table] ?? 0) + 1;
  }
  const sha256 = createHash('sha256').update(body.join('')).digest('hex');
  return [`${JSON.stringify({ format: 'sidelight-backup', version: 1, counts, sha256, ...over })}\n`, ...body];
}

function articleLine(over: object = {}): string {
  return JSON.stringify({ table: 'articles', row: { ...record('x').article, ...over } });
}

function settingsLine(over: object = {}): string {
  return JSON.stringify({ table: 'settings', row: { id: 'settings', ...DEFAULT_SETTINGS, ...over } });
}

describe('backup', () => {
  it('export, restore into a fresh store, export: equal bytes, equal answers', async () => {
    const store = await filled();
    const first = await lines(store);
    expect(first).toHaveLength(1 + 1 + 449 + 1 + 1 + 2 + 2 + 10 + 1 + 1 + 6 + 12);
    const other = await fresh();
    const preview = value(await previewRestore(other, first, DEFAULT_SETTINGS));
    expect(preview.counts.articles).toEqual({ new: 449, changed: 0, same: 0 });
    expect((await other.status()).articles).toBe(0);
    await apply(other, preview);
    expect(await lines(other)).toEqual(first);
    await settle(other);
    expect((await other.evaluate([{ term: 'name17', weight: 1 }], 5)).length).toBe(1);
    const { articles, reporters, outlets } = await other.status();
    expect([articles, reporters, outlets]).toEqual([449, 1, 1]);
    store.close();
    other.close();
  });

  it('is the same whatever the order of writing', async () => {
    const [one, two] = [await fresh(), await fresh()];
    value(await one.addArticles([record('a'), record('b')]));
    value(await two.addArticles([record('b')]));
    value(await two.addArticles([record('a')]));
    expect(await lines(one)).toEqual(await lines(two));
  });

  it('previews what is new, changed and the same; applying keeps what the backup lacks', async () => {
    const store = await filled();
    const backup = await lines(store);
    value(await store.putPin(pin('r1', { state: 'read' })));
    value(await store.changeRows(['pins'], ({ pins }) => pins.delete('gone')));
    value(await store.putPin(pin('kept')));
    const preview = value(await previewRestore(store, backup, DEFAULT_SETTINGS));
    expect(preview.counts.pins).toEqual({ new: 1, changed: 1, same: 0 });
    expect(preview.counts.articles).toEqual({ new: 0, changed: 0, same: 449 });
    await apply(store, preview);
    expect((await store.listPins()).map(({ id, state }) => [id, state])).toEqual([
      ['gone', 'archived'],
      ['kept', 'unread'],
      ['r1', 'unread'],
    ]);
    store.close();
  });

  it('is read again with a collection of eight thousand reports in the trash', async () => {
    const store = await fresh();
    const collection = { id: 'c', name: 'All of it', parentId: null, rank: 'hzzzzzzzzz', query: null, createdAtMs: 1, updatedAtMs: 1 };
    const items = Array.from({ length: 8_000 }, (_, i) => {
      const { article } = pin(`report-${i}-${'of a site with long addresses '.repeat(5)}`);
      const [collectionId, articleId] = [collection.id, article.id];
      return { id: itemId(collectionId, articleId), collectionId, articleId, article, rank: 'hzzzzzzzzz', addedAtMs: 1, updatedAtMs: 1 };
    });
    const articleIds = items.map(({ articleId }) => articleId);
    const row: Trashed = { id: 'collection c', kind: 'collection', trashedAtMs: 2, articleIds, notes: [], collection, within: [], items };
    value(await store.changeRows(['trash'], ({ trash }) => trash.put(row)));
    const written = await lines(store);
    expect(Math.max(...written.map(({ length }) => length))).toBeGreaterThan(5_000_000);
    const other = await fresh();
    const preview = value(await previewRestore(other, packLines([Buffer.from(written.join(''))], BACKUP_LINE_BYTES), DEFAULT_SETTINGS));
    await apply(other, preview);
    expect(await other.listRows('trash')).toEqual([row]);
    store.close();
    other.close();
  });

  it('is read with the line ends of Windows', async () => {
    const bytes = Buffer.from(sealed([articleLine()]).join('').replaceAll('\n', '\r\n'));
    const store = await fresh();
    expect(value(await previewRestore(store, packLines([bytes]), DEFAULT_SETTINGS)).counts.articles.new).toBe(1);
    store.close();
  });

  it('lets writers on again after an iteration that was left early', async () => {
    const store = await filled();
    for await (const line of exportBackup(store, DEFAULT_SETTINGS)) {
      expect(line).toContain('sidelight-backup');
      break;
    }
    value(await store.putPin(pin('after')));
    store.close();
  });
});

describe('a hostile backup', () => {
  const good = articleLine();
  const cases: [string, string[], string, RegExp][] = [
    ['nothing', [], 'bad-backup', /empty/u],
    ['bad JSON', sealed([good, '{"table":']), 'bad-backup', /Line 3/u],
    ['no header', [`${good}\n`], 'bad-backup', /Line 1/u],
    ['a newer version', sealed([good], { version: 5 }), 'index-newer-than-code', /newer/u],
    ['version 0', sealed([good], { version: 0 }), 'bad-backup', /Line 1/u],
    ['__proto__ in a row', sealed([good.replace('{"id"', '{"__proto__":{"sample":true},"id"')]), 'bad-backup', /Line 2/u],
    ['an escaped __proto__', sealed([good.replace('{"id"', '{"\\u005f_proto__":{},"id"')]), 'bad-backup', /Line 2/u],
    ['__proto__ as a table', sealed(['{"table":"__proto__","row":{}}']), 'bad-backup', /Line 2/u],
    ['a line of 10 MB', sealed([articleLine({ text: 'x'.repeat(10_000_000) })]), 'too-large', /Line 2/u],
    ['a line of 70 MB', sealed([`{"row":{"id":"${'x'.repeat(70_000_000)}"},"table":"trash"}`]), 'too-large', /Line 2/u],
    ['an id twice', sealed([good, articleLine({ url: 'https://example.com/other' })]), 'bad-backup', /Line 3/u],
    ['an address twice', sealed([good, articleLine({ id: 'y' })]), 'bad-backup', /Line 3/u],
    ['a javascript: address', sealed([articleLine({ url: 'javascript:alert(1)' })]), 'bad-backup', /Line 2.*url/u],
    ['an unknown key', sealed([articleLine({ extra: 1 })]), 'bad-backup', /Line 2/u],
    ['a missing key', sealed([articleLine({ headline: undefined })]), 'bad-backup', /Line 2.*headline/u],
    ['a date no calendar has', sealed([articleLine({ publishedAtMs: 9e15 })]), 'bad-backup', /Line 2.*publishedAtMs/u],
    ['a wrong type', sealed([articleLine({ authors: {} })]), 'bad-backup', /Line 2/u],
    ['settings twice', sealed([settingsLine(), settingsLine()]), 'bad-backup', /Line 3.*settings/u],
    ['a site that is no host', sealed([settingsLine({ sites: ['https://a.example/'] })]), 'bad-backup', /Line 2.*sites/u],
    ['a mode nobody knows', sealed([settingsLine({ mode: 'always' })]), 'bad-backup', /Line 2.*mode/u],
    [
      'marks with more salts than a page view may hash',
      sealed(
        Array.from({ length: 65 }, (_, i) =>
          JSON.stringify({
            table: 'corrections',
            row: { id: `c${i}`, kind: 'not-related', articleId: 'a', pageKey: 'k', salt: `s${i}`, atMs: 1 },
          }),
        ),
      ),
      'bad-backup',
      /Line 66.*installations/u,
    ],
    ['a row that is null', sealed(['{"table":"pins","row":null}', 'null']), 'bad-backup', /Line 2/u],
    ['a wrong count', sealed([good], { counts: { articles: 2 } }), 'bad-backup', /count/u],
    ['a changed byte', sealed([good]).map((line) => line.replace('Report x', 'Report y')), 'checksum-mismatch', /checksum/u],
    [
      'a missing last line',
      sealed([good, articleLine({ id: 'y', url: 'https://example.com/y' })]).slice(0, 2),
      'checksum-mismatch',
      /checksum/u,
    ],
    ['deep nesting', sealed([`{"table":"articles","row":${'['.repeat(50_000)}${']'.repeat(50_000)}}`]), 'bad-backup', /Line 2/u],
  ];
  for (const [what, input, code, message] of cases) {
    it(`${what}: an error, and nothing is written`, async () => {
      const store = await fresh();
      const result = await previewRestore(store, input, DEFAULT_SETTINGS);
      expect(result).toMatchObject({ ok: false, error: { code } });
      if (!result.ok) expect(result.error.message).toMatch(message);
      expect((await store.status()).articles).toBe(0);
      store.close();
    });
  }

  it('of any kind never throws', async () => {
    const store = await fresh();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.string(), fc.json(), fc.constant(good)), { maxLength: 5 }), async (rows) => {
        const result = await previewRestore(store, sealed(rows), DEFAULT_SETTINGS);
        expect(typeof result.ok).toBe('boolean');
      }),
    );
    store.close();
  });
});
