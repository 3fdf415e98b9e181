import { ok, type Result } from '../core/result.ts';
import { COUNT_KEYS, emptyCounts } from '../packs/order.ts';
import { openPack } from '../packs/read.ts';
import type { ArticleRecord, PackCounts, PackManifest, PackRecord, SignatureCheck } from '../packs/types.ts';
import { isFatal, losesLine } from './import-pack.ts';

/** A pack that was read once from end to end and checked. Its reports are not kept: they are read again, as often as they are needed. */
export interface ScannedPack {
  manifest: PackManifest;
  signature: SignatureCheck;
  /** Outlets, reporters and topics. */
  records: Exclude<PackRecord, ArticleRecord>[];
  /** Records that could be read, by type. */
  counts: PackCounts;
  /** Reports marked as invented samples. */
  samples: number;
  /** Lines that could not be used. */
  unreadable: number;
  /** Why none of it may be imported: it is damaged, forged, or of a newer version. */
  fault: string | null;
  reports(): AsyncIterable<ArticleRecord>;
}

/** Where a pack's lines come from, without their line feeds: from the first on at each call. */
export type PackLines = () => AsyncIterable<string> | Iterable<string>;

/** Reads a pack from end to end, holding a line at a time; nothing is written. Fails as `openPack`. */
export async function scanPack(lines: PackLines): Promise<Result<ScannedPack>> {
  const pack = await openPack(lines());
  if (!pack.ok) return pack;
  const { manifest, signature, entries } = pack.value;
  const repeated = new Set<number>();
  const scanned: ScannedPack = {
    manifest,
    signature,
    records: [],
    counts: emptyCounts(),
    samples: 0,
    unreadable: 0,
    fault: null,
    reports: () => reportsOf(lines, repeated),
  };
  for await (const entry of entries) {
    if (!entry.ok) {
      if (isFatal(entry.code)) scanned.fault ??= entry.error.message;
      else if (losesLine(entry.code)) scanned.unreadable++;
      if (entry.code === 'duplicate-url') repeated.add(entry.line);
      continue;
    }
    const record = entry.value;
    scanned.counts[COUNT_KEYS[record.type]]++;
    if (record.type !== 'article') scanned.records.push(record);
    else if (record.sample) scanned.samples++;
  }
  return ok(scanned);
}

/** Reports of a pack that was read before; `repeated` are the lines whose address stood before. */
async function* reportsOf(lines: PackLines, repeated: ReadonlySet<number>): AsyncGenerator<ArticleRecord, void, undefined> {
  const pack = await openPack(lines(), { again: true });
  if (!pack.ok) return;
  for await (const entry of pack.value.entries) {
    if (entry.ok && entry.value.type === 'article' && !repeated.has(entry.line)) yield entry.value;
  }
}
