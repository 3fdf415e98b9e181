import { expect, it } from 'vitest';
import { gathered } from '../../lib/exports/collections-html.ts';
import { addCollection, addToCollection, changeCollection } from '../../lib/services/collections.ts';
import { createLibraryCollections } from '../../lib/services/library-collections.ts';
import { trashCollection } from '../../lib/services/trash.ts';
import { value } from './checks.ts';
import { lines, open, profile, restore } from './profiles.ts';
import { record } from './sample-data.ts';

it('a restore that puts collections into each other two levels deep hides none of them', async () => {
  const of = profile();
  const store = await open(of);
  const deps = { store, nowMs: () => 9 };
  value(await store.addArticles([record('r1')]));
  const add = (id: string, parentId: string | null) => addCollection({ id, name: id, parentId, query: null }, deps).then(value);
  await add('top', null);
  await add('middle', 'top');
  const backup = await lines(store, of);
  // Since the backup it was taken out, and has one in it now.
  value(await changeCollection('middle', { parentId: null }, deps));
  await add('inner', 'middle');
  value(await addToCollection('inner', ['r1'], deps));
  await restore(store, of, backup, 'keep');

  const collections = createLibraryCollections({
    within: (work) => work(store),
    undoing: async () => true,
    ...{ nowMs: deps.nowMs, newId: () => 'new', announce: async () => {} },
  });
  const shown = async () =>
    value(await collections.listCollections())
      .map(({ collection, items }) => [collection.id, collection.parentId, items])
      .sort();
  expect(await shown()).toEqual([
    ['inner', null, 1],
    ['middle', 'top', 0],
    ['top', null, 0],
  ]);
  const page = gathered(await store.listRows('collections'), await store.listRows('collectionItems'), []);
  expect(page.shown.map(({ collection, items }) => [collection.id, items.length]).sort()).toEqual([
    ['inner', 1],
    ['middle', 0],
    ['top', 0],
  ]);
  // The one it stood in goes: it stays, and can be named.
  value(await trashCollection('top', deps));
  value(await changeCollection('inner', { name: 'Mine' }, deps));
  expect(await shown()).toEqual([['inner', null, 1]]);
});
