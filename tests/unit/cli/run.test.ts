import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../lib/cli/command.ts';
import { readInput, readTextInput } from '../../../lib/cli/io.ts';
import { runCli } from '../../../lib/cli/run.ts';
import { testIo } from './test-io.ts';

describe('runCli', () => {
  it.each([
    [[], 'no command given'],
    [['nonsense'], 'no command is called "nonsense"'],
    [['cite'], 'cite wants one pack'],
    [['extract', '--colour'], '--colour'],
    [['extract', 'page.html', '--root', '/'], '--root says nothing with a single page'],
    [['extract', '--batch', '-', '--root', '/', '--url', 'https://a.example/'], '--url says nothing'],
    [['feed', '--batch', '-', '--url', 'https://a.example/'], '--url says nothing'],
    [['related', '--docs', '-', '--json'], '--json says nothing with --docs'],
    [['extract', '--', '--help'], 'no file --help'],
    [['extract', '/no/such/page.html'], 'no file /no/such/page.html'],
    [['extract', '--batch', '/no/such/index.ndjson', '--root', '/'], 'no file /no/such/index.ndjson'],
  ])('says in one line what is wrong with %j', async (words, said) => {
    const io = testIo();
    expect(await runCli(words, io)).toBe(2);
    expect(io.noted()).toContain(said);
    expect(io.noted().trimEnd().split('\n')).toHaveLength(1);
    expect(io.printed()).toBe('');
  });

  it('helps, and names its version', async () => {
    const io = testIo();
    expect(await runCli(['--help'], io)).toBe(0);
    expect(io.printed()).toMatch(/topics[\s\S]*related[\s\S]*extract[\s\S]*search/);
    const own = testIo();
    expect(await runCli(['extract', '--help'], own)).toBe(0);
    expect(own.printed()).toContain('usage: sidelight extract');
    const version = testIo();
    expect(await runCli(['--version'], version)).toBe(0);
    expect(version.printed()).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('readInput', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-io-'));

  it('unpacks gzip whatever the file is called', async () => {
    writeFileSync(join(folder, 'a.txt'), gzipSync('größer'));
    expect(await readTextInput('a.txt', testIo('', folder))).toBe('größer');
  });

  it('takes UTF-16 and byte order marks', async () => {
    writeFileSync(join(folder, 'b.txt'), Buffer.from('\ufeffété', 'utf16le'));
    writeFileSync(join(folder, 'c.txt'), '\ufeffété');
    expect(await readTextInput('b.txt', testIo('', folder))).toBe('été');
    expect(await readTextInput('c.txt', testIo('', folder))).toBe('été');
  });

  it('reads empty files and single bytes', async () => {
    writeFileSync(join(folder, 'empty'), '');
    writeFileSync(join(folder, 'one'), 'x');
    expect(await readTextInput('empty', testIo('', folder))).toBe('');
    expect(await readTextInput('one', testIo('', folder))).toBe('x');
  });

  it('stops a gzip bomb at the limit', async () => {
    writeFileSync(join(folder, 'bomb.gz'), gzipSync(Buffer.alloc(20_000_000)));
    await expect(readInput('bomb.gz', testIo('', folder), 1_000_000)).rejects.toThrow(/more than 1 MB/);
  });

  it('reports damaged gzip and folders in words', async () => {
    writeFileSync(join(folder, 'bad.gz'), gzipSync('x'.repeat(500)).subarray(0, 12));
    await expect(readInput('bad.gz', testIo('', folder))).rejects.toThrow(UsageError);
    await expect(readInput('bad.gz', testIo('', folder))).rejects.toThrow(/damaged gzip/);
    await expect(readInput('.', testIo('', folder))).rejects.toThrow(/is a folder/);
  });
});
