import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { demoPages, demoResponse } from '../../../demo/server.ts';
import { runCli } from '../../../lib/cli/run.ts';
import { testIo } from '../cli/test-io.ts';
import { DOCUMENTS } from '../feeds/documents.ts';
import { commandFolder } from './command-folder.ts';
import { ARTICLE, OUTLET, packOf, REPORTER } from './records.ts';

/** Our own text in the shape in which a news page is copied: section, headline, caption, body, reporter box, news feed. */
const PLAIN_TEXT = `World

China disputes that its tools help build the Oreshnik

2 min read
China disputes that its tools help build the Oreshnik
This photograph taken in a workshop on Nov. 24, 2024, shows parts of the "Oreshnkik" missile laid out on a table. (Nobody Special / Lantern Pictures)

China's Foreign Ministry on Jan. 29 rejected a report that tools made in China serve to build Russia's Oreshnik, a missile that has been fired at Ukraine twice.

The report had named a carousel lathe that was recognised at the Votkinsk plant, where the Oreshnik and other missiles are produced for the Russian state.

Beijing calls itself neutral and denies that it gives either side military help, although its factories are the first source of dual-use goods for Moscow.

Avatar
Odetta Larkspur

Reporter

Odetta Larkspur is an invented reporter for the Harbour Courier, who covers missiles, air defence and arms control. She lives in Port Ellery and speaks English and Ukrainian.

Read more
News Feed

Russia has handed over 1,000 bodies to Ukraine and taken back those of 38 soldiers, as agreed in Istanbul, the news agency TASS reported on Jan. 29.

Show More
`;

const { folder, run, put, text, rowsOf } = await commandFolder();

