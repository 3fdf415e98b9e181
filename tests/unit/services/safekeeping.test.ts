import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fail, ok } from '../../../lib/core/result.ts';
import { NOTHING_KEPT, type Safekeeping } from '../../../lib/core/safekeeping.ts';
import { DEFAULT_SETTINGS } from '../../../lib/core/settings.ts';
import {
  noteCopyOutside,
  type SafekeepingDeps,
  safekeepingState,
  setWeeklyFile,
  tendSafekeeping,
} from '../../../lib/services/safekeeping.ts';
import { emptyContent } from '../../../lib/store/backup-source.ts';
import { finishRestore } from '../../../lib/store/finish-restore.ts';
import { openCopies } from '../../../lib/store/indexed-db/copies.ts';
import { value } from '../../contract/checks.ts';
import { open, profile } from '../../contract/profiles.ts';
import { article, pin } from '../../contract/sample-data.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A browser with a library, whose folder for downloads is a list. */
async function world() {
  const of = profile();
  const store = await open(of);
  const copies = value(await openCopies({ databaseName: `${of.name}-copies` }));
  const files: { name: string; text: string }[] = [];
  const here = { kept: NOTHING_KEPT as Safekeeping, granted: true, works: true, nowMs: Date.UTC(2026, 10, 27) };
  const deps: SafekeepingDeps = {
    ...{ store, copies },
    settings: async () => DEFAULT_SETTINGS,
    salt: async () => null,
    nowMs: () => here.nowMs,
    load: async () => here.kept,
    save: async (kept) => {
      here.kept = kept;
    },
    mayDownload: async () => here.granted,
    saveFile: async (id, name, read) => {
      if (!here.works) throw new Error('The browser says no.');
      files.push({ name, text: await (await read(id))!.text() });
      return true;
    },
  };
  let pins = 0;
  const pinSome = async (count: number): Promise<void> => {
    for (let i = 0; i < count; i++) value(await store.putPin(pin(`r${pins++}`)));
  };
  const state = async () => safekeepingState(await store.made(), deps);
  const tend = () => tendSafekeeping((work) => work(deps), deps);
  return { deps, here, files, pinSome, state, tend, store, copies };
}

let given: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  given = await world();
});

describe('the weekly file', () => {
  it('is written when it is switched on, then once a week where something changed, and is the newest copy', async () => {
    const { deps, here, files, pinSome, state, tend } = given;
    await pinSome(1);
    value(await setWeeklyFile(true, deps));
    expect(files.map(({ name }) => name)).toEqual(['Sidelight/sidelight-2026-11-27.ndjson']);
    expect(files[0]!.text).toContain('"table":"pins"');
    expect(await state()).toMatchObject({ outside: { by: 'itself', atMs: here.nowMs }, changesSince: 0, weekly: true, failure: null });
    here.nowMs += 8 * DAY_MS;
    await tend();
    expect(files).toHaveLength(1);
    await pinSome(2);
    here.nowMs -= 2 * DAY_MS;
    await tend();
    expect(files).toHaveLength(1);
    expect(await state()).toMatchObject({ changesSince: 2 });
    here.nowMs += 2 * DAY_MS;
    await tend();
    expect(files[1]!.text.match(/"table":"pins"/g)).toHaveLength(3);
    value(await setWeeklyFile(false, deps));
    await pinSome(1);
    here.nowMs += 90 * DAY_MS;
    await tend();
    expect(files).toHaveLength(2);
  });

  it('waits for a restore that is not finished, and is no failure meanwhile', async () => {
    const { deps, here, files, pinSome, state, tend, store } = given;
    value(await setWeeklyFile(true, deps));
    await pinSome(1);
    const content = { ...emptyContent(), articles: [article('r0', { text: 'Text' })] };
    value(await store.beginRestore(async () => ok({ content, settings: null, removed: {}, over: [] })));
    await tend();
    expect([files, await state()]).toMatchObject([[], { failure: null, copiesFailAtMs: here.nowMs }]);
    value(await finishRestore(store));
    await tend();
    expect(files[0]!.text).toContain('"table":"articles"');
    expect((await state()).copiesFailAtMs).toBeNull();
  });

  it('waits for something to write in a new library', async () => {
    const { deps, files, pinSome, state, tend } = given;
    value(await setWeeklyFile(true, deps));
    expect([files, (await state()).failure]).toEqual([[], null]);
    await pinSome(1);
    await tend();
    expect(files).toHaveLength(1);
  });

  it('says when it was not written, and tries again', async () => {
    const { deps, here, files, pinSome, state, tend } = given;
    await pinSome(1);
    here.works = false;
    expect(value(await setWeeklyFile(true, deps)).failure).toEqual({ code: 'not-written', atMs: here.nowMs });
    here.works = true;
    here.nowMs += HOUR_MS;
    await tend();
    expect(files).toHaveLength(0);
    here.nowMs += 6 * HOUR_MS;
    await tend();
    expect(files).toHaveLength(1);
    expect((await state()).failure).toBeNull();
    expect((await state()).outside).toMatchObject({ by: 'itself' });
  });

  it('says at once that its permission was taken back', async () => {
    const { deps, here, files, pinSome, state, tend } = given;
    await pinSome(1);
    value(await setWeeklyFile(true, deps));
    here.granted = false;
    expect((await state()).failure).toMatchObject({ code: 'no-permission' });
    await pinSome(1);
    here.nowMs += 8 * DAY_MS;
    await tend();
    expect([files.length, here.kept.failure]).toEqual([1, { code: 'no-permission', atMs: here.nowMs }]);
    value(await setWeeklyFile(false, deps));
    expect((await state()).failure).toBeNull();
  });
});

