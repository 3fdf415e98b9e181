import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeItems } from '../../../lib/imports/merge-items.ts';
import { readImport } from '../../../lib/imports/read-import.ts';
import { ITEMS_MAX } from '../../../lib/imports/sink.ts';
import { texText } from '../../../lib/imports/tex-text.ts';
import { runs } from '../../support/runs.ts';
import { bare, pieces, reading } from './read.ts';

const HEADS = {
  pocket: 'title,url,time_added,tags,status\n',
  bookmarks: '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n',
  ris: 'TY  - NEWS\nUR  - https://harbour.example/a\n',
  bibtex: '@misc{a, url = {https://harbour.example/a}}\n',
  csl: '[{"type":"article","URL":"https://harbour.example/a"},',
  omnivore: '[{"savedAt":"2024-01-01","url":"https://harbour.example/a"},',
};

describe('whatever a file holds', () => {
  const garbage = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          ...'"\',;\n\r\t {}[]()<>@#=\\&%~-|',
          '<a href="https://a.example">',
          '<DL>',
          '</DL>',
          '<H3>',
          '@misc{',
          'TY  - ',
          'ER  - ',
          'UR  - ',
          'https://a.example/x',
          '{"url":"https://a.example"}',
        ),
        { maxLength: 80 },
      )
      .map((parts) => parts.join('')),
  );

  it.each(Object.entries(HEADS))('%s: never throws, and only web addresses come out', async (_name, head) => {
    await fc.assert(
      fc.asyncProperty(garbage, fc.integer({ min: 1, max: 50 }), async (text, size) => {
        const answer = await readImport(pieces(head + text, size));
        expect(answer.ok).toBe(true);
        const read = answer.ok && answer.value.format !== null ? answer.value : { items: [], problems: [] };
        for (const item of read.items) {
          expect(item.url).toMatch(/^https?:\/\//);
          expect(item.title ?? '').not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
        }
        expect(read.problems.every(({ count, at }) => count > 0 && at.length <= 20)).toBe(true);
      }),
      { numRuns: runs(150) },
    );
  });

  it('never throws on bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const read = await readImport([bytes]);
        expect(read.ok).toBe(true);
      }),
    );
  });
});

describe('text that is no UTF-8', () => {
  it('is read as far as it goes, and counted', async () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode(`${HEADS.pocket}A`),
      0xff,
      0xfe,
      ...new TextEncoder().encode(',https://harbour.example/a,,,unread\n'),
    ]);
    const read = await reading(bytes, 3);
    expect(read.items.map(({ title }) => title)).toEqual(['A\ufffd\ufffd']);
    expect(read.problems).toEqual([{ code: 'bad-bytes', count: 2, at: [1] }]);
  });

  it('UTF-16 with its mark is read, as spreadsheets write it', async () => {
    const text = `\ufeff${HEADS.pocket.replaceAll(',', '\t')}Ä\thttps://harbour.example/a\t\t\tunread\n`;
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), true);
    expect((await reading(bytes, 5)).items).toEqual([bare('https://harbour.example/a', { title: 'Ä', state: 'unread' })]);
  });
});

describe('addresses', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'about:config',
    'chrome://x',
    '/relative',
    'ftp://a.example',
  ])('%s is left out and counted', async (url) => {
    const read = await reading(`${HEADS.pocket}A,"${url}",,,unread\n`);
    expect([read.items, read.problems]).toEqual([[], [{ code: 'not-web', count: 1, at: [2] }]]);
  });

  it('credentials in them are not kept', async () => {
    expect((await reading(`${HEADS.pocket}A,https://me:secret@harbour.example/a,,,\n`)).items[0]?.url).toBe('https://harbour.example/a');
  });
});

