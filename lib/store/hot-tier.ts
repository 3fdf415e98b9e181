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

// Strongest words kept of a report: half of its vector, which halves what a wake has to read.
const WORDS_KEPT = 32;
// Small, so that the twenty rows shown cost a fraction of all.
const ROWS_A_CHUNK = 40;

/** Reads some chunks by key: `storage.session.get`. */
export type ReadChunks = (keys: string[]) => Promise<Record<string, unknown>>;

/** The newest reports, held in memory only: first rows before the database is open. */
export interface HotTier {
  /** Best documents of the tier for weighted terms, as `Store.evaluate` orders them; only the 32 strongest words, topics, reporters and outlets of a report are known. */
  evaluate: (terms: QueryTerm[], limit: number) => Candidate[];
  /** Rows by docId, in the order asked; unknown ones are left out. Reads the chunks they are in. */
  rows: (docIds: number[]) => Promise<ArticleRow[]>;
}

/**
 * The newest reports of a store as strings by key, to keep in `storage.session`: `hot` holds the postings, `hot:0`, `hot:1` … the rows. As
 * many reports as fit; build it again when the store has changed.
 */
export async function buildHotTier(store: Store, limit = HOT_ARTICLES, maxChars = HOT_MAX_CHARS): Promise<Record<string, string>> {
  const [newest, outlets] = await Promise.all([store.newestArticles(limit), store.listOutlets()]);
  const outletNames = new Map(outlets.map(({ id, name }) => [id, name]));
  // About 500 characters a report, mostly its row: halved until it fits.
  for (let kept = newest; ; kept = kept.slice(0, Math.floor(kept.length / 2))) {
    const chunks = encodeTier(kept, outletNames);
    const chars = Object.values(chunks).reduce((sum, chunk) => sum + chunk.length, 0);
    if (kept.length <= 1 || chars <= maxChars) return chunks;
  }
}

/** Opens what `buildHotTier` gave, reading the postings only; null where there is none or another version's. */
export async function openHotTier(read: ReadChunks): Promise<HotTier | null> {
  const header = parseHeader((await read(['hot'])).hot);
  if (header === null) return null;
  const bytes = fromBase64(header.postings);
  const position = new Map(header.docIds.map((docId, i) => [docId, i]));
  return {
    evaluate: (terms, limit) => evaluateTier(bytes, header, terms, limit),
    rows: async (docIds) => {
      const places = docIds.map((docId) => position.get(docId)).filter((place) => place !== undefined);
      const keys = [...new Set(places.map((place) => `hot:${Math.floor(place / ROWS_A_CHUNK)}`))];
      const chunks = keys.length === 0 ? {} : await read(keys);
      const groups = new Map(keys.map((key) => [key, parseRows(chunks[key])]));
      return places.flatMap((place) => groups.get(`hot:${Math.floor(place / ROWS_A_CHUNK)}`)?.[place % ROWS_A_CHUNK] ?? []);
    },
  };
}

interface Header {
  version: 1;
  docIds: number[];
  /** Offset of each bucket's bytes, 4,097 of them. */
  offsets: number[];
  /** Bytes of all buckets, in base64. */
  postings: string;
}

function encodeTier(newest: Awaited<ReturnType<Store['newestArticles']>>, outletNames: Map<string, string>): Record<string, string> {
  const built = buildSegment(
    0,
    newest.map(({ article, vector, topics }, position) => ({
      docId: newest.length - position,
      publishedMin: 0,
      terms: [
        ...vector.slice(0, WORDS_KEPT),
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
  const header: Header = { version: 1, docIds: newest.map(({ docId }) => docId), offsets, postings: toBase64(bytes) };
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
  const chunks: Record<string, string> = { hot: JSON.stringify(header) };
  for (let from = 0; from < rows.length; from += ROWS_A_CHUNK) {
    chunks[`hot:${from / ROWS_A_CHUNK}`] = JSON.stringify(rows.slice(from, from + ROWS_A_CHUNK));
  }
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

function parseHeader(chunk: unknown): Header | null {
  const value = parse(chunk) as Header | null;
  const sound =
    value !== null &&
    typeof value === 'object' &&
    value.version === 1 &&
    Array.isArray(value.docIds) &&
    Array.isArray(value.offsets) &&
    value.offsets.length === 4097 &&
    typeof value.postings === 'string';
  return sound ? value : null;
}

function parseRows(chunk: unknown): ArticleRow[] {
  const value = parse(chunk);
  return Array.isArray(value) ? value : [];
}

function parse(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}

interface NativeBase64 {
  fromBase64?: (text: string) => Uint8Array;
}

function fromBase64(text: string): Uint8Array {
  try {
    // Several times faster than the loop below; Chromium 140, Firefox 133.
    const native = (Uint8Array as unknown as NativeBase64).fromBase64;
    return native === undefined ? Uint8Array.from(atob(text), (character) => character.charCodeAt(0)) : native.call(Uint8Array, text);
  } catch {
    // Cut short: an empty tier answers nothing, and the index answers instead.
    return new Uint8Array(0);
  }
}
