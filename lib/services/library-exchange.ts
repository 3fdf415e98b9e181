import type { ExchangePreview, ExchangeTaken, LostText } from '../core/exchange.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { finishRestore } from '../store/finish-restore.ts';
import { attemptResult } from '../store/indexed-db/storage-failure.ts';
import type { SyncState } from '../store/indexed-db/sync-state.ts';
import { undoRestore } from '../store/restore.ts';
import { winner } from '../sync/register.ts';
import { type Entry, LOST, type Replica, withoutLoser } from '../sync/replica.ts';
import { readExchange, writeExchange } from './exchange-file.ts';
import type { LibraryPlace } from './library-data.ts';
import { applyMerge, lookHere, type Merging, planMerge } from './merge-here.ts';
import type { RandomBytes } from './seal.ts';

/** What the exchange works with. */
export interface ExchangeDeps {
  /** Opens the store; marks have their salt then. */
  openCarrying(): Promise<Result<LibraryPlace>>;
  /** `create` false: only to read. */
  openSyncState(options: { create: boolean }): Promise<Result<SyncState>>;
  nowMs(): number;
  random: RandomBytes;
  /** Tells the background that data came in, and adds the reports that follow. */
  goOn(place: LibraryPlace, onProgress: (done: number) => void): Promise<Result<void>>;
}

/**
 * What work does to what is known of other devices: `look` reads it, and waits for nobody; `change` and `make` wait for each other, in any page. Only `make` begins to
 * keep it where nothing is kept yet.
 */
export type Access = 'look' | 'change' | 'make';

/** How often a merge is worked out anew where the user makes something meanwhile. */
const TRIES = 5;