describe('pack build', () => {
  it('makes a pack of rows that verifies, and makes the same bytes again', async () => {
    const rows = await put(
      'rows.ndjson',
      `${JSON.stringify(ARTICLE)}\n\n${JSON.stringify(OUTLET)}\n{"id":"t","kind":"topic","names":{"en":["T"]}}`,
    );
    expect(await run('build', rows, '-o', 'a.pack.ndjson', '--licence', 'MIT')).toEqual({ status: 0, printed: '', noted: '' });
    await run('build', rows, '-o', 'b.pack.ndjson', '--licence', 'MIT', '--name', 'a');
    expect(await readFile(join(folder, 'b.pack.ndjson'))).toEqual(await readFile(join(folder, 'a.pack.ndjson')));
    expect((await rowsOf('a.pack.ndjson')).map((row) => row.type ?? row.name)).toEqual(['a', 'outlet', 'topic', 'article']);
    expect(await run('verify', 'a.pack.ndjson')).toMatchObject({ status: 0, printed: '{\n  "valid": true,\n  "errors": []\n}\n' });
  });

  it('merges packs, and every record keeps the licence and source its pack gave it', async () => {
    const one = await put('one.ndjson', gzipSync(`${packOf([OUTLET, ARTICLE]).join('\n')}\n`));
    const two = await put('two.ndjson', JSON.stringify({ ...REPORTER, source: null }));
    expect(await run('build', one, two, '-o', 'both.ndjson', '--licence', 'MIT', '--source', 'merged')).toMatchObject({ status: 0 });
    const [manifest, outlet, reporter] = await rowsOf('both.ndjson');
    expect(manifest).toMatchObject({ counts: { outlets: 1, reporters: 1, articles: 1 } });
    expect(outlet).toMatchObject({ licence: 'CC0-1.0', source: 'tests' });
    expect(reporter).not.toHaveProperty('licence');
    expect(JSON.parse((await run('inspect', 'both.ndjson')).printed).sources).toEqual(['merged', 'tests']);
  });

  it('reads packs that an editor gave a byte order mark, and keeps what their manifest says', async () => {
    const marked = await put('marked.ndjson', `\ufeff${packOf([OUTLET, ARTICLE]).join('\n')}\n`);
    expect(await run('verify', marked)).toMatchObject({ status: 0 });
    expect(await run('build', marked, '-o', 'unmarked.ndjson', '--licence', 'MIT', '--source', 'merged')).toMatchObject({
      status: 0,
      noted: '',
    });
    expect((await rowsOf('unmarked.ndjson'))[1]).toMatchObject({ licence: 'CC0-1.0', source: 'tests' });
  });

  it('gzips a pack whose name says so', async () => {
    const rows = await put('outlet.ndjson', JSON.stringify(OUTLET));
    await run('build', rows, '-o', 'z.pack.ndjson.gz');
    await run('build', rows, '-o', 'z.pack.ndjson');
    expect(gunzipSync(await readFile(join(folder, 'z.pack.ndjson.gz'))).toString()).toBe(await text('z.pack.ndjson'));
  });

  it('goes on after bad rows, names them and ends with 1', async () => {
    const rows = await put('bad.ndjson', `{"type":"outlet","id":"o"}\n${JSON.stringify(OUTLET)}\n{oops`);
    const { status, noted } = await run('build', rows, '-o', 'good.ndjson');
    expect(status).toBe(1);
    expect(noted).toBe('sidelight: bad.ndjson, line 1: name is missing\nsidelight: bad.ndjson, line 3: no JSON\n');
    expect(await rowsOf('good.ndjson')).toHaveLength(2);
  });

  it('reads a page: report, reporter with bio, outlet, and the item beside it', async () => {
    const { host, pathname } = new URL(demoPages.first);
    const page = await put('page.html', demoResponse(host, pathname)?.body ?? '');
    expect(await run('build', page, '-o', 'page.ndjson')).toMatchObject({ status: 0 });
    const [manifest, outlet, reporter] = await rowsOf('page.ndjson');
    expect(manifest).toMatchObject({ counts: { outlets: 1, reporters: 1, topics: 0, articles: 2 } });
    expect(outlet).toMatchObject({ name: 'Harbour Courier' });
    expect(reporter).toMatchObject({ name: 'Odetta Larkspur', jobTitle: 'Defence correspondent' });
    expect(String(reporter?.bio)).toContain('arms control');
    expect((await rowsOf('page.ndjson')).filter((row) => String(row.text).includes('1,000 bodies'))).toHaveLength(1);
    expect(await run('verify', 'page.ndjson')).toMatchObject({ status: 0 });
  });

  it('reads a plain text with reporter box and news feed, and says that it names no address', async () => {
    const text = await put('report.txt', PLAIN_TEXT);
    const { status, noted } = await run('build', text, '-o', 'text.ndjson');
    expect([status, noted]).toEqual([0, 'sidelight: report.txt does not say its address; --url gives it\n']);
    const [manifest, ...rows] = await rowsOf('text.ndjson');
    expect(manifest).toMatchObject({ counts: { reporters: 1, articles: 2 } });
    expect(rows.find((row) => row.type === 'reporter')).toMatchObject({ name: 'Odetta Larkspur', jobTitle: 'Reporter' });
    expect(rows.filter((row) => String(row.url).startsWith('https://address-unknown.invalid/'))).toHaveLength(2);
    await run('build', text, '-o', 'text.ndjson', '--url', 'https://www.harbour-courier.example/lathe');
    const urls = (await rowsOf('text.ndjson')).flatMap((row) => (row.type === 'article' ? [row.url] : []));
    expect(urls.sort()).toEqual([
      'https://www.harbour-courier.example/lathe',
      'https://www.harbour-courier.example/lathe?sidelight-report=1',
    ]);
  });

  it('reads the hostile page without harm, and makes no report of a front page', async () => {
    const hostile = await put('hostile.html', demoResponse('hostile.sidelight-demo.example', '/hostile?links=50&kb=50')?.body ?? '');
    expect((await run('build', hostile, '-o', 'hostile.ndjson', '--url', demoPages.hostile)).status).toBe(0);
    const text = await readFile(join(folder, 'hostile.ndjson'), 'utf8');
    expect(text).not.toMatch(/"(javascript|data|vbscript):/);
    expect(text).not.toMatch(/\p{Bidi_Control}/u);
    const front = await put('front.html', demoResponse('news.sidelight-demo.example', '/')?.body ?? '');
    await put('page.html', demoResponse('hostile.sidelight-demo.example', '/hostile?links=50&kb=50')?.body ?? '');
    expect(await run('build', front, 'page.html', '-o', 'front.ndjson')).toMatchObject({
      status: 1,
      noted: expect.stringContaining('sidelight: front.html: no article was found in it\n'),
    });
  });

  it('builds from saved feeds, named as the OPML file beside them names them', async () => {
    const opml = await put('subs.opml', DOCUMENTS.opml);
    const rss = await put('saved.xml', DOCUMENTS.rss.replace('<link>/2026', '<link>https://harbour.example/2026'));
    const news = await put('news.xml', DOCUMENTS.news.replace('harbour.example/a', 'harbour.example/2026/01/dredging'));
    const { status, noted } = await run('build', opml, rss, news, '-o', 'feeds.ndjson');
    expect(status).toBe(1);
    expect(noted).toBe(
      'sidelight: subs.opml: left out feeds without an address (1)\nsidelight: saved.xml: left out entries without a title or an address (1)\nsidelight: news.xml: left out entries without a title or an address (1)\n',
    );
    const records = (await readFile(join(folder, 'feeds.ndjson'), 'utf8'))
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => JSON.parse(row));
    expect(records).toMatchObject([
      { type: 'outlet', id: 'outlet:harbour.example', name: 'Courier', languages: ['en'] },
      { type: 'reporter', name: 'Odetta Larkspur', outletId: 'outlet:harbour.example' },
      {
        type: 'article',
        headline: 'Dredging of the old port begins – at last',
        text: 'One.\n\nTwo & three.',
        datePublished: '2026-01-29T11:30:00+01:00',
      },
    ]);
    expect(await run('verify', 'feeds.ndjson')).toMatchObject({ status: 0 });
  });

  it('says which feed holds nothing to use', async () => {
    expect(await run('build', await put('index.xml', DOCUMENTS.index), '-o', 'x.ndjson')).toMatchObject({
      status: 2,
      noted: expect.stringContaining('give the sitemaps themselves'),
    });
    expect(await run('build', await put('bad.rss', 'no feed'), '-o', 'x.ndjson')).toMatchObject({ status: 2 });
  });

  it('leaves a pack that is there alone where no record was found', async () => {
    const good = await put('kept.ndjson', `${packOf([OUTLET, ARTICLE]).join('\n')}\n`);
    const before = await text(good);
    await put('none.txt', '');
    await put('blank.ndjson', '\n \n');
    await put('bad.ndjson', '{"type":"article"}\nnothing\n');
    for (const [input, said] of [
      ['none.txt', 'none.txt: no article was found'],
      ['blank.ndjson', 'the inputs are empty'],
      ['bad.ndjson', 'bad.ndjson, line 1: id is missing (and 1 more)'],
    ] as const) {
      const { status, noted } = await run('build', input, '-o', good);
      expect([status, noted.trimEnd().split('\n').length]).toEqual([2, 1]);
      expect(noted).toContain(`nothing is written: ${said}`);
      expect(await text(good)).toBe(before);
    }
  });

  it.each([
    ['report.pdf', '%PDF-1.7\n%\u00e2\u00e3', 'report.pdf is a PDF file'],
    ['report.docx', 'PK\x03\x04\x14\0', 'a ZIP archive'],
    ['report.rtf', '{\\rtf1\\ansi Text}', 'an RTF file'],
    ['rows.json', '[{"type":"outlet","id":"o","name":"O"}]', 'a JSON array'],
    ['list', '\n [\n{"type":"outlet","id":"o","name":"O"}]', 'a JSON array'],
    ['data.bin', 'some\x00bytes', 'neither text'],
    ['rows.ndjson', '# made by hand\n{"type":"outlet","id":"o","name":"O"}', 'rows.ndjson, line 1: no JSON'],
    ['ru.txt', Buffer.from('cff0e8e2e5f22c20ece8f0210d0a', 'hex'), 'ru.txt: the text is not UTF-8'],
    ['latin.ndjson', Buffer.from('{"type":"outlet","id":"o","name":"Caf\xe9"}', 'latin1'), 'some of it is not UTF-8'],
  ])('names what is no text: %s', async (name, content, said) => {
    await put(name, content);
    const other = await put('beside.ndjson', JSON.stringify(REPORTER));
    const { status, noted } = await run('build', name, other, '-o', 'named.ndjson');
    expect(status).toBe(1);
    expect(noted).toContain(said);
    expect((await rowsOf('named.ndjson')).filter(({ type }) => type === 'article')).toEqual([]);
  });

  it('looks at enough of what a slow pipe hands out', async () => {
    const bytes = new TextEncoder().encode(DOCUMENTS.rss.replace('<link>/2026', '<link>https://harbour.example/2026'));
    const io = testIo(
      Array.from(bytes, (byte) => Uint8Array.of(byte)),
      folder,
    );
    await runCli(['pack', 'build', '-', '-o', 'slow.ndjson'], io);
    expect((await rowsOf('slow.ndjson')).map(({ type }) => type)).toContain('outlet');
    expect((await rowsOf('slow.ndjson')).at(-1)).toMatchObject({ headline: expect.not.stringContaining('<?xml') });
  });

  it('cuts a long text to what a line holds, and names a row that holds too much', async () => {
    await put('long.txt', `A long story\n\n${'长文'.repeat(250_000)}`);
    expect((await run('build', 'long.txt', '-o', 'long.ndjson')).status).toBe(0);
    expect(String((await rowsOf('long.ndjson')).at(-1)?.text).length).toBeGreaterThan(200_000);
    expect(await run('verify', 'long.ndjson')).toMatchObject({ status: 0 });
    await put('rows.ndjson', `${JSON.stringify(OUTLET)}\n${JSON.stringify({ ...ARTICLE, text: '长'.repeat(400_000) })}`);
    const { status, noted } = await run('build', 'rows.ndjson', '-o', 'short.ndjson');
    expect([status, noted]).toEqual([1, 'sidelight: rows.ndjson, line 2: the line is longer than 1000000 bytes\n']);
  });

  it('leaves out and names a second article of one address; one that several feeds announce is no conflict', async () => {
    const twin = { ...ARTICLE, id: 'article:twin', url: `${ARTICLE.url}/#top` };
    await put('twins.ndjson', `${JSON.stringify(ARTICLE)}\n${JSON.stringify(twin)}`);
    expect(await run('build', 'twins.ndjson', '-o', 'twins.pack')).toMatchObject({
      status: 1,
      noted: 'sidelight: left out article article:twin: another has its address\n',
    });
    expect(await run('verify', 'twins.pack')).toMatchObject({ status: 0 });
  });

  it.each([
    [['build'], 'at least one input'],
    [['build', 'missing.ndjson', '-o', 'x.ndjson'], 'no file missing.ndjson'],
    [['build', 'rows.ndjson'], '-o PACK'],
    [['build', 'rows.ndjson', '-o', 'no/such/folder/x'], 'cannot be written'],
    [['build', 'rows.ndjson', '-o', 'x', '--now', 'today'], '--now'],
    [['build', 'rows.ndjson', '-o', 'x', '--url', 'javascript:1'], '--url'],
    [['verify', 'rows.ndjson', '--key', 'k'], 'no file k'],
    [['verify', '-', '--key', '-'], 'both'],
    [['verify', 'rows.ndjson', '--key', 'rows.ndjson'], 'no Ed25519 public key'],
    [['build', 'rows.ndjson', '-o', 'x.ndjson', '--sign', 'rows.ndjson'], 'keygen makes one'],
    [['diff', 'rows.ndjson'], 'two packs'],
    [['diff', '-', '-'], 'only one'],
    [['diff', 'rows.ndjson', 'rows.ndjson'], 'no pack manifest'],
    [['build', '-', '-o', 'x.ndjson', '--sign', '-'], 'both'],
    [['keygen'], '-o KEYFILE'],
    [['keygen', '-o', '-'], '-o KEYFILE'],
    [['keygen', '-o', 'no/such/folder/k'], 'cannot be written'],
    [['inspect'], 'one pack'],
    [['polish'], 'no action "polish"'],
    [[], 'wants an action'],
  ])('answers %j with 2 and one line', async (args, part) => {
    await put('rows.ndjson', JSON.stringify(OUTLET));
    const { status, noted } = await run(...args);
    expect(status).toBe(2);
    expect(noted).toContain(part);
    expect(noted.trimEnd()).not.toContain('\n');
  });
});

