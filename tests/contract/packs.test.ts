import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { PackSigner } from '../../lib/packs/sign.ts';
import type { PackDescription } from '../../lib/packs/types.ts';
import { installPack } from '../../lib/services/install-pack.ts';
import { packId, planPack } from '../../lib/services/plan-pack.ts';
import { OUTLET, REPORTER, TOPIC } from '../unit/packs/records.ts';
import { value } from './checks.ts';
import { ANNA, BERT, contents, FIRST, fresh, headlines, ids, install, NOW, plan, reading, remove, report } from './pack-places.ts';
import { derive, pin, record } from './sample-data.ts';

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
      refusal: null,
    });
    expect(value(await install(store, next))).toEqual({ added: 1, updated: 1 });
    expect(await headlines(store)).toEqual(['Corrected', 'Report b', 'Report c']);
    expect((await plan(store, next)).write).toEqual({ articles: [], reporters: [], outlets: [], topics: [] });
    store.close();
  });

  it('leaves a report that changes as old as it is', async () => {
    const store = await fresh();
    value(await install(store, [report('a'), report('b')]));
    const next = await reading([report('a', { headline: 'Corrected' }), report('b'), report('c')]);
    value(await installPack(next, { store, derive: (articles) => articles.map(derive), nowMs: NOW + 9 }));
    const stored = await store.getArticles(['a', 'b', 'c']);
    expect(stored.map(({ article }) => [article.headline, article.provenance.addedAtMs])).toEqual([
      ['Corrected', NOW],
      ['Report b', NOW],
      ['Report c', NOW + 9],
    ]);
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
    value(
      await store.putSources([
        { id: 'source:s', url: 'https://s.example/feed', title: 's', siteUrl: null, folders: [], addedAtMs: 1, paused: false },
      ]),
    );
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
    const [articles, [person, ...people] = [], ...others] = before.rows.slice(0, 4);
    const forged = { text: 'Forged.', source: REPORTER.bioSource, atMs: NOW, holder: packId('Other') };
    // Of a person all is kept that anybody said, with who said it.
    expect(after.rows.slice(0, 4)).toEqual([articles, [{ ...person, otherBios: [forged] }, ...people], ...others]);
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
    value(await installPack(given, { store, derive: (articles) => articles.map(derive), nowMs: NOW }));
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
