import 'fake-indexeddb/auto';
import { describe, it } from 'vitest';
import { openStore } from '../../lib/store/indexed-db/open-store.ts';
import { value } from './checks.ts';
import { derive } from './sample-data.ts';
import { storeContract } from './store-contract.ts';

let opened = 0;

describe('the store on fake-indexeddb', () => {
  const cases = storeContract(async () => value(await openStore({ databaseName: `contract-${opened++}`, derive, nowMs: Date.now })));
  for (const { name, run } of cases) it(name, run, 60_000);
});
