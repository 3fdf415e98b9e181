import type { Result } from '../core/result.ts';

/** Opens something for all who ask: once, and again where that failed, rejected, or where `onClosed` was called since. */
export function openedOnce<T>(open: (onClosed: () => void) => Promise<Result<T>>): () => Promise<Result<T>> {
  let opening: Promise<Result<T>> | null = null;
  const forget = (): void => {
    opening = null;
  };
  return () => {
    opening ??= open(forget).then((opened) => {
      if (!opened.ok) forget();
      return opened;
    });
    opening.catch(forget);
    return opening;
  };
}
