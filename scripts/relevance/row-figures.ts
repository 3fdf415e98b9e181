import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Share } from './bootstrap.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const KIT = join(ROOT, '..', 'shared', 'eval');
const DATA = join(ROOT, '..', 'shared', 'data');
const TIMEOUT_MS = 300_000;

/** Tasks whose rows are scored one by one, with the measures that stand for each. */
export const MAIN_MEASURES: Record<string, string[]> = {
  related: ['nDCG@5', 'nDCG@10', 'MRR', 'R@20'],
  topics: ['recall', 'recall exact span', 'precision'],
  relations: ['main: pair recall', 'main: no-pair rows fire', 'all: pair recall'],
  extract: [
    'article recall',
    'non-article fires',
    'headline',
    'date (day)',
    'author any',
    'author all',
    'body F1',
    'wanted passages',
    'bio recall',
  ],
};

/** One measure of a set: what each row adds to it. */
export interface RowMeasure {
  /** Better when lower. */
  lower: boolean;
  rows: Record<string, Share>;
}

/** Set (", no dates" behind those whose dates were held back) → measure → rows. */
export type RowFigures = Record<string, Record<string, RowMeasure>>;

interface KitSet {
  task: string;
  kind: string;
  name: string;
}

interface Metric {
  name: string;
  n: number;
  value: number;
  lower?: boolean;
}

/** What a task of the kit is given; see `makeKit` of ../shared/eval/run.mjs. */
interface Kit {
  mode: string;
  dates: boolean;
  sample<T>(rows: T[]): T[];
  scratch(): string;
  batch(words: string[], rows: { id: string }[], options?: { due?: { id: string }[]; key?: string }): Promise<Batch>;
  figures(tally: { metrics(): Metric[] }): { metrics: Metric[] };
}

interface Batch {
  answers: Map<string, unknown>;
  report: { violations: string[] };
}

type Task = (sets: KitSet[], kit: Kit) => AsyncIterable<{ set: string; metrics: Metric[] }>;

/** True where the evaluation kit lies beside the clone. */
export function haveKit(): boolean {
  return existsSync(KIT) && existsSync(DATA);
}

/**
 * Runs the current code over the sets and scores every row by itself. The program answers each set once, in one batch, as in an ordinary
 * run; the kit's task is then replayed over those answers with one row at a time, so that the figures are the kit's own. `related` runs with
 * dates and without.
 */
export async function measureRows(tasks: string[], only: string, progress: (set: string) => void): Promise<RowFigures> {
  const part = (path: string) => import(pathToFileURL(join(KIT, path)).href);
  const [{ findSets }, { run }, { checkBatch }] = await Promise.all(['lib/sets.mjs', 'lib/program.mjs', 'lib/contract.mjs'].map(part));
  const sets: KitSet[] = findSets(DATA);
  const bios = sets.filter(({ kind }) => kind === 'bios');
  const workshop = mkdtempSync(join(tmpdir(), 'sidelight-rows-'));
  const scratch = () => mkdtempSync(join(workshop, 'run-'));
  const figures: RowFigures = {};
  const ask = async (words: string[], rows: { id: string }[], due = rows, key = 'id'): Promise<Batch> => {
    const result = await run({ cli: 'npm run -s sidelight --', cwd: ROOT, words, rows, timeout: TIMEOUT_MS });
    const { answers, violations } = checkBatch(due, result, key);
    return { answers, report: { violations } };
  };
  try {
    for (const name of tasks) {
      const task: Task = (await part(`tasks/${name}.mjs`))[name];
      const wanted = sets.filter((set) => set.task === name && set.kind !== 'bios' && set.name.includes(only));
      for (const set of wanted) {
        for (const dates of name === 'related' ? [true, false] : [true]) {
          const suffix = dates ? '' : ', no dates';
          progress(set.name + suffix);
          await measureSet(task, name === 'extract' ? [set, ...bios] : [set], { dates, scratch, ask }, (row, found, metrics) =>
            keep(figures, `${found}${suffix}`, row, metrics, MAIN_MEASURES[name]!),
          );
        }
      }
    }
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  return figures;
}

interface Means {
  dates: boolean;
  scratch(): string;
  ask(words: string[], rows: { id: string }[], due?: { id: string }[], key?: string): Promise<Batch>;
}

async function measureSet(
  task: Task,
  sets: KitSet[],
  { dates, scratch, ask }: Means,
  take: (row: string, set: string, metrics: Metric[]) => void,
): Promise<void> {
  const kit = { mode: 'same-event', dates, scratch, figures: (tally: { metrics(): Metric[] }) => ({ metrics: tally.metrics() }) };
  const ids: string[] = [];
  let answers = new Map<string, unknown>();
  const whole: Kit = {
    ...kit,
    sample: (rows) => {
      ids.push(...rows.map((row) => (row as { row: { id: string } }).row.id));
      return rows;
    },
    batch: async (words, rows, { due = rows, key = 'id' } = {}) => {
      const batch = await ask(words, rows, due, key);
      if (batch.report.violations.length > 0) throw new Error(`${sets[0]!.name}: ${batch.report.violations[0]}`);
      answers = batch.answers;
      return batch;
    },
  };
  for await (const _ of task(sets, whole));
  for (const [place, id] of ids.entries()) {
    const alone: Kit = {
      ...kit,
      sample: (rows) => rows.slice(place, place + 1),
      batch: async (_words, rows, { due = rows } = {}) => {
        const own = due.flatMap((row) => (answers.has(row.id) ? [[row.id, answers.get(row.id)] as const] : []));
        return { answers: new Map(own), report: { violations: [] } };
      },
    };
    for await (const { set, metrics } of task(sets, alone)) take(id, set, metrics);
  }
}

function keep(figures: RowFigures, set: string, row: string, metrics: Metric[], wanted: string[]): void {
  for (const { name, n, value, lower = false } of metrics) {
    if (!wanted.includes(name) || n === 0) continue;
    figures[set] ??= {};
    figures[set][name] ??= { lower, rows: {} };
    figures[set][name].rows[row] = [Number((value * n).toFixed(6)), n];
  }
}
