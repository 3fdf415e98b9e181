import { describe, expect, it } from 'vitest';
import { runCli } from '../../../../lib/cli/run.ts';
import { testIo } from '../test-io.ts';

const PACK = 'public/data/starter.pack.ndjson';
const SEED = 'China denies helping Russia produce Oreshnik missiles';

async function cite(...words: string[]) {
  const io = testIo('', process.cwd());
  const status = await runCli(['cite', ...words], io);
  return { status, printed: io.printed(), noted: io.noted() };
}

describe('sidelight cite', () => {
  it.each([
    ['bibtex', '@article{fornusek-2026-'],
    ['ris', 'TY  - NEWS\r\n'],
    ['csl-json', '"type": "article-newspaper"'],
    ['csv', 'id,title,authors'],
    ['markdown', `- Martin Fornusek. [${SEED}]`],
    ['biblatex', 'journaltitle = {'],
    ['html', '<li dir="auto" lang="en">Martin Fornusek. <a href="'],
    ['apa', 'Fornusek, M. (2026, January 29). '],
    ['chicago', 'Fornusek, Martin. “'],
    ['chicago-note', 'Martin Fornusek, “'],
    ['chicago-author-date', 'Fornusek, Martin. 2026. “'],
    ['mla', '29 Jan. 2026, '],
    ['gost', 'Fornusek M. '],
    ['gost-2018', 'Fornusek, M. '],
  ])('prints a pack as %s', async (format, begins) => {
    const { status, printed } = await cite(PACK, '--format', format);
    expect([status, printed.includes(begins), printed.includes(SEED)]).toEqual([0, true, true]);
  });

  it('prints the reports asked for, in their order, and says which are not there', async () => {
    const all = JSON.parse((await cite(PACK, '--format', 'csl-json')).printed) as { id: string; accessed?: unknown }[];
    expect(all.every(({ accessed }) => accessed === undefined)).toBe(true);
    const [first, second] = [all[0]!.id, all[1]!.id];
    const { status, printed, noted } = await cite(PACK, '--format', 'csl-json', '--ids', `${second},none,${first}`, '--now', '2026-11-26');
    const some = JSON.parse(printed) as typeof all;
    expect(some.map(({ id }) => id)).toEqual([second, first]);
    expect(some[0]?.accessed).toEqual({ 'date-parts': [[2026, 11, 26]] });
    expect([status, noted]).toEqual([1, 'sidelight: not in the pack: none\n']);
  });

  it.each([
    [['--format', 'bibtex'], 'wants one pack'],
    [[PACK], 'wants --format'],
    [[PACK, '--format', 'word'], 'wants --format'],
    [[PACK, '--format', 'constructor'], 'wants --format'],
    [[PACK, '--format', 'ris', '--now', 'today'], '--now wants a date'],
    [[PACK, '--format', 'ris', '--ids', ','], 'names no report'],
    [['/no/such.pack', '--format', 'ris'], 'no file /no/such.pack'],
  ])('refuses %j in one line', async (words, said) => {
    const { status, printed, noted } = await cite(...words);
    expect([status, printed]).toEqual([2, '']);
    expect(noted).toContain(said);
    expect(noted.trimEnd().split('\n')).toHaveLength(1);
  });
});
