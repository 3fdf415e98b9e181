import type { QueryTerm } from '../../lib/index/types.ts';
import { openStore } from '../../lib/store/indexed-db/open-store.ts';
import { createCorpus } from './corpus.ts';
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

/** Reports that come one by one, as from feeds, behind those that come in bulk; upkeep after every few. */
const FROM_FEEDS = 2_000;
const FEED_ITEMS = 20;

/** For the page: fills the index, most of it in bulk and the rest as feeds do; milliseconds of the steps of upkeep meanwhile, by what they did. */
async function fill(size: number): Promise<Record<string, number[]>> {
  const engine = createSidelight();
  await engine.open();
  const fed = Math.min(FROM_FEEDS, size / 2);
  await build(engine, size - fed);
  const store = await open();
  const corpus = createCorpus();
  const steps: Record<string, number[]> = {};
  for (let id = size - fed; id < size; id++) {
    await engine.insert(corpus(id));
    if ((id + 1) % FEED_ITEMS !== 0 && id + 1 < size) continue;
    for (let done = false; !done; ) {
      const startMs = performance.now();
      const step = await store.upkeep();
      done = step.done;
      if (step.did === 'nothing') continue;
      steps[step.did] ??= [];
      steps[step.did]!.push(performance.now() - startMs);
    }
  }
  store.close();
  await engine.close();
  return steps;
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
