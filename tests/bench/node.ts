import { ENGINE_LIMITS, type Engine, type EngineName } from './engine.ts';
import { createFlexSearch } from './engines/flexsearch.ts';
import { createFts5 } from './engines/fts5.ts';
import { createFuse } from './engines/fuse.ts';
import { createMemory } from './engines/memory.ts';
import { createMiniSearch } from './engines/minisearch.ts';
import { type Figures, noFigures } from './figures.ts';
import { build, questionsFor, warm } from './workload.ts';

const CREATE: Record<EngineName, () => Engine> = {
  sidelight: createMemory,
  fts5: () => createFts5(async () => (await import('@sqlite.org/sqlite-wasm')).default(), false),
  minisearch: createMiniSearch,
  flexsearch: createFlexSearch,
  fuse: createFuse,
};

/** Runs the engines in memory, in this process: no disk, so no cold open and no durable insertion. */
export async function runNode(sizes: number[], engines: readonly EngineName[], log: (line: string) => void): Promise<Figures[]> {
  const rows: Figures[] = [];
  for (const size of sizes) {
    const questions = questionsFor(size, 40);
    for (const name of engines) {
      const limit = ENGINE_LIMITS[name];
      if (limit !== undefined && size >= limit.from) {
        rows.push(noFigures(name, size, `not run: ${limit.reason}`));
        continue;
      }
      log(`Node, ${size} reports: ${name}`);
      rows.push(await measure(name, size, questions));
    }
  }
  return rows;
}

async function measure(name: EngineName, size: number, questions: ReturnType<typeof questionsFor>): Promise<Figures> {
  const figures = noFigures(name, size);
  const engine = CREATE[name]();
  try {
    globalThis.gc?.();
    const before = process.memoryUsage.rss();
    await engine.open();
    figures.buildPerSecond = await build(engine, size);
    Object.assign(figures, await warm(engine, questions));
    globalThis.gc?.();
    figures.memoryMegabytes = Math.max(0, process.memoryUsage.rss() - before) / 1e6;
    await engine.close();
  } catch (error) {
    figures.reason = `failed: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`;
  }
  return figures;
}
