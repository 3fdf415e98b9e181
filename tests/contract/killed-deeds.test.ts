import { describe, expect, it } from 'vitest';
import { TRASH_MS } from '../../lib/core/library.ts';
import { editField } from '../../lib/services/field-edits.ts';
import { changePins } from '../../lib/services/pins.ts';
import { removeSave } from '../../lib/services/saves.ts';
import { deleteTrashed, emptyDueTrash, restoreTrashed, trashPins } from '../../lib/services/trash.ts';
import { finishUpkeep } from '../../lib/services/upkeep.ts';
import type { IndexedDbStore } from '../../lib/store/indexed-db/open-store.ts';
import { value } from './checks.ts';
import { backup, bring, library, pocket, steps } from './import-places.ts';
import { Killed, open, profile } from './profiles.ts';
import { fillLibrary, pin, record } from './sample-data.ts';

const DAY_MS = 86_400_000;
const PINS = ['r1', 'r2', 'r3', 'r4'];
/** More than one step's reports, and a pin that is here already. */
const ROWS = ['r1', ...Array.from({ length: 40 }, (_, i) => `${i}`)]
  .map((id) => `A,https://example.com/${id},,imported,archive\n`)
  .join('');

interface Deed {
  what: string;
  /** Commits it takes at least. */
  commits: number;
  /** What happens before it. */
  prepare?: (store: IndexedDbStore, data: Awaited<ReturnType<typeof library>>['data']) => Promise<unknown>;
  does: (store: IndexedDbStore, data: Awaited<ReturnType<typeof library>>['data']) => Promise<{ ok: boolean }>;
}

const DEEDS: Deed[] = [
  {
    what: 'the undo of an import',
    commits: 5,
    prepare: (_store, data) => bring({ data }, pocket(ROWS)),
    does: (_store, data) => data.undoRestore(),
  },
  {
    what: 'an import that is cancelled',
    commits: 10,
    does: async (_store, data) => {
      const preview = value(await data.previewImport([pocket(ROWS)], steps()));
      const stop = new AbortController();
      const answer = await data.applyImport(preview.id, { signal: stop.signal, onProgress: (done) => done > 0.6 && stop.abort() });
      return { ok: !answer.ok && answer.error.code === 'cancelled' };
    },
  },
  {
    what: 'states and tags of several pins',
    commits: 1,
    does: (store) => changePins(PINS, { state: 'archived', addTags: ['a', 'b'], removeTags: ['old'] }, { store, nowMs: () => 9 }),
  },
  { what: 'several pins thrown away', commits: 1, does: (store) => trashPins(PINS, { store, nowMs: () => 9 }) },
  {
    what: 'several pins put back',
    commits: 1,
    prepare: (store) => trashPins(PINS, { store, nowMs: () => 9 }).then(value),
    does: (store) =>
      restoreTrashed(
        PINS.map((id) => `pin ${id}`),
        store,
      ),
  },
  {
    what: 'a corrected field',
    commits: 1,
    does: (store) => editField('r2', { of: 'article', field: 'headline', value: 'Mine' }, { store, nowMs: () => 9 }),
  },
];

/** A library with pins, notes, a trash and corrections, prepared for a deed. */
async function prepared({ prepare }: Pick<Deed, 'prepare'>) {
  const place = await library(undefined, profile());
  value(await place.store.addArticles(['r1', 'r2', 'r3', 'r4', 'r5'].map((id) => record(id))));
  for (const id of PINS) value(await place.store.putPin(pin(id, { tags: ['old'] })));
  await fillLibrary(place.store);
  await prepare?.(place.store, place.data);
  return place;
}

/** Does it, and is killed after so many commits. Says whether it was, and what is there at the next start of the browser. */
async function doneOrKilled({ does, ...deed }: Pick<Deed, 'prepare' | 'does'>, allowed: number) {
  const { store, data, of } = await prepared(deed);
  const before = await backup(store);
  of.allowed = allowed;
  const answer = await does(store, data).catch((error: unknown) => {
    if (!(error instanceof Killed)) throw error;
    return null;
  });
  expect(answer?.ok).not.toBe(false);
  store.close();
  of.allowed = Number.POSITIVE_INFINITY;
  const again = await open(of);
  expect(await finishUpkeep({ store: again, layerId: '', refreshTopics: async () => {} })).toBe(true);
  expect(await again.restoreLeft()).toBeNull();
  return { killed: answer === null, before, after: await backup(again), store: again };
}

