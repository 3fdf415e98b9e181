import { beginPack } from './read.ts';
import { fingerprintOf } from './signature.ts';
import type { PackProblemCode, SignatureCheck } from './types.ts';

/** One thing wrong with a pack, by line (1 is the manifest's). */
export interface PackError {
  line: number;
  code: PackProblemCode;
  message: string;
}

/** What else is asked of a pack. */
export interface VerifyOptions {
  /** Public key, as packs hold it, of which the pack must be signed. */
  key?: string | undefined;
}

/** Everything wrong with a pack: its signature first, then by line; the manifest's checksum and counts come last. Reads to the end. */
export async function* findPackErrors(
  lines: AsyncIterable<string> | Iterable<string>,
  { key }: VerifyOptions = {},
): AsyncGenerator<PackError, void, undefined> {
  const opening = await beginPack(lines);
  if (!opening.ok) return yield errorOf(opening);
  const { signature, entries } = opening.value;
  yield* signatureErrors(signature, key);
  for await (const entry of entries) if (!entry.ok) yield errorOf(entry);
}

function errorOf({ line, code, error }: { line: number; code: PackProblemCode; error: { message: string } }): PackError {
  return { line, code, message: error.message };
}

function* signatureErrors({ state, publicKey }: SignatureCheck, key: string | undefined): Generator<PackError> {
  if (state === 'unchecked') yield { line: 1, code: 'signature-unchecked', message: 'Ed25519 signatures cannot be checked here.' };
  if (key === undefined) return;
  const wanted = fingerprintOf(key);
  if (state === 'none') yield { line: 1, code: 'unsigned', message: `The pack is not signed; it should be by ${wanted}.` };
  else if (publicKey !== null && publicKey !== key) {
    yield { line: 1, code: 'wrong-key', message: `The pack is signed by ${fingerprintOf(publicKey)}, not by ${wanted}.` };
  }
}

/** Whether a pack is exactly what its format promises, and if not, the first `limit` reasons. */
export async function verifyPack(
  lines: AsyncIterable<string> | Iterable<string>,
  limit = 1_000,
): Promise<{ valid: boolean; errors: PackError[] }> {
  const errors: PackError[] = [];
  for await (const error of findPackErrors(lines)) {
    errors.push(error);
    if (errors.length >= limit) break;
  }
  return { valid: errors.length === 0, errors };
}
