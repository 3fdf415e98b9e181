import type { FetchState } from '../core/source.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Shortest and longest time between two fetches of a source that answers. Shorter costs the outlet, longer the reader. */
export const INTERVAL_MS = { least: 15 * MINUTE_MS, most: DAY_MS, unknown: HOUR_MS } as const;
/** After so many fetches that end at the same other address, the source has moved. */
const MOVED_AFTER = 3;
const BACK_OFF_MS = { first: 15 * MINUTE_MS, most: 7 * DAY_MS } as const;
/** A server that asks for more is asked again after this. */
const RETRY_AFTER_MAX_MS = 7 * DAY_MS;
/** Nothing is ever put off for longer: the longest waiting time is a week. */
const PUT_OFF_MAX_MS = 8 * DAY_MS;
/** The newest entries tell how often a feed changes now. */
const RECENT_ENTRIES = 20;

/** How a fetch ended. */
export interface FetchOutcome {
  /** `read`: a new document; `unchanged`: 304; `failed`: anything else, 410 (`gone`) apart. */
  kind: 'read' | 'unchanged' | 'failed' | 'gone';
  /** The source's address, and where the fetch ended after redirects. */
  url: string;
  finalUrl: string;
  /** The Retry-After header of the answer; null for none. */
  retryAfter: string | null;
  /** Epoch ms of the entries known of the source, those just read included. */
  entryDatesMs: readonly number[];
}

/** A source that was never fetched: due now. */
export function newFetchState(nowMs: number): FetchState {
  return { nextAtMs: nowMs, failures: 0, succeededAtMs: null, moved: null, gone: false };
}

/** When a source is due, epoch ms; null for never. A time that no waiting leads to was written while the clock was wrong: it is due now. */
export function dueAtMs({ nextAtMs }: Pick<FetchState, 'nextAtMs'>, nowMs: number): number | null {
  return nextAtMs !== null && nextAtMs > nowMs + PUT_OFF_MAX_MS ? nowMs : nextAtMs;
}

/**
 * What to remember after a fetch. `jitter` is a random number in [0, 1): it spreads the fetches of many sources, and of many readers of
 * one source.
 */
export function afterFetch(state: FetchState, outcome: FetchOutcome, nowMs: number, jitter: number): FetchState {
  if (outcome.kind === 'gone') return { ...state, nextAtMs: null, failures: state.failures + 1, gone: true };
  const askedMs = retryAfterMs(outcome.retryAfter, nowMs) ?? 0;
  if (outcome.kind === 'failed') {
    const failures = state.failures + 1;
    return { ...state, failures, nextAtMs: nowMs + Math.max(askedMs, backOffMs(failures, jitter)) };
  }
  const spreadMs = fetchIntervalMs(outcome.entryDatesMs, nowMs) * (0.9 + 0.2 * jitter);
  return {
    nextAtMs: Math.round(nowMs + Math.max(askedMs, spreadMs)),
    failures: 0,
    succeededAtMs: nowMs,
    moved: movedTo(state.moved, outcome),
    gone: false,
  };
}

/**
 * Where a source has moved, after three fetches in a row that ended there; null before. Another origin is `offered` to the user and never
 * adopted silently.
 */
export function movedAddress(state: FetchState, url: string): { url: string; offered: boolean } | null {
  const { moved } = state;
  if (moved === null || moved.times < MOVED_AFTER) return null;
  return { url: moved.url, offered: new URL(moved.url).origin !== new URL(url).origin };
}

/**
 * Time until the next fetch: half of what usually lies between two of the newest 20 entries, and a tenth of the silence since the last one,
 * whichever is longer; an hour where no dates are known. Dates in the future count as now.
 */
export function fetchIntervalMs(entryDatesMs: readonly number[], nowMs: number): number {
  const dates = entryDatesMs
    .map((date) => Math.min(date, nowMs))
    .sort((a, b) => b - a)
    .slice(0, RECENT_ENTRIES);
  const [newest] = dates;
  if (newest === undefined) return INTERVAL_MS.unknown;
  const gaps = dates.slice(1).map((date, at) => (dates[at] ?? date) - date);
  const usual = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  return Math.min(INTERVAL_MS.most, Math.max(INTERVAL_MS.least, usual / 2, (nowMs - newest) / 10));
}

/** Waiting time after so many failures in a row: doubled each time up to a week, less up to half of it by `jitter` in [0, 1). */
export function backOffMs(failures: number, jitter: number): number {
  const whole = Math.min(BACK_OFF_MS.most, BACK_OFF_MS.first * 2 ** Math.min(failures - 1, 20));
  return Math.round(whole * (1 - jitter / 2));
}

/** What Retry-After asks for (RFC 9110, 10.2.3: seconds or an HTTP date), at most a week; null where it cannot be read. */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  const text = header?.trim() ?? '';
  const ms = /^\d{1,10}$/.test(text) ? Number(text) * 1000 : /GMT$/i.test(text) ? Date.parse(text) - nowMs : Number.NaN;
  return Number.isNaN(ms) ? null : Math.min(RETRY_AFTER_MAX_MS, Math.max(0, ms));
}

/** How long a host that answered so wants no request at all, ms: what Retry-After asks for, after 429 at least the first back-off; else 0. */
export function hostRestMs(status: number | null, retryAfter: string | null, nowMs: number): number {
  if (status !== 429 && status !== 503) return 0;
  return retryAfterMs(retryAfter, nowMs) ?? (status === 429 ? BACK_OFF_MS.first : 0);
}

function movedTo(before: FetchState['moved'], { url, finalUrl }: FetchOutcome): FetchState['moved'] {
  if (finalUrl === url) return null;
  return { url: finalUrl, times: before?.url === finalUrl ? before.times + 1 : 1 };
}
