import type PouchDB from 'pouchdb-browser';
import type { PouchDocument } from 'pouchdb-browser';
import { canonicalJson } from '../core/canonical-json.ts';
import { shortHash } from '../core/hash.ts';
import { parseEntry } from '../store/entry-schema.ts';
import { type Entry, mergeEntries, type Replica } from '../sync/replica.ts';
import { type RandomBytes, type SealKeys, seal, secretName, unseal } from './seal.ts';

/** Characters of one thing, opened. */
const ENTRY_MAX = 4_000_000;
const BATCH = 200;

/** How far the documents beside this browser's index have been read, by which device, and what they hold. */
export interface DocumentsRead {
  device: string;
  seq: number;
  /** Hash of each thing as its document has it, by key. */
  hashes: Map<string, string>;
}

/** What came with the documents that were read. */
export interface Arrived {
  entries: Map<string, Entry>;
  /** Hash of each thing as the document that counts has it. */
  hashes: Map<string, string>;
  /** Revisions that lost against others, and what was in them has been read: by document. */
  losers: [id: string, rev: string][];
  /** Documents that do not open; one that was deleted is among them, as nobody with the keys does that. */
  unreadable: Set<string>;
  seq: number;
}

/** Reads the documents that came since: of documents with conflicts all revisions, which are merged. They are checked at a time (epoch ms). */
export async function readDocuments(local: PouchDB, since: number, keys: SealKeys, nowMs: number): Promise<Arrived> {
  const arrived: Arrived = { entries: new Map(), hashes: new Map(), losers: [], unreadable: new Set(), seq: since };
  for (;;) {
    const { results, last_seq } = await local.changes({ since: arrived.seq, include_docs: true, conflicts: true, limit: BATCH });
    for (const { id, doc } of results) if (doc !== undefined && isOurs(id)) await take(local, doc, keys, nowMs, arrived);
    arrived.seq = last_seq;
    if (results.length < BATCH) return arrived;
  }
}

async function take(local: PouchDB, doc: PouchDocument, keys: SealKeys, nowMs: number, arrived: Arrived): Promise<void> {
  const conflicts = doc._conflicts ?? [];
  const revisions = [doc, ...(await Promise.all(conflicts.map((rev) => local.get(doc._id, { rev }))))];
  for (const [at, revision] of revisions.entries()) {
    const opened = await openDocument(revision, keys, nowMs);
    if (at > 0) arrived.losers.push([doc._id, revision._rev!]);
    if (opened === null) {
      arrived.unreadable.add(doc._id);
      continue;
    }
    const { key, entry } = opened;
    if (at === 0) arrived.hashes.set(key, hashOf(entry));
    arrived.entries.set(key, mergeEntries(arrived.entries.get(key) ?? {}, entry));
  }
}

/**
 * Writes documents of the things that are others than their documents say; answers with what the documents hold then, and how many were written. What lost a conflict
 * and was merged goes. `arrived`: what was read of them just before.
 */
export async function writeDocuments(
  local: PouchDB,
  merged: Replica,
  before: Map<string, string>,
  arrived: Arrived,
  keys: SealKeys,
  random: RandomBytes,
): Promise<{ hashes: Map<string, string>; written: number }> {
  const hashes = new Map([...before, ...arrived.hashes]);
  const due: { id: string; key: string; entry: Entry; hash: string }[] = [];
  for (const [key, entry] of merged) {
    const hash = hashOf(entry);
    const isKnown = hashes.get(key) === hash;
    // Only where something does not open: names cost time.
    if (isKnown && arrived.unreadable.size === 0) continue;
    const id = await secretName(keys, key);
    if (!isKnown || arrived.unreadable.has(id)) due.push({ id, key, entry, hash });
  }
  let written = 0;
  for (let from = 0; from < due.length; from += BATCH) {
    const some = due.slice(from, from + BATCH);
    const { rows } = await local.allDocs({ keys: some.map(({ id }) => id) });
    const revs = new Map(rows.flatMap(({ key, value }) => (value === undefined ? [] : [[key, value.rev] as const])));
    const documents = await Promise.all(
      some.map(async ({ id, key, entry }): Promise<PouchDocument> => {
        const rev = revs.get(id);
        return { _id: id, ...(rev !== undefined && { _rev: rev }), sealed: await seal(keys, canonicalJson({ entry, key }), id, random) };
      }),
    );
    const answers = await local.bulkDocs(documents);
    for (const [at, { key, hash }] of some.entries()) {
      if (!('ok' in answers[at]!)) continue;
      hashes.set(key, hash);
      written++;
    }
  }
  if (arrived.losers.length > 0) await local.bulkDocs(arrived.losers.map(([_id, _rev]) => ({ _id, _rev, _deleted: true })));
  return { hashes, written };
}

async function openDocument({ _id, sealed }: PouchDocument, keys: SealKeys, nowMs: number): Promise<{ key: string; entry: Entry } | null> {
  const text = typeof sealed === 'string' ? await unseal(keys, sealed, _id, ENTRY_MAX) : null;
  if (text === null) return null;
  const { key, entry } = JSON.parse(text) as { key?: unknown; entry?: unknown };
  const parsed = parseEntry(key, entry, nowMs);
  return 'problem' in parsed || (await secretName(keys, key as string)) !== _id ? null : { key: key as string, entry: parsed.entry };
}

function isOurs(id: string): boolean {
  return /^[0-9a-f]{64}$/u.test(id);
}

function hashOf(entry: Entry): string {
  return shortHash(canonicalJson(entry));
}
