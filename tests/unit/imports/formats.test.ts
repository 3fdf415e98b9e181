import { describe, expect, it } from 'vitest';
import { toBiblatex } from '../../../lib/citations/biblatex.ts';
import { toBibtex } from '../../../lib/citations/bibtex.ts';
import { toCslItems } from '../../../lib/citations/csl-json.ts';
import { toCitationCsv } from '../../../lib/citations/lists.ts';
import { toRis } from '../../../lib/citations/ris.ts';
import { citedReport, organisation, person } from '../citations/samples.ts';
import { bare, reading, refusal } from './read.ts';

const AT = 1_698_568_488;

// Every file is invented, in the form its program writes: docs/imports.md says where each form is described.
describe('Pocket', () => {
  it('CSV: tags parted by "|", seconds, unread or archive', async () => {
    const file = `title,url,time_added,tags,status
"Cranes, ""stopped""",https://harbour.example/port?a=1,${AT},port|long read,unread
https://lowland.example/lathe,https://lowland.example/lathe,1698568489,,archive
`;
    expect(await reading(file)).toEqual({
      format: 'pocket-csv',
      items: [
        bare('https://harbour.example/port?a=1', {
          title: 'Cranes, "stopped"',
          addedAtMs: AT * 1000,
          tags: ['port', 'long read'],
          state: 'unread',
        }),
        bare('https://lowland.example/lathe', { title: 'https://lowland.example/lathe', addedAtMs: 1_698_568_489_000, state: 'archived' }),
      ],
      feeds: [],
      problems: [],
      untaken: [],
      names: new Map(),
    });
  });

  it('HTML: two lists under their headings', async () => {
    const file = `<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" /><title>Pocket Export</title></head>
<body><h1>Unread</h1>
<ul>
<li><a href="https://harbour.example/port?a=1&amp;b=2" time_added="${AT}" tags="port,long read">Cranes &amp; docks</a></li>
</ul>
<h1>Read Archive</h1>
<ul>
<li><a href="https://lowland.example/lathe" time_added="${AT}" tags="">A lathe</a></li>
</ul></body></html>`;
    const read = await reading(file, 11);
    expect(read.format).toBe('pocket-html');
    expect(read.problems).toEqual([]);
    expect(read.items).toEqual([
      bare('https://harbour.example/port?a=1&b=2', {
        title: 'Cranes & docks',
        addedAtMs: AT * 1000,
        tags: ['port', 'long read'],
        state: 'unread',
      }),
      bare('https://lowland.example/lathe', { title: 'A lathe', addedAtMs: AT * 1000, state: 'archived' }),
    ]);
  });
});

