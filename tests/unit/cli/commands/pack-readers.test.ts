import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../../lib/cli/run.ts';
import { ARTICLE, OUTLET, packOf, REPORTER, signedPackOf, signerOf } from '../../packs/records.ts';
import { testIo } from '../test-io.ts';

/** What every command that reads a pack promises (cli.md), tested over all of them at once. */

const folder = mkdtempSync(join(tmpdir(), 'pack-readers-'));
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return name;
};
const whole = `${packOf([OUTLET, REPORTER, ARTICLE]).join('\n')}\n`;
/** The pack with one more line, which its checksum covers. */
function withLine(line: string): string {
  const [manifest = '', ...records] = whole.trimEnd().split('\n');
  const body = `${[...records, line].join('\n')}\n`;
  return `${JSON.stringify({ ...JSON.parse(manifest), sha256: createHash('sha256').update(body).digest('hex') })}\n${body}`;
}
put('whole.ndjson', whole);
put('whole.ndjson.gz', gzipSync(whole));
put('cut.ndjson', whole.slice(0, -40));
put('cut.ndjson.gz', gzipSync(whole).subarray(0, -20));
put('forged.ndjson', `${signedPackOf([OUTLET, REPORTER, ARTICLE], signerOf(1)).join('\n').replace('Test pack', 'Best pack')}\n`);
put('broken-line.ndjson', withLine('{"type":"article","id":"x","url":"javascript:alert(1)","headline":"x"}'));
put('nothing.ndjson', '');
put('nul.ndjson', new Uint8Array(5000));
put('latin.ndjson', Buffer.from('{"format":"sidelight-pack","name":"\xe4', 'latin1'));
put(
  'page.html',
  '<html><head><title>Lathe</title></head><body><article><h1>A lathe</h1><p>A lathe at the plant.</p></article></body></html>',
);
mkdirSync(join(folder, 'folder'));

const COMMANDS: [string, (pack: string) => string[]][] = [
  ['search', (pack) => ['search', 'lathe', '--pack', pack]],
  ['search --json', (pack) => ['search', 'lathe', '--pack', pack, '--json']],
  ['related', (pack) => ['related', 'page.html', '--pack', pack]],
  ['related --json', (pack) => ['related', 'page.html', '--pack', pack, '--json']],
  ['pack inspect', (pack) => ['pack', 'inspect', pack]],
  ['pack verify', (pack) => ['pack', 'verify', pack]],
];

async function run(args: string[], stdin: string | Uint8Array = '') {
  const io = testIo(stdin, folder);
  const status = await runCli(args, io);
  const notes = io
    .noted()
    .split('\n')
    .filter((line) => line !== '' && !line.includes('does not look like an article'));
  return { status, printed: io.printed(), notes };
}

describe('related for people', () => {
  const others = ['a', 'b', 'c'].map((id) => ({
    ...ARTICLE,
    id,
    url: `https://a.example/${id}`,
    headline: `The lathe at Votkinsk, part ${id}`,
  }));

  it('says how many of the reports found it shows', async () => {
    put('many.ndjson', `${packOf([OUTLET, REPORTER, ...others]).join('\n')}\n`);
    put('text.txt', 'A lathe at Votkinsk\n\n<p>The lathe at Votkinsk turns parts.</p>\n');
    const all = await run(['related', 'text.txt', '--pack', 'many.ndjson']);
    const found = Number(/(\d+) related reports? of 3 reports\.$/m.exec(all.printed)?.[1]);
    expect(found).toBeGreaterThan(1);
    const one = await run(['related', 'text.txt', '--pack', 'many.ndjson', '--k', '1']);
    expect(one.printed.trimEnd().split('\n').at(-1)).toBe(`${found} related reports of 3 reports, 1 of them shown.`);
  });

  it('reads a text file as text, whatever stands in it, as extract does', async () => {
    const related = JSON.parse((await run(['related', 'text.txt', '--pack', 'whole.ndjson', '--json'])).printed);
    const extracted = JSON.parse((await run(['extract', 'text.txt'])).printed);
    expect(extracted.headline).toContain('<p>');
    expect(related.page.headline).toBe(extracted.headline);
  });
});