describe('large and deep files', () => {
  it('a quote that is never closed costs its own line only', async () => {
    const row = 'A,https://harbour.example/a,,,unread\n';
    const read = await reading(`${HEADS.pocket}${row}"B,https://harbour.example/b,,,unread\n${row.repeat(40_000)}`, 65_536);
    expect(read.items).toHaveLength(40_001);
    expect(read.problems).toEqual([{ code: 'broken', count: 1, at: [3] }]);
  });

  it('a million nested folders', async () => {
    const read = await reading(
      `${HEADS.bookmarks}${'<DT><H3>f</H3><DL>'.repeat(1_000_000)}<A HREF="https://harbour.example/a">A</A>`,
      65_536,
    );
    expect(read.items).toEqual([bare('https://harbour.example/a', { title: 'A', tags: ['f'] })]);
  });

  it('an attribute, a text and a note of twenty megabytes are cut', async () => {
    const long = 'x'.repeat(20_000_000);
    const read = await reading(`${HEADS.bookmarks}<DT><A HREF="https://harbour.example/a" TAGS="${long}">${long}</A><DD>${long}`, 65_536);
    expect(read.items[0]?.title).toHaveLength(2_000);
    expect(read.items[0]?.note).toHaveLength(50_000);
    expect(read.problems).toEqual([{ code: 'too-long', count: 2, at: [1, 1] }]);
  });

  it('entries that are never closed, each on a line of its own', async () => {
    const read = await reading(`${HEADS.bibtex}${'@misc{a, title = {\n'.repeat(300_000)}`, 65_536);
    expect(read.items).toHaveLength(1);
    expect(read.problems.map(({ code, count }) => [code, count])).toEqual([
      ['broken', 299_999],
      ['cut-short', 1],
    ]);
  });

  it('a record of a hundred thousand authors', async () => {
    const read = await reading(`${HEADS.ris}${'AU  - Example, Zoë\n'.repeat(100_000)}ER  - \n`, 65_536);
    expect(read.items[0]?.authors).toHaveLength(100);
  });

  it('JSON nested a million deep, and JSON over the limit', async () => {
    expect((await reading(`${HEADS.csl}${'['.repeat(1_000_000)}`, 65_536)).problems).toEqual([{ code: 'broken', count: 1, at: [1] }]);
    expect((await reading(`${HEADS.csl}"${'x'.repeat(33_000_000)}"]`, 1_000_000)).problems).toEqual([
      { code: 'too-many', count: 1, at: [1] },
    ]);
  });

  it('more reports than an import takes', async () => {
    const read = await reading(`https://harbour.example/first\n${'https://harbour.example/a\n'.repeat(ITEMS_MAX)}`, 1_000_000);
    expect([read.items.length, read.problems]).toEqual([ITEMS_MAX, [{ code: 'too-many', count: 1, at: [ITEMS_MAX + 1] }]]);
  });

  it('ends when it is cancelled', async () => {
    const stop = new AbortController();
    const read = await readImport(pieces(`${HEADS.pocket}${'A,https://harbour.example/a,,,\n'.repeat(100_000)}`, 1_000), {
      signal: stop.signal,
      onProgress: (bytes) => bytes > 100_000 && stop.abort(),
    });
    expect(read).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });
});

describe('the same address twice', () => {
  it('tags united, earliest date, furthest state, notes joined, whatever parts of the address differ', () => {
    const merged = mergeItems([
      bare('https://harbour.example/a?utm_source=x', { title: 'A', tags: ['Port'], addedAtMs: 2, state: 'read', note: 'One' }),
      bare('http://harbour.example/a#top', { title: 'B', tags: ['port', 'ships'], addedAtMs: 1, state: 'unread', note: 'Two' }),
      bare('https://harbour.example/a', { note: 'One' }),
      bare('https://harbour.example/b'),
    ]);
    expect([...merged.keys()]).toEqual(['https://harbour.example/a', 'https://harbour.example/b']);
    expect(merged.get('https://harbour.example/a')).toEqual(
      bare('https://harbour.example/a?utm_source=x', {
        title: 'A',
        tags: ['Port', 'ships'],
        addedAtMs: 1,
        state: 'read',
        note: 'One\n\nTwo',
      }),
    );
  });
});

describe('text of TeX', () => {
  it.each([
    ["\\'{e}\\'e{\\'e}\\'{\\i}", 'éééí'],
    ['\\"{o}{\\ss}\\c{c}\\v s\\H{o}', 'ößçšő'],
    ['\\textbackslash{}a \\& b\\_c \\{d\\}', '\\a & b_c {d}'],
    ["``q'' a--b---c~d", '“q” a–b—c d'],
    ['a-{}-b', 'a--b'],
    ['\\emph{x} \\unknown y\\\\z', 'x y z'],
  ])('%s', (field, text) => expect(texText(field)).toBe(text));

  it('never throws, and a megabyte of commands is read', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof texText(text) === 'string'));
    expect(texText('\\u{'.repeat(100_000))).toBe('');
    expect(texText(`\\u${' '.repeat(100_000)}`)).toBe('');
  });
});
