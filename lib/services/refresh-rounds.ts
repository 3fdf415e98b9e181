import type { Result } from '../core/result.ts';
import type { Store } from '../store/store.ts';
import { nextDueMs, type RefreshRequest, type RefreshSummary } from './refresh-sources.ts';

/** A background that is stopped while it fetches goes on after this; also the least time between two rounds. */
const AGAIN_MINUTES = 1;
/** Without a connection, where the index cannot be opened or written, and after the reader stopped a round. */
const LATER_MINUTES = 15;
const MINUTE_MS = 60_000;

/** What rounds work with. */
export interface RoundDeps<Place extends { store: Pick<Store, 'listSources'> }> {
  /** The alarm that calls `wake`: once in so many minutes, or from then on every minute. Replaces the one before. */
  setAlarm(inMinutes: number, everyMinutes?: number): Promise<void>;
  clearAlarm(): Promise<void>;
  open(): Promise<Result<Place>>;
  /** Fetches; see `refreshSources`. */
  fetch(place: Place, request: RefreshRequest): Promise<RefreshSummary>;
  /** The round is over, and the next one set. */
  ended(brought: boolean): Promise<void>;
  nowMs(): number;
  isOnline(): boolean;
  onError(error: unknown): void;
}

/** Rounds of fetching, one at a time. */
export interface Rounds {
  /** Fetches these, or those that are due, after the rounds that were asked for before. Never rejects. */
  ask(ids: readonly string[] | null, why: RefreshRequest['why']): Promise<void>;
  /** Called by the alarm: fetches what is due, unless a round runs. */
  wake(): void;
  /** Ends the rounds asked for so far. */
  stop(): void;
  /** Sets the alarm for the source that is due first, or none. */
  schedule(): Promise<void>;
  /** Until the rounds asked for so far are over. */
  over(): Promise<void>;
}

/**
 * Creates the keeper of rounds. The background may be killed at any moment: the alarm is there before a round opens anything, and goes off every minute
 * as long as the round runs, so that there is always one to come.
 */
export function createRounds<Place extends { store: Pick<Store, 'listSources'> }>(deps: RoundDeps<Place>): Rounds {
  let last: Promise<void> = Promise.resolve();
  let asked = 0;
  let stop = new AbortController();

  async function round(ids: readonly string[] | null, why: RefreshRequest['why'], signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    await deps.setAlarm(AGAIN_MINUTES, AGAIN_MINUTES);
    const place = await deps.open();
    let brought = false;
    let isLater = true;
    try {
      if (!place.ok || signal.aborted) return;
      const { added, updated, unnoted } = await deps.fetch(place.value, { ids, why, signal });
      brought = added + updated > 0;
      isLater = unnoted || signal.aborted;
    } finally {
      await setNext(place, isLater).finally(() => deps.ended(brought));
    }
  }

  async function setNext(place: Result<Place>, isLater: boolean): Promise<void> {
    if (!place.ok) return deps.setAlarm(LATER_MINUTES);
    const dueMs = nextDueMs(await place.value.store.listSources(), deps.nowMs());
    if (dueMs === null) return deps.clearAlarm();
    const least = deps.isOnline() && !isLater ? AGAIN_MINUTES : LATER_MINUTES;
    return deps.setAlarm(Math.max(least, (dueMs - deps.nowMs()) / MINUTE_MS));
  }

  function ask(ids: readonly string[] | null, why: RefreshRequest['why']): Promise<void> {
    const { signal } = stop;
    asked++;
    last = last
      .then(() => round(ids, why, signal))
      .catch(deps.onError)
      .finally(() => asked--);
    return last;
  }

  return {
    ask,
    wake: () => {
      if (asked === 0) void ask(null, 'refresh');
    },
    stop: () => {
      stop.abort();
      stop = new AbortController();
    },
    schedule: async () => {
      // A round sets the next one when it ends.
      if (asked === 0) await setNext(await deps.open(), false);
    },
    over: () => last,
  };
}
