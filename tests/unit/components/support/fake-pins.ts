import type { PinsData } from '../../../../components/pins-data.ts';
import type { Article } from '../../../../lib/core/article.ts';
import { ok } from '../../../../lib/core/result.ts';
import type { Pin } from '../../../../lib/core/user-data.ts';
import { createLibraryPins } from '../../../../lib/services/library-pins.ts';
import type { Store, StoredArticle } from '../../../../lib/store/store.ts';
import type { Besides, UserRows, UserTable, UserTableName } from '../../../../lib/store/user-rows.ts';
import { NOW, PINS } from './samples.ts';

type Rows = Map<string, { id: string }>;

/** The pins of the library page over tables in memory: the real services, and nothing of the browser. */
export interface FakePins {
  data: PinsData;
  store: Store;
  /** Names of what was asked of `data`. */
  calls: string[];
  /** What all tables hold, as JSON values. */
  rows<Row>(table: UserTableName): Row[];
}

/** See `FakePins`. `answers` replace some of the data's functions. */
export function createFakePins(pins: Pin[] = PINS, articles: Article[] = [], answers: Partial<PinsData> = {}): FakePins {
  const tables = new Map<UserTableName, Rows>();
  const table = (name: UserTableName): Rows => {
    if (!tables.has(name)) tables.set(name, new Map());
    return tables.get(name)!;
  };
  const list = (name: UserTableName, prefix = ''): { id: string }[] =>
    structuredClone([...table(name).values()].filter(({ id }) => id.startsWith(prefix)).sort((a, b) => (a.id < b.id ? -1 : 1)));
  const open = (name: UserTableName): UserTable<{ id: string }> => ({
    get: async (id) => structuredClone(table(name).get(id)),
    list: async (prefix) => list(name, prefix),
    put: async (row) => void table(name).set(row.id, structuredClone(row)),
    delete: async (id) => void table(name).delete(id),
  });
  for (const pin of pins) table('pins').set(pin.id, pin);
  const besides: Besides = { loosen: async () => {}, trashDue: async () => ({}), putTrashDue: async () => {} };
  const rows = {
    listRows: async (name, prefix) => list(name, prefix),
    firstPins: async (limit) => (list('pins') as Pin[]).sort((a, b) => (a.rank < b.rank ? -1 : 1)).slice(0, limit),
    getRows: async (name, ids) => ids.flatMap((id) => structuredClone(table(name).get(id)) ?? []),
    changeRows: async (names, work) => ok(await work(Object.fromEntries(names.map((name) => [name, open(name)])) as never, besides)),
  } as UserRows;
  const stored = articles.map((article, at) => ({ docId: at + 1, article, topics: [] }) as unknown as StoredArticle);
  const store = {
    ...rows,
    getArticles: async (ids: string[]) => stored.filter(({ article }) => ids.includes(article.id)),
    // Here nothing goes away with a trashed pin.
    dropUnheld: async () => ok({ holder: '', articles: [], reporters: [], outlets: [], topics: [], entries: [], versions: [], done: true }),
    getReporters: async () => [],
    listOutlets: async () => [],
    listCorrections: async () => [],
  } as unknown as Store;
  let made = 0;
  const calls: string[] = [];
  const data: PinsData = {
    ...createLibraryPins({
      open: async () => ok(store),
      nowMs: () => NOW,
      newId: () => `collection-${++made}`,
      announce: async () => void calls.push('announce'),
    }),
    ...answers,
  };
  const recorded = Object.entries(data).map(([name, answer]) => [
    name,
    (...args: unknown[]) => {
      calls.push(name);
      return (answer as (...given: unknown[]) => unknown)(...args);
    },
  ]);
  return { data: Object.fromEntries(recorded) as PinsData, store, calls, rows: (name) => list(name) as never };
}
