import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { fail, ok, type Result } from '../../lib/core/result.ts';
import type { PackSigner } from '../../lib/packs/sign.ts';
import type { ArticleRecord, PackDescription, PackRecord } from '../../lib/packs/types.ts';
import { readWholePack } from '../../lib/services/import-pack.ts';
import { installPack } from '../../lib/services/install-pack.ts';
import { createLibraryPacks } from '../../lib/services/library-packs.ts';
import { packId, planPack } from '../../lib/services/plan-pack.ts';
import { type IndexedDbStore, openStore, type StoreOptions } from '../../lib/store/indexed-db/open-store.ts';
import { buildGazetteer, openGazetteer } from '../../lib/topics/gazetteer.ts';
import { ARTICLE, OUTLET, packOf, REPORTER, signedPackOf, signerOf, TOPIC } from '../unit/packs/records.ts';
import { settle, value } from './checks.ts';
import { derive, pin, record } from './sample-data.ts';

let opened = 0;
const NOW = 1_000;
const ANNA = signerOf(1);
const BERT = signerOf(2);

async function fresh(over: Partial<StoreOptions> = {}): Promise<IndexedDbStore> {
  return value(await openStore({ databaseName: `packs-${opened++}`, derive, nowMs: () => NOW, ...over }));
}

/** A report of the pack, named by a letter. */
const report = (id: string, over: Partial<ArticleRecord> = {}): ArticleRecord => ({
  ...ARTICLE,
  id,
  url: `https://harbour.example/${id}`,
  headline: `Report ${id}`,
  text: `Text of ${id}.`,
  ...over,
});
const FIRST: PackRecord[] = [OUTLET, REPORTER, TOPIC, report('a'), report('b')];

async function reading(records: PackRecord[], signer: PackSigner | null = null, about: Partial<PackDescription> = {}) {
  const lines = signer === null ? packOf(records, about) : signedPackOf(records, signer, about);
  return value(await readWholePack(lines));
}

async function install(
  store: IndexedDbStore,
  records: PackRecord[],
  signer: PackSigner | null = null,
  about: Partial<PackDescription> = {},
) {
  return installPack(await reading(records, signer, about), { store, derive, nowMs: NOW });
}

async function plan(store: IndexedDbStore, records: PackRecord[], signer: PackSigner | null = null, about: Partial<PackDescription> = {}) {
  return planPack(await reading(records, signer, about), { store, nowMs: NOW });
}

async function remove(store: IndexedDbStore, name: string): Promise<void> {
  value(await store.startRemoval(packId(name), false));
  while (value(await store.continueRemoval(false)) !== null);
}

const headlines = async (store: IndexedDbStore) =>
  (await store.getArticles(['a', 'b', 'c', 'd', 'e'])).map(({ article }) => article.headline);
const ids = async (store: IndexedDbStore) => (await store.getArticles(['a', 'b', 'c', 'd', 'e'])).map(({ article }) => article.id).join('');

/** Everything a store says, but for what a backup leaves out. */
async function contents(store: IndexedDbStore) {
  const tables = ['articles', 'reporters', 'outlets', 'topics', 'packs'] as const;
  const rows = await Promise.all(tables.map((table) => store.readRows(table, null, 1_000)));
  const held = await Promise.all((await store.listPacks()).map(({ id }) => store.heldBy(id)));
  return { rows, held: held.map((one) => Object.values(one).map((list: string[]) => [...list].sort())), status: await store.status() };
}

