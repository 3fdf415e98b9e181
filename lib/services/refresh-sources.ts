import type { Article } from '../core/article.ts';
import { parseDateMs } from '../core/date.ts';
import type { Feed, FeedDocument } from '../core/feed.ts';
import { ok, type Result } from '../core/result.ts';
import type { FetchFailure, Source, SourceState } from '../core/source.ts';
import { readFeed } from '../feeds/read-feed.ts';
import { afterFetch, type FetchOutcome, movedAddress, newFetchState } from '../feeds/schedule.ts';
import type { DerivedArticle, Store } from '../store/store.ts';
import { activityOf } from './activity.ts';
import { harvestFeed } from './feed-articles.ts';
import { type DocumentAnswer, fetchDocument } from './fetch-document.ts';
import { nameOfHost, TITLE_MAX } from './source-names.ts';

/** Requests under way at once, never two to one host. */
const AT_ONCE = 4;
/** Between two requests to one host. */
const HOST_PAUSE_MS = 1_000;
/** A source whose permission is missing is looked at again; giving the permission fetches it at once. */
const PERMISSION_AGAIN_MS = 6 * 3_600_000;
const RECENT = 20;
/** Reports added in one go: deriving them is about half a second's work. */
const BATCH = 128;

/** What refreshing works with. */
export interface RefreshDeps {
  store: Store;
  derive(article: Article): DerivedArticle;
  fetch: typeof globalThis.fetch;
  nowMs(): number;
  /** In [0, 1): spreads fetches in time. */
  random(): number;
  /** Whether the browser lets us read this host. */
  isGranted(host: string): Promise<boolean>;
  /** False while the computer has no connection: then nothing is tried, and no source is blamed. */
  isOnline(): boolean;
  sleep(ms: number): Promise<void>;
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
}

/**
 * Fetches sources: several hosts at once, one request a host, a pause between two to the same. Every request is noted in the activity, every
 * outcome in the source's state, last of all, so that a fetch that is cut off anywhere is done again and nothing is doubled.
 */
