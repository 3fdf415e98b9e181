import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import type { App } from '../../../lib/background/app.ts';
import { createSaveHandlers } from '../../../lib/background/save-handlers.ts';
import type { Workplace } from '../../../lib/background/workplace.ts';
import { openStore } from '../../../lib/store/indexed-db/open-store.ts';
import { buildGazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';
import { value } from '../../contract/checks.ts';
import { derive, outlet, record } from '../../contract/sample-data.ts';

const session = vi.hoisted(() => ({ kept: {} as Record<string, unknown>, isFull: false }));

vi.mock('../../../lib/platform/browser.ts', () => ({
  browser: {
    storage: {
      session: {
        get: async (key: string) => structuredClone({ [key]: session.kept[key] }),
        set: async (rows: object) => {
          if (session.isFull) throw new Error('quota');
          Object.assign(session.kept, structuredClone(rows));
        },
        remove: async (key: string) => void delete session.kept[key],
      },
    },
  },
}));

it('a page that was removed comes back after the background was stopped, once; one without room in the session does not', async () => {
  const store = value(await openStore({ databaseName: 'save-handlers', derive, nowMs: () => 7 }));
  const provenance = { kind: 'saved-page', source: 'x', licence: null, addedAtMs: 1 } as const;
  value(await store.putOutlets([outlet('outlet:o')]));
  value(await store.addArticles(['a', 'b'].map((id) => record(id, { provenance, text: `Whole text of ${id}` }))));
  for (const id of ['a', 'b']) value(await store.putSave({ id, savedAtMs: 3 }));
  const place = { store, gazetteer: value(openGazetteer([buildGazetteer([])])) } as unknown as Workplace;
  const woken = () =>
    createSaveHandlers({
      pages: { refreshAll: async () => {} },
      withPlace: (task: (place: Workplace) => unknown) => task(place),
    } as unknown as App);
  value(await woken().removeSave({ articleId: 'a' }));
  expect(await store.getArticles(['a'])).toEqual([]);
  expect(value(await woken().undoSave({ articleId: 'b' }))).toEqual({ undone: false });
  expect(value(await woken().undoSave({ articleId: 'a' }))).toEqual({ undone: true });
  expect((await store.getArticles(['a']))[0]?.article.text).toBe('Whole text of a');
  expect(await store.listSaves()).toHaveLength(2);
  expect(value(await woken().undoSave({ articleId: 'a' }))).toEqual({ undone: false });
  value(await woken().removeSave({ articleId: 'a' }));
  session.isFull = true;
  const running = woken();
  value(await running.removeSave({ articleId: 'b' }));
  expect(value(await woken().undoSave({ articleId: 'a' }))).toEqual({ undone: false });
  expect(value(await running.undoSave({ articleId: 'b' }))).toEqual({ undone: true });
  expect((await store.listOutlets()).map(({ id }) => id)).toEqual(['outlet:o']);
  store.close();
});
