import { canonicalUrl } from '../core/canonical-url.ts';
import { fail, type Result } from '../core/result.ts';
import { createLineChecksum } from './checksum.ts';
import { COUNT_KEYS, compareRecords, emptyCounts } from './order.ts';
import { parseManifest, parseRecord } from './schema.ts';
import { checkSignature } from './signature.ts';
import {
  MAX_LINE_BYTES,
  type OpenPack,
  PACK_FORMAT,
  PACK_VERSION,
  type PackEntry,
  type PackManifest,
  type PackProblemCode,
  type PackRecord,
  type SignatureCheck,
} from './types.ts';

type Lines = AsyncIterable<string> | Iterable<string>;

const encoder = new TextEncoder();

/** A pack whose manifest could be read, or what is wrong with its first line. */
export type PackOpening = { ok: true; value: OpenPack } | (PackEntry & { ok: false });

/** How a pack is read. */
export interface ReadOptions {
  /**
   * The same lines were read from end to end before, and what was found wrong with the whole was heard: it is not looked for again, nor are second
   * articles of one address, which are handed out.
   */
  again?: boolean;
}

/**
 * Reads a pack's manifest, checks its signature and hands back its records as a stream. Lines come without their line feed (`packLines` cuts
 * bytes so). Fails with `bad-pack` where there is no manifest or one of a newer version. Never throws but what `lines` throws.
 */
export async function openPack(lines: Lines, options: ReadOptions = {}): Promise<Result<OpenPack>> {
  const opening = await beginPack(lines, options);
  return opening.ok ? opening : fail('bad-pack', opening.error.message);
}

/**
 * Streams a pack: one entry for each record line, in file order, then one for each thing found wrong with the whole
 * (checksum, counts; a signature that does not fit comes first). A bad line is an entry with `ok: false` and the reading goes on; a
 * pack without a readable manifest is one such entry on line 1. A second record of the same type and id, and a second
 * article of one address however it is spelt, is not handed out but reported.
 */
export async function* readPack(lines: Lines): AsyncGenerator<PackEntry, void, undefined> {
  const opening = await beginPack(lines);
  if (opening.ok) yield* opening.value.entries;
  else yield opening;
}

/** As `openPack`, but a failure says as what `pack verify` reports it. */
export async function beginPack(lines: Lines, options: ReadOptions = {}): Promise<PackOpening> {
  const iterator = iterate(lines);
  const first = await iterator.next();
  const read = await readManifest(first.done ? '' : first.value);
  if (!read.ok) {
    await iterator.return?.();
    return problem(1, read.code, read.message);
  }
  const { manifest, signature } = read;
  return { ok: true, value: { manifest, signature, entries: readEntries(manifest, signature, iterator, options) } };
}

async function* readEntries(
  manifest: PackManifest,
  signature: SignatureCheck,
  lines: AsyncIterator<string>,
  { again = false }: ReadOptions,
): AsyncGenerator<PackEntry, void, undefined> {
  const checksum = again ? null : createLineChecksum();
  const counts = emptyCounts();
  const seenIds = new Set<string>();
  const seenUrls = new Set<string>();
  let previous: Pick<PackRecord, 'type' | 'id'> | null = null;
  let inOrder = true;
  let line = 1;
  let finished = false;
  try {
    if (signature.state === 'wrong') yield problem(1, 'bad-signature', signature.problem);
    for (;;) {
      const next = await lines.next();
      if (next.done) {
        finished = true;
        break;
      }
      line++;
      checksum?.add(next.value);
      const entry = readRecord(line, next.value);
      if (!entry.ok) {
        yield entry;
        continue;
      }
      const record = entry.value;
      const key = `${record.type} ${record.id}`;
      counts[COUNT_KEYS[record.type]]++;
      if (seenIds.has(key)) {
        yield problem(line, 'duplicate-id', `Another ${record.type} with this id stands before.`);
        continue;
      }
      seenIds.add(key);
      if (inOrder && previous !== null && compareRecords(previous, record) > 0) {
        inOrder = false;
        yield problem(line, 'wrong-order', 'Records must stand by type (outlet, reporter, topic, article), then id.');
      }
      previous = { type: record.type, id: record.id };
      if (record.type === 'article' && !again) {
        const address = canonicalUrl(record.url) ?? record.url;
        if (seenUrls.has(address)) {
          yield problem(line, 'duplicate-url', 'Another article with this address stands before.');
          continue;
        }
        seenUrls.add(address);
      }
      yield entry;
    }
  } finally {
    if (!finished) await lines.return?.();
  }
  if (checksum === null) return;
  if (checksum.hex() !== manifest.sha256) {
    yield problem(1, 'checksum-mismatch', 'The records are not those the manifest was written for: the pack is damaged or was edited.');
  }
  for (const key of ['outlets', 'reporters', 'topics', 'articles'] as const) {
    if (counts[key] !== manifest.counts[key]) {
      yield problem(1, 'wrong-counts', `The manifest counts ${manifest.counts[key]} ${key}, the pack holds ${counts[key]}.`);
    }
  }
}

function readRecord(line: number, text: string): PackEntry {
  const value = readJson(text);
  if (!value.ok) return problem(line, value.code, value.message);
  const parsed = parseRecord(value.value);
  return parsed.ok ? { line, ok: true, value: parsed.value } : problem(line, 'bad-record', `Not a record: ${parsed.problem}.`);
}

type ManifestOutcome =
  | { ok: true; manifest: PackManifest; signature: SignatureCheck }
  | { ok: false; code: PackProblemCode; message: string };

async function readManifest(text: string): Promise<ManifestOutcome> {
  const value = readJson(text);
  if (!value.ok) return { ok: false, code: 'bad-manifest', message: 'The first line is no pack manifest.' };
  if (isNewer(value.value)) {
    return { ok: false, code: 'newer-version', message: 'The pack was made for a newer version of Sidelight.' };
  }
  const parsed = parseManifest(value.value);
  if (!parsed.ok) return { ok: false, code: 'bad-manifest', message: `The first line is no pack manifest: ${parsed.problem}.` };
  return { ok: true, manifest: parsed.value, signature: await checkSignature(value.value as object) };
}

function isNewer(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('format' in value) || !('version' in value)) return false;
  return value.format === PACK_FORMAT && typeof value.version === 'number' && value.version > PACK_VERSION;
}

type JsonOutcome = { ok: true; value: unknown } | { ok: false; code: PackProblemCode; message: string };

function readJson(text: string): JsonOutcome {
  // The byte count matters only where the cheap bounds leave it open.
  const tooLarge = text.length > MAX_LINE_BYTES || (text.length * 3 > MAX_LINE_BYTES && encoder.encode(text).length > MAX_LINE_BYTES);
  if (tooLarge) return { ok: false, code: 'too-large', message: `The line is longer than ${MAX_LINE_BYTES} bytes.` };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, code: 'not-json', message: 'The line is not a JSON object.' };
  }
}

function problem(line: number, code: PackProblemCode, message: string): PackEntry & { ok: false } {
  const errorCode = code === 'checksum-mismatch' || code === 'too-large' ? code : 'bad-pack';
  return { line, ok: false, error: { code: errorCode, message }, code };
}

/** One iterator for both kinds of source, so that the manifest can be taken off before the records are walked. */
async function* iterate(lines: Lines): AsyncGenerator<string, void, undefined> {
  yield* lines;
}
