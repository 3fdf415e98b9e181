// Finds Chromium, Firefox and a virtual display; on Debian, as root, installs what is missing. Node 20, no dependencies.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { delimiter, join } from 'node:path';

const BROWSERS = {
  chromium: {
    override: 'SIDELIGHT_CHROMIUM',
    // Chromium first: it is the browser the tests are written against.
    names: [
      'chromium',
      'chromium-browser',
      'chrome',
      'google-chrome-for-testing',
      'google-chrome',
      'google-chrome-stable',
      'microsoft-edge',
    ],
    macApps: ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome'],
    windowsPaths: [
      'Chromium\\Application\\chrome.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ],
    debianPackage: 'chromium',
    label: 'Chromium',
  },
  firefox: {
    override: 'SIDELIGHT_FIREFOX',
    // ESR first: it is the release the tests are written against.
    names: ['firefox-esr', 'firefox'],
    macApps: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
    windowsPaths: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
    debianPackage: 'firefox-esr',
    label: 'Firefox',
  },
};

/** Programs of the headed tests and the Debian packages they are in. */
const DISPLAY_TOOLS = { Xvfb: 'xvfb', xdotool: 'xdotool', openbox: 'openbox' };

/** What these functions ask of the computer; tests hand in another one. */
const THIS_MACHINE = {
  env: process.env,
  platform: platform(),
  isProgram(path) {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
  isDebian: () => existsSync('/etc/os-release') && /^ID=debian\s*$/m.test(readFileSync('/etc/os-release', 'utf8')),
  isRoot: () => process.getuid?.() === 0,
  run: (program, args, env) => spawnSync(program, args, { env, encoding: 'utf8', timeout: 600_000 }),
};

/** The path of an installed browser, or null. An override that points nowhere throws: silence would test the wrong browser. */
export function findBrowser(name, machine = THIS_MACHINE) {
  const browser = BROWSERS[name];
  const override = machine.env[browser.override];
  if (override) {
    if (!machine.isProgram(override)) throw new Error(`${browser.override} is set to ${override}, which is no program.`);
    return override;
  }
  return candidatePaths(browser, machine).find(machine.isProgram) ?? null;
}

/**
 * The path of a browser, installed first where that is possible without asking (Debian, root).
 * Returns `{ path }`, or `{ path: null, advice }` with one line that says what to install.
 */
export function provideBrowser(name, log = console.log, machine = THIS_MACHINE) {
  const found = findBrowser(name, machine);
  if (found) return { path: found };
  const browser = BROWSERS[name];
  if (machine.isDebian() && machine.isRoot()) {
    log(`${browser.label} not found: installing the Debian package ${browser.debianPackage}.`);
    const failure = aptInstall([browser.debianPackage], machine);
    const installed = findBrowser(name, machine);
    if (installed) return { path: installed };
    return { path: null, advice: `Could not install ${browser.debianPackage} with apt-get (${failure ?? 'installed, yet not found'}).` };
  }
  return { path: null, advice: adviceFor(browser, machine) };
}

/** Debian packages of the headed tests that are not installed; empty when all is there. */
export function missingDisplayPackages(machine = THIS_MACHINE) {
  const folders = (machine.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return Object.entries(DISPLAY_TOOLS)
    .filter(([program]) => !folders.some((folder) => machine.isProgram(join(folder, program))))
    .map(([, packageName]) => packageName);
}

/** Installs what the headed tests need where that is possible without asking (Debian, root); elsewhere those tests are left out. */
export function provideDisplay(log = console.log, machine = THIS_MACHINE) {
  const missing = missingDisplayPackages(machine);
  if (missing.length === 0 || !machine.isDebian() || !machine.isRoot()) return;
  log(`Headed tests: installing the Debian packages ${missing.join(', ')}.`);
  const failure = aptInstall(missing, machine);
  if (failure !== null) log(`Could not install them (${failure}): the headed tests are left out.`);
}

function adviceFor(browser, machine) {
  const how =
    machine.platform === 'darwin'
      ? `brew install --cask ${browser.label.toLowerCase()}`
      : machine.platform === 'win32'
        ? `winget install ${browser.label === 'Chromium' ? 'Hibbiki.Chromium' : 'Mozilla.Firefox.ESR'}`
        : machine.isDebian()
          ? `sudo apt-get install ${browser.debianPackage}`
          : `install ${browser.label} with your package manager`;
  return `${browser.label} is missing: ${how} (or set ${browser.override} to its program), then run this again.`;
}

function aptInstall(packageNames, machine) {
  const env = { ...machine.env, DEBIAN_FRONTEND: 'noninteractive' };
  let failure = null;
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    for (const args of [
      ['update', '-q'],
      ['install', '-y', '-q', '--no-install-recommends', ...packageNames],
    ]) {
      const run = machine.run('apt-get', ['-o', 'Acquire::Retries=3', ...args], env);
      failure = run.status === 0 ? null : lastLine(run.stderr) || `apt-get ${args[0]} ended with ${run.status}`;
    }
    if (failure === null) return null;
  }
  return failure;
}

function candidatePaths(browser, machine) {
  const windows = machine.platform === 'win32';
  const onPath = (machine.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => browser.names.map((name) => join(folder, windows ? `${name}.exe` : name)));
  // By name first, then by folder, so that the preferred browser wins wherever it lies.
  const byPreference = browser.names.flatMap((name) => onPath.filter((path) => path.endsWith(name) || path.endsWith(`${name}.exe`)));
  if (machine.platform === 'darwin') {
    return [
      ...byPreference,
      ...['/Applications', join(homedir(), 'Applications')].flatMap((root) => browser.macApps.map((app) => join(root, app))),
    ];
  }
  if (windows) {
    const roots = [machine.env.PROGRAMFILES, machine.env['PROGRAMFILES(X86)'], machine.env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    );
    return [...byPreference, ...browser.windowsPaths.flatMap((path) => roots.map((root) => join(root, path)))];
  }
  return [
    ...byPreference,
    ...browser.names.flatMap((name) => ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/bin'].map((root) => join(root, name))),
  ];
}

function lastLine(text) {
  return (text ?? '').trim().split('\n').at(-1) ?? '';
}
