import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { missingDisplayPackages } from '../../scripts/browsers.mjs';

/** A screen of its own that nobody sees, with a window manager. */
export interface Display {
  /** As in the environment variable DISPLAY. */
  name: string;
  /** Runs xdotool on it; fails with what it said. */
  xdotool(...args: string[]): string;
  close(): Promise<void>;
}

/** Why there is no display to be had here, or null. */
export function displayMissing(): string | null {
  const missing = missingDisplayPackages();
  return missing.length === 0 ? null : `not installed: ${missing.join(', ')}`;
}

/** Starts a virtual screen on the first free number. */
export async function startDisplay(): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x960x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((done, failed) => {
    server.once('error', failed);
    server.once('exit', (code) => failed(new Error(`Xvfb ended with ${code}.`)));
    server.stdio[3]?.once('data', (bytes: Buffer) => done(bytes.toString().trim()));
  });
  const name = `:${number}`;
  const env = { ...process.env, DISPLAY: name };
  const manager = spawn('openbox', [], { env, stdio: 'ignore' });
  manager.once('error', () => {});
  return {
    name,
    xdotool: (...args) => {
      const run = spawnSync('xdotool', args, { env, encoding: 'utf8', timeout: 10_000 });
      if (run.status !== 0) throw new Error(`xdotool ${args[0]}: ${run.stderr.trim() || run.status}`);
      return run.stdout.trim();
    },
    close: async () => {
      await end(manager);
      await end(server);
    },
  };
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.once('exit', () => done());
    child.kill('SIGTERM');
  });
}
