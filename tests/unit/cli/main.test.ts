import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('../../../lib/cli/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sidelight-main-'));
const rows = join(folder, 'rows.ndjson');
writeFileSync(rows, `${JSON.stringify({ id: 'a', text: 'https://a.example/\nhttps://b.example/\n' })}\n`.repeat(2_000));

/** Runs the command with a standard output of ours; `met` has the process as soon as it is there. */
async function run(words: string[], stdout: number | 'pipe', met?: (child: ChildProcess) => void, shell = '') {
  const program = [process.execPath, MAIN, ...words];
  const [first = '', ...rest] = shell === '' ? program : ['sh', '-c', `${shell}; exec "$@"`, 'sh', ...program];
  const child = spawn(first, rest, { stdio: ['ignore', stdout, 'pipe'] });
  met?.(child);
  let noted = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    noted += text;
  });
  const [status] = await once(child, 'close');
  return { status, noted };
}

describe('the process', () => {
  it.each([[['--version']], [['feed', '--batch', rows]]])('says that what %j printed was lost', async (words) => {
    // Opened for reading: every write fails, as on a full disk.
    const { status, noted } = await run(words, openSync(rows, 'r'));
    expect(status).toBe(2);
    expect(noted).toMatch(/^sidelight: standard output cannot be written \(EBADF\)[^\n]*\n$/);
  });

  it.skipIf(process.platform === 'win32')('loses no end of a text which the disk took in part (needs a POSIX shell)', async () => {
    const large = join(folder, 'large.xml');
    writeFileSync(large, `<rss><channel>${'<item><title>One of many titles</title></item>'.repeat(500)}</channel></rss>`);
    const { status, noted } = await run(['feed', large], openSync(join(folder, 'cut.json'), 'w'), undefined, 'ulimit -f 40');
    expect(status).toBe(2);
    expect(noted).toContain('larger than files may be here');
  });

  it('is content with a reader that has seen enough', async () => {
    const { status, noted } = await run(['feed', '--batch', rows], 'pipe', ({ stdout }) => stdout?.destroy());
    expect([status, noted]).toEqual([0, '']);
  });
});
