import type { Source, SourceState } from '../core/source.ts';
import { dueAtMs, hostRestMs, movedAddress, newFetchState } from '../feeds/schedule.ts';
import { noteRequests } from './activity.ts';
import { fetchDocument } from './fetch-document.ts';
import { isOthersAddress } from './sources.ts';
import { type TakeInDeps, takeIn } from './take-in-feed.ts';

/** Requests under way at once, never two to one host. */
const AT_ONCE = 4;
/** Between two requests to one host. */
const HOST_PAUSE_MS = 1_000;
/** A source whose permission is missing is looked at again; giving the permission fetches it at once. */
const PERMISSION_AGAIN_MS = 6 * 3_600_000;

/** What refreshing works with. */
export interface RefreshDeps extends TakeInDeps {
  fetch: typeof globalThis.fetch;
  /** Whether the browser lets us read this host. */
  isGranted(host: string): Promise<boolean>;
  /** False while the computer has no connection: then nothing is tried, and no source is blamed. */
  isOnline(): boolean;
  sleep(ms: number): Promise<void>;
  /** Hears of what was thrown while one source was fetched. */
  onError(error: unknown): void;
}

/** Which sources to fetch, and who is to hear of it. */
export interface RefreshRequest {
  /** These, due or not; null: those that are due. Paused ones are fetched only where named. */
  ids: readonly string[] | null;
  /** Goes into the activity. */
  why: 'refresh' | 'asked' | 'added';
  signal?: AbortSignal;
  /** Called before a source is fetched and after. */
  onChange?: (sourceId: string, busy: boolean) => void;
}

/** What a refresh did. */
export interface RefreshSummary {
  fetched: number;
  added: number;
  updated: number;
  /** An outcome could not be noted (a full disk, an error): its source is still due, and not to be asked again at once. */
  unnoted: boolean;
}

/**
 * Fetches sources: several hosts at once, one request a host, a pause between two to the same. Every request is noted in the activity, every
 * outcome in the source's state, last of all, so that a fetch that is cut off anywhere is done again and nothing is doubled. What is removed, paused
 * or put off while the round runs is left out from then on; one source's error does not keep the others, but where nothing can be written no more is asked for.
 */