describe('the reminder', () => {
  it('comes after 50 changes, or 30 days with any; never where nothing is new', async () => {
    const { deps, here, pinSome, state, store } = given;
    expect(await state()).toMatchObject({ remind: false, outside: null, changesSince: 0 });
    await pinSome(49);
    // The store's own clock stands at 7 ms.
    here.nowMs = 7;
    expect(await state()).toMatchObject({ remind: false, changesSince: 49 });
    here.nowMs += 30 * DAY_MS;
    expect(await state()).toMatchObject({ remind: true });
    await noteCopyOutside((await store.made()).changes, deps);
    expect(await state()).toMatchObject({ remind: false, changesSince: 0, outside: { by: 'hand', atMs: here.nowMs } });
    here.nowMs += 300 * DAY_MS;
    expect(await state()).toMatchObject({ remind: false });
    await pinSome(1);
    expect(await state()).toMatchObject({ remind: true, changesSince: 1 });
    await noteCopyOutside((await store.made()).changes, deps);
    await pinSome(50);
    expect(await state()).toMatchObject({ remind: true, changesSince: 50 });
  });

  it('counts from nothing in an index that was made anew', async () => {
    const { here, pinSome, state } = given;
    here.kept = { ...NOTHING_KEPT, outside: { atMs: here.nowMs, changes: 900, by: 'hand' } };
    await pinSome(3);
    expect(await state()).toMatchObject({ changesSince: 3 });
  });
});

const FULL = fail('quota-exceeded', 'The disk is full.');
const damaged = async () => {
  throw new DOMException('Failed to read large IndexedDB value', 'DataError');
};

describe('a copy that cannot be made', () => {
  it('is remembered since its first failure, and forgotten with the next copy', async () => {
    const { here, pinSome, state, copies, tend } = given;
    await pinSome(1);
    const { add } = copies;
    copies.add = async () => FULL;
    await tend();
    const since = here.nowMs;
    here.nowMs += HOUR_MS;
    await tend();
    expect((await state()).copiesFailAtMs).toBe(since);
    copies.add = add;
    await tend();
    expect((await state()).copiesFailAtMs).toBeNull();
  });

  it('writes no weekly file: the copy before it would pass for a fresh one', async () => {
    const { deps, here, files, pinSome, state, copies, tend } = given;
    await pinSome(1);
    value(await setWeeklyFile(true, deps));
    const first = (await state()).outside;
    await pinSome(50);
    here.nowMs += 8 * DAY_MS;
    const { add } = copies;
    copies.add = async () => FULL;
    await tend();
    expect(files).toHaveLength(1);
    const failure = { code: 'no-copy', atMs: here.nowMs };
    expect(await state()).toMatchObject({ outside: first, changesSince: 50, remind: true, failure });
    copies.add = add;
    here.nowMs += 6 * HOUR_MS;
    await tend();
    expect(files[1]!.text.match(/"table":"pins"/g)).toHaveLength(51);
    expect(await state()).toMatchObject({ changesSince: 0, remind: false, failure: null });
  });

  it.each<[string, (world: typeof given) => void]>([
    ['the copies cannot be read', ({ copies }) => Object.assign(copies, { list: damaged })],
    ['the index cannot be read', ({ store }) => Object.assign(store, { listRows: damaged, readRows: damaged })],
  ])('is remembered where %s, and the weekly file with it', async (_name, damage) => {
    const { here, files, pinSome, state, tend } = given;
    await pinSome(1);
    here.kept = { ...NOTHING_KEPT, weekly: true };
    damage(given);
    await tend();
    expect(files).toEqual([]);
    expect(await state()).toMatchObject({ copiesFailAtMs: here.nowMs, failure: { code: 'no-copy' }, outside: null });
  });

  it('is remembered where not even the count of changes can be read, and told to the caller', async () => {
    const { deps, here, store, tend } = given;
    store.made = damaged;
    await expect(tend()).rejects.toThrow('large IndexedDB value');
    expect(await safekeepingState(null, deps)).toMatchObject({ copiesFailAtMs: here.nowMs, changesSince: null, remind: false });
  });

  it('is remembered where index or copies cannot be opened', async () => {
    const { deps, here, state } = given;
    await tendSafekeeping(async () => fail('storage-failed', 'The browser could not complete a storage operation.'), deps);
    expect((await state()).copiesFailAtMs).toBe(here.nowMs);
  });
});

it('what changes after the copy counts as new', async () => {
  const { deps, pinSome, state, copies } = given;
  await pinSome(1);
  const { add } = copies;
  copies.add = async (copy) => {
    const added = await add(copy);
    await pinSome(1);
    return added;
  };
  value(await setWeeklyFile(true, deps));
  expect(await state()).toMatchObject({ changesSince: 1 });
});
