import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { ENGLISH } from '../../../lib/cli/english.ts';
import type { Article } from '../../../lib/core/article.ts';
import type { PageSnapshot } from '../../../lib/core/snapshot.ts';
import { agencyOfText, creditOf } from '../../../lib/services/agency-credit.ts';
import { correctionRows } from '../../../lib/services/corrections.ts';
import { analysePage } from '../../../lib/services/coverage.ts';
import { deriveArticle } from '../../../lib/services/derive.ts';
import { markNotCopy, markNotRelated } from '../../../lib/services/mark-wrong.ts';
import type { TabPages } from '../../../lib/services/tab-pages.ts';
import { openStore } from '../../../lib/store/indexed-db/open-store.ts';
import type { Store } from '../../../lib/store/store.ts';
import { buildGazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';
import { article, outlet } from '../../contract/sample-data.ts';
import { snapshotOf } from '../../support/snapshots.ts';

function value<T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const gazetteer = value(openGazetteer([buildGazetteer([{ id: 'topic:oreshnik', kind: 'product', names: { en: ['Oreshnik'] } }])]));
const derive = (source: Article) => deriveArticle(source, gazetteer);
const FACTS = [
  'Engineers in Portside opened the casing of the Oreshnik missile and found guidance boards older than the factory that stamped them.',
  'Guidance boards in the Oreshnik missile are older than the factory whose stamp they bear, engineers in Portside say.',
  'What engineers in Portside found inside the Oreshnik missile: guidance boards that were stamped by a younger factory.',
];
/** The same event in words of one's own: the facts, and enough text around that two tellings can be told apart. */
const telling = (n: number): string =>
  `${FACTS[n % FACTS.length]} Oreshnik guidance boards Portside engineers casing factory stamped. ${Array.from({ length: 110 }, (_, i) => `word${n}x${i}`).join(' ')}`;

const DAY = { datePublished: '2026-01-29', publishedAtMs: Date.UTC(2026, 0, 29), language: 'en' };
const report = (id: string, n: number, rest: Partial<Article> = {}): Article =>
  article(id, {
    url: `https://${id}.example/oreshnik-boards`,
    headline: `Oreshnik guidance boards are older than their factory, Portside engineers find (${id})`,
    text: telling(n),
    outletId: `outlet:${id}`,
    authors: [],
    ...DAY,
    ...rest,
  });
const PAGE: PageSnapshot = snapshotOf({
  url: 'https://reader.example/boards',
  language: 'en',
  headline: 'Portside engineers find old guidance boards in the Oreshnik missile',
  datePublished: '2026-01-29',
  paragraphs: [telling(0)],
});

let store: Store;

async function coverage(page = PAGE) {
  return value(await analysePage(page, { store, gazetteer, salt: null, texts: ENGLISH })).coverage;
}

async function index(articles: Article[]): Promise<void> {
  value(await store.putOutlets(articles.map(({ outletId }) => outlet(outletId ?? 'outlet:none'))));
  value(await store.addArticles(articles.map((entry) => ({ article: entry, derived: derive(entry) }))));
}

beforeEach(async () => {
  store = value(await openStore({ indexedDB: new IDBFactory(), derive, nowMs: () => 0 }));
});

describe('reports of an event', () => {
  it('are counted with their copies, and independent where their texts differ from each other and from the page', async () => {
    await index([report('a', 1), report('b', 2), report('copy', 2), report('reprint', 0)]);
    const { event, rows } = await coverage();
    expect(rows.flatMap(({ article: head, copies }) => [head.id, ...copies.map((copy) => copy.article.id)]).sort()).toEqual([
      'a',
      'b',
      'copy',
      'reprint',
    ]);
    expect(event).toMatchObject({ reports: 4, languages: 1, independent: 2, atLeast: false });
    expect(event?.origins.find(({ kind }) => kind === 'page')?.outlets).toHaveLength(1);
  });

  it('credited to one agency are of one origin, the page’s where it is credited to it as well', async () => {
    const afp = { authors: [{ name: 'Agence France-Presse', reporterId: null }] };
    await index([report('a', 1, afp), report('b', 2, { description: 'PORTSIDE (AFP) - Boards were found.' }), report('c', 3)]);
    expect((await coverage()).event).toMatchObject({ reports: 3, independent: 2 });
    const page = { ...PAGE, authors: [{ name: 'AFP', url: null, jobTitle: null, bio: null, sameAs: [], type: 'Organization' as const }] };
    expect((await coverage(page)).event).toMatchObject({ reports: 3, independent: 1 });
  });

  it('of which only announcements are here are counted, but never called independent', async () => {
    const text = 'Engineers in Portside opened the casing of the Oreshnik missile and found guidance boards older than the factory.';
    await index(['a', 'b'].map((id, n) => report(id, n + 1, { text: `${text} Announced by ${id}.` })));
    const { event } = await coverage();
    expect(event).toMatchObject({ independent: 0, atLeast: true });
    expect(event?.origins.every(({ kind }) => kind === 'short')).toBe(true);
  });
});

describe('the page itself', () => {
  it('is left out of its related reports in whatever form the index has it', async () => {
    await index([report('a', 1), report('self', 0, { url: 'https://m.reader.example/boards/amp' })]);
    expect((await coverage()).rows.map((row) => row.article.id)).toEqual(['a']);
  });
});

describe('"not a copy"', () => {
  it('lets a report stand by itself from then on, is listed in words, and can be taken back', async () => {
    await index([report('a', 1), report('twin', 1)]);
    const ids = async () => (await coverage()).rows.map((row) => [row.article.id, ...row.copies.map((copy) => copy.article.id)].length);
    expect(await ids()).toEqual([2]);
    const [row] = (await coverage()).rows;
    const copyId = row?.copies[0]?.article.id ?? '';
    let refreshed = 0;
    const pages = { refresh: async () => ++refreshed } as unknown as TabPages;
    const { correctionId } = value(await markNotCopy(1, copyId, row?.article.id ?? '', { store, pages, nowMs: 5 }));
    expect(refreshed).toBe(1);
    expect(await ids()).toEqual([1, 1]);
    expect((await coverage()).event).toMatchObject({ reports: 2, independent: 2 });
    const [listed] = await correctionRows(store, () => null);
    expect(listed).toMatchObject({ kind: 'not-copy', of: row?.copies[0]?.article.headline, text: row?.article.headline });
    value(await store.deleteCorrection(correctionId));
    expect(await ids()).toEqual([2]);
  });
});

describe('"not related", said of a stored report', () => {
  it('holds on its page, and on no other', async () => {
    await index([report('a', 1), report('b', 2), report('self', 0, { url: PAGE.url as string })]);
    const shown = async (page: PageSnapshot) => {
      const deps = { store, gazetteer, salt: null, texts: ENGLISH };
      return value(await analysePage(page, deps))
        .coverage.rows.map((row) => row.article.id)
        .sort();
    };
    expect(await shown(PAGE)).toEqual(['a', 'b']);
    const deps = { store, pages: {} as TabPages, nowMs: 1, salt: 'salt' };
    value(await markNotRelated({ tabId: null, pageOf: 'self' }, 'b', deps));
    expect(await shown(PAGE)).toEqual(['a']);
    expect(await shown({ ...PAGE, url: 'https://other.example/boards' })).toContain('b');
    expect(await markNotRelated({ tabId: null, pageOf: 'gone' }, 'b', deps)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});

describe('a credit', () => {
  it('is an agency that publishes, signs, or stands in the dateline or at the end', () => {
    const credit = (over: Partial<Article>, outletNames = new Map<string, string>()) => {
      const source = article('a', { authors: [], outletId: 'outlet:o', description: null, text: '', ...over });
      return creditOf({ article: { ...source, text: '' }, agency: derive(source).agency }, outletNames);
    };
    const outlets = (name: string) => new Map([['outlet:o', name]]);
    const people = ['Ines Varga', 'AP'].map((name) => ({ name, reporterId: null }));
    expect(credit({}, outlets('Reuters'))).toBe('Reuters');
    expect(credit({ authors: people }, outlets('The Harbour Courier'))).toBe('AP');
    expect(credit({ description: 'BERLIN, March 3 (Reuters) - Boards were found.' })).toBe('Reuters');
    const signed = people.slice(0, 1);
    expect(credit({ authors: signed, text: 'Boards were found.\n\nThey are old. (dpa)' })).toBe('dpa');
    expect(credit({ authors: signed, text: 'KYIV (AFP) – Boards were found.\n\nThey are old.' })).toBe('AFP');
    expect(credit({ authors: signed, text: 'Boards were found.\n\nThey are old.' }, outlets('The Harbour Courier'))).toBeNull();
    expect(agencyOfText(['МОСКВА, 3 марта. /ТАСС/. Платы нашли.'])).toBe('TASS');
  });

  it.each([
    ['With reporting by AFP and Reuters', 'AFP'],
    ['(With inputs from PTI)', 'PTI'],
    ['Additional reporting by Ines Varga and Reuters.', 'Reuters'],
    ['The Associated Press contributed to this report.', 'AP'],
    ['Associated Press writer Ines Varga in Portside contributed to this report.', 'AP'],
    ['© 2026 Reuters. All rights reserved.', 'Reuters'],
    ['Mit Material von dpa', 'dpa'],
    ['Quelle: dpa', 'dpa'],
    ['(Avec AFP)', 'AFP'],
    ['Con información de EFE', 'EFE'],
    ['Com informações da Reuters', 'Reuters'],
    ['По материалам ТАСС', 'TASS'],
    ['За матеріалами: Укрінформ', 'Ukrinform'],
    ['Źródło: PAP', 'PAP'],
    ['出典：共同通信', 'Kyodo'],
    ['They are old, he said. PTI', 'PTI'],
    ['They are old.—Reuters', 'Reuters'],
  ])('is read at the end: %s', (line, agency) => {
    expect(agencyOfText(['Boards were found.', 'They were stamped.', 'More was found.', line])).toBe(agency);
    expect(agencyOfText([line, ...Array.from({ length: 6 }, (_, n) => `Paragraph ${n} of a long report.`)])).toBeNull();
  });

  it('is read in a signature at the beginning', () => {
    expect(agencyOfText(['Old boards', 'By Ines Varga, Associated Press', 'Boards were found.'])).toBe('AP');
    expect(agencyOfText(['Old boards', 'By Ines Varga, Portside', 'Boards were found.'])).toBeNull();
  });

  it.each([
    ['Boards were found, according to AFP.'],
    ['Платы нашли, по данным ТАСС.'],
    ['По данным ТАСС, платы старые.'],
    ['Reuters said so as well.'],
    ['He told Reuters.'],
    ['With reporting by Ines Varga in Portside.'],
    ['(Reporting by Ines Varga; editing by Otto Brandt)'],
    ['Source: Bloomberg'],
    ['Photo: AFP'],
    ['Portside. Ani'],
    ['Catch up with AP experts on our weekly podcast.'],
    ['JIM EXAMPLE/AFP/Getty Images'],
    ['Copyright 2026 The Harbour Courier'],
  ])('is no agency that is quoted, and none that sent a picture: %s', (line) => {
    expect(agencyOfText([line, 'The plant did not answer.'])).toBeNull();
    expect(agencyOfText(['The plant did not answer.', line])).toBeNull();
  });
});
