import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { PAGE_POLICY } from '../../../lib/citations/html.ts';
import { type LibraryRows, type LibraryWords, libraryHtml } from '../../../lib/exports/library-html.ts';

const EVIL = `</title></pre><script>alert(1)</script><img src=x onerror=alert(1)>"'\u202e&amp;\u0000`;
const words: LibraryWords = {
  language: { lang: 'ar', dir: 'rtl' },
  title: 'Sidelight library',
  intro: 'Everything',
  heading: (table) => `H ${table}`,
  state: (state) => state,
  pinned: (ms) => `pinned ${ms}`,
  saved: (ms) => `saved ${ms}`,
  filledBy: (query) => `filled by ${query}`,
  noDate: 'No date',
};
const article = (id: string, over: object = {}) => ({
  id,
  url: `https://harbour.example/${encodeURIComponent(id.toWellFormed())}`,
  headline: `Report ${id}`,
  description: null,
  text: `First of ${id}.\n\nSecond of ${id}.`,
  datePublished: '2026-01-29',
  publishedAtMs: Date.UTC(2026, 0, 29),
  outletId: 'outlet:h',
  authors: [{ name: 'Zoë Example', reporterId: null }],
  ...over,
});

function library(tables: Record<string, object[]>): LibraryRows {
  return {
    tables: Object.keys(tables),
    async *rows(table) {
      yield* (tables[table] ?? []) as { id: string }[];
    },
  };
}

async function page(tables: Record<string, object[]>, own = words): Promise<string> {
  let html = '';
  for await (const part of libraryHtml(library(tables), own)) html += part;
  return html;
}

/** Every tag with its attributes, and all text. */
function read(html: string) {
  const tags: [string, Record<string, string>][] = [];
  let text = '';
  const parser = new Parser({ onopentag: (name, attributes) => tags.push([name, attributes]), ontext: (piece) => (text += piece) });
  parser.end(html);
  return { tags, text };
}

const FULL = {
  outlets: [{ id: 'outlet:h', name: 'Harbour' }],
  pins: [
    { id: 'a', article: { headline: 'Report a', url: 'https://harbour.example/a' }, state: 'reading', pinnedAtMs: 5, tags: ['port'] },
    { id: 'gone', article: { headline: 'Gone', url: 'https://harbour.example/gone' }, state: 'read', pinnedAtMs: 9, tags: [] },
  ],
  notes: [{ id: 'pin a', text: 'A note', draft: null, updatedAtMs: 1 }],
  saves: [{ id: 'b', savedAtMs: 7 }],
  collectionItems: [
    { id: 'c a', collectionId: 'c', article: { headline: 'Collected', url: 'https://harbour.example/collected', id: 'z' } },
  ],
  sources: [{ id: 'source:s', url: 'https://harbour.example/feed', title: 'Feed', folders: ['World'], addedAtMs: 1, paused: false }],
  entries: [{ id: 'source:s 1', articleId: 'a', keys: ['secret-key'] }],
  articles: [
    article('a'),
    article('b', { publishedAtMs: Date.UTC(2026, 1, 1) }),
    article('c', { publishedAtMs: null, datePublished: null }),
  ],
};

