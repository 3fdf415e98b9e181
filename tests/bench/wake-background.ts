import type { QueryTerm } from '../../lib/index/types.ts';
import { buildHotTier, openHotTier } from '../../lib/store/hot-tier.ts';
import { openStore } from '../../lib/store/indexed-db/open-store.ts';
import { createSidelight } from './engines/sidelight.ts';
import { build } from './workload.ts';

/** What the measuring page asks of the background. */
export interface WakeQuestion {
  ask: 'nothing' | 'index' | 'index and rows' | 'hot tier';
  terms: QueryTerm[];
}

interface SessionArea {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, string>): Promise<void>;
}
declare const chrome: {
  runtime: {
    onMessage: { addListener(listener: (question: WakeQuestion, sender: unknown, respond: (answer: unknown) => void) => boolean): void };
  };
  storage: { session: SessionArea };
};

async function answer({ ask, terms }: WakeQuestion): Promise<number> {
  if (ask === 'nothing') return 1;
  if (ask === 'hot tier') {
    const tier = await openHotTier((keys) => chrome.storage.session.get(keys));
    if (tier === null) throw new Error('no hot tier');
    return (await tier.rows(tier.evaluate(terms, 20).map(({ docId }) => docId))).length;
  }
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

/** For the page: fills the index, puts the hot tier into `storage.session`; characters of the tier and the milliseconds it took to make. */
async function fill(size: number): Promise<{ chars: number; tookMs: number; longestUpkeepMs: number }> {
  const engine = createSidelight();
  await engine.open();
  let longestUpkeepMs = 0;
  const finish = async (): Promise<void> => {
    const store = await open();
    for (let done = false; !done; ) {
      const startMs = performance.now();
      done = (await store.upkeep()).done;
      longestUpkeepMs = Math.max(longestUpkeepMs, performance.now() - startMs);
    }
    store.close();
  };
  await build({ ...engine, finish }, size);
  await engine.close();
  const store = await open();
  const startMs = performance.now();
  const chunks = await buildHotTier(store);
  const tookMs = performance.now() - startMs;
  await chrome.storage.session.set(chunks);
  store.close();
  return { chars: Object.values(chunks).reduce((sum, chunk) => sum + chunk.length, 0), tookMs, longestUpkeepMs };
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
