import { useEffect, useRef } from 'preact/hooks';
import type { Result } from '../../lib/core/result.ts';
import { useSurface } from './surface-context.ts';

/** What {@link useKept} reads, how it is told of a change, and who takes it. */
export interface Kept<Value> {
  ask(): Promise<Result<Value>>;
  onChange(listener: () => void): () => void;
  take(value: Value): void;
}

/**
 * Reads what the background keeps and other windows change as well: at first, at each focus, and when told of a change. The function it answers with is to
 * be called at each change made here: what was asked for before says less than that and is not taken.
 */
export function useKept<Value>(kept: Kept<Value>): () => void {
  const { client, platform } = useSurface();
  const turn = useRef(0);
  const latest = useRef(kept);
  latest.current = kept;
  useEffect(() => {
    async function load(): Promise<void> {
      const mine = turn.current;
      const answer = await latest.current.ask();
      if (answer.ok && mine === turn.current) latest.current.take(answer.value);
    }
    const again = (): void => void load();
    again();
    addEventListener('focus', again);
    const stop = latest.current.onChange(again);
    return () => {
      removeEventListener('focus', again);
      stop();
    };
  }, [client, platform]);
  return useRef(() => void turn.current++).current;
}
