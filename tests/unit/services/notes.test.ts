import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { addCollection, addToCollection } from '../../../lib/services/collections.ts';
import { finishNote, keepDraft, putNoteBack } from '../../../lib/services/notes.ts';
import { listTrash, restoreTrashed, trashCollection, trashItems, trashPins } from '../../../lib/services/trash.ts';
import { openStore } from '../../../lib/store/indexed-db/open-store.ts';
import type { UserRows } from '../../../lib/store/user-rows.ts';
import { value } from '../../contract/checks.ts';
import { derive, pin, record } from '../../contract/sample-data.ts';

let opened = 0;

/** A store with the pin `a`. */
async function world() {
  const databaseName = `notes-${opened++}`;
  const nowMs = () => 1_790_000_000_000;
  const open = () => openStore({ databaseName, derive, nowMs }).then(value);
  const store = await open();
  value(await store.putPin(pin('a')));
  return { store, deps: { store, nowMs }, open };
}

describe('notes', () => {
  const note = async (store: UserRows) => (await store.listRows('notes')).map(({ text, draft }) => [text, draft]);

  it('keep a draft beside the finished text until it is finished, also when the page is gone in between', async () => {
    const { store, deps, open } = await world();
    value(await finishNote('pin a', 'one', deps));
    value(await keepDraft('pin a', 'one two', deps));
    store.close();
    const again = await open();
    const [found = null] = await again.listRows('notes');
    expect(found).toMatchObject({ text: 'one', draft: 'one two' });
    const finished = value(await finishNote('pin a', 'one two', { ...deps, store: again }, { found, kept: null }));
    expect(await note(again)).toEqual([['one two', null]]);
    value(await putNoteBack('pin a', finished, again));
    expect(await note(again)).toEqual([['one', 'one two']]);
    again.close();
  });

  it('go back to how they were found, without the drafts of the typing that is taken back', async () => {
    const { store, deps } = await world();
    value(await keepDraft('pin a', 'on', deps));
    const first = value(await finishNote('pin a', 'one', deps, { found: null, kept: 'on' }));
    const found = first.note;
    value(await keepDraft('pin a', 'one tw', deps, { found, kept: null }));
    const second = value(await finishNote('pin a', 'one two', deps, { found, kept: 'one tw' }));
    value(await putNoteBack('pin a', second, store));
    expect(await note(store)).toEqual([['one', null]]);
    value(await putNoteBack('pin a', first, store));
    expect(await note(store)).toEqual([]);
  });

  it('that say nothing are none', async () => {
    const { store, deps } = await world();
    value(await keepDraft('pin a', 'x', deps));
    value(await keepDraft('pin a', '', deps, { found: null, kept: 'x' }));
    expect(await store.listRows('notes')).toEqual([]);
    const finished = value(await finishNote('pin a', ' \n', deps));
    value(await putNoteBack('pin a', finished, store));
    expect(await store.listRows('notes')).toEqual([]);
  });

  it('keep what another tab wrote since the editor looked, finished or not', async () => {
    const { store, deps } = await world();
    const found = value(await finishNote('pin a', 'A', deps)).note;
    const edit = { found, kept: null };
    value(await finishNote('pin a', 'A plus long work', deps, edit));
    value(await keepDraft('pin a', 'Ax', deps, edit));
    expect(await note(store)).toEqual([['A plus long work', 'Ax\n\nA plus long work']]);
    value(await finishNote('pin a', 'B', deps, { found: (await store.listRows('notes'))[0]!, kept: null }));
    value(await keepDraft('pin a', 'half', deps, { found, kept: 'B' }));
    const finished = value(await finishNote('pin a', '', deps, edit));
    expect(await note(store)).toEqual([['half\n\nB', null]]);
    value(await putNoteBack('pin a', finished, store));
    expect(await note(store)).toEqual([['B', 'half']]);
    // Undone late, it takes nothing of what was written since.
    expect((await putNoteBack('pin a', finished, store)).ok).toBe(false);
    expect(await note(store)).toEqual([['B', 'half']]);
  });

  it('go with what is in the trash by then, and on nothing there are none', async () => {
    const { store, deps } = await world();
    value(await store.addArticles([record('r')]));
    for (const [id, parentId] of [
      ['c', null],
      ['in-c', 'c'],
    ] as const)
      value(await addCollection({ id, name: id, parentId, query: null }, deps));
    value(await addToCollection('in-c', ['r'], deps));
    value(await trashPins(['a'], deps));
    value(await trashItems(['in-c r'], deps));
    const onItem = value(await finishNote('item in-c r', 'on the item', deps));
    value(await putNoteBack('item in-c r', onItem, store));
    value(await restoreTrashed(['item in-c r'], store));
    value(await trashCollection('c', deps));
    const written = ['pin a', 'item in-c r', 'collection in-c'];
    for (const id of written) value(await finishNote(id, `on ${id}`, deps));
    value(await keepDraft('pin a', 'half', deps));
    expect(await note(store)).toEqual([]);
    expect((await listTrash(store)).flatMap(({ notes }) => notes.map(({ id }) => id)).sort()).toEqual([...written].sort());
    value(await restoreTrashed(['collection c', 'pin a'], store));
    expect(await note(store)).toEqual([
      ['on collection in-c', null],
      ['on item in-c r', null],
      ['on pin a', 'half\n\non pin a'],
    ]);
    for (const id of ['pin none', 'item c none', 'collection none', 'other'])
      expect(await finishNote(id, 'x', deps)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});