/** The library page's exchange with other devices through files. A file that was looked at is kept as long as the page is open. */
export function createLibraryExchange(deps: ExchangeDeps) {
  let looked: Replica | null = null;

  const within = <T>(access: Access, work: (place: LibraryPlace, state: SyncState) => Promise<Result<T>>): Promise<Result<T>> =>
    attemptResult(async () => {
      const place = await deps.openCarrying();
      if (!place.ok) return place;
      const state = await deps.openSyncState({ create: access === 'make' });
      if (!state.ok) return state;
      const run = () => work(place.value, state.value);
      try {
        return await (access === 'look' ? run() : state.value.exclusively(run));
      } finally {
        state.value.close();
      }
    });
  const look = async ({ store }: LibraryPlace, state: SyncState) =>
    lookHere({ store, nowMs: deps.nowMs() }, await state.read(), newDevice());
  const newDevice = (): string => Array.from(deps.random(8), (byte) => byte.toString(16).padStart(2, '0')).join('');

  /** Takes in what another device knows; the replica is kept last, so that a kill before it costs nothing: what came counts as this device's own then. */
  async function take(other: Replica, place: LibraryPlace, state: SyncState, onProgress: (done: number) => void): Promise<Result<Merging>> {
    const { store } = place;
    const earlier = await finishRestore(store);
    if (!earlier.ok) return earlier;
    for (let tries = 1; ; tries++) {
      const merging = await planMerge(await look(place, state), other, { store, nowMs: deps.nowMs() });
      const applied = await applyMerge(merging, { store });
      if (!applied.ok && applied.error.code === 'changed-meanwhile' && tries < TRIES) continue;
      if (!applied.ok) return applied;
      const { writes, sinceMs } = await store.made();
      const self = { device: merging.look.self.device, made: { writes, sinceMs } };
      const saved = await state.save(self, merging.merged, merging.look.kept);
      if (!saved.ok) return saved;
      const added = merging.plan.counts.length === 0 ? ok(undefined) : await deps.goOn(place, onProgress);
      return added.ok ? ok(merging) : added;
    }
  }

  return {
    /** This device's file, under a name that no other device writes; `passphrase` null: in the open. `left`: things that could not be written into it. */
    exportExchange: (passphrase: string | null) =>
      within<{ name: string; file: Blob; left: number }>('make', async (place, state) => {
        const { self, replica, kept } = await look(place, state);
        const saved = await state.save(self, replica, kept);
        if (!saved.ok) return saved;
        const [{ device }, madeAtMs] = [self, deps.nowMs()];
        const made = await writeExchange(replica, { device, madeAtMs }, passphrase, deps.random);
        const day = new Date(madeAtMs).toISOString().slice(0, 10);
        return made.ok ? ok({ name: `sidelight-exchange-${device.slice(0, 6)}-${day}.ndjson`, ...made.value }) : made;
      }),

    /** Reads another device's file, and says what it would do. Writes nothing. */
    previewExchange: (file: Blob, passphrase: string | null) =>
      within<ExchangePreview>('look', async (place, state) => {
        const read = await readExchange(file, passphrase, deps.nowMs());
        if (!read.ok) return read;
        const here = await look(place, state);
        const merging = await planMerge(here, read.value.replica, { store: place.store, nowMs: deps.nowMs() });
        looked = read.value.replica;
        const { device, madeAtMs } = read.value.header;
        return ok({ madeAtMs, isOwn: device === here.self.device, counts: countsOf(merging), lost: merging.lost });
      }),

    /** Takes in the file that was looked at last: all at once. Worked out anew, as things may have changed since. */
    applyExchange: (onProgress: (done: number) => void) =>
      within<ExchangeTaken>('make', async (place, state) => {
        if (looked === null) return fail('not-found', 'That preview is not there any more: choose the file again.');
        const taken = await take(looked, place, state, onProgress);
        if (!taken.ok) return taken;
        looked = null;
        return ok({ counts: countsOf(taken.value), lost: taken.value.lost, undo: async () => (await takeBack(taken.value)).ok });
      }),

    take,
    within,

    /** Texts that lost, those of last first. */
    listLost: () =>
      within<LostText[]>('look', async (_place, state) => {
        const { replica } = await state.read();
        return ok([...replica].flatMap(([key, entry]) => lostOf(key, entry)).sort((a, b) => b.atMs - a.atMs));
      }),

    /** Ends the keeping of a text that lost, on all devices. */
    dropLost: ({ key, field }: Pick<LostText, 'key' | 'field'>) =>
      within<void>('change', async (_place, state) => {
        const { self, replica } = await state.read();
        const entry = replica.get(key);
        if (self === null || entry === undefined) return ok(undefined);
        return state.save(self, new Map(replica).set(key, withoutLoser(entry, field, self.device, deps.nowMs())), replica);
      }),
  };

  /** Puts the rows and what is known back: as if the file had never been read. */
  function takeBack({ content, replaced, look: before, plan }: Merging): Promise<Result<void>> {
    return within('make', async (place, state) => {
      if (plan.counts.length > 0) {
        const begun = await undoRestore(place.store, { pending: content, replaced }, null);
        if (!begun.ok) return begun;
      }
      const now = await state.read();
      const saved = await state.save(now.self ?? before.self, before.replica, now.replica);
      if (!saved.ok) return saved;
      // What a server has of it is to be heard again.
      await state.set('documents', undefined);
      return deps.goOn(place, () => {});
    });
  }
}

/** What a merge did or would do, as the page counts it. */
export function countsOf({ plan }: Merging): ExchangePreview['counts'] {
  return plan.counts.map(({ table, ...counts }) => ({ kind: table === 'followed' ? 'follows' : table, ...counts }));
}

function lostOf(key: string, entry: Entry): LostText[] {
  return Object.entries(entry).flatMap(([field, register]) => {
    const lost = field.startsWith(LOST) ? winner(register) : undefined;
    if (lost === undefined) return [];
    const [, of, , clock] = field.split(' ');
    const text = Array.isArray(lost.value) ? lost.value.join(', ') : String(lost.value);
    return [{ key, field, of: of as LostText['of'], about: aboutOf(entry), text, atMs: Number(clock) }];
  });
}

function aboutOf(entry: Entry): string | null {
  const here = winner(entry.here)?.value as { article?: { headline?: string }; found?: unknown } | undefined;
  const name = winner(entry.name)?.value;
  if (typeof name === 'string') return name;
  return here?.article?.headline ?? (typeof here?.found === 'string' ? here.found : null);
}
