import type { Article } from '../core/article.ts';
import { parseDateMs } from '../core/date.ts';
import type { Feed, FeedDocument, FeedEntry } from '../core/feed.ts';
import { ok, type Result } from '../core/result.ts';
import type { FetchFailure, Source, SourceState } from '../core/source.ts';
import { readFeed } from '../feeds/read-feed.ts';
import { afterFetch, type FetchOutcome } from '../feeds/schedule.ts';
import type { ArticleRecord, DerivedArticle, Store } from '../store/store.ts';
import { type FeedHarvest, harvestFeed } from './feed-articles.ts';
import type { DocumentAnswer } from './fetch-document.ts';
import { nameOfHost, TITLE_MAX } from './source-names.ts';

const RECENT = 20;
/** Reports added in one go: so many, or fewer where their texts are long. */
const BATCH = { reports: 128, characters: 500_000 } as const;
/** Characters derived before others have their turn: some 50 ms. */
const TURN_CHARACTERS = 20_000;
/** A date further ahead is none: zones differ by a day, and an embargo ends tomorrow. */
const AHEAD_MAX_MS = 2 * 86_400_000;

/** What taking in works with. */
export interface TakeInDeps {
  store: Store;
  derive(article: Article): DerivedArticle;
  nowMs(): number;
  /** In [0, 1): spreads fetches in time. */
  random(): number;
}

/** What an answer taught of its source, and brought. */
export interface Taken {
  state: SourceState;
  added: number;
  updated: number;
}

/**
 * Takes in what a source answered; its new state is the caller's to write, last. Before anything of a document is taken in a failure is noted: where
 * this ends the background, or throws, the source is not asked again at once. Null where the source is gone by now.
 */
export async function takeIn(source: Source, state: SourceState, answer: DocumentAnswer, deps: TakeInDeps): Promise<Taken | null> {
  const nowMs = deps.nowMs();
  const outcome = (kind: FetchOutcome['kind'], entryDatesMs: readonly number[]): FetchOutcome => ({
    kind,
    url: source.url,
    finalUrl: answer.finalUrl,
    retryAfter: answer.retryAfter,
    entryDatesMs,
  });
  const next = (kind: FetchOutcome['kind'], dates: readonly number[] = state.recentMs) =>
    afterFetch(state.fetch, outcome(kind, dates), nowMs, deps.random());
  const failed = (code: FetchFailure): Taken => ({
    state: { ...state, fetch: next('failed'), failure: { code, status: answer.status } },
    added: 0,
    updated: 0,
  });
  if (answer.kind === 'failed') return failed(answer.failure);
  if (answer.kind === 'gone')
    return { state: { ...state, fetch: next('gone'), failure: { code: 'refused', status: 410 } }, added: 0, updated: 0 };
  if (answer.kind === 'unchanged') return { state: { ...state, fetch: next('unchanged'), failure: null }, added: 0, updated: 0 };

  const unfinished = failed('not-stored');
  if (!(await deps.store.putSourceState(unfinished.state)).ok) return unfinished;
  const reading = readFeed(answer.body, { contentType: answer.contentType, url: answer.finalUrl });
  if (!reading.ok) return failed('not-a-feed');
  const feed = feedOf(reading.value.document, nowMs);
  if (feed === null) return failed('no-reports');
  const named = await nameFromFeed(source, feed, deps.store);
  if (named === null) return null;
  const harvest = await harvestFeed(feed, named, deps.store, nowMs);
  // A feed may be empty for a while; a document full of what says nothing is none.
  if (harvest.leftOut > 0 && harvest.leftOut === feed.entries.length) return failed('no-reports');
  const stored = await storeHarvest(source, harvest, deps);
  if (!stored.ok) return failed('not-stored');
  if (!stored.value) return null;
  const recentMs = recentDates(feed, nowMs);
  return {
    state: {
      ...state,
      fetch: next('read', recentMs),
      format: feed.format,
      etag: answer.etag,
      lastModified: answer.lastModified,
      recentMs,
      reports: await deps.store.countBrought(source.id),
      lastAdded: harvest.added > 0 ? harvest.added : state.lastAdded,
      failure: null,
    },
    added: harvest.added,
    updated: harvest.articles.length - harvest.added,
  };
}

/** A source that was added without a name takes the one its feed gives itself. Null where it is gone. */
async function nameFromFeed(source: Source, { title }: Feed, store: Store): Promise<Source | null> {
  if (title === null || source.title !== nameOfHost(source.url)) return source;
  // The reader may have named it meanwhile.
  const named = await store.changeSource(source.id, (now) =>
    now.title === source.title ? { ...now, title: title.slice(0, TITLE_MAX) } : now,
  );
  return named.ok ? named.value : source;
}

function feedOf(document: FeedDocument, nowMs: number): Feed | null {
  if (document.format === 'opml' || document.format === 'sitemap-index') return null;
  return { ...document, entries: document.entries.map((entry) => withoutFarDates(entry, nowMs)) };
}

function withoutFarDates(entry: FeedEntry, nowMs: number): FeedEntry {
  const near = (date: string | null): string | null => ((parseDateMs(date) ?? 0) > nowMs + AHEAD_MAX_MS ? null : date);
  return { ...entry, datePublished: near(entry.datePublished), dateModified: near(entry.dateModified) };
}

function recentDates({ entries }: Feed, nowMs: number): number[] {
  return entries
    .flatMap((entry) => parseDateMs(entry.datePublished ?? entry.dateModified) ?? [])
    .map((date) => Math.min(date, nowMs))
    .sort((a, b) => b - a)
    .slice(0, RECENT);
}

/** Whether the source was there until all was written: where it goes meanwhile, its removal takes what came before. */
async function storeHarvest(source: Source, harvest: FeedHarvest, { store, derive }: TakeInDeps): Promise<Result<boolean>> {
  const { entries, outlets, reporters, articles, versions } = harvest;
  const noted = await store.addSourceEntries(source.id, entries);
  if (!noted.ok || !noted.value) return noted;
  const first = [
    outlets.length > 0 && (await store.putOutlets(outlets)),
    reporters.length > 0 && (await store.putReporters(reporters)),
    versions.length > 0 && (await store.addVersions(versions)),
  ];
  for (const written of first) if (written !== false && !written.ok) return written;
  for (const batch of batchesOf(articles)) {
    const added = await store.addReportsOf(source.id, await derivedInTurns(batch, derive));
    if (!added.ok) return added;
    if (added.value.added + added.value.updated === 0) return ok(false);
  }
  return ok(true);
}

function batchesOf(articles: readonly Article[]): Article[][] {
  const batches: Article[][] = [];
  let characters = 0;
  for (const article of articles) {
    const batch = batches.at(-1);
    characters += lengthOf(article);
    if (batch !== undefined && batch.length < BATCH.reports && characters <= BATCH.characters) {
      batch.push(article);
    } else {
      batches.push([article]);
      characters = lengthOf(article);
    }
  }
  return batches;
}

/** The background answers pages between two turns, however long the texts are that a feed sends. */
async function derivedInTurns(articles: readonly Article[], derive: TakeInDeps['derive']): Promise<ArticleRecord[]> {
  const records: ArticleRecord[] = [];
  let characters = 0;
  for (const article of articles) {
    characters += lengthOf(article);
    if (characters > TURN_CHARACTERS) {
      await new Promise((resolve) => setTimeout(resolve));
      characters = lengthOf(article);
    }
    records.push({ article, derived: derive(article) });
  }
  return records;
}

function lengthOf({ headline, description, text }: Article): number {
  return headline.length + (description?.length ?? 0) + text.length;
}
