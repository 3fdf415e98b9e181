import 'fake-indexeddb/auto';
import { ok } from '../../lib/core/result.ts';
import { DEFAULT_SETTINGS } from '../../lib/core/settings.ts';
import { createLibraryExchange } from '../../lib/services/library-exchange.ts';
import { exportBackup } from '../../lib/store/backup.ts';
import { openStore } from '../../lib/store/indexed-db/open-store.ts';
import { openSyncState } from '../../lib/store/indexed-db/sync-state.ts';
import { finishRestore } from '../../lib/store/restore.ts';
import { openGazetteer } from '../../lib/topics/gazetteer.ts';
import { value } from './checks.ts';
import { Killed } from './profiles.ts';
import { derive } from './sample-data.ts';

let places = 0;

/** A browser profile with a store and an exchange, whose clock goes on by itself. `killBeforeSave` stands for a browser killed once rows are written. */
export async function exchangePlace(start = Date.UTC(2026, 10, 27)) {
  const name = `exchange-${places++}`;
  const clock = { nowMs: start };
  const nowMs = (): number => {
    clock.nowMs += 1000;
    return clock.nowMs;
  };
  const faults = { killBeforeSave: false };
  let store = value(await openStore({ databaseName: name, derive, nowMs }));
  const at = () => ({ store, gazetteer: value(openGazetteer([])), refreshTopics: async () => {} });
  const exchange = createLibraryExchange({
    openCarrying: async () => ok(at()),
    openSyncState: ({ create }) =>
      openSyncState({
        databaseName: `${name}-sync`,
        create,
        beforeSave: () => {
          if (faults.killBeforeSave) throw new Killed();
        },
      }),
    nowMs,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    goOn: async (place) => {
      value(await finishRestore(place.store));
      return ok(undefined);
    },
  });
  return {
    get store() {
      return store;
    },
    deps: { store, nowMs },
    exchange,
    clock,
    faults,
    /** Another index in place of this one, as after damage: what is known of other devices stays. */
    async loseIndex() {
      store.close();
      store = value(await openStore({ databaseName: `${name}-again`, derive, nowMs }));
    },
    async backup(): Promise<string> {
      let text = '';
      for await (const line of exportBackup(store, DEFAULT_SETTINGS)) text += line;
      return text;
    },
  };
}

/** A profile. */
export type ExchangePlace = Awaited<ReturnType<typeof exchangePlace>>;

/** The first takes in what the second knows. */
export async function takeFrom(to: ExchangePlace, from: ExchangePlace, passphrase: string | null = null) {
  const file = value(await from.exchange.exportExchange(passphrase));
  const preview = value(await to.exchange.previewExchange(file, passphrase));
  const taken = value(await to.exchange.applyExchange(() => {}));
  return { preview, taken };
}
