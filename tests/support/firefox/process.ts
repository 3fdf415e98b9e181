import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';

/** A running Firefox and the address of its BiDi socket. */
export interface FirefoxProcess {
  child: ChildProcess;
  url: string;
  /** Resolves when the process has ended. */
  ended: Promise<void>;
}

/** Starts Firefox on a profile and waits until it listens. `quiet`: its settings server may be switched off by the profile. */
export function spawnFirefox(program: string, profile: string, headless: boolean, quiet: boolean): Promise<FirefoxProcess> {
  const args = [
    '--no-remote',
    '--profile',
    profile,
    '--remote-debugging-port=0',
    '--remote-allow-system-access',
    ...(headless ? ['--headless'] : []),
  ];
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    // A crash reporter would wait for a person; a window size keeps pictures the same everywhere; without the third
    // a release build does not let a profile point its settings server elsewhere.
    env: {
      ...process.env,
      MOZ_CRASHREPORTER_DISABLE: '1',
      MOZ_HEADLESS_WIDTH: '1280',
      MOZ_HEADLESS_HEIGHT: '900',
      ...(quiet ? { MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' } : {}),
    },
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  return new Promise((done, failed) => {
    let said = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      failed(new Error(`Firefox did not start within 45 s: ${said.slice(-500)}`));
    }, 45_000);
    child.once('error', failed);
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-8_000);
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      done({ child, url: `${address}/session`, ended });
    });
    void ended.then(() => {
      clearTimeout(timer);
      failed(new Error(`Firefox ended at once: ${said.slice(-500)}`));
    });
  });
}

/** Ends a process politely, then firmly. */
export async function endProcess(firefox: FirefoxProcess): Promise<void> {
  const timer = setTimeout(() => firefox.child.kill('SIGKILL'), 5_000);
  firefox.child.kill('SIGTERM');
  await firefox.ended;
  clearTimeout(timer);
}

/** Deletes a profile folder. */
export function deleteFirefoxProfile(profile: string): Promise<void> {
  return rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
