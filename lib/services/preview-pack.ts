import { fail } from '../core/result.ts';
import type { InstalledPack } from '../core/source.ts';
import { fingerprintOf, isPublicKey } from '../packs/signature.ts';
import type { UpdateRefusal } from '../packs/trust.ts';
import type { SignatureCheck } from '../packs/types.ts';
import type { PackContent, PackPlan, PlanCounts } from './plan-pack.ts';
import type { ScannedPack } from './scan-pack.ts';

/** Bytes of a pack that is read, once unpacked: one of 100,000 reports has about 300 MB. */
export const PACK_MAX_BYTES = 500_000_000;
/** What a larger one answers. */
export const PACK_TOO_LARGE = fail('too-large', 'The pack is larger than Sidelight reads.');

/** Who signed a pack. `fingerprint` null: nobody, as far as can be told. */
export interface SignerFacts {
  state: SignatureCheck['state'];
  fingerprint: string | null;
}

/** What a pack would do, before anything is written. */
export interface PackSummary {
  name: string;
  licence: string;
  source: string;
  /** The day it was made, as stated. */
  date: string | null;
  /** Of the file. */
  bytes: number;
  articles: number;
  reporters: number;
  outlets: number;
  topics: number;
  counts: ({ kind: keyof PackContent } & PlanCounts)[];
  /** Reports marked as invented samples. */
  samples: number;
  unreadable: number;
  /** Reports of the version here which this one lacks; they stay. */
  missing: number;
  signer: SignerFacts;
  /** The version that is here; null where there is none. */
  here: { date: string | null; importedAtMs: number; fingerprint: string | null; source: string; isSame: boolean } | null;
  /** Why it is not taken; null where it may be. */
  refusal: UpdateRefusal | null;
}

/** A pack that is here. */
export interface PackRow {
  id: string;
  name: string;
  licence: string;
  source: string;
  date: string | null;
  importedAtMs: number;
  fingerprint: string | null;
  /** Where it was fetched; null where it came as a file. */
  url: string | null;
  /** False while its import is under way, cut off or stopped. */
  isWhole: boolean;
  articles: number;
  reporters: number;
  outlets: number;
  topics: number;
}

/** Says a plan in numbers. `bytes`: size of the file; `missing`: see `PackSummary`. */
export function summarisePlan(
  { manifest, signature, counts: inFile, samples, unreadable }: ScannedPack,
  plan: PackPlan,
  { articles, missing, bytes }: { articles: PlanCounts; missing: number; bytes: number },
): PackSummary {
  const { name, licence, source, date } = manifest;
  const { here, refusal } = plan;
  const counts = { articles, ...plan.counts };
  return {
    name,
    licence,
    source,
    date,
    bytes,
    ...inFile,
    // Topics that are known anyway are in the file all the same.
    counts: (['articles', 'reporters', 'outlets', 'topics'] as const).map((kind) => ({ kind, ...counts[kind], inFile: inFile[kind] })),
    samples,
    unreadable,
    missing,
    signer: { state: signature.state, fingerprint: signature.publicKey === null ? null : fingerprintOf(signature.publicKey) },
    here: here === null ? null : { ...whose(here), source: here.source, isSame: here.sha256 !== '' && here.sha256 === plan.pack.sha256 },
    refusal,
  };
}

/** A pack that is here, with its signer in words; a key that a backup made up is none. */
export function whose({ date, importedAtMs, publicKey }: InstalledPack): Pick<PackRow, 'date' | 'importedAtMs' | 'fingerprint'> {
  return { date, importedAtMs, fingerprint: isPublicKey(publicKey) ? fingerprintOf(publicKey) : null };
}
