import { canonicalUrl } from '../core/canonical-url.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { createLineChecksum } from './checksum.ts';
import { COUNT_KEYS, compareRecords, emptyCounts } from './order.ts';
import { type Parsed, parseManifest, parseRecord } from './schema.ts';
import { MAX_LINE_BYTES, PACK_FORMAT, PACK_VERSION, type PackDescription, type PackManifest, type PackRecord } from './types.ts';

/**
 * A pack's lines, each with its line feed, the manifest first: sorted, keys in a fixed order, unknown values left out, so
 * that the same records give the same bytes. Fails with `bad-pack` on an invalid record, a second one of the same type
 * and id, a second article of one address, or a description that is none.
 */
export function writePack(records: Iterable<PackRecord>, description: PackDescription): Result<string[]> {
  const lines: string[] = [];
  const counts = emptyCounts();
  const checksum = createLineChecksum();
  const addresses = new Set<string>();
  let previous: PackRecord | null = null;
  for (const record of [...records].sort(compareRecords)) {
    if (previous !== null && compareRecords(previous, record) === 0) {
      return fail('bad-pack', `Two records of type ${record.type} have the id ${record.id}.`);
    }
    const parsed = parseRecord(record);
    if (!parsed.ok) return fail('bad-pack', `The ${record.type} ${record.id} cannot be written: ${parsed.problem}.`);
    const address = parsed.value.type === 'article' ? (canonicalUrl(parsed.value.url) ?? parsed.value.url) : null;
    if (address !== null && addresses.has(address)) return fail('bad-pack', `Two articles have the address of ${record.id}.`);
    if (address !== null) addresses.add(address);
    const line = serialiseRecord(parsed.value);
    if (!fitsLine(line)) return fail('too-large', `The ${record.type} ${record.id} is too large.`);
    lines.push(`${line}\n`);
    checksum.add(line);
    counts[COUNT_KEYS[record.type]]++;
    previous = record;
  }
  const manifest = parseManifest({ ...description, format: PACK_FORMAT, version: PACK_VERSION, counts, sha256: checksum.hex() });
  if (!manifest.ok) return fail('bad-pack', `The manifest cannot be written: ${manifest.problem}.`);
  lines.unshift(`${serialiseManifest(manifest.value)}\n`);
  return ok(lines);
}

/** Reads one record as `parseRecord` does, and refuses what would not fit a line. */
export function parseWritable(value: unknown): Parsed<PackRecord> {
  const parsed = parseRecord(value);
  if (!parsed.ok || fitsLine(serialiseRecord(parsed.value))) return parsed;
  return { ok: false, problem: `the record would be longer than ${MAX_LINE_BYTES} bytes` };
}

/** Whether a line is no longer than packs allow; its bytes are counted only where its characters leave that open. */
export function fitsLine(line: string): boolean {
  return line.length * 3 <= MAX_LINE_BYTES || (line.length <= MAX_LINE_BYTES && new TextEncoder().encode(line).length <= MAX_LINE_BYTES);
}

/** One record as its line, without the line feed. */
export function serialiseRecord(record: PackRecord): string {
  const { type, id } = record;
  const rest = Object.fromEntries(Object.entries(record).filter(([key, value]) => key !== 'type' && key !== 'id' && isKnown(value)));
  const authors = record.type === 'article' && record.authors.length > 0 ? { authors: record.authors.map(author) } : {};
  const names = record.type === 'topic' ? { names: sortKeys(record.names) } : {};
  return JSON.stringify({ type, id, ...sortKeys({ ...rest, ...authors, ...names }) });
}

function serialiseManifest(manifest: PackManifest): string {
  const { format, version, name, description, licence, source, date, counts, sha256 } = manifest;
  return JSON.stringify({
    format,
    version,
    name,
    ...(description !== null && { description }),
    licence,
    source,
    ...(date !== null && { date }),
    counts,
    sha256,
  });
}

function author({ name, reporterId }: { name: string; reporterId: string | null }): { name: string; reporterId?: string } {
  return reporterId === null ? { name } : { name, reporterId };
}

function isKnown(value: unknown): boolean {
  return value !== null && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function sortKeys<T>(object: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}
