import type { Engine, EngineName, TypedEngineName } from './engine.ts';
import { createFlexSearch } from './engines/flexsearch.ts';
import { createFts5 } from './engines/fts5.ts';
import { createFuse } from './engines/fuse.ts';
import { createMiniSearch } from './engines/minisearch.ts';
import { createSidelight } from './engines/sidelight.ts';
import { type TypedQuery, timeTyped } from './typed.ts';
import { build, fill, insertions, type Questions, warm } from './workload.ts';

/** What the page asks of the worker. */
export type WorkerTask =
  | { task: 'build'; engine: EngineName; size: number }
  | { task: 'cold'; engine: EngineName; questions: Questions }
  | { task: 'warm'; engine: EngineName; questions: Questions }
  | { task: 'typed'; engine: TypedEngineName; size: number; queries: TypedQuery[] }
  | { task: 'insert'; engine: EngineName; size: number; count: number };

const CREATE: Record<EngineName, () => Engine> = {
  sidelight: createSidelight,
  fts5: () => createFts5(loadSqlite, true),
  minisearch: createMiniSearch,
  flexsearch: createFlexSearch,
  fuse: createFuse,
};

const CREATE_TYPED = { sidelight: createSidelight, fts5: () => createFts5(loadSqlite, true), minisearch: createMiniSearch };

async function loadSqlite() {
  const address = '/sqlite/index.mjs';
  const { default: initialise } = await import(/* @vite-ignore */ address);
  return initialise();
}

/** Builds and asks in one go: an index in memory is not written, and read again, first. */
async function runTyped({ engine: name, size, queries }: Extract<WorkerTask, { task: 'typed' }>): Promise<unknown> {
  const engine = CREATE_TYPED[name]();
  await engine.open();
  try {
    await fill(engine, size);
    if (name !== 'minisearch') await engine.finish();
    return await timeTyped(engine, queries);
  } finally {
    await engine.close();
  }
}

async function run(asked: WorkerTask): Promise<unknown> {
  if (asked.task === 'typed') return runTyped(asked);
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
