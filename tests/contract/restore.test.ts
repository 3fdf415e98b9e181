import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../lib/core/result.ts';
import { DEFAULT_SETTINGS } from '../../lib/core/settings.ts';
import type { Settings } from '../../lib/core/user-data.ts';
import { pageKey } from '../../lib/services/corrections.ts';
import { applyRestoredSettings, finishUpkeep } from '../../lib/services/upkeep.ts';
import { finishRestore } from '../../lib/store/finish-restore.ts';
import { type IndexedDbStore, openStore } from '../../lib/store/indexed-db/open-store.ts';
import { beginRestore, previewRestore, undoRestore } from '../../lib/store/restore.ts';
import { settle, value } from './checks.ts';
import { hidden, Killed, lines, open, PAGE, type Profile, profile, restore, settingsOf } from './profiles.ts';
import { derive, fillLibrary, outlet, pin, record, reporter } from './sample-data.ts';

async function mark(store: IndexedDbStore, articleId: string, salt: string, carried = true): Promise<void> {
  const key = await pageKey(salt, PAGE);
  value(
    await store.putCorrection({
      id: `not-related:${key}:${articleId}`,
      kind: 'not-related',
      articleId,
      pageKey: key,
      ...(carried && { salt }),
      atMs: 1,
    }),
  );
}

/** The profile a backup is made of: something of everything. */
async function author(): Promise<{ backup: string[]; settings: Settings }> {
  const settings: Settings = {
    mode: 'chosen-sites',
    sites: ['news.example', 'paper.example'],
    blockedSites: ['mail.example'],
    showBadge: false,
    markTopics: true,
    firstRunDone: true,
  };
  const of = profile({ settings, salt: 'salt of the author' });
  const store = await open(of);
  value(await store.addArticles(Array.from({ length: 50 }, (_, i) => record(`r${i}`, { text: `Text ${i}` }))));
  value(await store.putReporters([reporter('p')]));
  value(await store.putOutlets([outlet('outlet:o'), outlet('outlet:unnamed')]));
  value(await store.putTopics([{ id: 'topic:t', kind: 'topic', names: { en: ['T'] } }]));
  value(await store.putPin(pin('r1', { state: 'reading' })));
  value(await store.putPin(pin('r2')));
  await mark(store, 'r3', 'salt of the author');
  // Made before marks carried their salt, and in an installation before this one.
  await mark(store, 'r4', 'salt of the author', false);
  await mark(store, 'r5', 'salt of an earlier installation');
  value(await store.putCorrection({ id: 'c1', kind: 'not-topic', topicId: 't', surface: 's', atMs: 3 }));
  value(await store.putFollows([{ id: '@p', seenAtMs: 7 }]));
  value(await store.putFollows([{ id: '#topic:t', seenAtMs: 7 }]));
  value(await store.addActivity({ id: 'a', atMs: 1, url: 'https://example.com/feed', why: 'feed', status: null, bytes: 0 }));
  await fillLibrary(store);
  const backup = await lines(store, of);
  store.close();
  return { backup, settings };
}

/** Goes on with what was begun until it ends or is killed, and says which. */
async function endedOrKilled(begun: Promise<Result<number>>, store: IndexedDbStore, of: Profile): Promise<boolean> {
  const killed = await begun.then(
    async (started) => {
      value(started);
      await finishRestore(store).catch(() => {});
      return of.allowed < 0;
    },
    () => true,
  );
  store.close();
  of.allowed = Number.POSITIVE_INFINITY;
  return killed;
}

