import { parseDateMs } from '../core/date.ts';
import type { SignatureCheck } from './types.ts';

/** Why an update of a pack is not taken. */
export type UpdateRefusal =
  /** The pack was signed before, this version is not. */
  | 'unsigned'
  | 'other-key'
  /** The pack was signed before, and this engine cannot check signatures. */
  | 'unchecked'
  /** Made before the version that is here; or undated, where that one is dated. */
  | 'older';

/**
 * Whether a version of a pack may take the place of the one that is here; null where it may. The first signed version decides on the key (trust
 * on first use). `date`: ISO 8601, of the manifests; a partial one counts from its beginning. A signature that does not fit is refused before.
 */
export function refusalOf(
  here: { publicKey: string | null; date: string | null },
  given: { signature: SignatureCheck; date: string | null },
): UpdateRefusal | null {
  const { state, publicKey } = given.signature;
  if (here.publicKey !== null) {
    if (state === 'unchecked') return 'unchecked';
    if (state !== 'valid') return 'unsigned';
    if (publicKey !== here.publicKey) return 'other-key';
  }
  const [before, now] = [parseDateMs(here.date), parseDateMs(given.date)];
  return before !== null && (now === null || now < before) ? 'older' : null;
}
