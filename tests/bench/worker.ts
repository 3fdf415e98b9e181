import type { Engine, EngineName } from './engine.ts';
import { createFlexSearch } from './engines/flexsearch.ts';
import { createFts5 } from './engines/fts5.ts';
import { createFuse } from './engines/fuse.ts';
import { createMiniSearch } from './engines/minisearch.ts';
import { createSidelight } from './engines/sidelight.ts';
import { build, insertions, type Questions, warm } from './workload.ts';

/** What the page asks of the worker. */
export type WorkerTask =
  | { task: 'build'; engine: EngineName; size: number }
  | { task: 'cold'; engine: EngineName; questions: Questions }
  | { task: 'warm'; engine: EngineName; questions: Questions }
  | { task: 'insert'; engine: EngineName; size: number; count: number };

const CREATE: Record<EngineName, () => Engine> = {
  sidelight: createSidelight,
  fts5: () => createFts5(loadSqlite, true),
  minisearch: createMiniSearch,
  flexsearch: createFlexSearch,
  fuse: createFuse,
};

async function loadSqlite() {
  const address = '/sqlite/index.mjs';
  const { default: initialise } = await import(/* @vite-ignore */ address);
  return initialise();
}

async function run(asked: WorkerTask): Promise<unknown> {
  const engine = CREATE[asked.engine]();
  await engine.open();
  try {
    if (asked.task === 'build') return await build(engine, asked.size);
    if (asked.task === 'cold') return await engine.query(asked.questions.short[0]!);
    if (asked.task === 'warm') return await warm(engine, asked.questions);
    return await insertions(engine, asked.size, asked.count);
  } finally {
    await engine.close();
  }
}

self.onmessage = (event: MessageEvent<WorkerTask>) => {
  run(event.data).then(
    (value) => self.postMessage({ ok: true, value }),
    (error) => self.postMessage({ ok: false, error: String(error?.stack ?? error) }),
  );
};
