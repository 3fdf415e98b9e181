#!/usr/bin/env node
// `npm run eval`: see HELP. Figures of every set are kept in docs/relevance-figures.md, with date and commit.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SCORER = join(ROOT, '..', 'shared', 'eval', 'run.mjs');
const FIGURES = join(ROOT, 'docs', 'relevance-figures.md');
const HEAD = `# Relevance figures

The last figures of every development set, as \`npm run eval\` printed them; \`docs/ranking.md\` says what was tried. Rows of sets that a run
leaves out stay as they were. A figure over fewer than 50 cases is a count and no share: read value × n.

| set | metric | n | value | baseline | date | commit |
| --- | --- | ---: | ---: | ---: | --- | --- |
`;

const HELP = `npm run eval -- [task …] [options of ../shared/eval/run.mjs]
  Runs the scorer on this clone and keeps the figures in docs/relevance-figures.md (sampled runs are not kept).
  Tasks: extract topics relations related feeds hostile, or all. Its own options: node ../shared/eval/run.mjs --help

npm run eval -- --threshold      what is shown: precision and recall, and silence where the index lacks the subject
npm run eval -- --fit            the weights behind that, fitted anew and tested on clusters and sets that had no part
npm run eval -- hidden           nDCG of every related set among 30,000 reports: the other sets and composed ones
npm run eval -- copies           near copies folded: precision and recall, over copies made by rule and real pairs
npm run eval -- labels           the label "same event" where it is shown: precision, and how often it is missing
npm run eval -- reasons [--read N]  the reason of every row shown: true of both texts, 120 characters; N a set to read
npm run eval -- proposals        topics proposed from ecbplus, held against its events
npm run eval -- salience         of the topics called main, how many people say the text is about
npm run eval -- spellings        names with a typing error or letters of another alphabet: found, and false hits
npm run eval -- slavic           dictionary forms in six Slavic languages: precision and recall over inflected names
  These eight keep their figures as well.
npm run eval -- errors [topics relations related] [--read CLASS]
                                 what is still missed or wrong, by class with counts; CLASS a part of a class's name, whose cases are printed
npm run eval -- weights [--every N]  every weight of the order a quarter lower and higher: what it changes on each set (every N-th page, 4)
npm run eval -- --save FILE      figures row by row (query, page, text), to compare later code with; related unless tasks are named
npm run eval -- --compare FILE   the current code against such a file: paired bootstrap, 10,000 resamples (all of them up to six
                                 rows), mean difference, 95 % interval, rows better and worse. Exit status 1 where a figure fell
                                 beyond chance. Takes --save as well, so that one run does both.
  Both take tasks (related topics relations extract, or all) and --only TEXT (sets whose name contains it).
`;

const SCRIPTS = {
  errors: 'errors',
  weights: 'weights',
  '--threshold': 'threshold',
  '--fit': 'fit',
  '--save': 'compare',
  '--compare': 'compare',
};

/** Commands whose figures are kept like the scorer's. */
const KEPT = ['hidden', 'copies', 'labels', 'reasons', 'proposals', 'salience', 'spellings', 'slavic'];

const args = process.argv.slice(2);
const script = SCRIPTS[args.find((word) => word in SCRIPTS)];
const kept = KEPT.find((name) => args.includes(name));
if (args.includes('--help')) console.log(HELP);
else if (kept !== undefined) process.exitCode = keeping((json) => relevance(kept, [...args, '--json', json]));
else process.exitCode = script === undefined ? score() : relevance(script, args);

function relevance(name, words) {
  const file = join(ROOT, 'scripts', 'relevance', `${name}.ts`);
  return run(process.execPath, ['--experimental-strip-types', '--no-warnings', file, ...words]);
}

function score() {
  if (!existsSync(SCORER)) {
    console.error(`eval: the scorer is not at ${SCORER}; it lies beside the clone, in ../shared`);
    return 2;
  }
  return keeping((json) => run(process.execPath, [SCORER, ...args, '--cwd', ROOT, '--json', json]));
}

/** Runs what writes figures into a file, and keeps them. */
function keeping(start) {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-eval-'));
  const json = join(folder, 'figures.json');
  try {
    const status = start(json);
    if (existsSync(json)) keep(JSON.parse(readFileSync(json, 'utf8')));
    return status;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function keep({ results, sample, mode, dates }) {
  if (sample !== null) return;
  const rows = readRows();
  const stamp = `${new Date().toISOString().slice(0, 10)} | ${commit()}`;
  for (const { task, set, metrics } of results) {
    const name = task === 'related' ? `${set}${dates ? '' : ', no dates'}${mode === 'same-event' ? '' : `, ${mode}`}` : set;
    for (const key of rows.keys()) if (key.startsWith(`${name} | `)) rows.delete(key);
    for (const { name: metric, n, value, baseline, goal } of metrics) {
      const beside = baseline !== undefined ? baseline.toFixed(3) : goal !== undefined ? `goal ${goal.toFixed(3)}` : '';
      rows.set(`${name} | ${metric}`, `${n} | ${value.toFixed(3)} | ${beside} | ${stamp}`);
    }
  }
  const lines = [...rows].sort(([a], [b]) => order(a, b)).map(([key, rest]) => `| ${key} | ${rest} |`);
  writeFileSync(FIGURES, `${HEAD}${lines.join('\n')}\n`);
  console.log(`\nkept in docs/relevance-figures.md`);
}

/** By set; metrics of a set as the scorer orders them. */
function order(a, b) {
  const [setA, setB] = [a.split(' | ')[0], b.split(' | ')[0]];
  return setA < setB ? -1 : setA > setB ? 1 : 0;
}

function readRows() {
  const rows = new Map();
  if (!existsSync(FIGURES)) return rows;
  for (const line of readFileSync(FIGURES, 'utf8').split('\n')) {
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (cells.length === 7 && cells[0].includes('/')) rows.set(`${cells[0]} | ${cells[1]}`, cells.slice(2).join(' | '));
  }
  return rows;
}

function commit() {
  const { stdout } = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' });
  const { stdout: changed } = spawnSync('git', ['status', '--porcelain', '--', 'lib'], { cwd: ROOT, encoding: 'utf8' });
  return `${stdout.trim() || 'unknown'}${changed ? '+' : ''}`;
}

function run(command, words) {
  const { status, error } = spawnSync(command, words, { cwd: ROOT, stdio: 'inherit' });
  if (error) console.error(`eval: ${error.message}`);
  return status ?? 1;
}
