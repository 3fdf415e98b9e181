import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../../lib/cli/english.ts';
import type { Reporter } from '../../../lib/core/reporter.ts';
import type { PageAuthor, PageSnapshot } from '../../../lib/core/snapshot.ts';
import { analysePage } from '../../../lib/services/coverage.ts';
import { openStore } from '../../../lib/store/indexed-db/open-store.ts';
import { buildGazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';
import { value } from '../../contract/checks.ts';
import { derive, outlet, record, reporter } from '../../contract/sample-data.ts';

const gazetteer = value(openGazetteer([buildGazetteer([])]));
let opened = 0;

/** The cards of the people of a page, of what the index knows. */
async function cardsOf(author: Partial<PageAuthor>, known: { reporters: Reporter[]; outletName: string; self?: string }) {
  const store = value(await openStore({ databaseName: `card-${opened++}`, derive, nowMs: () => 0 }));
  value(await store.putOutlets([outlet('outlet:h', { name: known.outletName, url: 'https://www.harbour.example/' })]));
  value(await store.putReporters(known.reporters));
  if (known.self !== undefined) {
    const authors = [{ name: 'Jane Doe', reporterId: known.self }];
    value(
      await store.addArticles([record('a', { url: 'https://harbour.example/1', headline: 'The wall is open', outletId: null, authors })]),
    );
  }
  const page: PageSnapshot = {
    isArticle: true,
    confidence: 1,
    url: 'https://harbour.example/1',
    headline: 'The wall is open',
    description: null,
    authors: [{ name: 'Jane Doe', url: null, jobTitle: null, bio: null, sameAs: [], ...author }],
    datePublished: null,
    dateModified: null,
    language: 'en',
    outlet: { name: 'The Harbour Times', url: 'https://harbour.example/' },
    section: null,
    keywords: [],
    feeds: [],
    paragraphs: ['The wall of the harbour is open.'],
    captions: [],
    also: [],
    wordCount: 7,
    provenance: {},
  };
  const { coverage } = value(await analysePage(page, { store, gazetteer, salt: null, texts: ENGLISH }));
  store.close();
  return coverage.reporters.map(({ id, name }) => [id, name]);
}

const person = (id: string, over: Partial<Reporter> = {}): Reporter =>
  reporter(id, { name: 'Jane Doe', outletId: 'outlet:h', alternateNames: [], sameAs: [], bio: null, bioSource: null, ...over });

describe('who wrote the open page', () => {
  it('is nobody of another name, whatever page both are said to have', async () => {
    const shared = 'https://social.example/harbour-times';
    const john = person('r', { name: 'John Roe', sameAs: [shared] });
    const cards = await cardsOf({ url: shared, sameAs: [shared] }, { reporters: [john], outletName: 'The Harbour Times' });
    expect(cards).toEqual([['page:jane doe', 'Jane Doe']]);
  });

  it('is the one of a like name with the same profile page', async () => {
    const jane = person('r', { name: 'J. Doe', outletId: null, sameAs: ['https://social.example/jane'] });
    const cards = await cardsOf({ sameAs: ['https://social.example/jane'] }, { reporters: [jane], outletName: 'Other' });
    expect(cards).toEqual([['r', 'Jane Doe']]);
  });

  it('is known by the site of their outlet, whatever its feed is called', async () => {
    const known = { reporters: [person('r')], outletName: 'HT > World News' };
    expect(await cardsOf({ url: 'https://harbour.example/by/jane-doe' }, known)).toEqual([['r', 'Jane Doe']]);
    const elsewhere = { reporters: [person('r', { outletId: 'outlet:x' })], outletName: 'HT > World News' };
    expect(await cardsOf({}, elsewhere)).toEqual([['page:jane doe', 'Jane Doe']]);
  });

  it('is who signs the stored report of this page under the same name', async () => {
    const known = { reporters: [person('r', { outletId: null })], outletName: 'HT > World News', self: 'r' };
    expect(await cardsOf({}, known)).toEqual([['r', 'Jane Doe']]);
    expect((await cardsOf({ name: 'John Roe' }, known))[0]).toEqual(['page:john roe', 'John Roe']);
  });
});
