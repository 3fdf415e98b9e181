import { expect, it } from 'vitest';
import { value } from '../../contract/checks.ts';
import { pin, reporter } from '../../contract/sample-data.ts';
import { createFakePins } from '../components/support/fake-pins.ts';

it('a change of however many pins answers with all of them as they are corrected', async () => {
  const pins = Array.from({ length: 150 }, (_, at) => pin(`r${at}`));
  const { data, store } = createFakePins(pins);
  value(
    await store.changeRows(['fieldEdits'], async ({ fieldEdits }) => {
      for (const { id } of pins)
        await fieldEdits.put({
          ...{ id: `article ${id} headline`, of: 'article', recordId: id, field: 'headline' },
          ...{ value: `Mine ${id}`, found: null, source: '', atMs: 1 },
        });
    }),
  );
  const changed = value(
    await data.changePins(
      pins.map(({ id }) => id),
      { state: 'read' },
    ),
  ).value;
  expect(changed.map(({ article }) => article.headline)).toEqual(pins.map(({ id }) => `Mine ${id}`));
});

it('what is corrected of a reporter is the one that the others are read as', async () => {
  const { data, store } = createFakePins([]);
  Object.assign(store, {
    listCorrections: async () => [{ id: 's', kind: 'same-reporter', reporterId: 'reporter:b', sameAsId: 'reporter:a', atMs: 1 }],
    getReporters: async (ids: string[]) => ids.map((id) => reporter(id)),
  });
  for (const id of ['reporter:a', 'reporter:b']) expect(value(await data.readReporter(id)).reporter.id).toBe('reporter:a');
  expect(value(await data.readReporter('reporter:c')).reporter.id).toBe('reporter:c');
});
