import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { fail, ok, type Result } from '../../lib/core/result.ts';
import { createLibraryPacks } from '../../lib/services/library-packs.ts';
import { createPackImports } from '../../lib/services/pack-imports.ts';
import { packId } from '../../lib/services/plan-pack.ts';
import type { IndexedDbStore } from '../../lib/store/indexed-db/open-store.ts';
import { buildGazetteer, openGazetteer } from '../../lib/topics/gazetteer.ts';
import { OUTLET, packOf, REPORTER, signedPackOf, TOPIC } from '../unit/packs/records.ts';
import { settle, value } from './checks.ts';
import { ANNA, contents, FIRST, fresh, headlines, ids, install, NOW, report } from './pack-places.ts';

describe('the library page', () => {
  const gazetteer = value(openGazetteer([buildGazetteer([])]));

  function library(store: IndexedDbStore) {
    const place = { store, gazetteer, refreshTopics: async () => {} };
    const at = { open: async () => ok(place), nowMs: () => NOW };
    return createLibraryPacks({ ...at, imports: createPackImports(at), fetch, announce: async () => {}, changed: () => {} });
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
    expect(value(await packs.packLeft())).toEqual({ name: 'Test pack', stopped: false });
    value(await packs.removePack(packId('Test pack'), nothing));
    expect([value(await packs.packLeft()), await store.listReporters()]).toEqual([null, []]);
    store.close();
  });

  it('counts what the version here has more, and tells how far reading is', async () => {
    const store = await fresh();
    value(await install(store, FIRST));
    const told: number[] = [];
    const preview = await library(store).previewPack(file(packOf([...FIRST.slice(0, 4), report('c')])), 'x', (done) => told.push(done));
    expect(value(preview)).toMatchObject({
      missing: 1,
      counts: [{ kind: 'articles', inFile: 2, added: 1, changed: 0, kept: 0 }, {}, {}, {}],
    });
    expect([told.at(-1), told.every((done, at) => done >= (told[at - 1] ?? 0))]).toEqual([1, true]);
    store.close();
  });

  it('never writes over what came between preview and import', async () => {
    const store = await fresh();
    const packs = library(store);
    const many = Array.from({ length: 900 }, (_, at) => report(`m${String(at).padStart(4, '0')}`));
    const { id } = value(await packs.previewPack(file(packOf([OUTLET, REPORTER, ...many])), 'x'));
    value(await install(store, [report('m0500', { headline: 'Of another' })], null, { name: 'Other' }));
    expect(value(await packs.applyPack(id, nothing))).toEqual({ added: 899, updated: 0 });
    expect((await store.getArticles(['m0500', 'm0501'])).map(({ article }) => article.headline)).toEqual(['Of another', 'Report m0501']);
    expect((await store.heldBy(packId('Test pack'))).articles.length).toBe(900);
    store.close();
  });

  describe('stopped by the reader', () => {
    const many = Array.from({ length: 1_700 }, (_, at) => report(`m${String(at).padStart(4, '0')}`));
    const large = () => file(packOf([OUTLET, REPORTER, ...many]));

    it('while it is read or before its first report, nothing is written', async () => {
      const store = await fresh();
      const packs = library(store);
      const stop = new AbortController();
      stop.abort();
      expect(await packs.previewPack(large(), 'x', nothing, stop.signal)).toMatchObject({ ok: false, error: { code: 'cancelled' } });
      const late = new AbortController();
      const half = packs.previewPack(large(), 'x', (done) => done > 0.5 && late.abort(), late.signal);
      expect(await half).toMatchObject({ ok: false, error: { code: 'cancelled' } });
      const { id } = value(await packs.previewPack(large(), 'x'));
      expect(await packs.applyPack(id, nothing, stop.signal)).toMatchObject({ ok: false, error: { code: 'cancelled' } });
      expect([value(await packs.packLeft()), await store.listPacks(), await store.listReporters()]).toEqual([null, [], []]);
      store.close();
    });

    it('half-way, it waits for the reader: goes on to the same index as one that was not stopped, or stays as it is, or goes away whole', async () => {
      const whole = await fresh();
      const first = library(whole);
      value(await first.applyPack(value(await first.previewPack(large(), 'x')).id, nothing));
      await settle(whole);
      const expected = await contents(whole);
      whole.close();
      for (const then of ['go on', 'leave', 'remove']) {
        const databaseName = `packs-stopped-${then}`;
        const store = await fresh({ databaseName });
        const packs = library(store);
        const stop = new AbortController();
        const { id } = value(await packs.previewPack(large(), 'x'));
        const stopped = await packs.applyPack(id, (done) => done > 0.2 && stop.abort(), stop.signal);
        expect(stopped).toMatchObject({ ok: false, error: { code: 'cancelled' } });
        const { articles } = await store.status();
        expect([articles > 0, articles < many.length]).toEqual([true, true]);
        expect((await store.heldBy(packId('Test pack'))).articles.length).toBe(articles);
        store.close();
        // Another visit: nothing goes on by itself.
        const again = await fresh({ databaseName });
        const later = library(again);
        expect(value(await later.packLeft())).toEqual({ name: 'Test pack', stopped: true });
        expect(value(await later.listPacks())).toMatchObject([{ articles, isWhole: false }]);
        if (then === 'go on') {
          expect(value(await later.continuePack(nothing))).toEqual({ added: many.length - articles, updated: 0 });
          await settle(again);
          expect(await contents(again)).toEqual(expected);
        } else if (then === 'leave') {
          value(await later.leavePack());
          expect((await again.status()).articles).toBe(articles);
        } else {
          value(await later.removePack(packId('Test pack'), nothing));
          expect([(await again.status()).articles, await again.listReporters(), await again.listPacks()]).toEqual([0, [], []]);
        }
        expect(value(await later.packLeft())).toBeNull();
        again.close();
      }
    });

    it('is over before another pack is added', async () => {
      const store = await fresh();
      const packs = library(store);
      const [first, second] = [
        value(await packs.previewPack(large(), 'x')),
        value(await packs.previewPack(file(packOf([OUTLET, REPORTER, report('z')], { name: 'Small pack' })), 'y')),
      ];
      const both = await Promise.all([packs.applyPack(first.id, nothing), packs.applyPack(second.id, nothing)]);
      expect(both.map(value)).toEqual([
        { added: many.length, updated: 0 },
        { added: 1, updated: 0 },
      ]);
      store.close();
    });

    it.each(['the page that adds it', 'another page'])('by removing the pack from %s, it ends, and all of it goes', async (from) => {
      const databaseName = `packs-removed-${from}`;
      const [one, two] = [await fresh({ databaseName }), await fresh({ databaseName })];
      const packs = library(one);
      const remover = from === 'another page' ? library(two) : packs;
      const { id } = value(await packs.previewPack(large(), 'x'));
      let removal: ReturnType<typeof packs.removePack> | null = null;
      const seen: number[] = [];
      const added = await packs.applyPack(id, (done) => {
        seen.push(done);
        removal ??= remover.removePack(packId('Test pack'), nothing);
      });
      expect(added).toMatchObject({ ok: false, error: { code: 'cancelled' } });
      expect(seen.at(-1)).toBeLessThan(1);
      // There is nothing to decide about it.
      expect(value(await packs.packLeft())).toBeNull();
      value(await removal!);
      expect([(await two.status()).articles, await two.listReporters(), await two.listPacks()]).toEqual([0, [], []]);
      expect((await two.heldBy(packId('Test pack'))).articles).toEqual([]);
      expect(await two.stagedPack()).toBeNull();
      one.close();
      two.close();
    });

    it('not by removing another pack, which waits for it', async () => {
      const store = await fresh();
      value(await install(store, [OUTLET, report('z')], null, { name: 'Other' }));
      const packs = library(store);
      const { id } = value(await packs.previewPack(large(), 'x'));
      let removal: ReturnType<typeof packs.removePack> | null = null;
      value(await packs.applyPack(id, () => (removal ??= packs.removePack(packId('Other'), nothing))));
      value(await removal!);
      expect(value(await packs.listPacks())).toMatchObject([{ name: 'Test pack', articles: many.length, isWhole: true }]);
      expect((await store.status()).articles).toBe(many.length);
      store.close();
    });

    it('is one import for all views of a page; another page leaves it alone', async () => {
      const databaseName = 'packs-two-pages';
      const [one, two] = [await fresh({ databaseName }), await fresh({ databaseName })];
      const [packs, other] = [library(one), library(two)];
      const { id } = value(await packs.previewPack(large(), 'x'));
      let seen: unknown = null;
      const told: number[] = [];
      const first = packs.applyPack(id, async () => {
        seen ??= Promise.all([packs.packLeft(), other.packLeft(), packs.continuePack((done) => told.push(done))]);
      });
      const summary = value(await first);
      expect(summary).toEqual({ added: many.length, updated: 0 });
      expect(await seen).toEqual([ok({ name: 'Test pack', stopped: false }), ok(null), ok(summary)]);
      expect(told.at(-1)).toBe(1);
      one.close();
      two.close();
    });
  });

  it.each([
    ['few', 0],
    ['many', 450],
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
    120_000,
  );
});