describe('pack inspect', () => {
  it('prints exactly what cli.md names', async () => {
    const pack = await put('inspect.ndjson', `${packOf([OUTLET, ARTICLE]).join('\n')}\n`);
    const { status, printed } = await run('inspect', pack);
    expect(status).toBe(0);
    expect(JSON.parse(printed)).toEqual({
      format: 'sidelight-pack/1',
      licence: 'CC0-1.0',
      counts: { outlets: 1, reporters: 0, topics: 0, articles: 1 },
      sources: ['tests'],
      sha256: JSON.parse(packOf([OUTLET, ARTICLE])[0] ?? '').sha256,
      signature: null,
    });
  });

  it('ends with 2 for what is no pack, and with 1 for a damaged one', async () => {
    expect(await run('inspect', await put('no.ndjson', 'hello'))).toMatchObject({ status: 2, printed: '' });
    const cut = await put('cut.ndjson', `${packOf([OUTLET, ARTICLE]).slice(0, 2).join('\n')}\n`);
    const { status, noted } = await run('inspect', cut);
    expect(status).toBe(1);
    expect(noted).toContain('2 faults');
  });
});

describe('pack verify', () => {
  it('lists what is wrong by line, and ends with 1', async () => {
    const pack = await put('wrong.ndjson', `${packOf([OUTLET, ARTICLE]).join('\n').replace('Harbour', 'Harbor')}\n`);
    const { status, printed } = await run('verify', pack);
    expect(status).toBe(1);
    expect(JSON.parse(printed)).toMatchObject({ valid: false, errors: [{ line: 1, code: 'checksum-mismatch' }] });
  });

  it('answers at most ten times its input, however many lines are wrong', async () => {
    const content = `${packOf([])[0]}\n${'x\n'.repeat(20_000)}`;
    const { status, printed, noted } = await run('verify', await put('many.ndjson', content));
    expect(status).toBe(1);
    expect(printed.length).toBeLessThanOrEqual(10 * content.length);
    expect(JSON.parse(printed).errors.length).toBeGreaterThan(100);
    expect(noted).toMatch(/more errors are not printed/);
  });
});
