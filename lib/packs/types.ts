import type { SidelightError } from '../core/errors.ts';
import type { TopicKind } from '../core/topic.ts';

/** `format` of every pack's first line. */
export const PACK_FORMAT = 'sidelight-pack';

/** The version this code writes, and the highest it reads. */
export const PACK_VERSION = 1;

/** Bytes of UTF-8 a line may have at most, its line feed not counted. */
export const MAX_LINE_BYTES = 1_000_000;

/** How many records of each type a pack holds. */
export interface PackCounts {
  outlets: number;
  reporters: number;
  topics: number;
  articles: number;
}

/** The first line of a pack. */
export interface PackManifest {
  format: typeof PACK_FORMAT;
  version: number;
  /** Names the pack for people, and becomes `Provenance.source` of what is imported from it. */
  name: string;
  description: string | null;
  /** SPDX id or short text; holds for every record that states none of its own. */
  licence: string;
  /** Who made the pack, and out of what; holds for every record that states none of its own. */
  source: string;
  /** The day the pack was made, ISO 8601; null where its maker left it out to keep the build reproducible. */
  date: string | null;
  counts: PackCounts;
  /** SHA-256 of all bytes after the first line's line feed, lower-case hex. */
  sha256: string;
}

/** The manifest's member `signature`: who made the pack. Keys and values are bytes in base64url without padding. */
export interface PackSignature {
  algorithm: 'Ed25519';
  publicKey: string;
  /** Over the manifest without this member, in the canonical form of RFC 8785. */
  value: string;
}

/**
 * What became of a pack's signature. `none`: it has none. `valid`: the pack is what the key's owner published, as far as its checksum
 * holds. `wrong`: it has one that does not fit. `unchecked`: this engine cannot tell, which is never as good as `valid`.
 */
export type SignatureCheck =
  | { state: 'none'; publicKey: null }
  | { state: 'valid' | 'unchecked'; publicKey: string }
  | { state: 'wrong'; publicKey: string | null; problem: string };

/** What a pack's maker says of a pack; counts and checksum are computed. */
export type PackDescription = Pick<PackManifest, 'name' | 'licence' | 'source'> & Partial<Pick<PackManifest, 'description' | 'date'>>;

interface RecordBase {
  id: string;
  /** Of this record; null: the manifest's. */
  licence: string | null;
  /** Who states this record's facts; null: the manifest's. */
  source: string | null;
}

/** An outlet as a pack holds it; fields as in `core/outlet.ts`. */
export interface OutletRecord extends RecordBase {
  type: 'outlet';
  name: string;
  url: string | null;
  country: string | null;
  languages: string[];
  sample: boolean;
}

/** A reporter as a pack holds it; fields as in `core/reporter.ts`. */
export interface ReporterRecord extends RecordBase {
  type: 'reporter';
  name: string;
  alternateNames: string[];
  jobTitle: string | null;
  outletId: string | null;
  bio: string | null;
  bioSource: string | null;
  languages: string[];
  sameAs: string[];
  sample: boolean;
}

/** A topic as a pack holds it; fields as in `core/topic.ts`. */
export interface TopicRecord extends RecordBase {
  type: 'topic';
  kind: TopicKind;
  names: Record<string, string[]>;
  description: string | null;
}

/** A report as a pack holds it; fields as in `core/article.ts`. */
export interface ArticleRecord extends RecordBase {
  type: 'article';
  url: string;
  headline: string;
  description: string | null;
  text: string;
  language: string | null;
  datePublished: string | null;
  dateModified: string | null;
  outletId: string | null;
  authors: { name: string; reporterId: string | null }[];
  section: string | null;
  keywords: string[];
  sample: boolean;
}

/** One record of a pack. */
export type PackRecord = OutletRecord | ReporterRecord | TopicRecord | ArticleRecord;

/** What may be wrong with a pack, as `pack verify` prints it. */
export type PackProblemCode =
  | 'bad-manifest'
  | 'bad-record'
  | 'bad-signature'
  | 'checksum-mismatch'
  | 'duplicate-id'
  | 'duplicate-url'
  | 'newer-version'
  | 'not-json'
  | 'signature-unchecked'
  | 'too-large'
  | 'unsigned'
  | 'wrong-counts'
  | 'wrong-key'
  | 'wrong-order';

/** One line's outcome: a `Result` that knows its line (1 is the manifest's) and, on failure, what exactly is wrong. */
export type PackEntry =
  | { line: number; ok: true; value: PackRecord }
  | { line: number; ok: false; error: SidelightError; code: PackProblemCode };

/** A pack whose manifest could be read. `entries` may be walked once. */
export interface OpenPack {
  manifest: PackManifest;
  signature: SignatureCheck;
  entries: AsyncIterable<PackEntry>;
}