describe('a restore', () => {
  it('into an empty profile makes it equal, marks and settings included', async () => {
    const { backup, settings } = await author();
    const of = profile();
    const store = await open(of);
    const preview = await restore(store, of, backup, 'replace');
    expect(preview.settings).toEqual(settings);
    expect(of.settings).toEqual(settings);
    expect(await lines(store, of)).toEqual(backup);
    expect(await hidden(store, of)).toEqual(['r3', 'r4', 'r5']);
    await settle(store);
    expect(await store.evaluate([{ term: 'r7', weight: 1 }], 5)).toHaveLength(1);
    store.close();
  });

  it('into a profile with a salt and marks of its own keeps both kinds at work', async () => {
    const { backup, settings } = await author();
    const own: Settings = {
      ...DEFAULT_SETTINGS,
      mode: 'chosen-sites',
      sites: ['own.example', 'mail.example'],
      blockedSites: ['paper.example'],
    };
    const of = profile({ salt: 'salt of its own', settings: own });
    const store = await open(of);
    await mark(store, 'mine', 'salt of its own');
    await mark(store, 'old', 'salt of its own', false);
    value(await store.putPin(pin('own')));
    value(await store.putPin(pin('r1')));
    const before = await lines(store, of);
    const preview = await restore(store, of, backup, 'merge');
    expect(preview.counts.pins).toEqual({ new: 1, changed: 1, same: 0 });
    expect(await hidden(store, of)).toEqual(['mine', 'old', 'r3', 'r4', 'r5']);
    expect((await store.listPins()).map(({ id, state }) => [id, state])).toEqual([
      ['own', 'unread'],
      ['r1', 'reading'],
      ['r2', 'unread'],
    ]);
    expect(of.settings).toEqual({
      ...own,
      sites: ['mail.example', 'news.example', 'own.example'],
      firstRunDone: true,
    });
    // Everything of both is in the next backup, but for the versions the file replaced.
    const after = new Set(await lines(store, of));
    const missing = [...before.slice(2), ...backup.slice(2)].filter((line) => !after.has(line));
    expect(missing).toEqual([expect.stringContaining('"id":"r1","pinnedAtMs"')]);
    expect(settings.sites).toContain('paper.example');
    store.close();
  });

  it('is taken back whole, killed between any two steps or not', async () => {
    const { backup } = await author();
    const own: Settings = { ...DEFAULT_SETTINGS, sites: ['own.example'], firstRunDone: true };
    let kills = 0;
    for (let allowed = 0; ; allowed++) {
      const of = profile({ settings: own, salt: 'salt of its own' });
      const store = await open(of);
      value(await store.addArticles([record('mine'), record('r1'), record('r7', { text: 'An earlier version' })]));
      value(await store.putOutlets([outlet('outlet:o', { country: 'UA' })]));
      value(await store.addArticles([record('elsewhere', { url: 'https://example.com/r8' })]));
      value(await store.putPin(pin('r1')));
      value(await store.putTopics([{ id: 'topic:t', kind: 'topic', names: { en: ['Mine'] } }]));
      await mark(store, 'mine', 'salt of its own');
      const before = await lines(store, of);
      const preview = await restore(store, of, backup, 'replace');
      expect(await lines(store, of)).not.toEqual(before);
      of.allowed = allowed;
      const killed = await endedOrKilled(undoRestore(store, preview, own), store, of);
      const again = await open(of);
      if (killed && (await again.restoreLeft()) === null && (await again.listPins()).length > 1)
        value(await undoRestore(again, preview, own));
      await applyRestoredSettings(again, settingsOf(of));
      value(await finishRestore(again));
      expect(await again.restoreLeft()).toBeNull();
      expect(await lines(again, of)).toEqual(before);
      again.close();
      if (!killed) break;
      kills++;
    }
    expect(kills).toBeGreaterThan(5);
  }, 120_000);

  it('is cancelled under way, killed between any two steps or not: exactly what was there, or it goes on', async () => {
    const { backup } = await author();
    let wentOn = 0;
    for (let allowed = 0; ; allowed++) {
      const of = profile();
      const store = await open(of);
      value(await store.addArticles([record('mine'), record('r1'), record('r7', { text: 'An earlier version' })]));
      value(await store.putOutlets([outlet('outlet:o', { country: 'UA' })]));
      value(await store.putPin(pin('r1')));
      const before = await lines(store, of);
      const preview = value(await previewRestore(store, backup, of.settings));
      const begun = value(await beginRestore(store, preview, 'keep'));
      value(await store.continueRestore());
      expect((await store.restoreLeft())?.articles).toBe(34);
      of.allowed = allowed;
      const killed = await endedOrKilled(undoRestore(store, preview, null, begun), store, of);
      const again = await open(of);
      value(await finishRestore(again));
      if ((await again.listPins()).length > 1) {
        wentOn++;
        expect((await again.status()).articles).toBe(51);
        value(await undoRestore(again, preview, null));
        value(await finishRestore(again));
      }
      expect(await lines(again, of)).toEqual(before);
      again.close();
      if (!killed) break;
    }
    expect(wentOn).toBeGreaterThan(0);
  });

  it('is not ended by the undo of another', async () => {
    const { backup } = await author();
    const of = profile();
    const store = await open(of);
    const preview = value(await previewRestore(store, backup, of.settings));
    const begun = value(await beginRestore(store, preview, 'keep'));
    expect(await undoRestore(store, preview, null, begun + 1)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    value(await finishRestore(store));
    expect((await store.status()).articles).toBe(50);
    store.close();
  });

  it('is stopped before anything is written, while its reports are put aside', async () => {
    const { backup } = await author();
    const of = profile();
    const stop = new AbortController();
    const afterCommit = (step: string): void => {
      if (step === 'restore-aside') stop.abort();
    };
    const store = value(await openStore({ databaseName: of.name, derive, nowMs: () => 7, afterCommit }));
    const before = await lines(store, of);
    const preview = value(await previewRestore(store, backup, of.settings));
    expect(await beginRestore(store, preview, 'keep', stop)).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await previewRestore(store, backup, of.settings, stop.signal)).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect([await store.restoreLeft(), await lines(store, of)]).toEqual([null, before]);
    store.close();
  });

  it('leaves settings alone where that was chosen', async () => {
    const { backup } = await author();
    const of = profile();
    const store = await open(of);
    await restore(store, of, backup, 'keep');
    expect(of.settings).toEqual(DEFAULT_SETTINGS);
    store.close();
  });

  it('of the same backup again finds nothing to do', async () => {
    const { backup } = await author();
    const of = profile();
    const store = await open(of);
    await restore(store, of, backup, 'replace');
    const preview = value(await previewRestore(store, backup, of.settings));
    expect(preview.settings).toBeNull();
    expect(Object.values(preview.counts).every(({ new: added, changed }) => added + changed === 0)).toBe(true);
    store.close();
  });

  it('refuses to begin while another is under way, and loses nothing of that', async () => {
    const { backup } = await author();
    const of = profile();
    const store = await open(of);
    const preview = value(await previewRestore(store, backup, of.settings));
    value(await beginRestore(store, preview, 'replace'));
    expect(await beginRestore(store, preview, 'keep')).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    await applyRestoredSettings(store, settingsOf(of));
    value(await finishRestore(store));
    expect(await lines(store, of)).toEqual(backup);
    store.close();
  });

  it('is shared by pages that go on with it at the same time', async () => {
    const { backup } = await author();
    const of = profile();
    const [one, two] = [await open(of), await open(of)];
    value(await beginRestore(one, value(await previewRestore(one, backup, of.settings)), 'keep'));
    expect(await Promise.all([finishRestore(one), finishRestore(two)])).toEqual([
      { ok: true, value: true },
      { ok: true, value: true },
    ]);
    expect((await one.status()).articles).toBe(50);
    expect(await one.restoreLeft()).toBeNull();
    one.close();
    two.close();
  });

  it('on a full disk writes nothing that the user made, and can be tried again', async () => {
    const { backup } = await author();
    const of = profile();
    const full = await open(of);
    const preview = value(await previewRestore(full, backup, of.settings));
    full.close();
    const afterCommit = (step: string): void => {
      if (step === 'restore-aside') throw new DOMException('full', 'QuotaExceededError');
    };
    const store = value(await openStore({ databaseName: of.name, derive, nowMs: () => 7, afterCommit }));
    expect(await beginRestore(store, preview, 'keep')).toMatchObject({ ok: false, error: { code: 'quota-exceeded' } });
    expect(await store.listPins()).toEqual([]);
    expect(await store.restoreLeft()).toBeNull();
    store.close();
    const again = await open(of);
    await restore(again, of, backup, 'replace');
    expect(await lines(again, of)).toEqual(backup);
    again.close();
  });
});