export async function refreshSources(request: RefreshRequest, deps: RefreshDeps): Promise<RefreshSummary> {
  const now = deps.nowMs();
  const due = (await deps.store.listSources()).filter(({ source, state }) =>
    request.ids === null ? !source.paused && isDue(state, now) : request.ids.includes(source.id),
  );
  const hosts = new Map<string, typeof due>();
  for (const item of due) {
    const host = new URL(item.source.url).host;
    hosts.set(host, [...(hosts.get(host) ?? []), item]);
  }
  const summary: RefreshSummary = { fetched: 0, added: 0, updated: 0 };
  const queues = [...hosts.values()];
  const work = async (): Promise<void> => {
    for (let queue = queues.shift(); queue !== undefined; queue = queues.shift()) {
      for (const [at, { source, state }] of queue.entries()) {
        if (request.signal?.aborted || !deps.isOnline()) return;
        if (at > 0) await deps.sleep(HOST_PAUSE_MS);
        request.onChange?.(source.id, true);
        const did = await refreshOne(source, state, request, deps);
        request.onChange?.(source.id, false);
        if (did === null) continue;
        summary.fetched++;
        summary.added += did.added;
        summary.updated += did.updated;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return summary;
}

/** When the next source is due, epoch ms; null where none ever is. */
export function nextDueMs(sources: readonly { source: Source; state: SourceState | null }[]): number | null {
  const times = sources.flatMap(({ source, state }) => (source.paused ? [] : [state === null ? 0 : (state.fetch.nextAtMs ?? [])].flat()));
  return times.length === 0 ? null : Math.min(...times);
}

function isDue(state: SourceState | null, nowMs: number): boolean {
  return state === null || (state.fetch.nextAtMs !== null && state.fetch.nextAtMs <= nowMs);
}

function newState({ id }: Source, nowMs: number): SourceState {
  const fetch = newFetchState(nowMs);
  return { id, fetch, format: null, etag: null, lastModified: null, recentMs: [], reports: 0, lastAdded: 0, failure: null };
}

async function refreshOne(
  source: Source,
  known: SourceState | null,
  request: RefreshRequest,
  deps: RefreshDeps,
): Promise<{ added: number; updated: number } | null> {
  const state = known ?? newState(source, deps.nowMs());
  if (!(await deps.isGranted(new URL(source.url).host))) {
    // Nothing is asked of anybody; the user can give the permission again on the page of sources.
    const fetch = { ...state.fetch, nextAtMs: deps.nowMs() + PERMISSION_AGAIN_MS };
    await deps.store.putSourceState({ ...state, fetch, failure: { code: 'no-permission', status: null } });
    return null;
  }
  const atMs = deps.nowMs();
  const answer = await fetchDocument({ url: source.url, etag: state.etag, lastModified: state.lastModified }, fetchDeps(request, deps));
  await deps.store.addActivity(activityOf(source.url, source.title, request.why, answer, atMs));
  // Stopped by the user: no fault of the source.
  if (request.signal?.aborted) return null;
  const taken = await takeIn(source, state, answer, deps);
  const moved = movedAddress(taken.state.fetch, source.url);
  // To another place of the same site it is followed; another site is the user's to accept.
  if (moved !== null && !moved.offered && (await deps.store.putSources([{ ...source, url: moved.url }])).ok) {
    taken.state.fetch = { ...taken.state.fetch, moved: null };
  }
  await deps.store.putSourceState(taken.state);
  return taken;
}

function fetchDeps({ signal }: RefreshRequest, { fetch }: RefreshDeps) {
  return signal === undefined ? { fetch } : { fetch, signal };
}

interface Taken {
  state: SourceState;
  added: number;
  updated: number;
}

async function takeIn(source: Source, state: SourceState, answer: DocumentAnswer, deps: RefreshDeps): Promise<Taken> {
  const outcome = (kind: FetchOutcome['kind'], entryDatesMs: readonly number[]): FetchOutcome => ({
    kind,
    url: source.url,
    finalUrl: answer.finalUrl,
    retryAfter: answer.retryAfter,
    entryDatesMs,
  });
  const next = (kind: FetchOutcome['kind'], dates: readonly number[] = state.recentMs) =>
    afterFetch(state.fetch, outcome(kind, dates), deps.nowMs(), deps.random());
  const failed = (code: FetchFailure): Taken => ({
    state: { ...state, fetch: next('failed'), failure: { code, status: answer.status } },
    added: 0,
    updated: 0,
  });
  if (answer.kind === 'failed') return failed(answer.failure);
  if (answer.kind === 'gone')
    return { state: { ...state, fetch: next('gone'), failure: { code: 'refused', status: 410 } }, added: 0, updated: 0 };
  if (answer.kind === 'unchanged') return { state: { ...state, fetch: next('unchanged'), failure: null }, added: 0, updated: 0 };

  const reading = readFeed(answer.body, { contentType: answer.contentType, url: answer.finalUrl });
  if (!reading.ok) return failed('not-a-feed');
  const feed = feedOf(reading.value.document);
  if (feed === null) return failed('no-reports');
  const named = await nameFromFeed(source, feed, deps.store);
  const harvest = await harvestFeed(feed, named, deps.store, deps.nowMs());
  // A feed may be empty for a while; a document full of what says nothing is none.
  if (harvest.leftOut > 0 && harvest.leftOut === feed.entries.length) return failed('no-reports');
  const stored = await storeHarvest(source, harvest, deps);
  if (!stored.ok) return failed('not-stored');
  const recentMs = recentDates(feed, deps.nowMs());
  return {
    state: {
      ...state,
      fetch: next('read', recentMs),
      format: feed.format,
      etag: answer.etag,
      lastModified: answer.lastModified,
      recentMs,
      reports: state.reports + harvest.entries.length,
      lastAdded: harvest.added > 0 ? harvest.added : state.lastAdded,
      failure: null,
    },
    added: harvest.added,
    updated: harvest.articles.length - harvest.added,
  };
}

/** A source that was added without a name takes the one its feed gives itself. */
async function nameFromFeed(source: Source, { title }: Feed, store: Store): Promise<Source> {
  if (title === null || source.title !== nameOfHost(source.url)) return source;
  const named = { ...source, title: title.slice(0, TITLE_MAX) };
  return (await store.putSources([named])).ok ? named : source;
}

function feedOf(document: FeedDocument): Feed | null {
  return document.format === 'opml' || document.format === 'sitemap-index' ? null : document;
}

function recentDates({ entries }: Feed, nowMs: number): number[] {
  return entries
    .flatMap((entry) => parseDateMs(entry.datePublished ?? entry.dateModified) ?? [])
    .map((date) => Math.min(date, nowMs))
    .sort((a, b) => b - a)
    .slice(0, RECENT);
}

async function storeHarvest(
  source: Source,
  { entries, outlets, reporters, articles, versions }: Awaited<ReturnType<typeof harvestFeed>>,
  { store, derive }: RefreshDeps,
): Promise<Result<void>> {
  const first = [
    entries.length > 0 && (await store.addSourceEntries(source.id, entries)),
    outlets.length > 0 && (await store.putOutlets(outlets)),
    reporters.length > 0 && (await store.putReporters(reporters)),
    versions.length > 0 && (await store.addVersions(versions)),
  ];
  for (const written of first) if (written !== false && !written.ok) return written;
  for (let from = 0; from < articles.length; from += BATCH) {
    const added = await store.addArticles(articles.slice(from, from + BATCH).map((article) => ({ article, derived: derive(article) })));
    if (!added.ok) return added;
  }
  return ok(undefined);
}