describe('installing a pack', () => {
  it('remembers whose it is, of when, and what it holds', async () => {
    const store = await fresh();
    const about = { date: '2026-01-29' };
    expect(value(await install(store, FIRST, ANNA, about))).toEqual({ added: 2, updated: 0 });
    const { manifest } = await reading(FIRST, ANNA, about);
    expect(await store.listPacks()).toEqual([
      {
        id: packId('Test pack'),
        name: 'Test pack',
        licence: 'CC0-1.0',
        source: 'tests',
        date: '2026-01-29',
        sha256: manifest.sha256,
        publicKey: ANNA.publicKey,
        importedAtMs: NOW,
      },
    ]);
    expect(await store.heldBy(packId('Test pack'))).toEqual({
      articles: ['a', 'b'],
      reporters: [REPORTER.id],
      outlets: [OUTLET.id],
      topics: [TOPIC.id],
    });
    store.close();
  });

  it('tells what is new, what changes and what stays the same, and writes only that', async () => {
    const store = await fresh();
    value(await install(store, FIRST));
    const next = [OUTLET, { ...REPORTER, jobTitle: 'Editor' }, TOPIC, report('a', { headline: 'Corrected' }), report('c')];
    expect(await plan(store, next)).toMatchObject({
      counts: {
        articles: { inFile: 2, added: 1, changed: 1, kept: 0 },
        reporters: { inFile: 1, added: 0, changed: 1, kept: 0 },
        outlets: { inFile: 1, added: 0, changed: 0, kept: 0 },
        topics: { inFile: 1, added: 0, changed: 0, kept: 0 },
      },
      missing: 1,
      refusal: null,
    });
    expect(value(await install(store, next))).toEqual({ added: 1, updated: 1 });
    expect(await headlines(store)).toEqual(['Corrected', 'Report b', 'Report c']);
    expect((await plan(store, next)).write).toEqual({ articles: [], reporters: [], outlets: [], topics: [] });
    store.close();
  });

  it('takes another licence for a change', async () => {
    const store = await fresh();
    value(await install(store, [report('a')]));
    expect((await plan(store, [report('a')], null, { licence: 'MIT' })).counts.articles).toMatchObject({ changed: 1 });
    store.close();
  });

  it('changes nothing that another pack, a source or the reader brought', async () => {
    const store = await fresh();
    value(await install(store, FIRST));
    value(await store.addSourceEntries('source:s', [{ articleId: 'c', keys: [] }]));
    const feed = { kind: 'feed', source: 's', licence: null, addedAtMs: 1 } as const;
    const saved = { kind: 'saved-page', source: 'h', licence: null, addedAtMs: 1 } as const;
    value(
      await store.addArticles([
        record('c', { headline: 'Of a feed', provenance: feed }),
        record('d', { headline: 'Saved', provenance: saved }),
        record('x', { url: 'https://harbour.example/e', headline: 'Saved elsewhere', provenance: saved }),
      ]),
    );
    const other = ['a', 'c', 'd', 'e'].map((id) => report(id, { headline: `Forged ${id}` }));
    const records = [
      { ...OUTLET, name: 'Forged' },
      { ...REPORTER, bio: 'Forged.' },
      { ...TOPIC, names: { en: ['Forged'] } },
      report('b'),
      ...other,
    ];
    expect((await plan(store, records, BERT, { name: 'Other' })).counts).toEqual({
      articles: { inFile: 5, added: 0, changed: 0, kept: 4 },
      reporters: { inFile: 1, added: 0, changed: 0, kept: 1 },
      outlets: { inFile: 1, added: 0, changed: 0, kept: 1 },
      topics: { inFile: 1, added: 0, changed: 0, kept: 1 },
    });
    const before = await contents(store);
    value(await install(store, records, BERT, { name: 'Other' }));
    const after = await contents(store);
    expect(after.rows.slice(0, 4)).toEqual(before.rows.slice(0, 4));
    // What the reader saved is not the pack's to take away.
    expect((await store.heldBy(packId('Other'))).articles.sort()).toEqual(['a', 'b', 'c']);
    await remove(store, 'Test pack');
    expect(await headlines(store)).toEqual(['Report a', 'Report b', 'Of a feed', 'Saved']);
    expect((await store.listTopics()).map(({ id }) => id)).toEqual([TOPIC.id]);
    await remove(store, 'Other');
    expect(await headlines(store)).toEqual(['Of a feed', 'Saved']);
    store.close();
  });

  it('may change what nobody holds any more', async () => {
    const store = await fresh();
    value(await install(store, [report('a')], null, { name: 'One' }));
    value(await install(store, [report('a', { headline: 'Other' })], null, { name: 'Two' }));
    await remove(store, 'One');
    expect(await headlines(store)).toEqual(['Report a']);
    value(await install(store, [report('a', { headline: 'Other' })], null, { name: 'Two' }));
    expect(await headlines(store)).toEqual(['Other']);
    store.close();
  });
});

