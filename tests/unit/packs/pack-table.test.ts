import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../lib/cli/run.ts';
import { testIo } from '../cli/test-io.ts';
import { commandFolder } from './command-folder.ts';

const { folder, run, put, rowsOf } = await commandFolder();

async function built(name: string, content: string | Uint8Array) {
  const table = await put(name, content);
  const outcome = await run('build', table, '-o', `${name}.ndjson`);
  const rows = outcome.status === 2 ? [] : (await rowsOf(`${name}.ndjson`)).slice(1);
  return { ...outcome, rows, articles: rows.filter(({ type }) => type === 'article') };
}

const FULL = `headline,url,description,text,language,datePublished,dateModified,authors,outlet,outletUrl,section,keywords,licence,source
"A ""quoted"" lathe, and more",https://harbour-courier.example/lathe,What it turns.,"First.

Second.",en-GB,2026-01-29T10:00:00+02:00,2026-01-30,Odetta Larkspur; Jan Doe,Harbour Courier,https://www.harbour-courier.example/,World,"lathe; missile",CC-BY-4.0,our archive
`;

describe('pack build from tables', () => {
  it('makes of a row the report, its outlet and its reporters', async () => {
    const { status, noted, rows } = await built('full.csv', FULL);
    expect([status, noted]).toEqual([0, '']);
    const shared = { licence: 'CC-BY-4.0', source: 'our archive' };
    expect(rows).toMatchObject([
      { type: 'outlet', id: 'outlet:harbour-courier.example', name: 'Harbour Courier', languages: ['en'], ...shared },
      { type: 'reporter', name: 'Jan Doe', outletId: 'outlet:harbour-courier.example', ...shared },
      { type: 'reporter', name: 'Odetta Larkspur', ...shared },
      {
        type: 'article',
        headline: 'A "quoted" lathe, and more',
        url: 'https://harbour-courier.example/lathe',
        description: 'What it turns.',
        text: 'First.\n\nSecond.',
        language: 'en',
        datePublished: '2026-01-29T10:00:00+02:00',
        dateModified: '2026-01-30',
        authors: [{ name: 'Odetta Larkspur' }, { name: 'Jan Doe' }],
        section: 'World',
        keywords: ['lathe', 'missile'],
        ...shared,
      },
    ]);
    expect(await run('verify', 'full.csv.ndjson')).toMatchObject({ status: 0 });
  });

  it('reads semicolons, tabs, byte order marks, UTF-16, windows-1252 and gzip alike', async () => {
    const rows = (delimiter: string) =>
      `Title${delimiter}Link${delimiter}Date\nÉtude${delimiter}https://a.example/e${delimiter}29.1.2026\n`;
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(rows('\t'), 'utf16le')]);
    for (const [name, content] of [
      ['semicolons.csv', rows(';')],
      ['tabs.tsv', rows('\t')],
      ['marked.csv', `\uFEFF${rows(',')}`],
      ['wide.csv', utf16],
      ['western.csv', Buffer.from(rows(';'), 'latin1')],
      ['packed.csv.gz', gzipSync(rows(','))],
    ] as const) {
      const { status, articles } = await built(name, content);
      expect([name, status]).toEqual([name, 0]);
      expect(articles).toMatchObject([{ headline: 'Étude', url: 'https://a.example/e', datePublished: '2026-01-29' }]);
    }
  });

  it('knows the columns of reference managers and media databases', async () => {
    const zotero = '"Key","Item Type","Publication Year","Author","Title","Publication Title","Url","Abstract Note","Date","Manual Tags"';
    const row =
      '"K1","newspaperArticle","2026","Larkspur, Odetta; Doe, Jan","A lathe","Courier","https://a.example/z","Short.","2026-01-29","x; y"';
    expect((await built('zotero.csv', `${zotero}\n${row}\n`)).articles).toMatchObject([
      {
        headline: 'A lathe',
        description: 'Short.',
        datePublished: '2026-01-29',
        authors: [{ name: 'Odetta Larkspur' }, { name: 'Jan Doe' }],
      },
    ]);
    const media =
      'id,publish_date,title,url,language,media_name,media_url\n7,2026-01-29 10:00:00,A lathe,https://a.example/m,en,Courier,https://a.example/\n';
    expect((await built('media.csv', media)).rows).toMatchObject([
      { type: 'outlet', name: 'Courier', url: 'https://a.example/' },
      { type: 'article', datePublished: '2026-01-29T10:00:00', language: 'en' },
    ]);
  });

  it.each([
    ['Odetta Larkspur, Jan Doe', ['Odetta Larkspur', 'Jan Doe']],
    ['Larkspur, Odetta', ['Odetta Larkspur']],
    ['Larkspur, Odetta M.', ['Odetta M. Larkspur']],
    ['Reuters, AFP', ['Reuters', 'AFP']],
    ['By Odetta Larkspur', ['Odetta Larkspur']],
    ['Anna Müller und Max Mustermann', ['Anna Müller', 'Max Mustermann']],
    ['Van der Berg, Jan', ['Jan Van der Berg']],
    ['Van der Berg, Jan; Doe, Jane', ['Jan Van der Berg', 'Jane Doe']],
    ['Odetta Larkspur | Jan Doe', ['Odetta Larkspur', 'Jan Doe']],
    [' ', []],
  ])('reads the authors %j', async (cell, names) => {
    const { articles } = await built('authors.csv', `title,url,byline\nT,https://a.example/,"${cell}"\n`);
    expect(((articles[0]?.authors ?? []) as { name: string }[]).map(({ name }) => name)).toEqual(names);
  });

  it('names wrong rows by their lines, keeps the others and ends with 1', async () => {
    const { status, noted, articles } = await built(
      'wrong.csv',
      [
        'title,url,date',
        'Good,https://a.example/1,2026-01-29',
        ',https://a.example/2,',
        'No web,javascript:alert(1),',
        'Short,https://a.example/3',
        'Long,https://a.example/4,2026-01-29,more',
        'Spare,https://a.example/5,2026-01-29,,',
        ',,',
        'Odd,https://a.example/6,03/04/2026',
        'Quote,"https://a.example/7"x,',
        '',
        'Last,https://a.example/8,2026',
      ].join('\n'),
    );
    expect(status).toBe(1);
    expect(noted.split('\n')).toEqual([
      'sidelight: wrong.csv, line 3: has no headline',
      'sidelight: wrong.csv, line 4: an address is not http(s)',
      'sidelight: wrong.csv, line 5: has 2 cells where the first row names 3',
      'sidelight: wrong.csv, line 6: has 4 cells where the first row names 3',
      'sidelight: wrong.csv, line 9: the date cannot be read; write it as 2026-01-29',
      'sidelight: wrong.csv, line 10: a cell goes on behind its closing quote (a quote inside is written twice)',
      '',
    ]);
    expect(articles.map(({ headline }) => headline).sort()).toEqual(['Good', 'Last', 'Odd', 'Spare']);
  });

  it('takes reports without an address, and says how many', async () => {
    const { status, noted, articles } = await built('paper.csv', 'headline,newspaper,date\nFound in print,Courier,1999-05-01\n');
    expect([status, noted]).toEqual([0, 'sidelight: paper.csv has 1 reports without an address\n']);
    expect(articles).toMatchObject([{ url: expect.stringMatching(/^https:\/\/address-unknown\.invalid\//), outletId: 'outlet:courier' }]);
  });

  it('refuses a table that names no headlines, in one line', async () => {
    for (const content of ['', 'url,when\nhttps://a.example/,now\n', '"', '\u0000\u0001']) {
      const { status, noted } = await built('nameless.csv', content);
      expect([status, noted.trimEnd().split('\n').length]).toEqual([2, 1]);
      expect(noted).toContain('headline');
    }
  });

  it('recognises a table on standard input by its heading, and a text that only speaks of titles as text', async () => {
    const io = testIo('Title,URL\nA lathe,https://a.example/in\n', folder);
    expect(await runCli(['pack', 'build', '-', '-o', 'stdin.ndjson'], io)).toBe(0);
    expect((await rowsOf('stdin.ndjson')).at(-1)).toMatchObject({ headline: 'A lathe', url: 'https://a.example/in' });
    const text = testIo('Title, url and much more\n\nThis is a text about titles and addresses.', folder);
    await runCli(['pack', 'build', '-', '-o', 'text.ndjson'], text);
    expect((await rowsOf('text.ndjson')).at(-1)).toMatchObject({ url: expect.stringContaining('address-unknown') });
  });

  it('keeps markup and controls in cells as text', async () => {
    const { articles } = await built('hostile.csv', 'title,url,text\n"<b>x</b>\u202E","https://a.example/h","=cmd|calc"\n');
    expect(articles).toMatchObject([{ headline: '<b>x</b>', text: '=cmd|calc' }]);
  });
});
