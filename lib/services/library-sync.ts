import type PouchDB from 'pouchdb-browser';
import type { PouchReplication } from 'pouchdb-browser';
import { shortHash } from '../core/hash.ts';
import { ok, type Result } from '../core/result.ts';
import { PASSPHRASE_MIN, type SyncChoice, type SyncProblem, type SyncRun, type SyncStatus, syncAddress } from '../core/sync-status.ts';
import type { SyncState } from '../store/indexed-db/sync-state.ts';
import type { LibraryPlace } from './library-data.ts';
import type { createLibraryExchange } from './library-exchange.ts';
import { type KeyRecipe, keysOf, newRecipe, type RandomBytes, type SealKeys, seal, unseal } from './seal.ts';
import { type DocumentsRead, readDocuments, writeDocuments } from './sync-documents.ts';
import { openWire, type Wire } from './sync-wire.ts';

/** What sync works with. */
export interface SyncDeps {
  exchange: Pick<ReturnType<typeof createLibraryExchange>, 'within' | 'take'>;
  /** Loads PouchDB: only where sync is on. */
  loadPouch(): Promise<typeof PouchDB>;
  /** Where the encrypted documents lie beside the index. Default `sidelight-couch`. */
  databaseName?: string;
  fetch: typeof globalThis.fetch;
  nowMs(): number;
  random: RandomBytes;
  /** Whether the browser lets us ask this server. */
  isGranted(url: string): Promise<boolean>;
  timeoutMs?: number;
  /** As `WireDeps` has it. */
  runMaxBytes?: number | undefined;
  /** For tests: documents of one request, how long PouchDB may be silent, and where keys are made. */
  batch?: number;
  idleMs?: number;
  keysOf?: typeof keysOf;
}

/** Kept in `sidelight-sync`: in no backup, no export, no message. The passphrase is not kept, and the keys cannot be taken out of the browser. */
interface Remote {
  url: string;
  user: string;
  password: string;
  keys: SealKeys;
  /** Absent: no. */
  whenOpened?: boolean;
}

const REMOTE = 'remote';
const READ = 'documents';
const LAST = 'last-run';
/** The document that says how the passphrase becomes keys, and lets a wrong one be told. */
const RECIPE_ID = 'sidelight';
const RECIPE_VERSION = 1;
const BATCH = 100;
/** Longest that PouchDB takes between two requests: writing a hundred documents takes a second. */
const IDLE_MS = 30_000;

