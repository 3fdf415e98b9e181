import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { type IndexedDbStore, openStore } from '../../lib/store/indexed-db/open-store.ts';
import { settle, value } from './checks.ts';
import { derive, pin, record } from './sample-data.ts';

let opened = 0;

/** Commits between two kills, beside one more every second time: none at the long size. */
const BETWEEN = process.env.SIDELIGHT_LONG === '1' ? 0 : 2;

/** Stands for the browser killing the background: nothing after it runs. */
class Killed extends Error {}

interface Faults {
  databaseName: string;
  /** Commits still allowed before the kill; Infinity for none. */
  allowed: number;
}

async function open(faults: Faults): Promise<IndexedDbStore> {
  const afterCommit = (): void => {
    faults.allowed--;
    if (faults.allowed < 0) throw new Killed();
  };
  return value(await openStore({ databaseName: faults.databaseName, derive, nowMs: () => 0, afterCommit, mergeAlikeFrom: 4 }));
}

function batch(from: number, to: number) {
  return Array.from({ length: to - from }, (_, i) =>
    record(`r${from + i}`, { headline: `Lathe name${from + i} group${(from + i) % 5}`, keywords: [`t${(from + i) % 3}`] }),
  );
}

async function answers(store: IndexedDbStore) {
  const docs = await store.evaluate([{ term: 'lathe', weight: 1 }], 10_000);
  const stored = await store.getArticlesByDocId(docs.map(({ docId }) => docId));
  const times = await store.evaluate(
    [
      { term: 'group3', weight: 2 },
      { term: '#t1', weight: 1 },
    ],
    10_000,
  );
  const words = await store.wordsWithPrefix('group', 9);
  return { ids: stored.map(({ article }) => article.id).sort(), times, words, status: { ...(await store.status()), updatedAtMs: 0 } };
}

/** Kills after every commit or two of a job (at the short size: three or four), opens again each time, and goes on to the end. */
async function withKillAfterEveryCommit(
  faults: Faults,
  job: (store: IndexedDbStore) => Promise<unknown>,
  whileRunning: (store: IndexedDbStore) => Promise<void>,
) {
  let kills = 0;
  for (let round = 0; round < 400; round++) {
    // One commit, then two, in turn, or two more of each: sweeping texts spans two databases, and so needs two to get on.
    faults.allowed = BETWEEN + (round % 2);
    const store = await open(faults);
    const outcome = await job(store).then(
      () => 'done' as const,
      (error) => {
        if (!(error instanceof Killed)) throw error;
        return 'killed' as const;
      },
    );
    store.close();
    faults.allowed = Number.POSITIVE_INFINITY;
    const reopened = await open(faults);
    await whileRunning(reopened);
    reopened.close();
    if (outcome === 'done') return kills;
    kills++;
  }
  throw new Error('never ends');
}

describe('a kill between any two steps', () => {
  it('of sealing, merging and sweeping loses nothing and doubles nothing', async () => {
    const faults: Faults = { databaseName: `faults-${opened++}`, allowed: Number.POSITIVE_INFINITY };
    const store = await open(faults);
    // Five small segments of 150, then enough for large ones, then deletions: small and large merges both run.
    for (let i = 0; i < 4; i++) value(await store.addArticles(batch(i * 150, i * 150 + 150)));
    value(await store.addArticles(batch(600, 3000)));
    value(await store.addArticles(batch(3000, 3100)));
    value(await store.addArticles(batch(3100, 3150)));
    value(await store.removeArticles(Array.from({ length: 900 }, (_, i) => `r${i * 3}`)));
    const expected = await answers(store);
    expect(expected.ids).toHaveLength(2250);
    store.close();
    const kills = await withKillAfterEveryCommit(
      faults,
      (running) => settle(running),
      async (reopened) => {
        const seen = await answers(reopened);
        expect(seen.ids).toEqual(expected.ids);
        expect(seen.times).toEqual(expected.times);
        expect(seen.status).toEqual(expected.status);
      },
    );
    expect(kills).toBeGreaterThan(20 / (1 + BETWEEN));
  }, 300_000);

  it('of adding leaves a batch either whole or absent', async () => {
    const faults: Faults = { databaseName: `faults-${opened++}`, allowed: Number.POSITIVE_INFINITY };
    const first = await open(faults);
    value(await first.addArticles(batch(0, 3)));
    first.close();
    for (const allowed of [0, 1, 2]) {
      faults.allowed = allowed;
      const store = await open(faults);
      const records = [
        record(`x${allowed}`, { headline: 'Lathe', text: `text of ${allowed}` }),
        record(`y${allowed}`, { headline: 'Lathe', text: 'y' }),
      ];
      await store.addArticles(records).catch((error) => expect(error).toBeInstanceOf(Killed));
      store.close();
      faults.allowed = Number.POSITIVE_INFINITY;
      const reopened = await open(faults);
      const kept = await reopened.getArticles([`x${allowed}`, `y${allowed}`]);
      expect([0, 2]).toContain(kept.length);
      if (kept.length === 2) expect(kept[0]!.article.text).toBe(`text of ${allowed}`);
      value(await reopened.addArticles(records));
      expect((await reopened.getArticles([`x${allowed}`]))[0]!.article.text).toBe(`text of ${allowed}`);
      reopened.close();
    }
  });

  it('of a rebuild ends in the same index', async () => {
    const faults: Faults = { databaseName: `faults-${opened++}`, allowed: Number.POSITIVE_INFINITY };
    const store = await open(faults);
    value(await store.addArticles(batch(0, 400)));
    value(await store.removeArticles(['r5', 'r77']));
    await settle(store);
    const expected = await answers(store);
    value(await store.putPin(pin('r1')));
    value(await store.startRebuild());
    store.close();
    const kills = await withKillAfterEveryCommit(
      faults,
      (running) => settle(running),
      async (reopened) => {
        expect(await reopened.listPins()).toHaveLength(1);
        expect(await reopened.getArticles(['r1', 'r399'])).toHaveLength(2);
        const { ids } = await answers(reopened);
        expect(new Set(ids).size).toBe(ids.length);
      },
    );
    expect(kills).toBeGreaterThan(5 / (1 + BETWEEN));
    const last = await open(faults);
    const rebuilt = await answers(last);
    expect({ ...rebuilt, words: [] }).toEqual({ ...expected, words: [] });
    last.close();
  }, 300_000);
});