describe('a restore that is killed between any two steps', () => {
  it('has everything the user made or nothing of it, says so, and goes on to the same end', async () => {
    const { backup } = await author();
    let cutOff = 0;
    let kills = 0;
    for (let allowed = 0; ; allowed++) {
      const of = profile({ salt: 'salt of its own' });
      const first = await open(of);
      await mark(first, 'mine', 'salt of its own');
      value(await first.putPin(pin('own')));
      of.allowed = allowed;
      const killed = await restore(first, of, backup, 'replace').then(
        () => false,
        (error) => {
          if (!(error instanceof Killed)) throw error;
          return true;
        },
      );
      first.close();
      of.allowed = Number.POSITIVE_INFINITY;
      const store = await open(of);
      const ids = (await store.listPins()).map(({ id }) => id);
      expect([['own'], ['own', 'r1', 'r2']]).toContainEqual(ids);
      const begun = ids.length === 3;
      expect(await hidden(store, of)).toEqual(begun ? ['mine', 'r3', 'r4', 'r5'] : ['mine']);
      expect(await store.listFollows()).toHaveLength(begun ? 2 : 0);
      if (begun) {
        const left = await store.restoreLeft();
        if (left !== null) cutOff++;
        // The browser starts again: the background takes it up, without the file.
        await applyRestoredSettings(store, settingsOf(of));
        expect(await finishUpkeep({ store, layerId: '', refreshTopics: async () => {} })).toBe(true);
      } else {
        await restore(store, of, backup, 'replace');
      }
      expect(await store.restoreLeft()).toBeNull();
      expect((await store.status()).articles).toBe(50);
      const after = await lines(store, of);
      expect(backup.slice(1).filter((line) => !after.includes(line))).toEqual([]);
      store.close();
      if (!killed) break;
      kills++;
    }
    expect(kills).toBeGreaterThan(15);
    expect(cutOff).toBeGreaterThan(5);
  }, 120_000);
});
