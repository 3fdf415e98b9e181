import type { Article } from '../core/article.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { openPack } from '../packs/read.ts';
import type { PackManifest, PackRecord, SignatureCheck } from '../packs/types.ts';
import type { DerivedArticle, Store } from '../store/store.ts';
import { contentOf, type PackContent } from './plan-pack.ts';

/** What a pack would bring, before anything is written. */
export interface PackReading {
  manifest: PackManifest;
  signature: SignatureCheck;
  records: PackRecord[];
  /** Faults of the whole, and the first lines that could not be read, as sentences. */
  problems: { line: number; message: string; fatal: boolean }[];
  /** Lines that could not be read. */
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
  /** Called once the pack's topics are stored: from then on `derive` is to know them. */
  topicsStored?: () => Promise<void>;
  onProgress?: (done: number) => void;
  signal?: AbortSignal;
}

/** Articles derived and handed over together, about half a second's work; a pack of more is added in bulk. */
const BATCH = 256;
/** A file of a million bad lines must not fill the memory with sentences about them. */
const PROBLEMS_KEPT = 1_000;
/** Faults that tell that the file is not what its maker published. Single bad lines are left out instead. */
const FATAL = new Set(['bad-manifest', 'bad-signature', 'checksum-mismatch', 'newer-version']);

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
    const fatal = FATAL.has(entry.code);
    if (!fatal) unreadable++;
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
  return writeContent(contentOf(reading, options), options);
}

/** Outlets, reporters and topics first, so that no article ever names one that is missing, then articles in batches. */
export async function writeContent(content: PackContent, options: ImportOptions): Promise<Result<ImportSummary>> {
  const { store, derive } = options;
  const { articles, outlets, reporters, topics } = content;
  for (const write of [() => store.putOutlets(outlets), () => store.putReporters(reporters), () => store.putTopics(topics)]) {
    const written = await write();
    if (!written.ok) return written;
  }
  await options.topicsStored?.();

  const record = (article: Article) => ({ article, derived: derive(article) });
  if (articles.length <= BATCH) {
    const written = await store.addArticles(articles.map(record));
    if (written.ok) options.onProgress?.(1);
    return written;
  }
  const added = await store.addInBulk(async (add): Promise<Result<ImportSummary>> => {
    const summary: ImportSummary = { added: 0, updated: 0 };
    for (let start = 0; start < articles.length; start += BATCH) {
      if (options.signal?.aborted) return fail('cancelled', 'The import was stopped; what was written so far stays.');
      const batch = articles.slice(start, start + BATCH);
      const written = await add(batch.map(record));
      summary.added += written.added;
      summary.updated += written.updated;
      options.onProgress?.((start + batch.length) / articles.length);
    }
    return ok(summary);
  });
  return added.ok ? added.value : added;
}
