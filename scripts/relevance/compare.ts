import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Change, comparePairs, type Pair, type Share } from './bootstrap.ts';
import { haveKit, MAIN_MEASURES, measureRows, type RowFigures } from './row-figures.ts';

/**
 * Called by `npm run eval -- --save FILE` and `npm run eval -- --compare FILE`: figures of the current code row by row, kept in a file, and
 * compared with such a file by the paired bootstrap. Exit status 1 where a figure fell beyond chance.
 */

const FORMAT = 'sidelight-row-figures/1';
/** Figures of two runs of one code differ by no more than rounding. */
const LEAST = 5e-7;
const NO_CASE: Share = [0, 0];

interface Saved {
  format: string;
  commit: string;
  date: string;
  sets: RowFigures;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { save: { type: 'string' }, compare: { type: 'string' }, only: { type: 'string' } },
});
const known = Object.keys(MAIN_MEASURES);
const tasks = positionals.length === 0 ? ['related'] : positionals.includes('all') ? known : positionals;
const unknown = tasks.find((task) => !known.includes(task));
if (unknown !== undefined) end(2, `rows are scored for ${known.join(', ')}; not for ${unknown}`);
if (!haveKit()) end(2, 'left out: the evaluation kit and its data are not at ../shared');
const older = values.compare === undefined ? null : readSaved(values.compare);

const sets = await measureRows(tasks, values.only ?? '', (set) => console.error(`eval: ${set}`));
if (values.save !== undefined) {
  const saved: Saved = { format: FORMAT, commit: commit(), date: new Date().toISOString().slice(0, 10), sets };
  writeFileSync(values.save, `${JSON.stringify(saved)}\n`);
  console.error(`eval: ${values.save} written`);
}
if (older !== null) process.exitCode = print(older, sets);

function print(before: Saved, after: RowFigures): number {
  console.log(
    `before: ${before.commit}, ${before.date}; after: ${commit()}. 95 % intervals of the difference, paired bootstrap over rows.\n`,
  );
  console.log(line('set', 'measure', ['rows', 'before', 'after', 'diff', 'from', 'to', 'better', 'worse', '']));
  const fallen: string[] = [];
  for (const [set, measures] of Object.entries(after)) {
    for (const [measure, { lower, rows }] of Object.entries(measures)) {
      const old = before.sets[set]?.[measure]?.rows;
      const ids = old === undefined ? [] : Object.keys({ ...old, ...rows }).sort();
      const pairs = ids.map((id): Pair => ({ before: old?.[id] ?? NO_CASE, after: rows[id] ?? NO_CASE }));
      if (pairs.length === 0) {
        console.log(line(set, measure, ['', '', '', 'not in the older run']));
        continue;
      }
      const change = comparePairs(pairs);
      const verdict = verdictOf(change, lower);
      if (verdict === 'worse') fallen.push(`${set} ${measure}`);
      const [better, worse] = lower ? [change.fell, change.rose] : [change.rose, change.fell];
      const digits = [change.before, change.after].map((value) => value.toFixed(3));
      const signed = [change.difference, change.from, change.to].map((value) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(4)}`);
      console.log(line(set, measure, [change.rows, ...digits, ...signed, better, worse, verdict]));
    }
  }
  console.log(fallen.length === 0 ? '\nno figure fell beyond chance' : `\nfell beyond chance: ${fallen.join('; ')}`);
  return fallen.length === 0 ? 0 : 1;
}

function verdictOf({ from, to }: Change, lower: boolean): string {
  if (from > LEAST) return lower ? 'worse' : 'better';
  if (to < -LEAST) return lower ? 'better' : 'worse';
  return '';
}

function line(set: string, measure: string, cells: (string | number)[]): string {
  return `${set.padEnd(34)}${measure.padEnd(26)}${cells.map((cell) => String(cell).padStart(8)).join('')}`.trimEnd();
}

function readSaved(file: string): Saved {
  if (!existsSync(file)) end(2, `no file ${file}; make one with --save, on the older code`);
  try {
    const saved = JSON.parse(readFileSync(file, 'utf8'));
    if (saved?.format === FORMAT) return saved;
  } catch {
    // Told below, with what to do.
  }
  return end(2, `${file} holds no figures; make it with --save`);
}

function commit(): string {
  const git = (...words: string[]) => spawnSync('git', words, { cwd: import.meta.dirname, encoding: 'utf8' }).stdout.trim();
  return `${git('rev-parse', '--short', 'HEAD') || 'unknown'}${git('status', '--porcelain', '--', '../../lib') === '' ? '' : '+'}`;
}

function end(status: number, message: string): never {
  console.error(`eval: ${message}`);
  process.exit(status);
}
