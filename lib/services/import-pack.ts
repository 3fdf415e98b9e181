import type { Article } from '../core/article.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { openPack } from '../packs/read.ts';
import type { PackManifest, PackProblemCode, PackRecord, SignatureCheck } from '../packs/types.ts';
import type { AddPart, ArticleRecord, DerivedArticle, Store } from '../store/store.ts';
import { contentOf, type PackContent } from './plan-pack.ts';

/** A pack that was read whole into memory. */
export interface PackReading {
  manifest: PackManifest;
  signature: SignatureCheck;
  records: PackRecord[];
  /** Faults of the whole, and the first lines that could not be read, as sentences. */
  problems: { line: number; message: string; fatal: boolean }[];
  /** Lines that could not be used. */
  unreadable: number;
}

/** What an import did. */
export interface ImportSummary {
  added: number;
  updated: number;
}

/** What writing a pack's records works with. */
export interface ImportOptions {
  store: Store;
  derive: (article: Article) => DerivedArticle;
  nowMs: number;
  /** Topics that are known anyway, such as the built-in ones: they are not stored a second time. */
  knowsTopic?: (id: string) => boolean;
  onProgress?: (done: number) => void;
}

/** Articles handed over together by an import of few, and by each step of one of many. */
export const BATCH = 400;
/** A file of a million bad lines must not fill the memory with sentences about them. */
const PROBLEMS_KEPT = 1_000;
const FATAL: ReadonlySet<PackProblemCode> = new Set(['bad-manifest', 'bad-signature', 'checksum-mismatch', 'newer-version']);

/** Whether a fault tells that the file is not what its maker published. Single bad lines are left out instead. */
export function isFatal(code: PackProblemCode): boolean {
  return FATAL.has(code);
}

const OF_A_LINE: ReadonlySet<PackProblemCode> = new Set(['bad-record', 'duplicate-id', 'duplicate-url', 'not-json', 'too-large']);

/** Whether a fault costs the record of its line. */
export function losesLine(code: PackProblemCode): boolean {
  return OF_A_LINE.has(code);
}

/** Reads a whole pack and checks it; nothing is written. Lines come without their line feed. */
export async function readWholePack(lines: AsyncIterable<string> | Iterable<string>): Promise<Result<PackReading>> {
  const pack = await openPack(lines);
  if (!pack.ok) return pack;
  const records: PackRecord[] = [];
  const problems: PackReading['problems'] = [];
  let unreadable = 0;
  for await (const entry of pack.value.entries) {
    if (entry.ok) {
      records.push(entry.value);
      continue;
    }
    const fatal = isFatal(entry.code);
    if (losesLine(entry.code)) unreadable++;
    if (fatal || problems.length < PROBLEMS_KEPT) problems.push({ line: entry.line, message: entry.error.message, fatal });
  }
  const { manifest, signature } = pack.value;
  return ok({ manifest, signature, records, problems, unreadable });
}

/**
 * Writes all of a checked pack into an index that holds nothing else, and notes nothing of the pack. Refuses one with a fatal problem. Can be
 * repeated: records replace themselves.
 */
export async function importPack(reading: PackReading, options: ImportOptions): Promise<Result<ImportSummary>> {
  const fatal = reading.problems.find((problem) => problem.fatal);
  if (fatal) return fail('bad-pack', fatal.message);
  const { store, derive, onProgress } = options;
  const { articles, ...others } = contentOf(reading.records, reading.manifest, options);
  const begun = await writeOthers(others, store);
  if (!begun.ok) return begun;
  return addAll(articles.length, store, async (add) => {
    const summary = { added: 0, updated: 0 };
    for (let from = 0; from < articles.length; from += BATCH) {
      const some = articles.slice(from, from + BATCH);
      const written = await add(some.map((article) => ({ article, derived: derive(article) })));
      summary.added += written.added;
      summary.updated += written.updated;
      onProgress?.((from + some.length) / articles.length);
    }
    return ok(summary);
  });
}

/** Outlets, reporters and topics: before the articles, so that none ever names one that is missing. */
export async function writeOthers(
  { outlets, reporters, topics }: Omit<PackContent, 'articles'>,
  store: Pick<Store, 'putOutlets' | 'putReporters' | 'putTopics'>,
): Promise<Result<void>> {
  for (const write of [() => store.putOutlets(outlets), () => store.putReporters(reporters), () => store.putTopics(topics)]) {
    const written = await write();
    if (!written.ok) return written;
  }
  return ok(undefined);
}

/** Hands articles to a store: many in bulk; few, which make no segment, one batch at a time. What `work` was told is stored stays when it fails. */
export async function addAll<T>(
  count: number,
  store: Pick<Store, 'addArticles' | 'addInBulk'>,
  work: (add: AddPart) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (count > BATCH) {
    const added = await store.addInBulk(work);
    return added.ok ? added.value : added;
  }
  let failed: Result<never> | null = null;
  const add: AddPart = async (records: ArticleRecord[]) => {
    const added = await store.addArticles(records);
    if (!added.ok) failed = added;
    return { ...(added.ok ? added.value : { added: 0, updated: 0 }), left: [] };
  };
  const done = await work(add);
  return failed ?? done;
}