export async function refreshSources(request: RefreshRequest, deps: RefreshDeps): Promise<RefreshSummary> {
  const now = deps.nowMs();
  const due = (await deps.store.listSources()).filter(({ source, state }) =>
    request.ids === null ? !source.paused && isDue(state, now) : request.ids.includes(source.id),
  );
  // What failed before goes last: a feed whose host always asks for rest would have the others wait for ever.
  const failures = ({ state }: (typeof due)[number]): number => state?.fetch.failures ?? 0;
  due.sort((a, b) => failures(a) - failures(b));
  const hosts = new Map<string, Source[]>();
  for (const { source } of due) {
    const { host } = new URL(source.url);
    hosts.set(host, [...(hosts.get(host) ?? []), source]);
  }
  const summary: RefreshSummary = { fetched: 0, added: 0, updated: 0, unnoted: false };
  let isFull = false;
  const queues = [...hosts.values()];
  const inTurn = oneAtATime();
  const work = async (): Promise<void> => {
    for (let queue = queues.shift(); queue !== undefined; queue = queues.shift()) {
      for (const [at, source] of queue.entries()) {
        if (at > 0) await deps.sleep(HOST_PAUSE_MS);
        if (request.signal?.aborted || isFull || !deps.isOnline()) return;
        request.onChange?.(source.id, true);
        const did = await refreshOne(source, request, deps, inTurn).catch((error) => {
          deps.onError(error);
          summary.unnoted = true;
          return null;
        });
        request.onChange?.(source.id, false);
        if (did === null) continue;
        summary.fetched++;
        summary.added += did.added;
        summary.updated += did.updated;
        isFull ||= !did.isNoted;
        summary.unnoted ||= isFull;
        if (did.rests) break;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return summary;
}

/** When the next source is due, epoch ms; null where none ever is. */
export function nextDueMs(sources: readonly { source: Source; state: SourceState | null }[], nowMs: number): number | null {
  const times = sources.flatMap(({ source, state }) => (source.paused ? [] : state === null ? 0 : (dueAtMs(state.fetch, nowMs) ?? [])));
  return times.length === 0 ? null : Math.min(...times);
}

function isDue(state: SourceState | null, nowMs: number): boolean {
  const atMs = state === null ? nowMs : dueAtMs(state.fetch, nowMs);
  return atMs !== null && atMs <= nowMs;
}

function newState({ id }: Source, nowMs: number): SourceState {
  const fetch = newFetchState(nowMs);
  return { id, fetch, format: null, etag: null, lastModified: null, recentMs: [], reports: 0, lastAdded: 0, failure: null };
}

/** Of a source that a restore brought, reports may be here. */
async function stateOf(
  { source, state }: { source: Source; state: SourceState | null },
  { store, nowMs }: RefreshDeps,
): Promise<SourceState> {
  return state ?? { ...newState(source, nowMs()), reports: await store.countBrought(source.id) };
}

/** Runs work that is handed over one piece after the other. */
type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

function oneAtATime(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine;
    return mine;
  };
}

async function refreshOne(
  listed: Source,
  request: RefreshRequest,
  deps: RefreshDeps,
  inTurn: InTurn,
): Promise<{ added: number; updated: number; rests: boolean; isNoted: boolean } | null> {
  const item = await deps.store.getSource(listed.id);
  // Since the round began: removed, given another address (which is asked for by itself), paused, or put off.
  if (item === null || item.source.url !== listed.url || (item.source.paused && !listed.paused)) return null;
  if (request.ids === null && !isDue(item.state, deps.nowMs())) return null;
  const { source } = item;
  const state = await stateOf(item, deps);
  const { host } = new URL(source.url);
  if (!(await deps.isGranted(host))) {
    // Nothing is asked of anybody; the user can give the permission again on the page of sources.
    const fetch = { ...state.fetch, nextAtMs: deps.nowMs() + PERMISSION_AGAIN_MS };
    await deps.store.putSourceState({ ...state, fetch, failure: { code: 'no-permission', status: null } });
    return null;
  }
  const atMs = deps.nowMs();
  const answer = await fetchDocument({ url: source.url, etag: state.etag, lastModified: state.lastModified }, fetchDeps(request, deps));
  await noteRequests({ url: source.url, source: source.title, why: request.why, atMs }, answer, deps.store);
  // Stopped by the user: no fault of the source.
  if (request.signal?.aborted) return null;
  // One document after the other: two that announce the same report must not both find it missing.
  // What the address of before taught says nothing of another one.
  const isSame = async (): Promise<boolean> => (await deps.store.getSource(source.id))?.source.url === source.url;
  const taken = await inTurn(async () => ((await isSame()) ? takeIn(source, state, answer, deps) : null));
  if (taken === null || !(await isSame())) return null;
  const moved = movedAddress(taken.state.fetch, source.url);
  // To another place of the same site it is followed; another site is the user's to accept.
  if (moved !== null && !moved.offered && (await follow(source, moved.url, deps)))
    taken.state.fetch = { ...taken.state.fetch, moved: null };
  const { ok: isNoted } = await deps.store.putSourceState(taken.state);
  // Only the host itself can ask for rest.
  const restMs = new URL(answer.finalUrl).host === host ? hostRestMs(answer.status, answer.retryAfter, deps.nowMs()) : 0;
  if (restMs > 0) await restHost(host, deps.nowMs() + restMs, deps);
  return { added: taken.added, updated: taken.updated, rests: restMs > 0, isNoted };
}

async function follow(source: Source, url: string, { store }: RefreshDeps): Promise<boolean> {
  if (await isOthersAddress(source.id, url, store)) return false;
  return (await store.changeSource(source.id, (now) => (now.url === source.url ? { ...now, url } : now))).ok;
}

/** No source of the host is due before `untilMs`; none is blamed. */
async function restHost(host: string, untilMs: number, deps: RefreshDeps): Promise<void> {
  const { store, nowMs } = deps;
  for (const { source, state } of await store.listSources()) {
    const known = await stateOf({ source, state }, deps);
    const atMs = dueAtMs(known.fetch, nowMs());
    if (new URL(source.url).host === host && atMs !== null && atMs < untilMs)
      await store.putSourceState({ ...known, fetch: { ...known.fetch, nextAtMs: untilMs } });
  }
}

function fetchDeps({ signal }: RefreshRequest, { fetch }: RefreshDeps) {
  return signal === undefined ? { fetch } : { fetch, signal };
}