describe('an update', () => {
  const refusals = async (
    about: Partial<PackDescription>,
    signer: PackSigner | null,
    given: Partial<PackDescription>,
    by: PackSigner | null,
  ) => {
    const store = await fresh();
    value(await install(store, [report('a')], signer, about));
    const { refusal } = await plan(store, [report('a', { headline: 'Changed' })], by, given);
    const installed = await install(store, [report('a', { headline: 'Changed' })], by, given);
    expect(installed.ok).toBe(refusal === null);
    expect(await headlines(store)).toEqual([refusal === null ? 'Changed' : 'Report a']);
    const [pack] = await store.listPacks();
    store.close();
    return [refusal, pack?.publicKey ?? null];
  };

  it.each([
    ['signed by the same key', {}, ANNA, {}, ANNA, null, ANNA],
    ['not signed any more', {}, ANNA, {}, null, 'unsigned', ANNA],
    ['signed by another key', {}, ANNA, {}, BERT, 'other-key', ANNA],
    ['unsigned as before', {}, null, {}, null, null, null],
    ['signed for the first time', {}, null, {}, ANNA, null, ANNA],
    ['newer', { date: '2026-01-29' }, ANNA, { date: '2026-01-30' }, ANNA, null, ANNA],
    ['of the same day', { date: '2026-01-29' }, null, { date: '2026-01-29' }, null, null, null],
    ['older', { date: '2026-01-29' }, ANNA, { date: '2026-01-28' }, ANNA, 'older', ANNA],
    ['older and unsigned as before', { date: '2026-01-29' }, null, { date: '2025' }, null, 'older', null],
    ['undated where the other was dated', { date: '2026-01-29' }, ANNA, {}, ANNA, 'older', ANNA],
    ['dated where the other was not', {}, ANNA, { date: '2020' }, ANNA, null, ANNA],
    ['older, and signed by another key', { date: '2026-01-29' }, ANNA, { date: '2026-01-28' }, BERT, 'other-key', ANNA],
  ] as const)('%s', async (_what, about, signer, given, by, refusal, remembered) => {
    expect(await refusals(about, signer, given, by)).toEqual([refusal, remembered?.publicKey ?? null]);
  });

  it('that cannot be checked is refused; a first version counts as unsigned', async () => {
    const store = await fresh();
    const given = await reading([report('a')], ANNA);
    const unchecked = { ...given, signature: { state: 'unchecked' as const, publicKey: ANNA.publicKey } };
    expect((await planPack(unchecked, { store, nowMs: NOW })).pack.publicKey).toBeNull();
    value(await installPack(given, { store, derive, nowMs: NOW }));
    expect((await planPack(unchecked, { store, nowMs: NOW })).refusal).toBe('unchecked');
    store.close();
  });

  it('can be taken after a removal, whoever signed it', async () => {
    const store = await fresh();
    value(await install(store, [report('a')], ANNA, { date: '2026-01-29' }));
    await remove(store, 'Test pack');
    expect(await ids(store)).toBe('');
    value(await install(store, [report('a')], BERT, { date: '2025-01-29' }));
    expect((await store.listPacks()).map(({ publicKey }) => publicKey)).toEqual([BERT.publicKey]);
    store.close();
  });
});

describe('what a removal would take', () => {
  it('is counted exactly, and the removal takes that', async () => {
    const store = await fresh();
    value(await install(store, [...FIRST, report('c'), report('d'), report('e')]));
    value(await install(store, [REPORTER, report('b')], null, { name: 'Other' }));
    value(await store.putPin(pin('c')));
    value(await store.putSave({ id: 'e', savedAtMs: NOW }));
    const before = await store.status();
    const counts = await store.removalOf(packId('Test pack'));
    expect(counts).toEqual({ articles: 2, reporters: 0, outlets: 0, topics: 1, kept: 3 });
    expect(await store.status()).toEqual(before);
    await remove(store, 'Test pack');
    expect(await ids(store)).toBe('bce');
    const after = await store.status();
    expect([before.articles - after.articles, before.reporters - after.reporters, before.outlets - after.outlets]).toEqual([2, 0, 0]);
    expect(await store.listTopics()).toEqual([]);
    // The pinned report still names the outlet and the reporter.
    value(await store.changeRows(['pins'], ({ pins }) => pins.delete('c')));
    expect(await store.removalOf(packId('Other'))).toEqual({ articles: 1, reporters: 0, outlets: 0, topics: 0, kept: 0 });
    store.close();
  });

  it('counts all of a pack of many rows', async () => {
    const store = await fresh();
    const many = Array.from({ length: 2_100 }, (_, at) => report(`m${at}`, { authors: [], outletId: null }));
    value(await install(store, [TOPIC, ...many]));
    expect(await store.removalOf(packId('Test pack'))).toEqual({ articles: 2_100, reporters: 0, outlets: 0, topics: 1, kept: 0 });
    expect(await store.removalOf('pack:none')).toEqual({ articles: 0, reporters: 0, outlets: 0, topics: 0, kept: 0 });
    store.close();
  });
});