describe.each(COMMANDS)('%s', (name, words) => {
  it('reads a file, gzip and standard input alike', async () => {
    const plain = await run(words('whole.ndjson'));
    expect(plain).toMatchObject({ status: 0, notes: [] });
    expect(await run(words('whole.ndjson.gz'))).toEqual(plain);
    expect(await run(words('-'), whole)).toEqual(plain);
    expect(await run(words('-'), gzipSync(whole))).toEqual(plain);
  });

  it.each(['missing.ndjson', 'folder', 'cut.ndjson.gz'])('answers 2 and one line that names it to %s', async (file) => {
    const { status, printed, notes } = await run(words(file));
    expect({ status, printed, notes: notes.length }).toEqual({ status: 2, printed: '', notes: 1 });
    expect(notes[0]).toContain(file);
    expect(notes[0]).not.toContain('unexpected');
  });

  it.each(['nothing.ndjson', 'nul.ndjson', 'latin.ndjson', 'page.html'])('refuses %s, which is no pack', async (file) => {
    const { status, printed, notes } = await run(words(file));
    if (name === 'pack verify') {
      expect({ status, notes }).toEqual({ status: 1, notes: [] });
      expect(JSON.parse(printed)).toMatchObject({ valid: false, errors: [{ line: 1, code: 'bad-manifest' }] });
    } else {
      expect({ status, printed, notes: notes.length }).toEqual({ status: 2, printed: '', notes: 1 });
    }
  });

  it.each(['cut.ndjson', 'forged.ndjson'])('does not pass over %s: cut short, or signed for another text', async (file) => {
    const { status } = await run(words(file));
    expect(status).toBe(name.startsWith('pack') ? 1 : 2);
  });

  it('goes on past a broken line, says so, and ends with 1', async () => {
    const { status, printed, notes } = await run(words('broken-line.ndjson'));
    expect(status).toBe(1);
    expect(printed).not.toContain('javascript:');
    expect(printed.length).toBeGreaterThan(10);
    if (name !== 'pack verify') expect(notes).toHaveLength(1);
  });

  it('answers wrong words with 2 and one line', async () => {
    const { status, printed, notes } = await run([...words('whole.ndjson'), '--colour']);
    expect({ status, printed, notes: notes.length }).toEqual({ status: 2, printed: '', notes: 1 });
  });

  it('explains itself', async () => {
    const { status, printed } = await run([...words('whole.ndjson').slice(0, 2), '--help']);
    expect(status).toBe(0);
    expect(printed).toMatch(/^usage: sidelight /);
  });
});

describe('search and related', () => {
  it('print the fields of cli.md, and no others', async () => {
    const found = JSON.parse((await run(['search', 'lathe', '--pack', 'whole.ndjson', '--json'])).printed);
    expect(Object.keys(found)).toEqual(['query', 'total', 'results']);
    const related = JSON.parse((await run(['related', 'page.html', '--pack', 'whole.ndjson', '--json'])).printed);
    expect(Object.keys(related)).toEqual(['page', 'topics', 'related', 'reporters', 'indexSize']);
    const row = ['id', 'url', 'headline', 'outlet', 'datePublished', 'language', 'authors'];
    expect(Object.keys(found.results[0])).toEqual([...row, 'snippet']);
    for (const entry of related.related) expect(Object.keys(entry)).toEqual([...row, 'group', 'score', 'reason', 'copies']);
  });

  it('find an author who has no id, and count all that match however few are printed', async () => {
    const articles = Array.from({ length: 260 }, (_, i) => ({ ...ARTICLE, id: `article:${i}`, url: `https://a.example/${i}` }));
    put('many.ndjson', `${packOf(articles).join('\n')}\n`);
    const { status, printed } = await run(['search', 'reporter:"else NOB"', '--pack', 'many.ndjson', '--json', '--k', '2']);
    expect(status).toBe(0);
    const { total, results } = JSON.parse(printed);
    expect([total, results.length]).toEqual([260, 2]);
    expect(results[0].authors).toContain('Nobody Else');
  });

  it('say what was corrected, beside the data', async () => {
    const { status, printed, notes } = await run(['search', 'lahte ', '--pack', 'whole.ndjson', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({ query: 'lahte ', total: 1 });
    expect(notes).toEqual([expect.stringContaining('searched for: lathe')]);
  });

  it.each([
    [['related', 'missing.html', '--pack', 'whole.ndjson'], 'missing.html'],
    [['related', 'folder', '--pack', 'whole.ndjson'], 'folder'],
    [['related', '-', '--pack', '-'], 'only one'],
    [['related', 'page.html', 'page.html', '--pack', 'whole.ndjson'], 'one page'],
    [['related', 'page.html', '--pack', 'whole.ndjson', '--k', '-1'], '--k'],
    [['related', 'page.html', '--pack'], 'pack'],
    [['search', '', '--pack', 'whole.ndjson'], 'query'],
  ])('answer %j with 2 and one line', async (args, part) => {
    const { status, printed, notes } = await run(args);
    expect({ status, printed, notes: notes.length }).toEqual({ status: 2, printed: '', notes: 1 });
    expect(notes[0]).toContain(part);
  });
});
