import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../lib/store/indexed-db/open-store.ts';
import { value } from './checks.ts';
import { derive } from './sample-data.ts';
import { storeContract } from './store-contract.ts';

let opened = 0;

describe('the store on fake-indexeddb', () => {
  const cases = storeContract(async () => value(await openStore({ databaseName: `contract-${opened++}`, derive, nowMs: Date.now })));
  for (const { name, run } of cases) it(name, run, 60_000);

  it('keeps requests for 90 days, and the latest 5,000 of them', async () => {
    const store = value(await openStore({ databaseName: `contract-${opened++}`, derive, nowMs: Date.now }));
    const day = 86_400_000;
    const add = async (atMs: number) =>
      value(await store.addActivity({ id: `at ${atMs}`, atMs, url: 'https://example.com/f', why: 'feed', status: 200, bytes: 1 }));
    for (const atMs of [1, 2, 3]) await add(atMs);
    await add(2 + 90 * day);
    expect((await store.listActivity(9)).map(({ atMs }) => atMs)).toEqual([2 + 90 * day, 3, 2]);
    for (let n = 0; n < 5_000; n++) await add(10 + n);
    const kept = await store.listActivity(9_999);
    expect([kept.length, kept[0]?.atMs, kept.at(-1)?.atMs]).toEqual([5_000, 2 + 90 * day, 11]);
    store.close();
  }, 60_000);

  it('keeps older requests until the clock has stood there for a day', async () => {
    const store = value(await openStore({ databaseName: `contract-${opened++}`, derive, nowMs: Date.now }));
    const day = 86_400_000;
    const add = async (atMs: number) =>
      value(await store.addActivity({ id: `at ${atMs}`, atMs, url: 'https://example.com/f', why: 'feed', status: 200, bytes: 1 }));
    for (const atMs of [1, 2, 2_000 * day, 2_000 * day + 5]) await add(atMs);
    expect(await store.listActivity(9)).toHaveLength(4);
    await add(2_001 * day);
    expect((await store.listActivity(9)).map(({ atMs }) => atMs)).toEqual([2_001 * day, 2_000 * day + 5, 2_000 * day]);
    store.close();
  });
});
