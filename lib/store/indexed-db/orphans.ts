import type { Article } from '../../core/article.ts';
import type { HeldRecords } from '../../core/source.ts';
import { asideFrom } from './aside.ts';
import { read, type StoreContext } from './context.ts';
import { isAlone } from './holders.ts';
import { isDeleted, visitPostings } from './postings.ts';
import { type KeptArticle, META } from './schema.ts';

/** Rows of articles read together where the postings do not know all of them. */
const ROWS_AT_ONCE = 500;

/** Reporters and outlets, by id. */
interface Names {
  reporters: Set<string>;
  outlets: Set<string>;
}

/** Of the reporters and outlets of what goes, those that no other report names, no pack holds and nobody follows. */
export async function orphans(
  context: StoreContext,
  rows: KeptArticle[],
  held: HeldRecords,
  holder: string,
): Promise<{ reporters: string[]; outlets: string[] }> {
  const reporters = [
    ...new Set([...held.reporters, ...rows.flatMap(({ authors }) => authors.flatMap(({ reporterId }) => reporterId ?? []))]),
  ];
  const outlets = [...new Set([...held.outlets, ...rows.flatMap(({ outletId }) => outletId ?? [])])];
  const going = new Set(rows.map(({ docId }) => docId));
  const { named, isWhole } = await namedInIndex(context, [...reporters.map((id) => `@${id}`), ...outlets.map((id) => `~${id}`)], going);
  const transaction = read(context, ['holdings', 'followed', 'meta']);
  const holdings = transaction.objectStore('holdings');
  const followed = transaction.objectStore('followed');
  const restoring = transaction.objectStore('meta').get(META.restore);
  const isFree = async (id: string, at: number, kind: 'reporters' | 'outlets') =>
    !named.has(at) &&
    (kind === 'outlets' || (await followed.getKey(`@${id}`)) === undefined) &&
    isAlone(await holdings.index(kind).getAllKeys(id), holder);
  const free = async (ids: string[], from: number, kind: 'reporters' | 'outlets') => {
    const checks = await Promise.all(ids.map((id, at) => isFree(id, from + at, kind)));
    return new Set(ids.filter((_, at) => checks[at]));
  };
  const left = { reporters: await free(reporters, 0, 'reporters'), outlets: await free(outlets, reporters.length, 'outlets') };
  // Before its next record lies what an earlier restore had put aside that was taken back.
  const next = ((await restoring) as { next?: unknown } | undefined)?.next;
  if (typeof next === 'number') await keepNamedAside(context, left, next);
  if (!isWhole) await keepNamedInRows(context, left, going);
  return { reporters: [...left.reporters], outlets: [...left.outlets] };
}

/** Which terms the index knows of documents that stay, by position; and whether it knows all documents: not while it is rebuilt, filled in bulk or damaged. */
async function namedInIndex(
  context: StoreContext,
  terms: string[],
  going: ReadonlySet<number>,
): Promise<{ named: Set<number>; isWhole: boolean }> {
  const named = new Set<number>();
  let isWhole = true;
  const noteDamage = (): void => {
    isWhole = false;
    context.noteDamage();
  };
  await visitPostings({ ...context, noteDamage }, terms, ({ rebuild, bulk, underived }, snapshot) => {
    isWhole &&= rebuild === null && bulk === null && underived.length === 0;
    return (term, docId) => {
      if (!going.has(docId) && !isDeleted(snapshot, docId)) named.add(term);
    };
  });
  return { named, isWhole };
}

/** Takes out of `names` what rows of articles that stay name: all rows at worst, and none where nobody is left to be looked for. */
async function keepNamedInRows(context: StoreContext, names: Names, going: ReadonlySet<number>): Promise<void> {
  for (let after = 0; isAnyLeft(names); ) {
    const rows = await read(context, ['articles']).objectStore('articles').getAll(IDBKeyRange.lowerBound(after, true), ROWS_AT_ONCE);
    for (const row of rows) if (!going.has(row.docId)) keepNamed(names, row);
    if (rows.length < ROWS_AT_ONCE) return;
    after = rows.at(-1)!.docId;
  }
}

/** Takes out of `names` what the reports of a restore under way name, which are still to come. */
async function keepNamedAside(context: StoreContext, names: Names, next: number): Promise<void> {
  if (!isAnyLeft(names)) return;
  const texts = await context.texts();
  for (const key of await texts.getAllKeys('texts', asideFrom(next))) {
    for (const article of parseAside(await texts.get('texts', key))) keepNamed(names, article);
    if (!isAnyLeft(names)) return;
  }
}

function parseAside(text: string | undefined): Article[] {
  try {
    return JSON.parse(text ?? '[]') as Article[];
  } catch {
    // Cannot be restored either.
    return [];
  }
}

function keepNamed({ reporters, outlets }: Names, { authors, outletId }: Pick<Article, 'authors' | 'outletId'>): void {
  for (const { reporterId } of authors) if (reporterId !== null) reporters.delete(reporterId);
  if (outletId !== null) outlets.delete(outletId);
}

function isAnyLeft({ reporters, outlets }: Names): boolean {
  return reporters.size + outlets.size > 0;
}
