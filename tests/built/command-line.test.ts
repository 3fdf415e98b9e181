import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../support/source-files.ts';

/** The file that the package names as its program; nothing of it may lie outside but the data. */
const { bin, scripts, version } = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as {
  bin: Record<string, string>;
  scripts: Record<string, string>;
  version: string;
};
const PROGRAM = join(PROJECT_ROOT, bin.sidelight!);

function sidelight(args: string[], input = ''): string {
  return execFileSync(process.execPath, [PROGRAM, ...args], {
    input,
    encoding: 'utf8',
    cwd: '/',
    env: { ...process.env, npm_lifecycle_event: '' },
  });
}

describe('the command line as one file', () => {
  beforeAll(() => {
    execFileSync(process.execPath, scripts['build:cli']!.split(' ').slice(1), { cwd: PROJECT_ROOT, stdio: 'pipe' });
  }, 60_000);

  it('starts by itself and says its version', () => {
    expect(sidelight(['--version'])).toBe(`${version}\n`);
  });

  it('finds the built-in topics', () => {
    const { topics } = JSON.parse(sidelight(['topics', '-', '--language', 'en'], 'The Oreshnik was fired at Ukraine, experts said.'));
    expect(topics.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(['topic:oreshnik', 'country:UA']));
  });

  it('reads a page with the libraries inside', () => {
    const page = '<!doctype html><title>A lathe</title><article><h1>A lathe at Votkinsk</h1><p>A lathe stands at the plant.</p></article>';
    expect(JSON.parse(sidelight(['extract', '-'], page)).headline).toBe('A lathe at Votkinsk');
  });
});
