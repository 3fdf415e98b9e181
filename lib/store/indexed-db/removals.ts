import type { Article } from '../../core/article.ts';
import type { HeldRecords } from '../../core/source.ts';
import { withoutBiosOf } from '../../core/stated-bio.ts';
import type { RemovedRecords } from '../store.ts';
import { ARTICLE_TABLES, forget } from './articles.ts';
import { commit, read, type StoreContext, settled } from './context.ts';
import { HELD_AT_ONCE, isAlone, isKeptByUser, KEPT_TABLES } from './holders.ts';
import { readLoose, settleLoose } from './loose.ts';
import { commitMade } from './made.ts';
import { orphans } from './orphans.ts';
import { articleOf } from './packing.ts';
import { textsOf } from './recent-texts.ts';
import { type KeptArticle, type KeptEntry, type KeptHolding, META, type ReadTransaction, type WriteTransaction } from './schema.ts';
import { entryOf, rangeOf } from './sources.ts';
import { putState, requireState } from './state.ts';
import { forgetTopicLayer } from './topic-layer.ts';

/** See `Store.startRemoval`. */
export function startRemoval(context: StoreContext, holder: string, keepReports: boolean): Promise<void> {
  return context.exclusively(() =>
    commitMade(context, 'leaving', ['leaving'], async (transaction, note) => {
      await transaction.objectStore('leaving').put({ id: holder, keepReports });
      note('change');
    }),
  );
}

/** See `Store.continueRemoval`. */
export function continueRemoval(context: StoreContext, withTexts: boolean, holder?: string): Promise<RemovedRecords | null> {
  // What somebody collects for undo would be lost with whoever else takes it away.
  return holder === undefined
    ? context.unlessCollecting(() => removeNext(context, withTexts, null))
    : removeNext(context, withTexts, holder);
}

function removeNext(context: StoreContext, withTexts: boolean, of: string | null): Promise<RemovedRecords | null> {
  return context.exclusively(async () => {
    const [leaving] = await read(context, ['leaving']).objectStore('leaving').getAll(of, 1);
    if (leaving === undefined) return of === null ? dropLoose(context, withTexts) : null;
    const { id: holder, keepReports } = leaving;
    const reading = read(context, ['entries', 'holdings', 'articles', 'recentTexts', ...KEPT_TABLES]);
    const entries = await reading.objectStore('entries').getAll(rangeOf(holder), HELD_AT_ONCE);
    const holdings = entries.length > 0 ? [] : await reading.objectStore('holdings').getAll(rangeOf(holder), 1);
    if (entries.length + holdings.length === 0) {
      await forgetHolder(context, holder);
      return { holder, articles: [], reporters: [], outlets: [], topics: [], entries: [], versions: [], done: true };
    }
    const held = {
      articles: [...new Set([...entries.map(({ articleId }) => articleId), ...holdings.flatMap((row) => row.articles)])],
      reporters: holdings.flatMap((row) => row.reporters),
      outlets: holdings.flatMap((row) => row.outlets),
      topics: holdings.flatMap((row) => row.topics),
    };
    const gone = keepReports ? { rows: [], texts: [], topics: [] } : await unheld(context, reading, holder, held, withTexts);
    const people = keepReports ? { reporters: [], outlets: [] } : await orphans(context, gone.rows, held, holder);
    return takeAway(context, holder, { entries, holdings }, { ...gone, ...people });
  });
}

/** See `Store.isRemoving`. */
export async function isRemoving(context: StoreContext): Promise<boolean> {
  const transaction = read(context, ['leaving', 'meta']);
  const [leaving, loose] = await Promise.all([transaction.objectStore('leaving').count(), readLoose(transaction)]);
  return leaving + loose.length > 0;
}

/** See `Store.dropUnheld`. Reports of a removed source that the user kept stay: only what is the user's own goes. */
export function dropUnheld(context: StoreContext, articleIds: string[], withTexts: boolean): Promise<RemovedRecords> {
  return context.exclusively(() => dropOwn(context, articleIds, withTexts));
}

/** Takes some of the reports away that lost a holder and have no other. While a restore is under way it may still bring them: they wait. */
async function dropLoose(context: StoreContext, withTexts: boolean): Promise<RemovedRecords | null> {
  const reading = read(context, ['meta']);
  const [loose, restoring] = await Promise.all([readLoose(reading), reading.objectStore('meta').getKey(META.restore)]);
  return loose.length === 0 || restoring !== undefined ? null : dropOwn(context, loose.slice(0, HELD_AT_ONCE), withTexts);
}

async function dropOwn(context: StoreContext, articleIds: string[], withTexts: boolean): Promise<RemovedRecords> {
  const reading = read(context, ['entries', 'holdings', 'articles', 'recentTexts', ...KEPT_TABLES]);
  const index = reading.objectStore('articles').index('id');
  const rows = await Promise.all([...new Set(articleIds)].map((id) => index.get(id)));
  const articles = rows.flatMap((row) => (row !== undefined && OWN_KINDS.has(row.provenance.kind) ? [row.id] : []));
  const held = { articles, reporters: [], outlets: [], topics: [] };
  const gone = await unheld(context, reading, NOBODY, held, withTexts);
  const people = await orphans(context, gone.rows, held, NOBODY);
  return takeAway(context, NOBODY, { entries: [], holdings: [] }, { ...gone, ...people }, articleIds);
}

