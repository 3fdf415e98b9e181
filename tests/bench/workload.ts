import { type BenchQuestion, createCorpus, createQuestions } from './corpus.ts';
import type { Engine } from './engine.ts';
import { type Figures, percentile } from './figures.ts';

/** Reports handed over at once while building. */
const BATCH = 1000;

/** The questions of a size: the same for all engines. */
export interface Questions {
  short: BenchQuestion[];
  long: BenchQuestion[];
}

/** Questions of 20 and of 40 terms. */
export function questionsFor(size: number, count: number): Questions {
  const corpus = createCorpus();
  return { short: createQuestions(corpus, size, count, 20), long: createQuestions(corpus, size, count, 40) };
}

/** Builds an engine up to a size; reports a second, the making of the reports left out. */
export async function build(engine: Engine, size: number): Promise<number> {
  const spentMs = await fill(engine, size);
  const startMs = performance.now();
  await engine.finish();
  return size / ((spentMs + performance.now() - startMs) / 1000);
}

/** Hands an engine its reports; milliseconds it took them. */
export async function fill(engine: Pick<Engine, 'add'>, size: number): Promise<number> {
  const corpus = createCorpus();
  let spentMs = 0;
  for (let from = 0; from < size; from += BATCH) {
    const docs = Array.from({ length: Math.min(BATCH, size - from) }, (_, i) => corpus(from + i));
    const startMs = performance.now();
    await engine.add(docs);
    spentMs += performance.now() - startMs;
  }
  return spentMs;
}

/** Times warm questions; throws where an engine finds nothing at all, since then it was not measured. */
export async function warm(
  engine: Engine,
  questions: Questions,
): Promise<Pick<Figures, 'warm20P50' | 'warm20P95' | 'warm40P50' | 'warm40P95'>> {
  for (const question of questions.short.slice(0, 3)) await engine.query(question);
  const short = await timeQuestions(engine, questions.short);
  const long = await timeQuestions(engine, questions.long);
  return {
    warm20P50: percentile(short, 0.5),
    warm20P95: percentile(short, 0.95),
    warm40P50: percentile(long, 0.5),
    warm40P95: percentile(long, 0.95),
  };
}

/** Times insertions of single reports, each on disk before the next. */
export async function insertions(engine: Engine, size: number, count: number): Promise<Pick<Figures, 'insertP50' | 'insertP95'>> {
  const corpus = createCorpus();
  const samples: number[] = [];
  for (let i = 0; i < count; i++) {
    const doc = corpus(size + 1000 + i);
    const startMs = performance.now();
    await engine.insert(doc);
    samples.push(performance.now() - startMs);
  }
  return { insertP50: percentile(samples, 0.5), insertP95: percentile(samples, 0.95) };
}

async function timeQuestions(engine: Engine, questions: BenchQuestion[]): Promise<number[]> {
  const samples: number[] = [];
  let found = 0;
  for (const question of questions) {
    const startMs = performance.now();
    found += await engine.query(question);
    samples.push(performance.now() - startMs);
  }
  if (found === 0) throw new Error('the engine finds nothing');
  return samples;
}