/** A run that came to no end, by its cause. */
class Stopped extends Error {
  readonly problem: SyncProblem;
  constructor(problem: SyncProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** Sync with the reader's other devices through a CouchDB server that they name. */
export function createLibrarySync(deps: SyncDeps) {
  const { exchange, databaseName = 'sidelight-couch', batch = BATCH, idleMs = IDLE_MS, keysOf: makeKeys = keysOf } = deps;
  const remoteOf = async (state: SyncState) => ((await state.get(REMOTE)) as Remote | undefined) ?? null;
  const lastOf = async (state: SyncState) => ((await state.get(LAST)) as SyncRun | undefined) ?? null;

  const statusOf = async (state: SyncState): Promise<SyncStatus> => {
    const remote = await remoteOf(state);
    return remote === null
      ? { on: null, last: null }
      : { on: { url: remote.url, user: remote.user, whenOpened: remote.whenOpened === true }, last: await lastOf(state) };
  };

  return {
    /** Whether sync is on, and how it went last. Asks nobody. */
    syncStatus: () => exchange.within<SyncStatus>('look', async (_place, state) => ok(await statusOf(state))),

    /** Looks whether the server takes user and passphrase, switches on, and syncs. Where it does not, nothing is kept. `stop` ends it where it is. */
    switchOnSync: (choice: SyncChoice, stop?: AbortSignal) =>
      exchange.within<{ status: SyncStatus; problem: SyncProblem | null }>('make', async (place, state) => {
        const url = syncAddress(choice.url)?.href;
        if (url === undefined) return ok({ status: await statusOf(state), problem: 'address' });
        const made = await connect({ ...choice, url }, place, stop);
        if (typeof made === 'string') return ok({ status: await statusOf(state), problem: made });
        const kept = await state.set(REMOTE, made);
        if (!kept.ok) return kept;
        const run = await syncNow(made, place, state, stop);
        return ok({ status: await statusOf(state), problem: run.problem });
      }),

    /** Syncs, where it is on. `stop` ends it where it is: what came or went stays, and the next one goes on. */
    syncNow: (stop?: AbortSignal) =>
      exchange.within<SyncStatus>('change', async (place, state) => {
        const remote = await remoteOf(state);
        if (remote !== null) await syncNow(remote, place, state, stop);
        return ok(await statusOf(state));
      }),

    /** For the opening of the library: syncs where the reader wants that, and asks nobody else. */
    syncAtOpening: () =>
      exchange.within<void>('change', async (place, state) => {
        const remote = await remoteOf(state);
        if (remote?.whenOpened) await syncNow(remote, place, state);
        return ok(undefined);
      }),

    /** Whether the opening of the library syncs. */
    setSyncAtOpening: (whenOpened: boolean) =>
      exchange.within<SyncStatus>('change', async (_place, state) => {
        const remote = await remoteOf(state);
        const kept = remote === null ? ok(undefined) : await state.set(REMOTE, { ...remote, whenOpened } satisfies Remote);
        return kept.ok ? ok(await statusOf(state)) : kept;
      }),

    /** Forgets server, password and keys, and the encrypted documents here. What is on the server stays there, and what was made here. */
    switchOffSync: () =>
      exchange.within<SyncStatus>('change', async (_place, state) => {
        const read = await state.set(READ, undefined);
        if (!read.ok) return read;
        // The server last: killed before, sync is on and can be switched off again; after it, documents left here would go to the next server.
        await (await openLocal()).destroy();
        for (const name of [REMOTE, LAST]) {
          const forgotten = await state.set(name, undefined);
          if (!forgotten.ok) return forgotten;
        }
        return ok(await statusOf(state));
      }),
  };

  async function openLocal(): Promise<PouchDB> {
    const Pouch = await deps.loadPouch();
    return new Pouch(databaseName, { auto_compaction: true, revs_limit: 100 });
  }

  async function openRemote(wire: Wire, url: string, makes: boolean): Promise<PouchDB> {
    const Pouch = await deps.loadPouch();
    return new Pouch(url, { fetch: wire.fetch, skip_setup: !makes });
  }

  /** Keys that fit what lies on the server, where something does; else new ones, and the document that tells how they are made. */
  async function connect(
    { url, user, password, passphrase }: SyncChoice,
    place: LibraryPlace,
    stop?: AbortSignal,
  ): Promise<Remote | SyncProblem> {
    if (passphrase.length < PASSPHRASE_MIN) return 'passphrase';
    if (!(await deps.isGranted(url))) return 'permission';
    const wire = openWire({ ...deps, user, password, stop });
    try {
      const server = await openRemote(wire, url, true);
      await server.info();
      let found = await recipeOn(server);
      let made: Result<SealKeys> | null = null;
      let ownSalt = '';
      if (found === null) {
        const recipe = newRecipe(deps.random);
        ownSalt = recipe.salt;
        made = await makeKeys(passphrase, recipe);
        if (!made.ok) return 'storage';
        const check = await seal(made.value, RECIPE_ID, RECIPE_ID, deps.random);
        // Another device may have been quicker: then its document is the one.
        await server.put({ _id: RECIPE_ID, version: RECIPE_VERSION, recipe, check }).catch(() => {});
        found = await recipeOn(server);
      }
      if (found === null) return wire.problem ?? 'server';
      const unfit = otherVersion(found);
      if (unfit !== null) return unfit;
      const keys = found.recipe.salt === ownSalt && made !== null ? made : await makeKeys(passphrase, found.recipe);
      if (!keys.ok) return 'not-couch';
      return (await isMadeFor(keys.value, found)) ? { url, user, password, keys: keys.value } : 'passphrase';
    } catch (error) {
      return problemOf(error, wire);
    } finally {
      await note(place, url, wire, deps.nowMs());
    }
  }

  async function syncNow(remote: Remote, place: LibraryPlace, state: SyncState, stop?: AbortSignal): Promise<SyncRun> {
    const wire = openWire({ ...deps, user: remote.user, password: remote.password, stop });
    const run: SyncRun = { atMs: deps.nowMs(), problem: null, changed: 0, sent: 0, unreadable: 0 };
    try {
      if (!(await deps.isGranted(remote.url))) throw new Stopped('permission');
      await replicateAndMerge(remote, wire, place, state, run);
    } catch (error) {
      run.problem = problemOf(error, wire);
    }
    await state.set(LAST, run);
    await note(place, remote.url, wire, run.atMs);
    return run;
  }

  /**
   * Stops a run whose keys are not those of what lies on the server: begun anew with another passphrase there, what this device sends could be opened by
   * nobody. Where the server was emptied, it is told again how the keys are made.
   */
  async function checkKeys({ keys }: Remote, local: PouchDB, server: PouchDB): Promise<void> {
    let found = await recipeOn(server);
    if (found === null) {
      const own = await recipeOn(local);
      if (own === null || !(await isMadeFor(keys, own))) throw new Stopped('passphrase');
      await server.put({ _id: RECIPE_ID, ...own }).catch((error: { status?: number }) => {
        if (error.status !== 409) throw error;
      });
      found = await recipeOn(server);
    }
    const unfit = found === null ? 'server' : otherVersion(found);
    if (unfit !== null) throw new Stopped(unfit);
    if (!(await isMadeFor(keys, found!))) throw new Stopped('passphrase');
  }

  async function replicateAndMerge(remote: Remote, wire: Wire, place: LibraryPlace, state: SyncState, run: SyncRun): Promise<void> {
    const [local, server] = [await openLocal(), await openRemote(wire, remote.url, false)];
    try {
      await checkKeys(remote, local, server);
      await replicated(local.replicate.from(server, { batch_size: batch }), wire, idleMs);
      const known = (await state.get(READ)) as DocumentsRead | undefined;
      let hashes = known?.hashes ?? new Map<string, string>();
      let arrived = await readDocuments(local, known?.seq ?? 0, remote.keys, run.atMs);
      let taken = valueOr(await exchange.take(arrived.entries, place, state, () => {}));
      if (known !== undefined && known.device !== taken.look.self.device) {
        // A device that began anew has to hear everything again.
        hashes = new Map();
        arrived = await readDocuments(local, 0, remote.keys, run.atMs);
        taken = valueOr(await exchange.take(arrived.entries, place, state, () => {}));
      }
      run.unreadable = arrived.unreadable.size;
      run.changed = taken.plan.counts.reduce((sum, { added, changed, removed }) => sum + added + changed + removed, 0);
      const written = await writeDocuments(local, taken.merged, hashes, arrived, remote.keys, deps.random);
      run.sent = written.written;
      const seq = Number((await local.info()).update_seq);
      valueOr(await state.set(READ, { device: taken.look.self.device, seq, hashes: written.hashes } satisfies DocumentsRead));
      await replicated(local.replicate.to(server, { batch_size: batch, filter: ({ _id }) => _id !== RECIPE_ID }), wire, idleMs);
    } finally {
      await local.close();
    }
  }

  /** One line in the activity for each run, with all its bytes: address and outcome, never what was in it. */
  async function note({ store }: LibraryPlace, url: string, wire: Wire, atMs: number): Promise<void> {
    if (wire.bytes === 0 && wire.status === null && wire.problem === null) return;
    const id = `${String(atMs).padStart(15, '0')}-${shortHash(`${url} sync`)}`;
    await store.addActivity({ id, atMs, url, why: 'sync', status: wire.status, bytes: wire.bytes });
  }
}

/** Waits for a replication. One that stops asking without an end, as answers of a strange form can bring about, is ended. */
async function replicated(replication: PouchReplication, wire: Wire, idleMs: number): Promise<void> {
  const { promise: silent, reject } = Promise.withResolvers<never>();
  let asked = wire.asked;
  const timer = setInterval(() => {
    if (wire.asked === asked && wire.waiting === 0) reject(new Stopped('not-couch'));
    asked = wire.asked;
  }, idleMs);
  try {
    await Promise.race([replication, silent]);
  } catch (error) {
    replication.cancel();
    // What its answers break inside PouchDB is no bug of ours.
    const isOfServer = wire.problem === null && !(error instanceof Stopped || error instanceof DOMException) && !hasStatus(error);
    throw isOfServer ? new Stopped('not-couch') : error;
  } finally {
    clearInterval(timer);
  }
  if (wire.problem !== null) throw new Stopped(wire.problem);
}

function hasStatus(error: unknown): error is { status: number; name?: unknown } {
  return typeof (error as { status?: unknown } | null)?.status === 'number';
}

/** What the document says that tells how keys are made. */
interface Recipe {
  version: number;
  recipe: KeyRecipe;
  check: string;
}

async function recipeOn(server: PouchDB): Promise<Recipe | null> {
  const doc = await server.get(RECIPE_ID).catch((error: { status?: number }) => {
    if (error.status === 404) return null;
    throw error;
  });
  if (doc === null) return null;
  const { version, recipe, check } = doc as { version?: unknown; recipe?: Partial<KeyRecipe>; check?: unknown };
  return { version: Number(version), recipe: { rounds: Number(recipe?.rounds), salt: String(recipe?.salt) }, check: String(check) };
}

function otherVersion({ version }: Recipe): SyncProblem | null {
  if (version === RECIPE_VERSION) return null;
  return version > RECIPE_VERSION ? 'newer' : 'not-couch';
}

async function isMadeFor(keys: SealKeys, { check }: Recipe): Promise<boolean> {
  return (await unseal(keys, check, RECIPE_ID, 100)) === RECIPE_ID;
}

/** What stopped a run: what the server did comes first; then what failed here. A bug is none of these, and throws. */
function problemOf(error: unknown, wire: Wire): SyncProblem {
  if (wire.problem !== null) return wire.problem;
  if (error instanceof Stopped) return error.problem;
  if (error instanceof DOMException) return 'storage';
  if (!hasStatus(error)) throw error;
  if (error.status === 404) return 'no-database';
  return error.name === 'indexed_db_went_bad' ? 'storage' : 'server';
}

function valueOr<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Stopped('storage');
}
