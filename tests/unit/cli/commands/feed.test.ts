import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../../../lib/cli/run.ts';
import { DOCUMENTS } from '../../feeds/documents.ts';
import { testIo } from '../test-io.ts';

async function run(words: string[], input: string | Uint8Array = '', cwd = '/') {
  const io = testIo(input, cwd);
  const status = await runCli(['feed', ...words], io);
  return { status, printed: io.printed(), noted: io.noted() };
}

async function batch(rows: object[]) {
  const { status, printed } = await run(['--batch', '-'], `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`);
  const answers: Record<string, unknown>[] = printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { status, answers };
}

const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64');

describe('feed --batch', () => {
  it('answers each row in order with the fields of the contract', async () => {
    const { status, answers } = await batch([
      { id: 'a', text: DOCUMENTS.rss, url: 'https://harbour.example/feed.xml' },
      { id: 'b', text: DOCUMENTS.opml },
      { id: 'c', text: DOCUMENTS.index },
    ]);
    expect(status).toBe(0);
    expect(answers.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(Object.keys(answers[0] ?? {})).toEqual(['id', 'format', 'title', 'language', 'entries']);
    expect(answers[1]).toEqual({
      id: 'b',
      format: 'opml',
      title: 'Mine',
      language: null,
      feeds: [
        { title: 'Courier', url: 'https://harbour.example/feed.xml', siteUrl: 'https://harbour.example/' },
        { title: 'Courier', url: 'https://harbour.example/feed.xml', siteUrl: null },
        { title: 'Bad', url: null, siteUrl: null },
      ],
    });
    expect(answers[2]).toMatchObject({ format: 'sitemap-index', sitemaps: [{ dateModified: '2026-01-29' }, { url: null }] });
  });

  it('takes base64 in any encoding, packed or not, and measures a packed row by what it holds', async () => {
    const many = `<urlset>${'<url><loc>https://harbour.example/a-long-address-that-packs-well</loc></url>'.repeat(500)}</urlset>`;
    const { status, answers } = await batch([
      { id: 1, base64: base64(gzipSync(many)) },
      {
        id: 2,
        base64: base64(Buffer.from('<rss><channel><title>größe</title></channel></rss>', 'latin1')),
        contentType: 'text/xml; charset=iso-8859-1',
      },
    ]);
    expect(status).toBe(0);
    expect(answers[0]?.entries).toHaveLength(500);
    expect(answers[1]?.title).toBe('größe');
  });

  it('gives error rows and goes on', async () => {
    const { status, answers } = await batch([
      { id: 'html', text: '<html><body>no</body></html>' },
      { id: 'none' },
      { id: 'bad', base64: '%%%' },
      { id: 'bomb', base64: base64(gzipSync('\0'.repeat(20_000_000))) },
      { id: 'big', text: `<rss><channel>${'<item/>'.repeat(2000)}</channel></rss>` },
      { id: 'good', text: DOCUMENTS.list },
    ]);
    expect(status).toBe(1);
    expect(answers.map((answer) => (answer.error as { code: string } | undefined)?.code)).toEqual([
      'not-a-feed',
      'bad-row',
      'bad-row',
      'too-large',
      'answer-too-large',
      undefined,
    ]);
  });
});

describe('feed FILE', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-feed-'));

  it('prints no answer over ten times its input, as in a batch', async () => {
    const text = `<rss><channel>${'<item/>'.repeat(5_000)}</channel></rss>`;
    expect((await batch([{ id: 'a', text }])).answers[0]).toMatchObject({ error: { code: 'answer-too-large' } });
    const { status, printed, noted } = await run(['-'], text);
    expect([status, printed]).toEqual([2, '']);
    expect(noted).toMatch(/^sidelight: the answer would be over ten times standard input[^\n]*\n$/);
  });

  it('prints the same as indented JSON, without id, and says what was wrong on standard error', async () => {
    writeFileSync(join(folder, 'feed.xml.gz'), gzipSync('<rss><channel><title>T</title><item><link>/a</link>'));
    const { status, printed, noted } = await run(
      ['feed.xml.gz', '--url', 'https://harbour.example/', '--content-type', 'text/html'],
      '',
      folder,
    );
    expect(status).toBe(0);
    expect(printed).toMatch(/^\{\n {2}"format": "rss",\n/);
    expect(JSON.parse(printed)).toMatchObject({ title: 'T', entries: [{ url: 'https://harbour.example/a' }] });
    expect(noted).toBe(
      'sidelight: feed.xml.gz: ends before its last tag\nsidelight: feed.xml.gz: a content type that is not that of a feed\n',
    );
  });

  it.each([
    [['-'], '<html></html>', 'This is no feed'],
    [['/no/such.xml'], '', 'no file'],
    [[], '', 'one file or address'],
    [['a', 'b'], '', 'one file or address'],
    [['a', '--batch', '-'], '', 'takes no file'],
  ])('says in one line what is wrong with %j', async (words, input, said) => {
    const { status, printed, noted } = await run(words, input);
    expect(status).toBe(2);
    expect(printed).toBe('');
    expect(noted).toContain(said);
    expect(noted.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('feed URL', () => {
  let server: Server;
  let origin = '';
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/moved') response.writeHead(301, { location: '/deep/feed' }).end();
      else if (request.url === '/gone') response.writeHead(410).end();
      else
        response
          .writeHead(200, { 'content-type': 'text/xml; charset=iso-8859-1' })
          .end(Buffer.from('<rss><channel><title>größe</title><item><link>a</link></item></channel></rss>', 'latin1'));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  it('fetches, and resolves against the address it ends at', async () => {
    const { status, printed } = await run([`${origin}/moved`]);
    expect(status).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({ title: 'größe', entries: [{ url: `${origin}/deep/a` }] });
  });

  it('says what the server answers, and that there is none', async () => {
    expect(await run([`${origin}/gone`])).toMatchObject({ status: 2, noted: expect.stringContaining('answers 410') });
    expect(await run(['http://127.0.0.1:1/'])).toMatchObject({ status: 2, noted: expect.stringContaining('cannot be fetched') });
  });
});
