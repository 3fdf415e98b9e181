import type { Article } from '../core/article.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { PackSource } from '../store/pack-source.ts';
import type { AddPart, ArticleRecord, DerivedArticle, IngestSummary, Store } from '../store/store.ts';
import { addAll, BATCH, type ImportSummary, writeOthers } from './import-pack.ts';
import { type PlanDeps, planPack, planSome, reportsOf } from './plan-pack.ts';
import type { ScannedPack } from './scan-pack.ts';

/** What installing a pack works with. */
export interface InstallOptions extends PlanDeps {
  store: Store & PackSource;
  /** What the index holds of articles; asked for some batches before they are written, so that another thread may do it meanwhile. */
  derive: (articles: Article[]) => DerivedArticle[] | Promise<DerivedArticle[]>;
  /** Called once the pack's topics are stored: from then on `derive` is to know them. */
  topicsStored?: () => Promise<void>;
  /** Is told 0..1 of the reports. */
  onProgress?: (done: number) => void;
  /** Stops it, as a note on the staged file does (`PackSource.stopStagedPack`): that one from any page. */
  signal?: AbortSignal | undefined;
  /** None of the reports was here when they were last compared: that is believed until one turns out to be. */
  areNew?: boolean;
  /** Where it was fetched: noted with the pack from the start, so that an import taken up again knows it. Null: as it is. */
  url?: string | null;
}

/** Batches derived ahead of the one that is written: what lives longer than a moment is most of the memory that an import takes. */
const AHEAD = 2;

/**
 * Imports a pack and notes what it holds, whose it is and of when. Refuses what `planPack` refuses. What the pack brings is noted before it is
 * written: cut off anywhere, or stopped (`cancelled`), the pack can be removed whole, and installing it again completes it.
 */
export async function installPack(scanned: ScannedPack, options: InstallOptions): Promise<Result<ImportSummary>> {
  if (scanned.fault !== null) return fail('bad-pack', scanned.fault);
  const { store } = options;
  const plan = await planPack(scanned, options);
  if (plan.refusal !== null) return fail('bad-pack', 'This version cannot take the place of the one that is here.');
  if (options.signal?.aborted) return fail('cancelled', 'The import was stopped before anything was written.');
  const pack = { ...plan.pack, ...(options.url && { url: options.url }) };
  // Without checksum until all is there: an import that was cut off is not taken for this version.
  const begun = await store.putPack({ ...pack, sha256: '' });
  if (!begun.ok) return begun;
  const noted = await store.addHoldings(plan.pack.id, plan.held);
  if (!noted.ok) return noted;
  const others = await writeOthers(plan.write, store);
  if (!others.ok) return others;
  await options.topicsStored?.();
  const written = await addAll(scanned.counts.articles, store, (add) => writeReports(scanned, plan.pack.id, options, add));
  if (!written.ok) return written;
  const ended = await store.putPack(pack);
  return ended.ok ? written : ended;
}

async function writeReports(scanned: ScannedPack, packId: string, options: InstallOptions, add: AddPart): Promise<Result<ImportSummary>> {
  const { store, derive, onProgress, signal } = options;
  const { name } = scanned.manifest;
  const summary: ImportSummary = { added: 0, updated: 0 };
  const waiting: { plan: PlannedBatch; derived: Promise<DerivedArticle[]> }[] = [];
  // Few are written in one step, which looks for itself.
  let areNew = options.areNew === true && scanned.counts.articles > BATCH;
  let done = 0;

  const hold = (articles: string[]) => store.addHoldings(packId, { articles, reporters: [], outlets: [], topics: [] });
  const count = (written: IngestSummary): void => {
    summary.added += written.added;
    summary.updated += written.updated;
  };
  const addCompared = async (records: ArticleRecord[]): Promise<void> => {
    const plan = await planSome(
      records.map(({ article }) => article),
      name,
      store,
    );
    const write = new Map(plan.write.map((article) => [article.id, article]));
    count(
      await add(
        records.flatMap(({ article: { id }, derived }) => {
          const article = write.get(id);
          return article === undefined ? [] : [{ article, derived }];
        }),
      ),
    );
  };
  const writeNext = async (): Promise<Result<void>> => {
    const { plan, derived } = waiting.shift()!;
    const rows = await derived;
    if (signal?.aborted || (await store.stagedPack())?.stopped)
      return fail('cancelled', 'The import was stopped; what was written so far stays.');
    const records = plan.write.map((article, at) => ({ article, derived: rows[at]! }));
    const noted = await hold(plan.held);
    if (!noted.ok) return noted;
    if (plan.areNew) {
      const written = await add(records, true);
      count(written);
      if (written.left.length > 0) {
        // Some of it came meanwhile, from elsewhere: from now on everything is compared again.
        areNew = false;
        await addCompared(written.left);
      }
    } else if (records.length > 0) count(await add(records));
    done += plan.inFile;
    onProgress?.(done / scanned.counts.articles);
    return ok(undefined);
  };
  for await (const articles of reportsOf(scanned, options)) {
    const plan = areNew ? asNew(articles) : await compared(articles, name, store);
    const derived = Promise.resolve(derive(plan.write));
    // Whoever awaits it hears of a failure; until then nobody does.
    derived.catch(() => {});
    waiting.push({ plan, derived });
    if (waiting.length <= AHEAD) continue;
    const written = await writeNext();
    if (!written.ok) return written;
  }
  while (waiting.length > 0) {
    const written = await writeNext();
    if (!written.ok) return written;
  }
  return ok(summary);
}

interface PlannedBatch {
  write: Article[];
  held: string[];
  inFile: number;
  areNew: boolean;
}

function asNew(articles: Article[]): PlannedBatch {
  return { write: articles, held: articles.map(({ id }) => id), inFile: articles.length, areNew: true };
}

async function compared(articles: Article[], name: string, store: PackSource): Promise<PlannedBatch> {
  const { write, held } = await planSome(articles, name, store);
  return { write, held, inFile: articles.length, areNew: false };
}
