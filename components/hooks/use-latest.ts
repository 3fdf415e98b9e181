import { useCallback, useRef } from 'preact/hooks';

/**
 * A function that does `work`, never twice at once: what is asked meanwhile is one more time, after it. For lists that are asked for again whenever
 * something changes, which may be hundreds of times in a minute.
 */
export function useLatest(work: () => Promise<void>): () => Promise<void> {
  const running = useRef<Promise<void> | null>(null);
  const again = useRef(false);
  return useCallback(() => {
    again.current = true;
    running.current ??= (async () => {
      while (again.current) {
        again.current = false;
        await work();
      }
    })().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [work]);
}
