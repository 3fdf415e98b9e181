import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../../lib/cli/run.ts';
import { testIo } from '../cli/test-io.ts';

/** A new folder in which `sidelight pack` is called. */
export async function commandFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'sidelight-pack-'));
  return {
    folder,
    async run(...args: string[]): Promise<{ status: number; printed: string; noted: string }> {
      const io = testIo('', folder);
      const status = await runCli(['pack', ...args], io);
      return { status, printed: io.printed(), noted: io.noted() };
    },
    /** Writes a file; answers its name. */
    async put(name: string, content: string | Uint8Array): Promise<string> {
      await writeFile(join(folder, name), content);
      return name;
    },
    text: (name: string): Promise<string> => readFile(join(folder, name), 'utf8'),
    /** A pack's lines as values. */
    async rowsOf(name: string): Promise<Record<string, unknown>[]> {
      return (await readFile(join(folder, name), 'utf8'))
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
    },
  };
}
