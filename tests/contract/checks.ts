import type { Result } from '../../lib/core/result.ts';
import type { Store } from '../../lib/store/store.ts';

/** Throws with `message` unless a condition holds. */
export function check(condition: boolean, message: string): void {
  if (!condition) throw new Error(message);
}

/** Throws unless two JSON-like values are the same, whatever the order of their keys. */
export function equal(actual: unknown, expected: unknown): void {
  const [a, b] = [canonical(actual), canonical(expected)];
  if (a !== b) throw new Error(`expected ${b}\n     got ${a}`);
}

/** The value of a success; throws on a failure. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

/** Throws unless a result is this failure. */
export function refused(result: Result<unknown>, code: string): void {
  check(!result.ok && result.error.code === code, `expected ${code}, got ${canonical(result)}`);
}

/** Runs upkeep until nothing is left; throws when it does not end. */
export async function settle(store: Store): Promise<string[]> {
  const did: string[] = [];
  for (let i = 0; i < 5000; i++) {
    const step = await store.upkeep();
    if (step.did !== 'nothing') did.push(step.did);
    if (step.done) return did;
  }
  throw new Error('upkeep does not end');
}

function canonical(input: unknown): string {
  return JSON.stringify(input, (_key, inner) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort()) : inner,
  );
}