describe('killed between any two steps', () => {
  it.each(DEEDS)('$what: all of it or nothing', async (deed) => {
    const { before, after } = await doneOrKilled(deed, Number.POSITIVE_INFINITY);
    // Of an import that is cancelled either nothing is left, or it was not cancelled yet and goes on.
    const isCancel = deed.what.includes('cancelled');
    expect(before === after).toBe(isCancel);
    const whole = isCancel
      ? await doneOrKilled({ does: async (_store, data) => ({ ok: !!(await bring({ data }, pocket(ROWS))) }) }, 1e9)
      : null;
    const ends = new Set([before, after, whole?.after ?? after]);
    const seen = new Set<string>();
    let kills = 0;
    for (; ; kills++) {
      const end = await doneOrKilled(deed, kills);
      expect(ends.has(end.after)).toBe(true);
      seen.add(end.after);
      if (end.killed) continue;
      expect(end.after).toBe(after);
      break;
    }
    expect(kills).toBeGreaterThanOrEqual(deed.commits);
    if (deed.commits > 1) expect(seen).toEqual(ends);
  });

  it.each([
    { what: 'deleted for good', commits: 2, does: (store: IndexedDbStore) => deleteTrashed(['pin own'], store) },
    { what: 'due in the trash', commits: 2, does: (store: IndexedDbStore) => emptyDueTrash({ store, nowMs: () => 2 * DAY_MS + TRASH_MS }) },
    { what: 'saved no more', commits: 2, does: (store: IndexedDbStore) => removeSave('own', { store }) },
  ])('a report $what: it leaves the index with what held it', async ({ what, does, commits }) => {
    const isSaved = what.includes('saved');
    const own = { provenance: { kind: 'saved-page' as const, source: 'test', licence: null, addedAtMs: 1 } };
    const prepare = async (store: IndexedDbStore) => {
      value(await store.addArticles([record('own', own)]));
      if (isSaved) return value(await store.putSave({ id: 'own', savedAtMs: 1 }));
      value(await store.putPin(pin('own')));
      value(await trashPins(['own'], { store, nowMs: () => 9 }));
      value(await emptyDueTrash({ store, nowMs: () => DAY_MS + TRASH_MS }));
    };
    let kills = 0;
    for (; ; kills++) {
      const { killed, store } = await doneOrKilled({ prepare, does }, kills);
      const isHeld = await store.isHeld('own');
      expect([kills, (await store.getArticles(['own'])).length]).toEqual([kills, isHeld ? 1 : 0]);
      expect(await store.isRemoving()).toBe(false);
      if (killed) continue;
      expect(isHeld).toBe(false);
      break;
    }
    expect(kills).toBeGreaterThanOrEqual(commits);
  });

  it('the trash that is emptied: what was thrown away is there whole or gone, and nothing else is', async () => {
    const pinsOf = async (store: IndexedDbStore) => [
      await store.listPins(),
      await store.listRows('notes'),
      await store.listRows('collections'),
    ];
    let kills = 0;
    for (; ; kills++) {
      const deed: Pick<Deed, 'prepare' | 'does'> = {
        prepare: async (store) => {
          // Saved by the reader alone: it goes with the trash.
          const own = { provenance: { kind: 'saved-page' as const, source: 'test', licence: null, addedAtMs: 1 } };
          value(await store.addArticles([record('own', own), record('pinned', own)]));
          value(await store.putPin(pin('own')));
          value(await store.putPin(pin('pinned')));
          value(await trashPins(['own'], { store, nowMs: () => 9 }));
        },
        does: async (store) =>
          deleteTrashed(
            (await store.listRows('trash')).map(({ id }) => id),
            store,
          ),
      };
      const { store: untouched } = await prepared(deed);
      const { killed, store } = await doneOrKilled(deed, kills);
      expect(await pinsOf(store)).toEqual(await pinsOf(untouched));
      const trash = await store.listRows('trash');
      expect([[], await untouched.listRows('trash')]).toContainEqual(trash);
      const here = async (id: string) => (await store.getArticles([id])).length === 1;
      expect([await here('pinned'), trash.length === 0 || (await here('own'))]).toEqual([true, true]);
      if (killed) continue;
      expect([trash, await here('own')]).toEqual([[], false]);
      break;
    }
    expect(kills).toBeGreaterThanOrEqual(2);
  });
});
