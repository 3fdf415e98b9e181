import { openStore } from '../../lib/store/indexed-db/open-store.ts';
import { value } from './checks.ts';
import { derive } from './sample-data.ts';
import { storeContract } from './store-contract.ts';

/**
 * Runs the store's contract on the browser's own IndexedDB, in whatever page or worker loads this module: bundle it and await
 * `globalThis.runStoreContract()`. One entry a case; `error` is null where it holds.
 */
async function runStoreContract(): Promise<{ name: string; error: string | null }[]> {
  let opened = 0;
  const run = Math.random().toString(36).slice(2);
  const cases = storeContract(async () => value(await openStore({ databaseName: `contract-${run}-${opened++}`, derive, nowMs: Date.now })));
  const outcomes: { name: string; error: string | null }[] = [];
  for (const { name, run: runCase } of cases) {
    const error = await runCase().then(
      () => null,
      (reason: unknown) => String(reason instanceof Error ? reason.stack : reason),
    );
    outcomes.push({ name, error });
  }
  return outcomes;
}

Object.assign(globalThis, { runStoreContract });
