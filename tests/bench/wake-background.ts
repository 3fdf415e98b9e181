import type { QueryTerm } from '../../lib/index/types.ts';
import { openStore } from '../../lib/store/indexed-db/open-store.ts';
import { createSidelight } from './engines/sidelight.ts';
import { build } from './workload.ts';

/** What the measuring page asks of the background. */
export interface WakeQuestion {
  ask: 'nothing' | 'index' | 'index and rows';
  terms: QueryTerm[];
}

declare const chrome: {
  runtime: {
    onMessage: { addListener(listener: (question: WakeQuestion, sender: unknown, respond: (answer: unknown) => void) => boolean): void };
  };
};

async function answer({ ask, terms }: WakeQuestion): Promise<number> {
  if (ask === 'nothing') return 1;
  const store = await opening!;
  const found = await store.evaluate(terms, 20);
  if (ask === 'index') return found.length;
  return (
    await store.getArticlesByDocId(
      found.map(({ docId }) => docId),
      { text: false },
    )
  ).length;
}

async function open() {
  const opened = await openStore({
    derive: () => {
      throw new Error('the bench derives nothing here');
    },
    nowMs: Date.now,
  });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

/** For the page: fills the index; the longest step of upkeep, and what it did. */
async function fill(size: number): Promise<{ longestUpkeepMs: number; longestUpkeep: string }> {
  const engine = createSidelight();
  await engine.open();
  let [longestUpkeepMs, longestUpkeep] = [0, 'nothing'];
  const finish = async (): Promise<void> => {
    const store = await open();
    for (let done = false; !done; ) {
      const startMs = performance.now();
      const step = await store.upkeep();
      done = step.done;
      const tookMs = performance.now() - startMs;
      if (tookMs > longestUpkeepMs) [longestUpkeepMs, longestUpkeep] = [tookMs, step.did];
    }
    store.close();
  };
  await build({ ...engine, finish }, size);
  await engine.close();
  return { longestUpkeepMs, longestUpkeep };
}

// As the real background does: the database opens while the message is still on its way.
const opening = typeof document === 'undefined' ? open() : null;

if (typeof document === 'undefined') {
  chrome.runtime.onMessage.addListener((question, _sender, respond) => {
    answer(question).then(respond, (error) => respond(String(error)));
    return true;
  });
} else {
  Object.assign(globalThis, { fill });
}
