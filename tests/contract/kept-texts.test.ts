import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StoreContext } from '../../lib/store/indexed-db/context.ts';
import { deleteTexts, keptTexts, writeTexts } from '../../lib/store/indexed-db/kept-texts.ts';
import { TEXTS_MIGRATIONS } from '../../lib/store/indexed-db/migrations/list.ts';
import { openDatabase } from '../../lib/store/indexed-db/open-database.ts';
import { type IndexedDbStore, openStore } from '../../lib/store/indexed-db/open-store.ts';
import type { TextsSchema } from '../../lib/store/indexed-db/schema.ts';
import { runs } from '../support/runs.ts';
import { settle, value } from './checks.ts';
import { derive, record } from './sample-data.ts';

class Killed extends Error {}

async function open(databaseName: string, afterCommit: (step: string) => void = () => {}): Promise<IndexedDbStore> {
  return value(await openStore({ databaseName, derive, nowMs: () => 0, afterCommit }));
}

const reports = (from: number, to: number, textOf: (n: number) => string) =>
  Array.from({ length: to - from }, (_, i) => record(`r${from + i}`, { headline: `Lathe ${from + i}`, text: textOf(from + i) }));

const textsOf = async (store: IndexedDbStore, ids: string[]) => (await store.getArticles(ids)).map(({ article }) => article.text);

/** Every text in the database of texts, as it lies there. */
function lying(databaseName: string): Promise<{ alone: string[]; together: string[][] }> {
  return new Promise((resolve) => {
    indexedDB.open(`${databaseName}-texts`).onsuccess = ({ target }) => {
      const database = (target as IDBOpenDBRequest).result;
      const transaction = database.transaction(['texts', 'groups']);
      const [alone, together] = [transaction.objectStore('texts').getAll(), transaction.objectStore('groups').getAll()];
      transaction.oncomplete = () => {
        database.close();
        resolve({ alone: alone.result, together: together.result });
      };
    };
  });
}

const LONG = 'long '.repeat(7_000);
const textOf = (n: number) => (n % 11 === 3 ? '' : n === 40 ? LONG : `text of ${n}`);

it('texts that lie together are read, and deleted, one by one', async () => {
  const store = await open('together');
  const all = reports(0, 120, textOf);
  value(await store.addInBulk((add) => add(all)));
  const ids = all.map(({ article }) => article.id);
  expect(await textsOf(store, ids)).toEqual(all.map(({ article }) => article.text));
  const { alone, together } = await lying('together');
  expect(together.length).toBeGreaterThan(10);
  expect(alone).toContain(LONG);

  const removed = ids.filter((_, n) => n % 5 === 1 || (n > 60 && n < 90));
  value(await store.removeArticles(removed));
  value(await store.addArticles(reports(30, 33, (n) => `another text of ${n}`)));
  await settle(store);
  const stay = ids.filter((id) => !removed.includes(id) || ['r30', 'r31', 'r32'].includes(id));
  const expected = stay.map((id) => (['r30', 'r31', 'r32'].includes(id) ? `another text of ${id.slice(1)}` : textOf(Number(id.slice(1)))));
  expect(await textsOf(store, stay)).toEqual(expected);
  const left = await lying('together');
  expect([...left.alone, ...left.together.flat()].filter((text) => text !== '').sort()).toEqual(
    // Those of the reports that came alone lie beside their rows until they are sealed.
    expected.filter((text) => text !== '' && !text.startsWith('another')).sort(),
  );
  store.close();
});

it('a text written before its report was, when the browser was killed, is never that of another report', async () => {
  for (const kill of [1, 2]) {
    const name = `killed-${kill}`;
    let left = kill;
    const killed = await open(name, (step) => {
      if (step === 'add-texts' && --left === 0) throw new Killed();
    });
    await killed
      .addInBulk(async (add) => {
        await add(reports(0, 50, (n) => `first text of ${n}`));
        await add(reports(50, 100, (n) => `first text of ${n}`));
      })
      .catch((error) => expect(error).toBeInstanceOf(Killed));
    killed.close();
    const store = await open(name);
    const alone = reports(200, 203, (n) => `text of ${n}`);
    value(await store.addArticles(alone));
    const later = reports(300, 400, textOf);
    value(await store.addInBulk((add) => add(later)));
    value(await store.addArticles(reports(500, 570, textOf)));
    await settle(store);
    for (const some of [alone, later, reports(500, 570, textOf)])
      expect(
        await textsOf(
          store,
          some.map(({ article }) => article.id),
        ),
      ).toEqual(some.map(({ article }) => article.text));
    store.close();
  }
});

it('what is written and deleted of some docIds leaves the texts of all others (property)', async () => {
  const step = fc.record({
    deletes: fc.boolean(),
    from: fc.nat(40),
    length: fc.integer({ min: 1, max: 20 }),
    // Docs without a text leave gaps where recent texts are copied.
    gaps: fc.array(fc.nat(20), { maxLength: 3 }),
  });
  let opened = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
      const name = `property-${opened++}`;
      const texts = await openDatabase<TextsSchema>(indexedDB, name, TEXTS_MIGRATIONS);
      const context = { texts: async () => texts, afterCommit: () => {} } as unknown as StoreContext;
      const expected = new Map<number, string>();
      for (const [at, { deletes, from, length, gaps }] of steps.entries()) {
        const docIds = Array.from({ length }, (_, i) => from + i).filter((_, i) => !gaps.includes(i));
        const written = docIds.map((docId) => `text ${at} of ${docId}`);
        if (deletes) await deleteTexts(context, docIds);
        else await writeTexts(context, docIds, written, 'relaxed', 'write');
        docIds.forEach((docId, i) => {
          if (deletes) expected.delete(docId);
          else expected.set(docId, written[i]!);
        });
      }
      const all = Array.from({ length: 64 }, (_, docId) => docId);
      expect(await keptTexts(context, all)).toEqual(all.map((docId) => expected.get(docId) ?? ''));
      texts.close();
    }),
    { numRuns: runs(100) },
  );
});
