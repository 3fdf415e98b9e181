// Finds Chromium and Firefox; on Debian, as root, installs the one that is missing. Node 20, no dependencies.
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

/** The path of an installed browser, or null. An override that points nowhere throws: silence would test the wrong browser. */
export function findBrowser(name) {
  const browser = BROWSERS[name];
  const override = process.env[browser.override];
  if (override) {
    if (!isProgram(override)) throw new Error(`${browser.override} is set to ${override}, which is no program.`);
    return override;
  }
  return candidatePaths(browser).find(isProgram) ?? null;
}

/**
 * The path of a browser, installed first where that is possible without asking (Debian, root).
 * Returns `{ path }`, or `{ path: null, advice }` with one line that says what to install.
 */
export function provideBrowser(name, log = console.log) {
  const found = findBrowser(name);
  if (found) return { path: found };
  const browser = BROWSERS[name];
  if (isDebian() && process.getuid?.() === 0) {
    log(`${browser.label} not found: installing the Debian package ${browser.debianPackage}.`);
    const failure = aptInstall(browser.debianPackage);
    const installed = findBrowser(name);
    if (installed) return { path: installed };
    return { path: null, advice: `Could not install ${browser.debianPackage} with apt-get (${failure ?? 'installed, yet not found'}).` };
  }
  return { path: null, advice: adviceFor(browser) };
}

function adviceFor(browser) {
  const how =
    platform() === 'darwin'
      ? `brew install --cask ${browser.label.toLowerCase()}`
      : platform() === 'win32'
        ? `winget install ${browser.label === 'Chromium' ? 'Hibbiki.Chromium' : 'Mozilla.Firefox.ESR'}`
        : isDebian()
          ? `sudo apt-get install ${browser.debianPackage}`
          : `install ${browser.label} with your package manager`;
  return `${browser.label} is missing: ${how} (or set ${browser.override} to its program), then run this again.`;
}

function aptInstall(packageName) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  let failure = null;
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    for (const args of [
      ['update', '-q'],
      ['install', '-y', '-q', '--no-install-recommends', packageName],
    ]) {
      const run = spawnSync('apt-get', ['-o', 'Acquire::Retries=3', ...args], { env, encoding: 'utf8', timeout: 600_000 });
      failure = run.status === 0 ? null : lastLine(run.stderr) || `apt-get ${args[0]} ended with ${run.status}`;
    }
    if (failure === null) return null;
  }
  return failure;
}

function candidatePaths(browser) {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => browser.names.map((name) => join(folder, platform() === 'win32' ? `${name}.exe` : name)));
  // By name first, then by folder, so that the preferred browser wins wherever it lies.
  const byPreference = browser.names.flatMap((name) => onPath.filter((path) => path.endsWith(name) || path.endsWith(`${name}.exe`)));
  if (platform() === 'darwin') {
    return [
      ...byPreference,
      ...['/Applications', join(homedir(), 'Applications')].flatMap((root) => browser.macApps.map((app) => join(root, app))),
    ];
  }
  if (platform() === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    );
    return [...byPreference, ...browser.windowsPaths.flatMap((path) => roots.map((root) => join(root, path)))];
  }
  return [
    ...byPreference,
    ...browser.names.flatMap((name) => ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/bin'].map((root) => join(root, name))),
  ];
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isDebian() {
  if (!existsSync('/etc/os-release')) return false;
  return /^ID=debian\s*$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function lastLine(text) {
  return (text ?? '').trim().split('\n').at(-1) ?? '';
}