describe('the library page', () => {
  const gazetteer = value(openGazetteer([buildGazetteer([])]));

  function library(store: IndexedDbStore) {
    const place = { store, gazetteer, refreshTopics: async () => {} };
    return createLibraryPacks({ open: async () => ok(place), nowMs: () => NOW, fetch, announce: async () => {}, changed: () => {} });
  }
  const file = (lines: string[]): Blob => new Blob([`${lines.join('\n')}\n`]);
  const nothing = (): void => {};

  it('previews, adds, lists and removes', async () => {
    const store = await fresh();
    const packs = library(store);
    const blob = file(signedPackOf(FIRST, ANNA, { date: '2026-01-29' }));
    const preview = value(await packs.previewPack(blob, 'x'));
    expect(preview).toMatchObject({
      name: 'Test pack',
      bytes: blob.size,
      articles: 2,
      here: null,
      refusal: null,
      signer: { state: 'valid' },
    });
    expect(await store.status()).toMatchObject({ articles: 0 });
    expect(value(await packs.applyPack(preview.id, nothing))).toEqual({ added: 2, updated: 0 });
    expect(await store.stagedPack()).toBeNull();
    const [row] = value(await packs.listPacks());
    expect(row).toMatchObject({
      date: '2026-01-29',
      fingerprint: preview.signer.fingerprint,
      articles: 2,
      reporters: 1,
      outlets: 1,
      topics: 1,
    });
    expect(value(await packs.previewPack(blob, 'x')).here).toMatchObject({ isSame: true, fingerprint: preview.signer.fingerprint });
    const steps: number[] = [];
    value(await packs.removePack(row?.id ?? '', (gone) => steps.push(gone)));
    expect([steps.at(-1), value(await packs.listPacks()), await ids(store)]).toEqual([2, [], '']);
    store.close();
  });

  it('refuses a pack whose signature does not fit, in its preview', async () => {
    const store = await fresh();
    const [first = '', ...rest] = signedPackOf(FIRST, ANNA);
    const preview = await library(store).previewPack(file([first.replace('"name":"Test', '"name":"Best'), ...rest]), 'x');
    expect(preview).toMatchObject({ ok: false, error: { code: 'bad-pack' } });
    store.close();
  });

  it('refuses at the last moment what another page made unfit', async () => {
    const store = await fresh();
    const packs = library(store);
    const preview = value(await packs.previewPack(file(packOf([report('a')])), 'x'));
    value(await install(store, [report('b')], ANNA));
    expect(await packs.applyPack(preview.id, nothing)).toMatchObject({ ok: false, error: { code: 'bad-pack' } });
    expect([await ids(store), await store.stagedPack()]).toEqual(['b', null]);
    store.close();
  });

  it('tries an import again that the disk had no room for, until its pack is removed', async () => {
    const store = await fresh();
    const full = { ...store, addArticles: async (): Promise<Result<never>> => fail('quota-exceeded', 'The disk is full.') };
    const blob = file(packOf(FIRST));
    const packs = library(full);
    const preview = value(await packs.previewPack(blob, 'x'));
    expect(await packs.applyPack(preview.id, nothing)).toMatchObject({ ok: false, error: { code: 'quota-exceeded' } });
    expect(value(await packs.packLeft())).toBe('Test pack');
    value(await packs.removePack(packId('Test pack'), nothing));
    expect([value(await packs.packLeft()), await store.listReporters()]).toEqual([null, []]);
    store.close();
  });

  it.each([
    ['few', 0],
    ['many', 600],
  ])(
    'killed after any commit of an import of %s reports, ends as if it had not been; and can be removed whole at any point',
    async (_what, more) => {
      const others = Array.from({ length: more }, (_, at) => report(`m${at}`, { text: '' }));
      const update = file(packOf([OUTLET, REPORTER, TOPIC, report('a'), report('b'), report('c'), ...others]));
      const prepared = async (databaseName: string): Promise<void> => {
        const store = await fresh({ databaseName });
        value(await install(store, [report('b', { headline: 'Of another' })], null, { name: 'Other' }));
        store.close();
      };
      const apply = async (store: IndexedDbStore): Promise<void> => {
        const packs = library(store);
        value(await packs.applyPack(value(await packs.previewPack(update, 'x')).id, nothing));
      };
      await prepared(`packs-whole-${more}`);
      const whole = await fresh({ databaseName: `packs-whole-${more}` });
      const before = await contents(whole);
      await apply(whole);
      await settle(whole);
      const expected = await contents(whole);
      whole.close();
      let kills = 0;
      for (let at = 0; ; at++) {
        const databaseName = `packs-kill-${more}-${at}`;
        await prepared(databaseName);
        let left = at;
        const dying = await fresh({
          databaseName,
          afterCommit: () => {
            if (left-- === 0) throw new Error('killed');
          },
        });
        const died = await apply(dying).then(
          () => false,
          () => true,
        );
        dying.close();
        const store = await fresh({ databaseName });
        const packs = library(store);
        const wasCutOff = value(await packs.packLeft()) !== null;
        if (at % 2 === 0) {
          value(await packs.continuePack(nothing));
          await settle(store);
          // Killed before the file was kept, nothing has happened.
          expect(await contents(store)).toEqual(wasCutOff || at > 0 ? expected : before);
        } else {
          value(await packs.removePack(packId('Test pack'), nothing));
          expect([await headlines(store), await store.listTopics(), await store.stagedPack()]).toEqual([['Of another'], [], null]);
          expect((await store.status()).articles).toBe(1);
        }
        store.close();
        if (!died) break;
        kills++;
      }
      expect(kills).toBeGreaterThan(6);
    },
  );
});