describe('Raindrop', () => {
  it('CSV: folders, notes, highlights, favourites, ISO dates', async () => {
    const file = `id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite
1,Cranes stopped,"Two
lines",A day without ships.,https://harbour.example/port,Unsorted,"port, ships",2024-01-02T03:04:05.123Z,,"Highlight: no ships",true
2,A lathe,,,https://lowland.example/lathe,Research / Tools,,2024-03-15T09:30:00Z,,,false
`;
    const read = await reading(file, 3);
    expect(read.format).toBe('raindrop-csv');
    expect(read.items).toEqual([
      bare('https://harbour.example/port', {
        title: 'Cranes stopped',
        addedAtMs: Date.UTC(2024, 0, 2, 3, 4, 5),
        tags: ['port', 'ships', 'starred'],
        note: 'Two\nlines\n\nHighlight: no ships',
        description: 'A day without ships.',
      }),
      bare('https://lowland.example/lathe', { title: 'A lathe', addedAtMs: Date.UTC(2024, 2, 15, 9, 30), tags: ['Research / Tools'] }),
    ]);
  });

  it('HTML: bookmarks with covers and notes', async () => {
    const file = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Raindrop.io Bookmarks</TITLE>
<H1>Raindrop.io Bookmarks</H1>
<DL><p>
<DT><H3 ADD_DATE="${AT}" LAST_MODIFIED="${AT}">Unsorted</H3>
<DL><p>
<DT><A HREF="https://harbour.example/port" ADD_DATE="${AT}" LAST_MODIFIED="${AT}" TAGS="port,ships" DATA-COVER="https://harbour.example/c.jpg" DATA-IMPORTANT="true">Cranes stopped</A>
<DD>A day without ships.
</DL><p>
</DL><p>`;
    expect((await reading(file, 13)).items).toEqual([
      bare('https://harbour.example/port', {
        title: 'Cranes stopped',
        addedAtMs: AT * 1000,
        tags: ['port', 'ships', 'starred'],
        note: 'A day without ships.',
      }),
    ]);
  });
});

describe('Instapaper', () => {
  it('CSV: folders say how far the reader is, tags are a JSON list', async () => {
    const file = `URL,Title,Selection,Folder,Timestamp,Tags
https://harbour.example/port,Cranes stopped,a passage,Unread,${AT},"[""port"",""a, b""]"
https://lowland.example/lathe,A lathe,,Archive,${AT},[]
https://lowland.example/x,X,,Starred,${AT},
https://lowland.example/y,Y,,Long reads,${AT},
`;
    const read = await reading(file);
    expect(read.format).toBe('instapaper-csv');
    expect(read.items.map(({ state, tags, note }) => [state, tags, note])).toEqual([
      ['unread', ['port', 'a, b'], 'a passage'],
      ['archived', [], null],
      [null, ['starred'], null],
      [null, ['Long reads'], null],
    ]);
  });

  it('HTML: lists under their folders', async () => {
    const file = `<!DOCTYPE html><html><head><title>Instapaper: Export</title></head><body>
<h1>Unread</h1><ol><li><a href="https://harbour.example/port">Cranes stopped</a></li></ol>
<h1>Long reads</h1><ol><li><a href="https://lowland.example/lathe">A lathe</a></li></ol></body></html>`;
    const read = await reading(file);
    expect(read.format).toBe('instapaper-html');
    expect(read.items.map(({ state, tags }) => [state, tags])).toEqual([
      ['unread', []],
      [null, ['Long reads']],
    ]);
  });
});

it('Pocket: highlights, whatever they hold', async () => {
  const file = JSON.stringify([
    {
      url: 'https://harbour.example/port',
      title: 'Cranes',
      highlights: [{ created_at: 1_700_000_000, quote: '  A crane  ' }, null, { quote: 7 }],
    },
    { url: 'javascript:alert(1)', title: '', highlights: [{ quote: 'x' }] },
    { url: 'https://harbour.example/none', title: 'None', highlights: 'none' },
  ]);
  const read = await reading(file, 11);
  expect(read.format).toBe('pocket-highlights');
  expect(read.items).toEqual([
    bare('https://harbour.example/port', { title: 'Cranes', addedAtMs: 1_700_000_000_000, note: '> A crane' }),
    bare('https://harbour.example/none', { title: 'None' }),
  ]);
  expect(read.problems).toEqual([{ code: 'not-web', count: 1, at: [2] }]);
  expect(await refusal('[ ]')).toBe('empty');
});

it('Omnivore: labels, state and progress', async () => {
  const row = (over: object) => ({
    id: 'x',
    slug: 'cranes',
    title: 'Cranes stopped',
    description: null,
    author: 'Zoë Example',
    url: 'https://harbour.example/port',
    state: 'SUCCEEDED',
    readingProgress: 0,
    thumbnail: null,
    labels: ['port', { name: 'ships' }],
    savedAt: '2024-01-02T03:04:05.000Z',
    updatedAt: '2024-01-02T03:04:05.000Z',
    publishedAt: '2024-01-01T00:00:00.000Z',
    ...over,
  });
  const file = JSON.stringify(
    [row({}), row({ readingProgress: 40 }), row({ readingProgress: 100 }), row({ state: 'ARCHIVED' }), 7],
    null,
    2,
  );
  const read = await reading(file, 9);
  expect(read.format).toBe('omnivore');
  expect(read.items[0]).toEqual(
    bare('https://harbour.example/port', {
      title: 'Cranes stopped',
      addedAtMs: Date.UTC(2024, 0, 2, 3, 4, 5),
      tags: ['port', 'ships'],
      state: 'unread',
      authors: [person('Zoë Example')],
      datePublished: '2024-01-01T00:00:00.000Z',
    }),
  );
  expect(read.items.map(({ state }) => state)).toEqual(['unread', 'reading', 'read', 'archived']);
  expect(read.problems).toEqual([{ code: 'broken', count: 1, at: [5] }]);
});

describe('bookmarks of browsers', () => {
  const file = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
    <DT><H3 ADD_DATE="1" PERSONAL_TOOLBAR_FOLDER="true">Bookmarks bar</H3>
    <DL><p>
        <DT><A HREF="https://harbour.example/port" ADD_DATE="${AT}000000" ICON="data:image/png;base64,AAAA">Cranes &lt;stopped&gt;</A>
        <DT><H3>Research</H3>
        <DL><p>
            <DT><A HREF="https://lowland.example/lathe" ADD_DATE="${AT}" TAGS="cnc">A lathe</A>
            <DD>Seen at the plant.
            <DT><H3>Deeper</H3>
            <DL><p><DT><A HREF="https://lowland.example/deep" TOREAD="1">Deep</A></DL><p>
        </DL><p>
        <DT><A HREF="https://lowland.example/after">After</A>
    </DL><p>
    <DT><A HREF="javascript:alert(1)">A script</A>
    <DT><A HREF="place:sort=8">Most visited</A>
</DL>`;

  it('folders are tags, but for the bar; times in any unit; scripts are left out', async () => {
    const read = await reading(file, 17);
    expect(read.format).toBe('bookmarks');
    expect(read.items).toEqual([
      bare('https://harbour.example/port', { title: 'Cranes <stopped>', addedAtMs: AT * 1000 }),
      bare('https://lowland.example/lathe', {
        title: 'A lathe',
        addedAtMs: AT * 1000,
        tags: ['cnc', 'Research'],
        note: 'Seen at the plant.',
      }),
      bare('https://lowland.example/deep', { title: 'Deep', tags: ['Research', 'Deeper'], state: 'unread' }),
      bare('https://lowland.example/after', { title: 'After' }),
    ]);
    expect(read.problems).toEqual([{ code: 'not-web', count: 2, at: [5, 6] }]);
  });

  it('come out the same in pieces of any size', async () => {
    const whole = await reading(file, 1_000_000);
    for (const size of [1, 2, 3, 64]) expect(await reading(file, size)).toEqual(whole);
  });
});

describe('Zotero', () => {
  const reports = [
    citedReport({
      title: '100% of {braces} & dashes -- \\ stay',
      authors: [person('Zoë van der Example'), organisation('Wire and Partners'), person('김민수')],
      keywords: ['port', 'ships'],
      description: 'A day without ships.',
      accessed: { year: 2026, month: 2, day: 1 },
    }),
    citedReport({
      id: 'b',
      url: 'https://lowland.example/lathe',
      authors: [],
      outlet: null,
      published: { year: 2026, month: 3, day: null },
    }),
  ];
  const expected = [
    {
      url: reports[0]!.url,
      title: reports[0]!.title,
      addedAtMs: Date.UTC(2026, 1, 1),
      outlet: 'Harbour & Coast',
      datePublished: '2026-01-29',
      language: 'en',
      tags: ['port', 'ships'],
      authors: [person('Zoë van der Example'), organisation('Wire and Partners'), { name: '김민수' }],
    },
    { url: reports[1]!.url, title: reports[1]!.title, addedAtMs: null, outlet: null, authors: [] },
  ];
  const now = { accessed: null };

  it.each([
    ['bibtex', toBibtex(reports, now)],
    ['bibtex', toBiblatex(reports, now)],
    ['ris', toRis(reports, now)],
    ['csl-json', JSON.stringify(toCslItems(reports, now))],
  ])('reads what Sidelight itself writes: %s', async (format, file) => {
    for (const size of [5, 1_000_000]) {
      const read = await reading(file, size);
      expect(read.format).toBe(format);
      expect(read.problems).toEqual([]);
      expect(read.items).toMatchObject(expected);
      expect(read.items[1]?.datePublished).toMatch(/^2026-03/);
    }
  });

  it('RIS as Zotero writes it', async () => {
    const file = `TY  - NEWS\r\nTI  - Cranes\r\nAU  - Example, Zoë\r\nT2  - Harbour\r\nDA  - 2026/01/29/\r\nUR  - https://harbour.example/port\r\nN1  - A note\r\nthat goes on\r\nKW  - port\r\nER  - \r\n\r\n\r\nTY  - ELEC\r\nTI  - No address\r\nER  - \r\nTY  - RPRT\r\nTI  - By DOI\r\nDO  - 10.1000/xyz\r\nPY  - 2020///spring\r\n`;
    const read = await reading(file);
    expect(read.items).toMatchObject([
      { url: 'https://harbour.example/port', note: 'A note that goes on', authors: [person('Zoë Example')], datePublished: '2026-01-29' },
      { url: 'https://doi.org/10.1000/xyz', datePublished: '2020' },
    ]);
    expect(read.problems).toEqual([
      { code: 'no-address', count: 1, at: [13] },
      { code: 'cut-short', count: 1, at: [16] },
    ]);
  });

  it('RIS with semicolons in its addresses, and between them', async () => {
    const [one, two] = ['https://harbour.example/port;id=77?x=1', 'https://harbour.example/port;id=78?x=1'];
    const given = [one, two, 'https://a.example/x;https://a.example/y', 'https://b.example/x; https://b.example/y', 'https://c.example/x;'];
    const read = await reading(given.map((address) => `TY  - NEWS\nTI  - T\nUR  - ${address}\nER  - \n`).join(''));
    expect(read.items.map(({ url }) => url)).toEqual([one, two, ...['a', 'b', 'c'].map((host) => `https://${host}.example/x`)]);
  });

  it('BibTeX with macros, quotes, accents and a name of its own order', async () => {
    const file = `% a comment with @ sign
@comment{ignored, url = {https://no.example}}
@string{hc = "Harbour \\& Coast"}
@article(key1, author = "M{\\"u}ller, J{\\o}rgen and {\\'E}lan Example and {Wire and Partners} and Exemplar, Jr., Ann and others",
  title = {{T}he \`\`lathe'' --- \\emph{seen} in Zagreb \\v{c}\\'{\\i}}, journal = hc, year = 2026, month = jan # "", day = 9,
  howpublished = {\\url{https://harbour.example/a_b}}, keywords = {cnc; lathe} )
@misc{key2, title = "No address"}
@misc{key3, url = {https://lowland.example/x},
@misc{key4, url = {https://lowland.example/y\\_z}, date = {2026-01/2026-02}, urldate = {2026-03-01}}`;
    const read = await reading(file, 10);
    expect(read.items).toEqual([
      bare('https://harbour.example/a_b', {
        title: 'The “lathe” — seen in Zagreb čí',
        authors: [person('Jørgen Müller'), person('Élan Example'), organisation('Wire and Partners'), person('Ann Exemplar Jr.')],
        outlet: 'Harbour & Coast',
        datePublished: '2026-01-09',
        tags: ['cnc', 'lathe'],
      }),
      bare('https://lowland.example/y_z', { datePublished: '2026-01', addedAtMs: Date.UTC(2026, 2, 1) }),
    ]);
    expect(read.problems.map(({ code, count }) => [code, count])).toEqual([
      ['no-address', 1],
      ['broken', 1],
    ]);
  });
});

describe('what nothing is taken from', () => {
  it.each([
    [
      'columns',
      'id,title,url,folder,created,excerpt,cover,Ranking,empty\n7,A,https://a.example/1,F,2026-01-01,,c.png,5,\n',
      ['id', 'cover', 'Ranking'],
    ],
    ['tags', 'TY  - NEWS\nTI  - A\nUR  - https://a.example/1\nVL  - 3\nSN  - \nSP  - 1\nVL  - 4\nER  - \n', ['VL', 'SP']],
    ['fields', '@article{a, title={A}, url={https://a.example/1}, volume={3}, issn={}, file={a.pdf}}', ['volume', 'file']],
    [
      'keys',
      '[{"type":"book","URL":"https://a.example/1","title":"A","ISBN":"1","issued":{},"custom":{},"volume":2}]',
      ['type', 'ISBN', 'volume'],
    ],
  ])('%s are named, once each, where they hold something', async (_, file, untaken) => {
    const read = await reading(file, 13);
    expect([read.items.length, read.untaken]).toEqual([1, untaken]);
  });
});

describe('others', () => {
  it('OPML lists feeds', async () => {
    const file = `<?xml version="1.0"?><opml version="2.0"><body><outline text="World"><outline type="rss" text="Harbour" xmlUrl="https://harbour.example/feed" htmlUrl="https://harbour.example"/></outline><outline text="Bad" xmlUrl="file:///etc/passwd"/></body></opml>`;
    const read = await reading(file, 8);
    expect(read.format).toBe('opml');
    expect(read.feeds).toEqual([
      { url: 'https://harbour.example/feed', title: 'Harbour', siteUrl: 'https://harbour.example/', folders: ['World'] },
    ]);
    expect(read.problems).toEqual([{ code: 'not-web', count: 1, at: [2] }]);
  });

  it('a table of ours, with its formulas disarmed, comes back as it was', async () => {
    const read = await reading(toCitationCsv([citedReport({ title: '=1+1' })], { accessed: { year: 2026, month: 2, day: 1 } }));
    expect(read).toMatchObject({
      format: 'csv',
      items: [{ title: '=1+1', outlet: 'Harbour & Coast', datePublished: '2026-01-29', addedAtMs: Date.UTC(2026, 1, 1) }],
      problems: [],
    });
  });

  it('any table with a column of addresses, whatever parts its cells', async () => {
    const read = await reading('Name;Link\r\nCranes;https://harbour.example/port\r\n;;\r\nNone;\r\n');
    expect(read.items).toEqual([bare('https://harbour.example/port', { title: 'Cranes' })]);
    expect(read.problems).toEqual([{ code: 'no-address', count: 2, at: [3, 4] }]);
  });

  it('a list of addresses', async () => {
    const read = await reading('\ufeffhttps://harbour.example/a\n\nhttps://harbour.example/b\nnone\n');
    expect([read.format, read.items.length, read.problems]).toEqual(['addresses', 2, [{ code: 'not-web', count: 1, at: [4] }]]);
  });

  it('files of our own are recognised, and left to their own readers', async () => {
    expect(await reading('{"counts":{},"format":"sidelight-backup","version":3}\n')).toMatchObject({ format: 'backup', items: [] });
    expect(await reading('{"format":"sidelight-pack","version":1}\n')).toMatchObject({ format: 'pack', items: [] });
  });

  it.each([
    ['', 'empty'],
    ['PK\u0003\u0004rest', 'zip'],
    ['a\u0000b', 'binary'],
    ['Dear diary,\nnothing happened', 'unknown'],
    ['title,author\na,b\n', 'unknown'],
    ['{"a":1}', 'unknown'],
    ['<html><p>Just a page</p>', 'unknown'],
  ])('%j is refused', async (file, said) => expect(await refusal(file)).toBe(said));
});
