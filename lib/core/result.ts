import type { SidelightError } from './errors.ts';

/** An expected outcome as a value: what was asked for, or why it could not be had. Bugs throw instead. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: SidelightError };

/** Wraps a value as a success. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Wraps an error code and a message for people (no page text, no URL) as a failure. */
export function fail<T = never>(code: SidelightError['code'], message: string): Result<T> {
  return { ok: false, error: { code, message } };
}
