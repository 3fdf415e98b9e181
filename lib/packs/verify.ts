import { readPack } from './read.ts';
import type { PackProblemCode } from './types.ts';

/** One thing wrong with a pack, by line (1 is the manifest's). */
export interface PackError {
  line: number;
  code: PackProblemCode;
  message: string;
}

/** Everything wrong with a pack, by line; the manifest's checksum and counts come last. Reads to the end. */
export async function* findPackErrors(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<PackError, void, undefined> {
  for await (const entry of readPack(lines)) {
    if (!entry.ok) yield { line: entry.line, code: entry.code, message: entry.error.message };
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
