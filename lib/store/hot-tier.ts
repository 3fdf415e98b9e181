import type { ArticleRow } from '../core/coverage.ts';
import { Accumulator } from '../index/accumulator.ts';
import { eachPosting, findInBucket } from '../index/bucket.ts';
import { buildSegment } from '../index/segment.ts';
import { bucketOf, termHash } from '../index/term-hash.ts';
import type { Candidate, QueryTerm } from '../index/types.ts';
import type { Store } from './store.ts';

/** Newest reports a hot tier holds at most. */
export const HOT_ARTICLES = 8000;
/** Characters of all chunks together at most; `storage.session` grants 10 MB. */
export const HOT_MAX_CHARS = 8_000_000;

const ROWS_A_CHUNK = 250;

/** The newest reports, held in memory only: first rows before the database is open. */
export interface HotTier {
  /** Best documents of the tier for weighted terms, as `Store.evaluate` orders them; only the 64 strongest terms, topics, reporters and outlets of a report are known. */
  evaluate: (terms: QueryTerm[], limit: number) => Candidate[];
  /** Rows by docId, in the order asked; unknown ones are left out. */
  rows: (docIds: number[]) => ArticleRow[];
}

/**
 * The newest reports of a store as strings to keep in `storage.session`: first a header, then postings, then rows in groups, so
 * that an answer parses only the groups it shows. As many reports as fit; build it again when the store has changed.
 */
export async function buildHotTier(store: Store, limit = HOT_ARTICLES, maxChars = HOT_MAX_CHARS): Promise<string[]> {
  const [newest, outlets] = await Promise.all([store.newestArticles(limit), store.listOutlets()]);
  const outletNames = new Map(outlets.map(({ id, name }) => [id, name]));
  // About 700 characters a report, of which the postings are a third: halved until it fits.
  for (let kept = newest; ; kept = kept.slice(0, Math.floor(kept.length / 2))) {
    const chunks = encodeTier(kept, outletNames);
    if (kept.length <= 1 || chunks.reduce((sum, chunk) => sum + chunk.length, 0) <= maxChars) return chunks;
  }
}

/** Opens what `buildHotTier` gave; null where it is not that (another version's, or cut short). */
export function openHotTier(chunks: readonly string[]): HotTier | null {
  const header = parseHeader(chunks[0]);
  if (header === null || chunks.length !== 2 + Math.ceil(header.docIds.length / ROWS_A_CHUNK)) return null;
  let bytes: Uint8Array | null = null;
  const position = new Map(header.docIds.map((docId, i) => [docId, i]));
  const groups = new Map<number, ArticleRow[]>();
  return {
    evaluate: (terms, limit) => {
      bytes ??= fromBase64(chunks[1]!);
      return evaluateTier(bytes, header, terms, limit);
    },
    rows: (docIds) =>
      docIds.flatMap((docId) => {
        const at = position.get(docId);
        if (at === undefined) return [];
        const group = Math.floor(at / ROWS_A_CHUNK);
        if (!groups.has(group)) groups.set(group, parseRows(chunks[2 + group]!));
        const row = groups.get(group)?.[at % ROWS_A_CHUNK];
        return row === undefined ? [] : [row];
      }),
  };
}

interface Header {
  version: 1;
  docIds: number[];
  /** Offset of each bucket's bytes, 4,097 of them. */
  offsets: number[];
}

function encodeTier(newest: Awaited<ReturnType<Store['newestArticles']>>, outletNames: Map<string, string>): string[] {
  const built = buildSegment(
    0,
    newest.map(({ article, vector, topics }, position) => ({
      docId: newest.length - position,
      publishedMin: 0,
      terms: [
        ...vector,
        ...topics.map(({ id, salience }) => ({ term: `#${id}`, impact: Math.max(1, Math.min(255, Math.round(255 * salience))) })),
        ...article.authors.flatMap(({ reporterId }) => (reporterId === null ? [] : [{ term: `@${reporterId}`, impact: 255 }])),
        ...(article.outletId === null ? [] : [{ term: `~${article.outletId}`, impact: 255 }]),
      ],
    })),
  );
  const parts: Uint8Array[] = [];
  const offsets = [0];
  for (let bucket = 0; bucket < 4096; bucket++) {
    const found = built.buckets.get(bucket);
    if (found !== undefined) parts.push(found.bytes);
    offsets.push(offsets[bucket]! + (found?.bytes.length ?? 0));
  }
  const bytes = new Uint8Array(offsets[4096]!);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  const header: Header = { version: 1, docIds: newest.map(({ docId }) => docId), offsets };
  const rows = newest.map(({ article }) => ({
    id: article.id,
    url: article.url,
    headline: article.headline,
    outletName: outletNames.get(article.outletId ?? '') ?? null,
    datePublished: article.datePublished,
    publishedAtMs: article.publishedAtMs,
    language: article.language,
    authors: article.authors,
    sample: article.sample,
  }));
  const chunks = [JSON.stringify(header), toBase64(bytes)];
  for (let from = 0; from < rows.length; from += ROWS_A_CHUNK) chunks.push(JSON.stringify(rows.slice(from, from + ROWS_A_CHUNK)));
  return chunks;
}

function evaluateTier(bytes: Uint8Array, header: Header, terms: QueryTerm[], limit: number): Candidate[] {
  const total = header.docIds.length;
  const scores = new Accumulator(1, total);
  for (const { term, weight } of terms) {
    const hash = termHash(term);
    const bucket = bytes.subarray(header.offsets[bucketOf(hash)]!, header.offsets[bucketOf(hash) + 1]!);
    if (bucket.length === 0) continue;
    const found = findInBucket(bucket, [hash])[0];
    if (found === null || found === undefined || found.long) continue;
    eachPosting(bucket, found.start, found.end, (position, impact) => scores.add(position, weight * impact));
  }
  return scores.best(limit).map(({ docId, score }) => ({ docId: header.docIds[total - docId]!, score }));
}

function parseHeader(chunk: string | undefined): Header | null {
  const value = parse(chunk ?? '') as Header | null;
  const sound =
    value !== null && typeof value === 'object' && value.version === 1 && Array.isArray(value.docIds) && value.offsets?.length === 4097;
  return sound ? value : null;
}

function parseRows(chunk: string): ArticleRow[] {
  const value = parse(chunk);
  return Array.isArray(value) ? value : [];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array {
  let binary = '';
  try {
    binary = atob(text);
  } catch {
    // Cut short: an empty tier answers nothing, and the index answers instead.
  }
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
