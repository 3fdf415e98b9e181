import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../../lib/cli/run.ts';
import { testIo } from '../test-io.ts';

const DOCS = [
  { id: 'page', title: 'Kervale dam cracks after rain', text: 'Villages below the Kervale dam were cleared.', date: '2026-03-10' },
  { id: 'near', title: 'Kervale villages cleared', text: 'Cracks in the dam grew.', date: '2026-03-11', cluster: 'x' },
  { id: 'old', title: 'Kervale dam opened', text: 'The dam gives water to villages.', date: '2019-06' },
  { id: 'other', title: 'Orchestra tours the north', text: 'Forty musicians play in barns.', date: 'soon' },
];
const ndjson = (rows: unknown[]) => rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n');
const folder = mkdtempSync(join(tmpdir(), 'related-'));
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

async function run(args: string[], stdin = '') {
  const io = testIo(stdin);
  const status = await runCli(['related', ...args], io);
  return {
    status,
    rows: io
      .printed()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
    notes: io.noted(),
  };
}

describe('related --docs', () => {
  it('ranks every report against the others, in the order of the rows, from standard input', async () => {
    const { status, rows } = await run(['--docs', '-'], ndjson(DOCS));
    expect(status).toBe(0);
    expect(rows.map(({ query }) => query)).toEqual(['page', 'near', 'old', 'other']);
    expect(rows[0].ranking[0]).toBe('near');
    for (const { query, ranking } of rows) expect(ranking).not.toContain(query);
  });

  it('answers listed ids in their order, from gzip, and marks unknown ones', async () => {
    const docs = file('docs.ndjson.gz', gzipSync(ndjson(DOCS)));
    const { status, rows } = await run(['--docs', docs, '--queries', file('ids.txt', 'old\nnobody\npage\n'), '--k', '1']);
    expect(status).toBe(1);
    expect(rows).toEqual([
      { query: 'old', ranking: [expect.any(String)] },
      { query: 'nobody', error: { code: 'not-found', message: expect.any(String) } },
      { query: 'page', ranking: ['near'] },
    ]);
  });

  it('keeps to the past in background mode, partial dates read', async () => {
    const { rows } = await run(['--docs', '-', '--mode', 'background'], ndjson(DOCS));
    expect(rows[0].ranking).toEqual(['old', 'other']);
    expect(rows[2].ranking).toEqual(['other']);
  });

  it('goes on past rows that are no reports, with an error row each', async () => {
    const { status, rows } = await run(
      ['--docs', '-'],
      ndjson(['{broken', [1], { id: 'x', title: 5 }, { text: 'no id' }, ...DOCS, DOCS[0]]),
    );
    expect(status).toBe(1);
    expect(rows.map(({ query, error }) => [query, error?.code])).toEqual([
      [null, 'bad-json'],
      [null, 'bad-row'],
      ['x', 'bad-row'],
      [null, 'bad-row'],
      ...DOCS.map(({ id }) => [id, undefined]),
      ['page', 'duplicate-id'],
    ]);
  });

  it('keeps ids that are numbers, also where a list names them', async () => {
    const numbered = DOCS.map((row, index) => ({ ...row, id: index + 1 }));
    const { rows } = await run(['--docs', '-', '--k', '1'], ndjson(numbered));
    expect(rows.map(({ query }) => query)).toEqual([1, 2, 3, 4]);
    expect(rows[0].ranking).toEqual([2]);
    const listed = await run(['--docs', '-', '--k', '1', '--queries', file('numbers.txt', '1\n9\n')], ndjson(numbered));
    expect(listed.rows).toEqual([
      { query: 1, ranking: [2] },
      { query: '9', error: { code: 'not-found', message: expect.any(String) } },
    ]);
  });

  it('says which rows are no UTF-8, and takes a byte order mark', async () => {
    const broken = Buffer.concat([Buffer.from('\ufeff{"id":"a","text":"'), Buffer.from([0xe9]), Buffer.from(`"}\n${ndjson(DOCS)}`)]);
    const { status, rows } = await run(['--docs', file('broken.ndjson', broken)]);
    expect(status).toBe(1);
    expect(rows[0]).toEqual({ query: 'a', error: { code: 'not-utf8', message: 'the row is not valid UTF-8' } });
    expect(rows[1]?.ranking[0]).toBe('near');
  });

  it('never looks at other fields, and is deterministic', async () => {
    const labelled = DOCS.map((row) => ({ ...row, cluster: 'same', labels: ['a'], keyword: 'dam' }));
    const [plain, marked] = [await run(['--docs', '-'], ndjson(DOCS)), await run(['--docs', '-'], ndjson(labelled))];
    expect(marked.rows).toEqual(plain.rows);
  });

  it.each([
    [['--docs', '-', '--mode', 'fast'], 'same-event or background'],
    [['--docs', '-', '--k', '0'], '--k'],
    [['--docs', '-', '--queries', '-'], 'only one'],
    [['--docs', '/nowhere.ndjson'], 'no file'],
    [['--queries', 'ids.txt'], '--docs'],
    [['page.html'], '--pack'],
  ])('answers exit status 2 and one line to %j', async (args, words) => {
    const { status, notes } = await run(args, '');
    expect(status).toBe(2);
    expect(notes.trim().split('\n').at(-1)).toContain(words);
  });
});

describe('related PAGE --pack', () => {
  const LEAD = `The Oreshnik was shown to reporters near the river. ${'Nothing else is known of it so far, said those who had seen it there. '.repeat(12)}It is made in Russia.`;
  const PAGE = `<html lang="en"><head><title>Oreshnik shown</title><meta property="og:type" content="article"><meta name="description" content="What Russia showed of the Oreshnik."></head>
<body><article><h1>Oreshnik shown</h1><p>${LEAD}</p><p>Russia has fired the Oreshnik twice, as officials of the state said on Monday in the capital.</p>
<figure><img src="a.png"><figcaption>A photograph of an empty table in a hall.</figcaption></figure><figure><img src="b.png"><figcaption>Parts of the Oreshnik on a table in Russia.</figcaption></figure></article></body></html>`;

  it('prints topics as topics does: offsets into what extract prints, each place once', async () => {
    const page = file('page.html', PAGE);
    const [data, facts] = [testIo(), testIo()];
    expect(await runCli(['related', page, '--pack', 'public/data/starter.pack.ndjson', '--json'], { ...data, cwd: process.cwd() })).toBe(0);
    await runCli(['extract', page], facts);
    const { headline, description, text, captions } = JSON.parse(facts.printed());
    const wholes: Record<string, string> = { title: headline, dek: description, lead: text, body: text, caption: captions.join('\n\n') };
    type Place = { start: number; end: number; surface: string; zone: string };
    const { topics } = JSON.parse(data.printed()) as { topics: { id: string; mentions: Place[] }[] };
    const places = topics.flatMap(({ id, mentions }) => mentions.map((mention) => ({ id, ...mention })));
    for (const { start, end, surface, zone } of places) expect(wholes[zone]?.slice(start, end)).toBe(surface);
    const ofOreshnik = places.filter(({ id }) => id === 'topic:oreshnik').map(({ zone, start }) => `${zone} ${start}`);
    expect(ofOreshnik.map((place) => place.split(' ')[0])).toEqual(['title', 'dek', 'lead', 'body', 'caption']);
    expect(new Set(ofOreshnik).size).toBe(ofOreshnik.length);
    expect(places.some(({ zone, surface, start }) => zone === 'body' && surface === 'Russia' && start < LEAD.length)).toBe(true);
  });
});
