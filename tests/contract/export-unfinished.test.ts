import { expect, it } from 'vitest';
import { fail } from '../../lib/core/result.ts';
import { beginRestore, previewRestore } from '../../lib/store/restore.ts';
import { value } from './checks.ts';
import { backup, library } from './import-places.ts';
import { lines, open, profile } from './profiles.ts';
import { pin, record } from './sample-data.ts';

/** A library in which a restore was begun and its page closed. */
async function cutOff() {
  const from = profile();
  const store = await open(from);
  value(await store.addArticles(Array.from({ length: 40 }, (_, at) => record(`r${at}`, { text: 'Text.' }))));
  value(await store.putPin(pin('r1')));
  const place = await library();
  value(await beginRestore(place.store, value(await previewRestore(place.store, await lines(store, from), from.settings)), 'keep'));
  return place;
}

it('an export of everything finishes a restore that was cut off, and is whole', async () => {
  const { data, store } = await cutOff();
  const exported = value(await data.exportBackup());
  expect(exported).toMatchObject({ changes: 1, lost: null });
  expect(await exported.file.text()).toBe(await backup(store));
  expect((await exported.file.text()).match(/"table":"articles"/g)).toHaveLength(40);
});

it('where the restore cannot be finished, it holds what is here, says so, and counts as no copy', async () => {
  const { data, store } = await cutOff();
  store.continueRestore = async () => fail('quota-exceeded', 'The disk is full.');
  const exported = value(await data.exportBackup());
  expect(exported).toMatchObject({ changes: null, lost: { isUnfinished: true } });
  expect(await exported.file.text()).toContain('"table":"pins"');
});
