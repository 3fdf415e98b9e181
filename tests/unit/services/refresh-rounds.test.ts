import { expect, it } from 'vitest';
import { fail, ok, type Result } from '../../../lib/core/result.ts';
import type { Source, SourceState } from '../../../lib/core/source.ts';
import { createRounds } from '../../../lib/services/refresh-rounds.ts';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 0, 29);
type Listed = { source: Source; state: SourceState | null };

/** Rounds with an alarm that is only noted; a round's fetching lasts until it is ended by hand. */
function keeper(dueInMinutes: number | null = 30) {
  const log: string[] = [];
  const world = { opens: true, open: 0, fetching: [] as (() => void)[], fails: false, unnoted: false, online: true };
  const source = { paused: dueInMinutes === null } as Source;
  const state = { fetch: { nextAtMs: NOW + (dueInMinutes ?? 0) * MINUTE } } as SourceState;
  const store = { listSources: async (): Promise<Listed[]> => [{ source, state }] };
  const rounds = createRounds({
    setAlarm: async (minutes, every) => void log.push(every === undefined ? `in ${minutes}` : `in ${minutes}, every ${every}`),
    clearAlarm: async () => void log.push('none'),
    open: async (): Promise<Result<{ store: typeof store }>> => {
      log.push('open');
      return world.opens ? ok({ store }) : fail('storage-failed', 'No.');
    },
    fetch: async (_place, { ids, why }) => {
      log.push(`fetch ${ids?.join() ?? 'due'} ${why}`);
      await new Promise<void>((resolve) => world.fetching.push(resolve));
      if (world.fails) throw new Error('broken');
      return { fetched: 1, added: 1, updated: 0, unnoted: world.unnoted };
    },
    ended: async (brought) => void log.push(`ended ${brought}`),
    nowMs: () => NOW,
    isOnline: () => world.online,
    onError: (error) => void log.push(String(error)),
  });
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  const end = async () => {
    await turn();
    world.fetching.shift()?.();
    await turn();
  };
  return { log, world, rounds, turn, end };
}

it('the alarm is there before anything is opened, and goes off every minute while a round runs', async () => {
  const { log, rounds, end } = keeper();
  rounds.wake();
  await end();
  expect(log).toEqual(['in 1, every 1', 'open', 'fetch due refresh', 'in 30', 'ended true']);
});

it('an index that cannot be opened is tried again', async () => {
  const { log, world, rounds, end } = keeper();
  world.opens = false;
  await rounds.ask(null, 'refresh');
  expect(log).toEqual(['in 1, every 1', 'open', 'in 15', 'ended false']);
  world.opens = true;
  rounds.wake();
  await end();
  expect(log.slice(4)).toContain('fetch due refresh');
});

it('an alarm in a round asks for no second one; what is asked for follows', async () => {
  const { log, rounds, end } = keeper();
  void rounds.ask(['a'], 'added');
  for (let times = 0; times < 3; times++) rounds.wake();
  void rounds.ask(['b'], 'asked');
  await end();
  await end();
  await end();
  expect(log.filter((line) => line.startsWith('fetch'))).toEqual(['fetch a added', 'fetch b asked']);
  rounds.wake();
  await end();
  expect(log.filter((line) => line.startsWith('fetch')).at(-1)).toBe('fetch due refresh');
});

it('after an error the next round is set, and can be asked for', async () => {
  const { log, world, rounds, end } = keeper();
  world.fails = true;
  rounds.wake();
  await end();
  expect(log.slice(-3)).toEqual(['in 30', 'ended false', 'Error: broken']);
  world.fails = false;
  rounds.wake();
  await end();
  expect(log.at(-1)).toBe('ended true');
});

it('stopped, or without a connection, a round is later; where nothing is ever due there is no alarm', async () => {
  const { log, world, rounds, turn, end } = keeper(0);
  void rounds.ask(null, 'refresh');
  void rounds.ask(['b'], 'asked');
  await turn();
  rounds.stop();
  await end();
  expect(log.slice(-2)).toEqual(['in 15', 'ended true']);
  await rounds.schedule();
  expect(log.at(-1)).toBe('in 1');
  world.online = false;
  await rounds.schedule();
  expect(log.at(-1)).toBe('in 15');
  const paused = keeper(null);
  await paused.rounds.schedule();
  expect(paused.log).toEqual(['open', 'none']);
});

it('what could not be noted is not asked for again within a minute', async () => {
  const { log, world, rounds, end } = keeper(0);
  world.unnoted = true;
  rounds.wake();
  await end();
  expect(log.slice(-2)).toEqual(['in 15', 'ended true']);
  world.unnoted = false;
  world.fails = true;
  rounds.wake();
  await end();
  expect(log.slice(-3)).toEqual(['in 15', 'ended false', 'Error: broken']);
});

it('nothing is set beside a round that runs', async () => {
  const { log, rounds, turn, end } = keeper();
  rounds.wake();
  await turn();
  await rounds.schedule();
  expect(log.at(-1)).toBe('fetch due refresh');
  await end();
});
