import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../core/canonical-json.ts';
import type { Replica } from './replica.ts';

/** The `format` of an exchange file's first line. */
export const EXCHANGE_FORMAT = 'sidelight-exchange';
/** The `version` this code writes, and the newest it reads. */
export const EXCHANGE_VERSION = 1;

/** What an exchange file says of itself. */
export interface ExchangeHeader {
  /** The device that wrote it. */
  device: string;
  /** Epoch ms. */
  madeAtMs: number;
  entries: number;
  /** Lower-case hex, over all bytes after the first line. */
  sha256: string;
}

/** A replica as lines of NDJSON (docs/exchange-format.md), each with its line feed; the same replica always gives the same lines after the first. */
export function exchangeLines(replica: Replica, { device, madeAtMs }: Pick<ExchangeHeader, 'device' | 'madeAtMs'>): string[] {
  const keys = [...replica.keys()].sort();
  const lines = keys.map((key) => `${canonicalJson({ entry: replica.get(key), key })}\n`);
  const hash = sha256.create();
  for (const line of lines) hash.update(utf8ToBytes(line));
  const header: ExchangeHeader = { device, madeAtMs, entries: lines.length, sha256: bytesToHex(hash.digest()) };
  return [`${canonicalJson({ format: EXCHANGE_FORMAT, version: EXCHANGE_VERSION, ...header })}\n`, ...lines];
}
