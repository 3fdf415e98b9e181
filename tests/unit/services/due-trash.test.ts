import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { TRASH_MS, type Trashed } from '../../../lib/core/library.ts';
import { ok } from '../../../lib/core/result.ts';
import { deleteTrashed, emptyDueTrash, listTrash, restorePin, trashPins } from '../../../lib/services/trash.ts';
import { finishUpkeep } from '../../../lib/services/upkeep.ts';
import { emptyContent } from '../../../lib/store/backup-source.ts';
import { finishRestore } from '../../../lib/store/finish-restore.ts';
import { type IndexedDbStore, openStore } from '../../../lib/store/indexed-db/open-store.ts';
import { value } from '../../contract/checks.ts';
import { article, derive, pin } from '../../contract/sample-data.ts';

const START = 1_790_000_000_000;
const DAY_MS = 86_400_000;
let opened = 0;

async function world() {
  let nowMs = START;
  const databaseName = `trash-${opened++}`;
  const store = value(await openStore({ databaseName, derive, nowMs: () => nowMs }));
  const deps = { store, nowMs: () => nowMs, derive };
  return { store, deps, pass: (ms: number) => (nowMs += ms) };
}

async function pinned(store: IndexedDbStore, ids: string[]): Promise<void> {
  for (const [at, id] of ids.entries()) value(await store.putPin(pin(id, { rank: `000000000${at + 1}` })));
}

describe('trash', () => {
  it('is kept by a clock that was years ahead for a while', async () => {
    const { store, deps, pass } = await world();
    await pinned(store, ['a', 'b']);
    value(await trashPins(['a', 'b'], deps));
    pass(9e10);
    value(await emptyDueTrash(deps));
    pass(3_600_000);
    value(await emptyDueTrash(deps));
    pass(-9e10);
    expect(value(await emptyDueTrash(deps))).toBe(START + TRASH_MS);
    pass(9e10 + DAY_MS);
    // What was seen before is forgotten with the clock that saw it.
    value(await emptyDueTrash(deps));
    expect(await listTrash(store)).toHaveLength(2);
  });

  it('is not emptied at once where a clock that was behind is put right, nor by one put back', async () => {
    const { store, deps, pass } = await world();
    await pinned(store, ['a']);
    value(await trashPins(['a'], deps));
    value(await emptyDueTrash(deps));
    pass(2 * TRASH_MS);
    expect(value(await emptyDueTrash(deps))).toBe(START + 2 * TRASH_MS + DAY_MS);
    pass(-TRASH_MS / 2);
    expect(value(await emptyDueTrash(deps))).toBe(START + 1.5 * TRASH_MS + DAY_MS);
    expect(await listTrash(store)).toHaveLength(1);
    pass(DAY_MS);
    expect(value(await emptyDueTrash(deps))).toBeNull();
    expect(await listTrash(store)).toEqual([]);
  });

  it('that an old backup brings is kept until its reports are here, and leaves none of them behind', async () => {
    const { store, deps, pass } = await world();
    pass(2 * TRASH_MS);
    const own = (id: string) => article(id, { provenance: { kind: 'import', source: 'x', licence: null, addedAtMs: 1 } });
    const trash = (['a', 'b'] as const).map(
      (id): Trashed => ({ id: `pin ${id}`, kind: 'pin', trashedAtMs: START, articleIds: [id], notes: [], pin: pin(id) }),
    );
    const content = { ...emptyContent(), articles: [own('a'), own('b')], trash };
    value(await store.beginRestore(async () => ok({ content, settings: null, removed: {}, over: [] })));
    expect(value(await emptyDueTrash(deps))).toBe(deps.nowMs());
    // By hand meanwhile: its report is still to come.
    value(await deleteTrashed(['pin a'], store));
    expect(await store.isRemoving()).toBe(true);
    value(await finishRestore(store));
    const ids = async () => (await store.getArticles(['a', 'b'])).map(({ article: { id } }) => id);
    expect(await ids()).toEqual(['a', 'b']);
    expect(await finishUpkeep({ store, layerId: '', refreshTopics: async () => {} })).toBe(true);
    expect([await ids(), await store.isRemoving()]).toEqual([['b'], false]);
    value(await emptyDueTrash(deps));
    pass(DAY_MS);
    value(await emptyDueTrash(deps));
    expect([await ids(), await listTrash(store)]).toEqual([[], []]);
  });

  it('thrown away again, waits its time again', async () => {
    const { store, deps, pass } = await world();
    await pinned(store, ['a']);
    value(await trashPins(['a'], deps));
    pass(TRASH_MS);
    value(await emptyDueTrash(deps));
    value(await restorePin('a', store));
    pass(DAY_MS / 2);
    value(await trashPins(['a'], deps));
    pass(DAY_MS / 2);
    expect(value(await emptyDueTrash(deps))).toBe(START + TRASH_MS + DAY_MS / 2 + TRASH_MS);
    expect(await listTrash(store)).toHaveLength(1);
  });
});
