import { existsSync, statSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { findBrowser } from '../../../scripts/browsers.mjs';
import type { LaunchOptions } from '../browser-under-test.ts';
import { pause } from '../eventually.ts';
import { PROJECT_ROOT } from '../source-files.ts';
import { connectBidi } from './bidi.ts';
import { openChromeWindow } from './chrome-window.ts';
import { deleteFirefoxProfile, endProcess, spawnFirefox } from './process.ts';
import { newFirefoxProfile } from './profile.ts';

const FOLDER = join(PROJECT_ROOT, '.cache', 'firefox-profiles');
const NOBODY = 'nobody@example.com';

/**
 * Where a profile is kept in which this Firefox ran once, without an extension: it holds what Firefox makes of its own code and files at a first
 * start, which costs it twice what a later start takes.
 */
function keptAt(program: string): string {
  const { mtimeMs, size } = statSync(program);
  return join(FOLDER, `${Math.round(mtimeMs)}-${size}`);
}

/** Gives a new profile what Firefox has made at a first start, if that is there by now. The profile's own files stay. */
export async function warmProfile(profile: string, program: string): Promise<void> {
  const kept = keptAt(program);
  if (existsSync(kept)) await cp(kept, profile, { recursive: true, force: false });
}

async function makeWarmProfile(program: string): Promise<void> {
  const options: LaunchOptions = {
    program,
    extension: '',
    headless: true,
    hosts: 'everything',
    // A port nobody listens at: it asks nothing of anybody.
    web: { httpPort: 9, httpsPort: 9 },
  };
  const profile = await newFirefoxProfile(options, NOBODY);
  try {
    const firefox = await spawnFirefox(program, profile, true, true);
    const chrome = await openChromeWindow(await connectBidi(firefox.url, true));
    // A clean end: only then is all of it written.
    await chrome.evaluate('void setTimeout(() => Services.startup.quit(Ci.nsIAppStartup.eAttemptQuit), 0)');
    await Promise.race([firefox.ended, pause(15_000)]);
    await endProcess(firefox);
    await mkdir(FOLDER, { recursive: true });
    const half = await mkdtemp(join(FOLDER, 'half-'));
    await cp(profile, half, { recursive: true, filter: (path) => !/(?:user\.js|lock|\.parentlock)$/.test(path) });
    await rename(half, keptAt(program));
  } finally {
    await deleteFirefoxProfile(profile);
  }
}

/** For vitest, once before all browser tests: they begin at once, and use it when it is there. */
export default function setup(): (() => Promise<void>) | undefined {
  const program = (process.env.SIDELIGHT_BROWSERS ?? 'firefox').includes('firefox') ? findBrowser('firefox') : null;
  if (program === null || existsSync(keptAt(program))) return undefined;
  const made = makeWarmProfile(program).catch((error: unknown) => console.error('No warm profile for Firefox:', error));
  return () => made;
}
