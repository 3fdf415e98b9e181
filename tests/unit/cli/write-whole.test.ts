import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeWhole } from '../../../lib/cli/write-whole.ts';
import { testIo } from './test-io.ts';

/** A folder with a file that was written before. */
function folderWith(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-write-'));
  writeFileSync(join(folder, name), 'before\n');
  return folder;
}

describe('writeWhole', () => {
  it('puts the new text in the place of the old one, behind a link too', async () => {
    const folder = folderWith('a.pack');
    symlinkSync('a.pack', join(folder, 'link'));
    await writeWhole('link', ['one\n', 'two\n'], testIo('', folder));
    expect(readFileSync(join(folder, 'a.pack'), 'utf8')).toBe('one\ntwo\n');
    expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
    await writeWhole('new.pack', ['three\n'], testIo('', folder));
    expect(readFileSync(join(folder, 'new.pack'), 'utf8')).toBe('three\n');
    expect(readdirSync(folder).sort()).toEqual(['a.pack', 'link', 'new.pack']);
  });

  it.each([
    ['ENOSPC', 'a.pack cannot be written: the disk is full'],
    ['EFBIG', 'larger than files may be here'],
    ['EIO', 'a.pack cannot be written (EIO)'],
  ])('keeps what was there where writing ends with %s', async (code, said) => {
    const folder = folderWith('a.pack');
    function* lines() {
      yield 'one\n';
      throw Object.assign(new Error(), { code });
    }
    await expect(writeWhole('a.pack', lines(), testIo('', folder))).rejects.toThrow(said);
    expect(readFileSync(join(folder, 'a.pack'), 'utf8')).toBe('before\n');
    expect(readdirSync(folder)).toEqual(['a.pack']);
  });

  it.each(['SIGINT', 'SIGTERM'])('keeps what was there where %s stops the process, and goes by it', async (signal) => {
    const folder = folderWith('a.pack');
    const script = `import { writeWhole } from ${JSON.stringify(new URL('../../../lib/cli/write-whole.ts', import.meta.url).href)};
function* lines() { yield 'one'; process.kill(process.pid, '${signal}'); for (;;) yield 'more'; }
await writeWhole('a.pack', lines(), { cwd: ${JSON.stringify(folder)} });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
    expect(await once(child, 'close')).toEqual([null, signal]);
    expect(readFileSync(join(folder, 'a.pack'), 'utf8')).toBe('before\n');
    expect(readdirSync(folder)).toEqual(['a.pack']);
  });
});
