import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceHealth } from '../../../lib/feeds/health.ts';
import {
  afterFetch,
  backOffMs,
  dueAtMs,
  type FetchOutcome,
  fetchIntervalMs,
  hostRestMs,
  INTERVAL_MS,
  movedAddress,
  newFetchState,
  retryAfterMs,
} from '../../../lib/feeds/schedule.ts';

const NOW = Date.UTC(2026, 0, 29, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const URL_OF_SOURCE = 'https://harbour.example/feed';

const outcome = (kind: FetchOutcome['kind'], more: Partial<FetchOutcome> = {}): FetchOutcome => ({
  kind,
  url: URL_OF_SOURCE,
  finalUrl: URL_OF_SOURCE,
  retryAfter: null,
  entryDatesMs: [],
  ...more,
});

const every = (gap: number, count = 30, newest = NOW) => Array.from({ length: count }, (_, at) => newest - at * gap);

describe('fetchIntervalMs', () => {
  it.each([
    ['nothing is known', [], HOUR],
    ['an entry a minute', every(MINUTE), INTERVAL_MS.least],
    ['an entry every four hours', every(4 * HOUR), 2 * HOUR],
    ['an entry a week', every(7 * DAY), DAY],
    ['many a day, but silent for five days', every(MINUTE, 30, NOW - 5 * DAY), 12 * HOUR],
    ['dates in the future', every(4 * HOUR, 3, NOW + DAY), INTERVAL_MS.least],
  ])('%s', (_name, dates, interval) => {
    expect(fetchIntervalMs(dates, NOW)).toBe(interval);
  });

  it('stays within its limits, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 * NOW })), (dates) => {
        const interval = fetchIntervalMs(dates, NOW);
        expect(interval >= INTERVAL_MS.least && interval <= INTERVAL_MS.most).toBe(true);
        expect(fetchIntervalMs([...dates].reverse(), NOW)).toBe(interval);
      }),
    );
  });
});

describe('dueAtMs', () => {
  it.each([
    ['never', null, null],
    ['past', NOW - DAY, NOW - DAY],
    ['after the longest wait', NOW + 7 * DAY, NOW + 7 * DAY],
    ['later than any wait', NOW + 9 * DAY, NOW],
  ])('%s', (_name, nextAtMs, due) => {
    expect(dueAtMs({ nextAtMs }, NOW)).toBe(due);
  });
});

describe('hostRestMs', () => {
  it.each([
    [429, '120', 120_000],
    [503, '120', 120_000],
    [429, null, 15 * MINUTE],
    [429, 'soon', 15 * MINUTE],
    [503, null, 0],
    [500, '120', 0],
    [200, '120', 0],
    [null, null, 0],
  ])('%s with Retry-After %s', (status, retryAfter, rest) => {
    expect(hostRestMs(status, retryAfter, NOW)).toBe(rest);
  });
});

describe('retryAfterMs', () => {
  it.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['Thu, 29 Jan 2026 13:00:00 GMT', HOUR],
    ['Thu, 29 Jan 2026 11:00:00 GMT', 0],
    ['9999999999', 7 * DAY],
    ['soon', null],
    ['-5', null],
    ['1.5', null],
    [null, null],
  ])('%s', (header, ms) => {
    expect(retryAfterMs(header, NOW)).toBe(ms);
  });
});

describe('afterFetch', () => {
  const first = newFetchState(NOW);

  it('backs off longer each time, never beyond a week, and spreads', () => {
    expect([1, 2, 3, 4].map((failures) => backOffMs(failures, 0) / MINUTE)).toEqual([15, 30, 60, 120]);
    expect(backOffMs(1, 0.999)).toBeGreaterThan(7 * MINUTE);
    expect(backOffMs(500, 0)).toBe(7 * DAY);
  });

  it('waits as long as it is asked to', () => {
    expect(afterFetch(first, outcome('failed', { retryAfter: '86400' }), NOW, 0.5).nextAtMs).toBe(NOW + DAY);
    expect(afterFetch(first, outcome('unchanged', { retryAfter: '86400' }), NOW, 0.5).nextAtMs).toBe(NOW + DAY);
    expect(afterFetch(first, outcome('failed', { retryAfter: '1' }), NOW, 0).nextAtMs).toBe(NOW + 15 * MINUTE);
  });

  it('forgets failures once it is answered', () => {
    const failed = afterFetch(first, outcome('failed'), NOW, 0);
    expect(failed).toMatchObject({ failures: 1, succeededAtMs: null });
    expect(afterFetch(failed, outcome('unchanged'), NOW, 0.5)).toMatchObject({ failures: 0, succeededAtMs: NOW, nextAtMs: NOW + HOUR });
  });

  it('stops at 410', () => {
    const gone = afterFetch(first, outcome('gone'), NOW, 0);
    expect(gone).toMatchObject({ nextAtMs: null, gone: true });
    expect(sourceHealth(gone, URL_OF_SOURCE, null, NOW)).toEqual({ code: 'gone' });
  });

  it('offers another origin after three fetches in a row that end there', () => {
    const other = outcome('read', { finalUrl: 'https://quay.example/feed' });
    const twice = afterFetch(afterFetch(first, other, NOW, 0), other, NOW, 0);
    expect(movedAddress(twice, URL_OF_SOURCE)).toBeNull();
    const thrice = afterFetch(twice, other, NOW, 0);
    expect(movedAddress(thrice, URL_OF_SOURCE)).toEqual({ url: 'https://quay.example/feed', offered: true });
    expect(sourceHealth(thrice, URL_OF_SOURCE, NOW, NOW)).toEqual({ code: 'moved', url: 'https://quay.example/feed' });
    const within = [0, 1, 2].reduce((state) => afterFetch(state, outcome('unchanged', { finalUrl: `${URL_OF_SOURCE}/` }), NOW, 0), first);
    expect(movedAddress(within, URL_OF_SOURCE)).toEqual({ url: `${URL_OF_SOURCE}/`, offered: false });
    expect(movedAddress(afterFetch(thrice, outcome('read'), NOW, 0), URL_OF_SOURCE)).toBeNull();
    expect(movedAddress(afterFetch(twice, outcome('read', { finalUrl: 'https://third.example/' }), NOW, 0), URL_OF_SOURCE)).toBeNull();
  });
});

describe('sourceHealth', () => {
  it('has a word for every state', () => {
    const state = newFetchState(NOW);
    expect(sourceHealth(state, URL_OF_SOURCE, null, NOW)).toEqual({ code: 'new' });
    const read = afterFetch(state, outcome('read'), NOW, 0);
    expect(sourceHealth(read, URL_OF_SOURCE, NOW - DAY, NOW)).toEqual({ code: 'fine', sinceMs: NOW });
    expect(sourceHealth(read, URL_OF_SOURCE, NOW - 100 * DAY, NOW)).toEqual({ code: 'quiet', newestMs: NOW - 100 * DAY });
    let failing = read;
    for (let times = 0; times < 3; times++) failing = afterFetch(failing, outcome('failed'), NOW, 0);
    expect(sourceHealth(failing, URL_OF_SOURCE, NOW, NOW)).toMatchObject({ code: 'failing', failures: 3, nextAtMs: NOW + HOUR });
    for (let times = 0; times < 9; times++) failing = afterFetch(failing, outcome('failed'), NOW, 0);
    expect(sourceHealth(failing, URL_OF_SOURCE, NOW, NOW)).toMatchObject({ code: 'silent', sinceMs: NOW });
  });
});
