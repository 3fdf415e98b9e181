#!/usr/bin/env node
// `npm run eval -- [what ../shared/eval/run.mjs takes]`: runs the scorer on this clone and keeps the last figures of every set in
// docs/relevance-figures.md, with date and commit. `--threshold` prints the show / do-not-show table
// instead, `--fit` the weights behind it. Sampled runs are not kept.
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
leaves out stay as they were.

| set | metric | n | value | baseline | date | commit |
| --- | --- | ---: | ---: | ---: | --- | --- |
`;

const args = process.argv.slice(2);
const script = ['threshold', 'fit'].find((name) => args.includes(`--${name}`));
process.exitCode = script === undefined ? score() : relevance(script);

function relevance(name) {
  return run(process.execPath, ['--experimental-strip-types', '--no-warnings', join(ROOT, 'scripts', 'relevance', `${name}.ts`)]);
}

function score() {
  if (!existsSync(SCORER)) {
    console.error(`eval: the scorer is not at ${SCORER}; it lies beside the clone, in ../shared`);
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-eval-'));
  const json = join(folder, 'figures.json');
  try {
    const status = run(process.execPath, [SCORER, ...args, '--cwd', ROOT, '--json', json]);
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
    for (const { name: metric, n, value, baseline } of metrics) {
      rows.set(`${name} | ${metric}`, `${n} | ${value.toFixed(3)} | ${baseline === undefined ? '' : baseline.toFixed(3)} | ${stamp}`);
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