/**
 * Takes away what a restore brought: reports and topics that nobody holds, and reporters and outlets that no report names. Those whom its reports name
 * go after these.
 */
export function dropBrought(context: StoreContext, brought: Partial<HeldRecords>): Promise<RemovedRecords> {
  return context.exclusively(async () => {
    const held = { articles: [], reporters: [], outlets: [], topics: [], ...brought };
    const reading = read(context, ['entries', 'holdings', 'articles', 'recentTexts', ...KEPT_TABLES]);
    const gone = await unheld(context, reading, NOBODY, held, false);
    return takeAway(context, NOBODY, { entries: [], holdings: [] }, { ...gone, ...(await orphans(context, [], held, NOBODY)) });
  });
}

/** Holds nothing: whoever does hold something is another. */
const NOBODY = '';
const OWN_KINDS: ReadonlySet<Article['provenance']['kind']> = new Set(['saved-page', 'import']);

interface Gone {
  rows: KeptArticle[];
  texts: string[];
  topics: string[];
}

/** Of the held articles and topics those that nobody else holds: no other source or pack, and not the user. */
export async function unheld(
  context: StoreContext,
  reading: ReadTransaction,
  holder: string,
  held: HeldRecords,
  withTexts: boolean,
): Promise<Gone> {
  const byArticle = reading.objectStore('entries').index('articleId');
  const holdings = reading.objectStore('holdings');
  const articles = reading.objectStore('articles').index('id');
  const found = await Promise.all(
    held.articles.map(async (id) => {
      const [sources, packs, isKept, row] = await Promise.all([
        byArticle.getAllKeys(id),
        holdings.index('articles').getAllKeys(id),
        isKeptByUser(reading, id),
        articles.get(id),
      ]);
      return !isKept && isAlone([...sources, ...packs], holder) ? row : undefined;
    }),
  );
  const topics = await Promise.all(
    held.topics.map(async (id) => (isAlone(await holdings.index('topics').getAllKeys(id), holder) ? [id] : [])),
  );
  const rows = found.filter((row) => row !== undefined);
  const texts =
    withTexts && rows.length > 0
      ? await textsOf(
          context,
          reading,
          rows.map(({ docId }) => docId),
        )
      : [];
  return { rows, texts, topics: topics.flat() };
}

async function takeAway(
  context: StoreContext,
  holder: string,
  own: { entries: KeptEntry[]; holdings: KeptHolding[] },
  gone: Gone & { reporters: string[]; outlets: string[] },
  looked: string[] = [],
): Promise<RemovedRecords> {
  const tables = [...ARTICLE_TABLES, 'reporters', 'outlets', 'topics', 'entries', 'holdings', 'versions'] as const;
  return commit(context, 'remove-held', [...tables], 'strict', async (transaction) => {
    const state = await requireState(transaction);
    await forget(transaction, state, gone.rows);
    const taken = async <Row>(name: 'reporters' | 'outlets' | 'topics', ids: string[]): Promise<Row[]> => {
      const table = transaction.objectStore(name);
      const rows = await Promise.all(ids.map((id) => table.get(id)));
      await settled(ids.map((id) => table.delete(id)));
      return rows.filter((row) => row !== undefined) as Row[];
    };
    const removed = {
      reporters: await taken<RemovedRecords['reporters'][number]>('reporters', gone.reporters),
      outlets: await taken<RemovedRecords['outlets'][number]>('outlets', gone.outlets),
      topics: await taken<RemovedRecords['topics'][number]>('topics', gone.topics),
    };
    const byReport = transaction.objectStore('versions').index('articleId');
    const versions = (await Promise.all(gone.rows.map(({ id }) => byReport.getAll(id)))).flat();
    await takeBios(
      transaction,
      holder,
      own.holdings.flatMap((row) => row.reporters),
    );
    state.reporters -= removed.reporters.length;
    state.outlets -= removed.outlets.length;
    state.updatedAtMs = context.nowMs();
    await settled([
      settleLoose(transaction, looked),
      ...versions.map(({ id }) => transaction.objectStore('versions').delete(id)),
      ...own.entries.map(({ id }) => transaction.objectStore('entries').delete(id)),
      ...own.holdings.map(({ id }) => transaction.objectStore('holdings').delete(id)),
      ...(removed.topics.length > 0 ? [forgetTopicLayer(transaction)] : []),
      putState(transaction, state),
    ]);
    const articles: Article[] = gone.rows.map((row, at) => articleOf(row, gone.texts[at] ?? ''));
    return { holder, articles, ...removed, entries: own.entries.map(entryOf), versions, done: false };
  });
}

/** What a pack said of reporters who stay goes with it. */
async function takeBios(transaction: WriteTransaction, holder: string, reporterIds: string[]): Promise<void> {
  const table = transaction.objectStore('reporters');
  const rows = await Promise.all(reporterIds.map((id) => table.get(id)));
  const left = rows.flatMap((row) => (row === undefined ? [] : (withoutBiosOf(holder, row) ?? [])));
  await settled(left.map((row) => table.put(row)));
}

function forgetHolder(context: StoreContext, holder: string): Promise<void> {
  const tables = ['sources', 'sourceStates', 'packs', 'leaving'] as const;
  return commit(context, 'forget-holder', [...tables], 'strict', (transaction) =>
    settled(tables.map((table) => transaction.objectStore(table).delete(holder))),
  );
}
