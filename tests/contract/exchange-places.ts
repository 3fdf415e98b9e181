import 'fake-indexeddb/auto';
import { ok } from '../../lib/core/result.ts';
import { DEFAULT_SETTINGS } from '../../lib/core/settings.ts';
import { createLibraryExchange } from '../../lib/services/library-exchange.ts';
import { createLibrarySync } from '../../lib/services/library-sync.ts';
import { type KeyRecipe, keysOf } from '../../lib/services/seal.ts';
import { exportBackup } from '../../lib/store/backup.ts';
import { finishRestore } from '../../lib/store/finish-restore.ts';
import { openStore } from '../../lib/store/indexed-db/open-store.ts';
import { openSyncState } from '../../lib/store/indexed-db/sync-state.ts';
import { openGazetteer } from '../../lib/topics/gazetteer.ts';
import { value } from './checks.ts';
import { Killed } from './profiles.ts';
import { derive } from './sample-data.ts';

let places = 0;

const made = new Map<string, ReturnType<typeof keysOf>>();

function keysOnce(passphrase: string, recipe: KeyRecipe): ReturnType<typeof keysOf> {
  const name = `${passphrase} ${recipe.salt}`;
  if (!made.has(name)) made.set(name, keysOf(passphrase, recipe));
  return made.get(name)!;
}

/** PouchDB is made for pages, where there is a `self`. */
async function loadPouch() {
  Object.assign(globalThis, { self: globalThis });
  try {
    return (await import('pouchdb-browser')).default;
  } finally {
    Reflect.deleteProperty(globalThis, 'self');
  }
}

/** A browser profile with a store and an exchange, whose clock goes on by itself. `killBeforeSave` stands for a browser killed once rows are written. */
export async function exchangePlace(start = Date.UTC(2026, 10, 27)) {
  const name = `exchange-${places++}`;
  const clock = { nowMs: start };
  const nowMs = (): number => {
    clock.nowMs += 1000;
    return clock.nowMs;
  };
  const faults = { killBeforeSave: false, killBeforePouch: false, granted: true, runMaxBytes: undefined as number | undefined };
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
  const sync = createLibrarySync({
    exchange,
    loadPouch: async () => {
      if (faults.killBeforePouch) throw new Killed();
      return loadPouch();
    },
    databaseName: `${name}-couch`,
    fetch: (input, init) => globalThis.fetch(input, init),
    nowMs,
    // One salt for all, so that keys, which take time by intention, are made once.
    random: (length) => (length === 16 ? new Uint8Array(16) : crypto.getRandomValues(new Uint8Array(length))),
    keysOf: keysOnce,
    batch: 10,
    idleMs: 300,
    isGranted: async () => faults.granted,
    timeoutMs: 2000,
    get runMaxBytes() {
      return faults.runMaxBytes;
    },
  });
  return {
    sync,
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
  const { file } = value(await from.exchange.exportExchange(passphrase));
  const preview = value(await to.exchange.previewExchange(file, passphrase));
  const taken = value(await to.exchange.applyExchange(() => {}));
  return { preview, taken };
}
