import { access, constants, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { CliIo } from './command.ts';
import { unwritable } from './io.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Writes a file whole or not at all: what was there stays until all is on the disk, whatever goes wrong and whoever stops the process.
 * What is no plain file (a device, a pipe) is written to where it is. Throws UsageError that says why.
 */
export async function writeWhole(path: string, lines: Iterable<string | Uint8Array>, io: CliIo): Promise<void> {
  const named = resolve(io.cwd, path);
  const target = await realpath(named).catch(() => named);
  try {
    const known = await stat(target).catch(() => null);
    if (known) await access(target, constants.W_OK);
    if (known && !known.isFile()) await writeFile(target, lines);
    else await replace(target, lines, known?.mode);
  } catch (error) {
    throw unwritable(path, error);
  }
}

async function replace(target: string, lines: Iterable<string | Uint8Array>, mode = 0o666): Promise<void> {
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  const stop = new AbortController();
  const halt = (signal: NodeJS.Signals): void => stop.abort(signal);
  for (const signal of SIGNALS) process.on(signal, halt);
  try {
    await writeFile(beside, lines, { mode, flush: true, signal: stop.signal });
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  } finally {
    for (const signal of SIGNALS) process.off(signal, halt);
    if (stop.signal.aborted) process.kill(process.pid, stop.signal.reason as NodeJS.Signals);
  }
}
