import { describe, expect, it } from 'vitest';
import { countOrigins, type Told } from '../../../lib/ranking/independence.ts';
import { minHashSignature } from '../../../lib/text/shingles.ts';

/** Texts of 160 words that share none with each other: every word bears the text's name. */
function text(name: string, words = 160): string {
  return Array.from({ length: words }, (_, i) => `${name}${i}`).join(' ');
}

function told(id: string, body: string, rest: Partial<Told> = {}): Told {
  const signature = minHashSignature(body);
  return {
    id,
    headline: `Headline of ${id} stands here`,
    language: 'en',
    outletId: `outlet:${id}`,
    publishedAtMs: null,
    signature,
    ...rest,
  };
}

const PAGE = told('page', text('page'));
const NOBODY = new Set<string>();
const count = (rows: Told[][], page = PAGE, apart: ReadonlySet<string> = NOBODY) => countOrigins(page, rows, apart);
const kinds = (rows: Told[][], page = PAGE) =>
  Object.fromEntries(count(rows, page).origins.flatMap(({ kind, ids }) => ids.map((id) => [id, kind])));

describe('countOrigins', () => {
  it('counts texts that differ, each once with its copies', () => {
    const a = told('a', text('a'));
    const copy = told('copy', `${text('a')} ${text('x', 20)}`);
    expect(count([[a, copy], [told('b', text('b'))]])).toEqual({
      independent: 2,
      atLeast: false,
      pageUnsure: false,
      origins: [
        { kind: 'own', agency: null, ids: ['a', 'copy'] },
        { kind: 'own', agency: null, ids: ['b'] },
      ],
    });
  });

  it('counts none that holds the page’s text, or the other way round', () => {
    const rows = [[told('whole', `${text('page')} ${text('more')}`)], [told('part', text('page', 120))]];
    expect(count(rows)).toMatchObject({ independent: 0, atLeast: false });
    expect(kinds(rows)).toEqual({ whole: 'page', part: 'page' });
  });

  it('counts reports credited to one agency once, in whatever words and languages', () => {
    const rows = [
      [told('a', text('a'), { agency: 'AFP' })],
      [told('b', text('b'), { agency: 'AFP', language: 'fr' })],
      [told('c', text('c'), { agency: 'dpa' })],
    ];
    expect(count(rows)).toMatchObject({ independent: 2, atLeast: false });
    expect(count(rows, { ...PAGE, agency: 'AFP' })).toMatchObject({ independent: 1 });
    expect(kinds(rows, { ...PAGE, agency: 'AFP' })).toEqual({ a: 'page', b: 'page', c: 'agency' });
  });

  it('counts what one newsroom wrote once, but not the agencies it carries, nor the page’s own newsroom', () => {
    const daily = { outletId: 'outlet:daily' };
    const rows = [
      [told('first', text('f'), daily)],
      [told('later', text('l'), daily)],
      [told('wire', text('w'), { ...daily, agency: 'AP' })],
      [told('own', text('o'), { outletId: 'outlet:page' })],
    ];
    expect(count(rows)).toMatchObject({ independent: 2, atLeast: false });
    expect(kinds(rows)).toEqual({ first: 'own', later: 'own', wire: 'agency', own: 'page-outlet' });
  });

  it('takes a text that others carry for the newsroom’s that had it first', () => {
    const [daily, post] = [{ outletId: 'outlet:daily' }, { outletId: 'outlet:post' }];
    const carried = [told('copy', text('a'), { ...post, publishedAtMs: 2 }), told('first', text('a'), { ...daily, publishedAtMs: 1 })];
    expect(count([carried, [told('later', text('l'), daily)]]).independent).toBe(1);
    expect(count([carried, [told('other', text('o'), post)]]).independent).toBe(2);
  });

  it('does not count announcements: that they differ says nothing of the reports', () => {
    const rows = [[told('short', text('s', 60))], [told('empty', '')], [told('a', text('a'))]];
    expect(count(rows)).toMatchObject({ independent: 1, atLeast: true });
    expect(kinds(rows)).toEqual({ short: 'short', empty: 'short', a: 'own' });
  });

  it('counts one language, since a report in another may be a translation', () => {
    const rows = [[told('a', text('a'))], [told('de', text('d'), { language: 'de' })], [told('unknown', text('u'), { language: null })]];
    expect(count(rows)).toMatchObject({ independent: 1, atLeast: true, pageUnsure: false });
    expect(kinds(rows)).toEqual({ a: 'own', de: 'language', unknown: 'language' });
  });

  it('takes the language with the most, and one off for the page that may be translated from it', () => {
    const de = { language: 'de' };
    const rows = [[told('d1', text('d'), de)], [told('d2', text('e'), de)], [told('d3', text('f'), de)]];
    expect(count(rows)).toMatchObject({ independent: 2, atLeast: true, pageUnsure: true });
  });

  it('takes one off for a page of too little text', () => {
    const page = told('page', text('page', 40));
    expect(count([[told('a', text('a'))], [told('b', text('b'))]], page)).toMatchObject({
      independent: 1,
      atLeast: true,
      pageUnsure: true,
    });
    expect(count([[told('a', text('a'))]], page)).toMatchObject({ independent: 0, atLeast: true });
  });

  it('joins what shares a good part of its text, and says that there may be more', () => {
    const half = told('half', `${text('a', 80)} ${text('h', 80)}`);
    expect(count([[told('a', text('a'))], [half]])).toMatchObject({ independent: 1, atLeast: true });
  });

  it('believes the reader who says that a report is no copy', () => {
    const rows = [[told('a', text('a'))], [told('twin', text('a'))]];
    expect(count(rows)).toMatchObject({ independent: 1 });
    expect(count(rows, PAGE, new Set(['twin']))).toMatchObject({ independent: 2, atLeast: false });
  });

  it('joins through a report that both resemble, in whatever order', () => {
    const bridge = told('bridge', `${text('a')} ${text('b')}`);
    const [a, b] = [told('a', text('a')), told('b', text('b'))];
    for (const rows of [
      [[a], [b], [bridge]],
      [[bridge], [a], [b]],
      [[a, bridge], [b]],
    ])
      expect(count(rows).independent).toBe(1);
  });
});
