import { useEffect, useRef, useState } from 'preact/hooks';
import type { Pin } from '../../lib/core/user-data.ts';
import type { PinsData } from '../pins-data.ts';

/** Pins asked about at once: few, so that a key pressed meanwhile is answered. */
const ASKED_AT_ONCE = 10;

/** By pin: new reports since it was pinned, for those on the screen, asked after they are drawn and once. */
export function usePinNews(data: PinsData, shown: Pin[] | null): ReadonlyMap<string, number> {
  const [news, setNews] = useState<ReadonlyMap<string, number>>(new Map());
  const asked = useRef(new Set<string>());
  useEffect(() => {
    let dropped = false;
    const open = shown?.filter(({ id }) => !asked.current.has(id)) ?? [];
    void (async () => {
      for (let from = 0; from < open.length && !dropped; from += ASKED_AT_ONCE) {
        const some = open.slice(from, from + ASKED_AT_ONCE);
        // Before the answer: a list that is drawn again meanwhile does not ask for the same pins once more.
        for (const { id } of some) asked.current.add(id);
        const answer = await data.newSincePinned(some);
        if (!answer.ok) {
          for (const { id } of some) asked.current.delete(id);
          return;
        }
        if (answer.value.size > 0) setNews((before) => new Map([...before, ...answer.value]));
      }
    })();
    return () => {
      dropped = true;
    };
  }, [data, shown]);
  return news;
}
