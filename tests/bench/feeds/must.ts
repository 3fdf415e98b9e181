import type { Result } from '../../../lib/core/result.ts';

/** The value; in a bench a failure is the end. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}