describe('a library as a page', () => {
  it('shows what is kept, last first, with its state, tags and note, linked to its text', async () => {
    const { text, tags } = read(await page(FULL));
    const order = ['Gone', 'Report b', 'Report a'].map((title) => text.indexOf(title));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    for (const said of ['reading, pinned 5', '#port', 'A note', 'saved 7', 'First of a.', 'Second of b.', 'H sources', 'World'])
      expect(text).toContain(said);
    const ids = new Set(tags.flatMap(([, { id }]) => id ?? []));
    const inside = tags.flatMap(([name, { href }]) => (name === 'a' && href?.startsWith('#') ? [href.slice(1)] : []));
    expect(inside.length).toBeGreaterThan(4);
    expect(inside.filter((id) => !ids.has(id))).toEqual([]);
    expect(tags.some(([name, { href }]) => name === 'a' && href === 'https://harbour.example/collected')).toBe(true);
  });

  it('puts a report under the month that it states, a year alone behind its months', async () => {
    const dated = (id: string, datePublished: string, at: string) => article(id, { datePublished, publishedAtMs: Date.parse(at) });
    const { text } = read(
      await page({
        articles: [
          dated('a', '2026-02-01T00:30:00+03:00', '2026-01-31T21:30:00Z'),
          dated('b', '2026-01-31T22:00:00Z', '2026-01-31T22:00:00Z'),
          dated('c', '2026', '2026-01-01T00:00:00Z'),
          dated('d', '2026-01-02', '2026-01-02T00:00:00Z'),
        ],
      }),
    );
    const said = text.slice(text.indexOf('H articles', text.indexOf('H articles') + 1)).match(/^(?:2026(?:-\d\d)?|Report \w)(?=$|Zoë)/gm);
    expect(said).toEqual(['2026-02', 'Report a', '2026-01', 'Report b', 'Report d', '2026', 'Report c']);
  });

  it('calls a report without a headline by its address, and one that is gone as the reader corrected it', async () => {
    const [, gone] = FULL.pins;
    const fieldEdits = [{ id: 'article gone headline', of: 'article', field: 'headline', recordId: 'gone', value: 'Right', found: 'Gone' }];
    const { tags, text } = read(await page({ pins: [gone!], fieldEdits, articles: [article('a', { headline: '' })] }));
    expect(text).toContain('https://harbour.example/a');
    expect(tags.some(([name, { href }]) => name === 'a' && href === 'https://harbour.example/gone')).toBe(true);
    expect(text.slice(0, text.indexOf('H fieldEdits', text.indexOf('H fieldEdits') + 1))).toMatch(/Right/);
    expect(text.slice(0, text.indexOf('H fieldEdits', text.indexOf('H fieldEdits') + 1))).not.toMatch(/Gone/);
  });

  it('says in which language and direction it is, and reports theirs', async () => {
    const { tags } = read(await page({ ...FULL, articles: [article('a', { language: 'uk' }), article('b', { language: null })] }));
    expect(tags.find(([name]) => name === 'html')?.[1]).toEqual({ lang: 'ar', dir: 'rtl' });
    const reports = tags.filter(([name, { id }]) => name === 'li' && id !== undefined).map(([, { lang, dir }]) => [lang, dir]);
    expect(reports).toEqual([
      ['uk', 'auto'],
      [undefined, 'auto'],
    ]);
  });

  it('shows a report of an impossible date as one without', async () => {
    const pins = [{ ...FULL.pins[0], pinnedAtMs: 9e15 }];
    const { text } = read(await page({ pins, topics: [{ id: 't', seenAtMs: 9e15 }], articles: [article('a', { publishedAtMs: 9e15 })] }));
    expect(text.slice(text.indexOf('No date'))).toContain('Report a');
    expect(text).toContain('9000000000000000');
  });

  it('shows collections as the reader made them, with texts and notes, and reports as they were corrected', async () => {
    const collection = (id: string, over: object) => ({ id, name: `Named ${id}`, parentId: null, rank: id, query: null, ...over });
    const item = (collectionId: string, articleId: string, rank: string) => ({
      id: `${collectionId} ${articleId}`,
      collectionId,
      articleId,
      rank,
      article: { headline: `Row ${articleId}`, url: `https://harbour.example/${articleId}`, id: articleId },
    });
    const { text, tags } = read(
      await page({
        ...FULL,
        articles: [...FULL.articles, article('by', { authors: [{ name: 'Called Then', reporterId: 'r' }] })],
        collections: [collection('n', { parentId: 'd' }), collection('d', {}), collection('b', { query: 'lathe lang:uk' })],
        collectionItems: [item('d', 'c', '2'), item('d', 'gone', '1'), item('n', 'a', '1'), item('lost', 'x', '1')],
        notes: [
          { id: 'collection d', text: 'What it is for', draft: null },
          { id: 'item d c', text: 'Why it is here', draft: null },
          { id: 'item n a', text: 'Done', draft: 'Half done' },
        ],
        fieldEdits: [
          { id: 'article c headline', of: 'article', field: 'headline', recordId: 'c', value: 'Put right', found: 'Report c' },
          { id: 'article c outlet', of: 'article', field: 'outlet', recordId: 'c', value: 'Right Wire', found: null },
          { id: 'article c authors', of: 'article', field: 'authors', recordId: 'c', value: ['Ann Lee', '{Doctors at Sea}'], found: [] },
          { id: 'reporter r name', of: 'reporter', field: 'name', recordId: 'r', value: 'Called Now', found: 'Called Then' },
        ],
      }),
    );
    const from = text.indexOf('H collections', text.indexOf('H collections') + 1);
    const order = [
      'Named b',
      'filled by lathe lang:uk',
      'Named d',
      'What it is for',
      'Row gone',
      'Put right',
      'Why it is here',
      'Named n',
      'Report a',
    ];
    const places = order.map((said) => text.indexOf(said, from));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(tags.filter(([name]) => name === 'h4')).toHaveLength(1);
    for (const said of ['First of c.', 'Right Wire', 'Half done', 'Row x']) expect(text).toContain(said);
    const month = text.slice(text.lastIndexOf('H articles'));
    expect([month.includes('Doctors at Sea'), month.includes('{'), month.includes('Called Now'), month.includes('Called Then')]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(text.split('Why it is here')).toHaveLength(2);
  });

  it('lists the index by month, newest first, with texts of kept reports alone, and no book-keeping', async () => {
    const { text } = read(await page(FULL));
    const months = ['2026-02', '2026-01', 'No date'].map((month) => text.lastIndexOf(month));
    expect(months).toEqual([...months].sort((a, b) => a - b));
    expect(text).not.toContain('First of c.');
    expect(text).not.toContain('secret-key');
  });

  it('holds no script, no handler, nothing that fetches, whatever is in it', async () => {
    const row = { id: EVIL, url: `javascript:alert('${EVIL}')`, [EVIL]: [EVIL], nested: { [EVIL]: EVIL }, addedAtMs: Number.NaN };
    const html = await page(
      {
        ...FULL,
        sources: [row],
        pins: [{ id: EVIL, article: { headline: EVIL, url: 'javascript:1' }, state: EVIL, pinnedAtMs: 1, tags: [EVIL] }],
        notes: [{ id: `pin ${EVIL}`, text: EVIL }],
        collections: [{ id: EVIL, name: EVIL, parentId: null, rank: EVIL, query: EVIL }],
        collectionItems: [{ id: EVIL, collectionId: EVIL, articleId: EVIL, rank: '', article: { headline: EVIL, url: 'javascript:1' } }],
        articles: [
          article('x\ud800', { headline: EVIL, text: EVIL, url: 'javascript:alert(1)', authors: [{ name: EVIL }], outletId: EVIL }),
        ],
      },
      { ...words, title: EVIL, intro: EVIL, heading: () => EVIL },
    );
    const { tags } = read(html);
    const names = new Set(tags.map(([name]) => name));
    expect(
      [...names].filter(
        (name) =>
          !'html head meta title style body h1 h2 h3 h4 p nav span ul li a div bdi dl dt dd details summary'.split(' ').includes(name),
      ),
    ).toEqual([]);
    for (const [name, attributes] of tags) {
      for (const [attribute, value] of Object.entries(attributes)) {
        expect(['charset', 'lang', 'http-equiv', 'content', 'name', 'id', 'class', 'dir', 'href', 'rel']).toContain(attribute);
        if (attribute === 'href') expect(name === 'a' && /^(?:#|https?:)/.test(value)).toBe(true);
      }
    }
    expect(html).not.toContain('\u0000');
    expect(tags.find(([, attributes]) => attributes['http-equiv'])?.[1].content).toBe(PAGE_POLICY);
  });

  it('of an empty library is a page, too', async () => {
    expect(read(await page({ articles: [] })).text).toContain('H articles');
  });
});
