// All checks, cheapest first: `npm test [-- --only TIER,…] [-- --long]`. Ends with `N passed, N failed` on a line of its own.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { provideDisplay } from './browsers.mjs';
import { keepFigures, SECTIONS, stamp } from './figures.mjs';
import { projectEnv, ROOT, runtime, setUp } from './setup.mjs';

const long = process.argv.includes('--long');
const onlyAt = process.argv.indexOf('--only');
const only = onlyAt < 0 ? null : (process.argv[onlyAt + 1] ?? '').split(',');
const BUILDS = join(ROOT, '.cache', 'test-build');
const REPORTS = join(ROOT, '.cache', 'reports');
const bin = (...path) => join(ROOT, 'node_modules', ...path);

/** What each tier runs; a tier is one check unless it reports its own number. Those `beside` the one before run at the same time: they take one core each and write nothing. */
const TIERS = [
  { name: 'types', run: () => command([bin('typescript', 'bin', 'tsc'), '--noEmit']) },
  { name: 'pure-types', beside: true, run: () => command([bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'tsconfig.pure.json']) },
  { name: 'lint', beside: true, run: () => command([bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '--diagnostic-level=error', '.']) },
  { name: 'build-chromium', run: () => command([bin('wxt', 'bin', 'wxt.mjs'), 'build']) },
  { name: 'build-firefox', run: () => command([bin('wxt', 'bin', 'wxt.mjs'), 'build', '-b', 'firefox']) },
  { name: 'unit', run: () => vitest('unit') },
  { name: 'alone', run: () => vitest('alone') },
  { name: 'built', run: () => vitest('built'), built: true },
  { name: 'e2e', run: () => vitest('e2e'), built: true },
  ...SECTIONS.map((section) => ({ name: `bench-${section.name}`, run: () => figures(section), built: true, long: true })),
];

async function main() {
  const startedAtMs = Date.now();
  const totals = { passed: 0, failed: 0, leftOut: [] };
  let missing = {};
  try {
    ({ missing } = setUp({ browsers: ['chromium', 'firefox'], browsersRequired: false }));
  } catch (error) {
    console.error(error.message);
    close({ ...totals, failed: 1 }, startedAtMs);
    return;
  }
  if (only === null || only.includes('e2e')) provideDisplay();
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  for (const [name, advice] of Object.entries(missing)) {
    // A browser that is not there cannot prove anything: that is a failure, not an omission.
    console.error(`✗ ${name}: ${advice}`);
    totals.failed += 1;
  }
  const named = TIERS.filter((tier) => (only ? only.includes(tier.name) : !tier.long || long));
  const unbuilt = named.some(({ built }) => built) && !existsSync(BUILDS);
  const wanted = TIERS.filter((tier) => named.includes(tier) || (unbuilt && tier.name.startsWith('build-')));
  let running = [];
  for (const tier of wanted) {
    if (!tier.beside) {
      await Promise.all(running);
      running = [];
    }
    running.push(runTier(tier, totals));
  }
  await Promise.all(running);
  close(totals, startedAtMs);
}

/** Runs a tier, adds what it counted to the totals and says so. */
async function runTier(tier, totals) {
  const startedAtMs = Date.now();
  const result = await tier.run();
  totals.passed += result.passed;
  totals.failed += result.failed;
  totals.leftOut.push(...result.leftOut);
  const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1);
  console.log(`${result.failed === 0 ? '✓' : '✗'} ${tier.name}: ${result.passed} passed, ${result.failed} failed (${seconds} s)`);
  if (result.output) console.log(indent(result.output));
}

/** One check: the command's exit status. Its output is shown only when it failed. */
async function command(args) {
  const { status, output } = await run(args);
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, leftOut: [], output: status === 0 ? '' : output };
}

/** A long benchmark: what it prints becomes a section of `docs/figures.md`. */
async function figures({ name, args }) {
  const measured = stamp();
  const { status, output, stdout } = await run(args);
  if (status !== 0) return { passed: 0, failed: 1, leftOut: [], output };
  keepFigures(name, stdout, measured);
  return { passed: 1, failed: 0, leftOut: [], output: '' };
}

/** A project of vitest, counted test by test. A file that does not even load counts as one failure. */
async function vitest(project) {
  const report = join(REPORTS, `${project}.json`);
  const args = [
    bin('vitest', 'vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter=json',
    '--reporter=dot',
    `--outputFile.json=${report}`,
    '--passWithNoTests',
  ];
  const { status, output } = await run(args);
  if (!existsSync(report)) return { passed: 0, failed: 1, leftOut: [], output };
  const files = JSON.parse(readFileSync(report, 'utf8')).testResults;
  const result = { passed: 0, failed: 0, leftOut: [], output: '' };
  for (const file of files) {
    const path = file.name.replace(`${ROOT}/`, '');
    if (file.assertionResults.length === 0 && file.status === 'failed') {
      result.failed += 1;
      result.output += `${path}\n${indent(file.message ?? '')}\n`;
    }
    for (const test of file.assertionResults) {
      if (test.status === 'passed') {
        result.passed += 1;
        // What failed first and passed at the second try is not hidden.
        if (test.failureMessages?.length > 0)
          result.output += `second try: ${path} > ${test.fullName}\n${indent(briefly(test.failureMessages))}\n`;
      } else if (test.status === 'failed') {
        result.failed += 1;
        result.output += `${path} > ${test.fullName}\n${indent(briefly(test.failureMessages))}\n`;
      } else result.leftOut.push(`${path} > ${test.fullName}`);
    }
  }
  // What failed before a test began stands in no report of a test.
  if (status !== 0 && result.failed === 0) {
    result.failed = 1;
    result.output = output;
  }
  return result;
}

/** A failure's message and where it happened in our own files; the runner's stack is no help. */
function briefly(messages = []) {
  const lines = messages.join('\n').split('\n');
  const ours = lines.filter((line) => /^\s+at /.test(line) && line.includes(ROOT) && !line.includes('node_modules')).slice(0, 3);
  return [...lines.filter((line) => !/^\s+at /.test(line)).slice(0, 20), ...ours].join('\n');
}

function run(args) {
  return new Promise((done) => {
    const env = projectEnv({ SIDELIGHT_OUT_DIR: BUILDS, SIDELIGHT_LONG: long ? '1' : '', FORCE_COLOR: '0', CI: process.env.CI ?? '1' });
    const child = spawn(runtime(), args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let stdout = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output = (output + chunk).slice(-12_000);
      });
    }
    child.on('error', (error) => done({ status: 1, output: error.message, stdout }));
    child.on('close', (code) => done({ status: code ?? 1, output: output.trim(), stdout }));
  });
}

function close(totals, startedAtMs) {
  if (totals.leftOut.length > 0) console.log(`Left out:\n${indent(totals.leftOut.join('\n'))}`);
  if (totals.passed + totals.failed === 0) totals.failed = 1;
  console.log(`Took ${((Date.now() - startedAtMs) / 1000).toFixed(0)} s.`);
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  process.exitCode = totals.failed === 0 ? 0 : 1;
}

function indent(text) {
  return text.replaceAll(/^/gm, '    ');
}

await main();
