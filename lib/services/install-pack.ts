import type { Article } from '../core/article.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { PackSource } from '../store/pack-source.ts';
import type { DerivedArticle, Store } from '../store/store.ts';
import { addAll, type ImportSummary, writeOthers } from './import-pack.ts';
import { type PlanDeps, planPack, planReports, type ReportsPlan } from './plan-pack.ts';
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
  signal?: AbortSignal | undefined;
}

/** Batches derived ahead of the one that is written. */
const AHEAD = 3;

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
  // Without checksum until all is there: an import that was cut off is not taken for this version.
  const begun = await store.putPack({ ...plan.pack, sha256: '' });
  if (!begun.ok) return begun;
  const noted = await store.addHoldings(plan.pack.id, plan.held);
  if (!noted.ok) return noted;
  const others = await writeOthers(plan.write, store);
  if (!others.ok) return others;
  await options.topicsStored?.();
  const written = await addAll(scanned.counts.articles, store, (add) => writeReports(scanned, plan.pack.id, options, add));
  if (!written.ok) return written;
  const ended = await store.putPack(plan.pack);
  return ended.ok ? written : ended;
}

type Add = (records: { article: Article; derived: DerivedArticle }[]) => Promise<ImportSummary>;

async function writeReports(scanned: ScannedPack, packId: string, options: InstallOptions, add: Add): Promise<Result<ImportSummary>> {
  const { store, derive, onProgress, signal } = options;
  const summary: ImportSummary = { added: 0, updated: 0 };
  const waiting: { plan: ReportsPlan; derived: Promise<DerivedArticle[]> }[] = [];
  let done = 0;
  const writeNext = async (): Promise<Result<void>> => {
    const { plan, derived } = waiting.shift()!;
    const rows = await derived;
    if (signal?.aborted) return fail('cancelled', 'The import was stopped; what was written so far stays.');
    const noted = await store.addHoldings(packId, { articles: plan.held, reporters: [], outlets: [], topics: [] });
    if (!noted.ok) return noted;
    if (plan.write.length > 0) {
      const written = await add(plan.write.map((article, at) => ({ article, derived: rows[at]! })));
      summary.added += written.added;
      summary.updated += written.updated;
    }
    done += plan.counts.inFile;
    onProgress?.(done / scanned.counts.articles);
    return ok(undefined);
  };
  for await (const plan of planReports(scanned, options)) {
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
