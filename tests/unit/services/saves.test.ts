import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { PageSnapshot } from '../../../lib/core/snapshot.ts';
import { keptPage, removeSave, saveAddress, savedRows, savePage, undoSave } from '../../../lib/services/saves.ts';
import { type IndexedDbStore, openStore } from '../../../lib/store/indexed-db/open-store.ts';
import { settle, value } from '../../contract/checks.ts';
import { derive, outlet, pin, record, reporter } from '../../contract/sample-data.ts';

const START = Date.UTC(2026, 0, 29, 12);
const HOUR = 3_600_000;
const URL_OF_PAGE = 'https://harbour.example/port';
let opened = 0;

async function world() {
  const clock = { nowMs: START };
  const store: IndexedDbStore = value(await openStore({ databaseName: `saves-${opened++}`, derive, nowMs: () => clock.nowMs }));
  // A clock that moves whenever it is looked at, as real ones do.
  return { clock, store, deps: { store, derive, nowMs: () => clock.nowMs++ } };
}

function page(over: Partial<PageSnapshot> = {}): PageSnapshot {
  const author = { name: 'Zoë Example', url: 'https://harbour.example/zoe', jobTitle: 'Reporter', bio: 'Zoë writes of ports.', sameAs: [] };
  return {
    isArticle: true,
    confidence: 1,
    url: URL_OF_PAGE,
    headline: 'Port closed for a day',
    description: null,
    authors: [author],
    datePublished: '2026-01-29T08:00:00Z',
    dateModified: null,
    language: 'en',
    outlet: { name: 'Harbour Times', url: 'https://harbour.example/' },
    section: null,
    keywords: [],
    feeds: [],
    paragraphs: ['The port was closed on Thursday.', 'Nobody knows why.'],
    captions: [],
    also: [],
    wordCount: 9,
    provenance: {},
    ...over,
  };
}

describe('saving a page', () => {
  it('keeps what is on the screen: text, outlet, reporter with bio and its source', async () => {
    const { store, deps } = await world();
    const { articleId } = value(await savePage(page(), deps));
    const [stored] = await store.getArticles([articleId]);
    expect(stored?.article).toMatchObject({
      url: URL_OF_PAGE,
      text: 'The port was closed on Thursday.\n\nNobody knows why.',
      provenance: { kind: 'saved-page', source: 'harbour.example' },
      authors: [{ name: 'Zoë Example', reporterId: expect.any(String) }],
    });
    expect(await store.listReporters()).toMatchObject([
      { name: 'Zoë Example', bio: 'Zoë writes of ports.', bioSource: 'author box, Harbour Times' },
    ]);
    expect((await savedRows(store)).map(({ article, savedAtMs, hasText }) => [article.outletName, savedAtMs, hasText])).toEqual([
      ['Harbour Times', START, true],
    ]);
    expect((await store.evaluate([{ term: 'port', weight: 1 }], 5)).length).toBe(1);
  });

  it('tells what the page says otherwise later, and keeps each version that is saved', async () => {
    const { store, deps, clock } = await world();
    value(await savePage(page(), deps));
    expect(await keptPage(page({ paragraphs: ['The  port was closed on Thursday.', 'Nobody knows\nwhy.'] }), store)).toMatchObject({
      changes: [],
    });
    clock.nowMs += HOUR;
    const later = page({
      headline: 'Port closed for a week',
      authors: [
        { name: 'Zoe Example', url: null, jobTitle: null, bio: null, sameAs: [] },
        { name: 'Li Na', url: null, jobTitle: null, bio: null, sameAs: [] },
      ],
      datePublished: '2026-01-29T09:00:00+01:00',
      paragraphs: ['The port will be closed for a week.'],
    });
    expect((await keptPage(later, store))?.changes).toEqual([
      { field: 'headline', before: 'Port closed for a day', after: 'Port closed for a week' },
      { field: 'authors', before: 'Zoë Example', after: 'Zoe Example, Li Na' },
      { field: 'text', before: '9', after: '8' },
    ]);
    expect((await store.versionsOf((await keptPage(later, store))!.articleId)).length).toBe(1);
    value(await savePage(later, deps));
    const kept = await keptPage(later, store);
    expect(kept?.changes).toEqual([]);
    expect(kept?.versions.map(({ headline }) => headline)).toEqual(['Port closed for a day', 'Port closed for a week']);
    expect(kept?.savedAtMs).toBe(kept?.versions[1]?.seenAtMs);
    expect(await store.status()).toMatchObject({ articles: 1 });
  });

  it('again, unchanged, writes nothing: no version, no other time; nor does an address', async () => {
    const { store, deps, clock } = await world();
    const { articleId } = value(await savePage(page(), deps));
    const address = value(await saveAddress('https://harbour.example/plan.pdf', 'Plan', deps)).articleId;
    const written = async () => [await store.listSaves(), await store.versionsOf(articleId), await store.versionsOf(address)];
    const before = await written();
    const [report] = await store.getArticles([articleId]);
    clock.nowMs += HOUR;
    const again = value(await savePage(page(), deps));
    value(await saveAddress('https://harbour.example/plan.pdf', 'Plan', deps));
    expect(await written()).toEqual(before);
    expect((await store.getArticles([articleId]))[0]).toEqual(report);
    value(await undoSave(again, deps));
    expect(await written()).toEqual(before);
    // What a source changed meanwhile is brought back.
    value(
      await store.addArticles([{ ...report!, article: { ...report!.article, headline: 'Port shut' }, derived: derive(report!.article) }]),
    );
    value(await savePage(page(), deps));
    expect((await store.getArticles([articleId]))[0]?.article.headline).toBe('Port closed for a day');
  });

  it('keeps what a feed or a pack told and the page does not show', async () => {
    const { store, deps } = await world();
    const told = {
      url: URL_OF_PAGE,
      headline: 'Port shut',
      description: 'A day without ships.',
      datePublished: '2026-01-28',
      publishedAtMs: Date.UTC(2026, 0, 28),
      authors: [{ name: 'Li Na', reporterId: null }],
      section: 'Trade',
      keywords: ['ports'],
    };
    value(await store.addArticles([record('of-feed', told)]));
    value(await savePage(page({ headline: null, datePublished: null, authors: [] }), deps));
    const [kept] = await store.getArticles(['of-feed']);
    expect(kept?.article).toMatchObject({ ...told, text: 'The port was closed on Thursday.\n\nNobody knows why.' });
    value(await savePage(page({ section: 'World' }), deps));
    const [shown] = await store.getArticles(['of-feed']);
    expect(shown?.article).toMatchObject({
      headline: 'Port closed for a day',
      datePublished: '2026-01-29T08:00:00Z',
      section: 'World',
      authors: [{ name: 'Zoë Example' }],
    });
  });

  it('looking at a page writes nothing', async () => {
    const { store } = await world();
    expect(await keptPage(page(), store)).toBeNull();
    expect(await store.status()).toMatchObject({ articles: 0, updatedAtMs: null });
  });

  it('of a feed’s report keeps what the feed said as an earlier version, and calls its words no change of the page', async () => {
    const { store, deps } = await world();
    const provenance = { kind: 'feed', source: 'Harbour Times', licence: null, addedAtMs: START - HOUR } as const;
    value(await store.addArticles([record('of-feed', { url: URL_OF_PAGE, headline: 'Port shut', provenance })]));
    expect(await keptPage(page(), store)).toMatchObject({ savedAtMs: null, changes: [] });
    value(await savePage(page(), deps));
    const kept = await keptPage(page(), store);
    expect(kept?.articleId).toBe('of-feed');
    expect(kept?.versions.map(({ headline, from, textHash }) => [headline, from, textHash === null])).toEqual([
      ['Port shut', 'feed', true],
      ['Port closed for a day', 'page', false],
    ]);
  });

  it('is undone whole: a new report goes, one that was there is as before', async () => {
    const { store, deps } = await world();
    const first = value(await savePage(page(), deps));
    value(await undoSave(first, deps));
    expect(await store.status()).toMatchObject({ articles: 0, outlets: 0, reporters: 0 });
    expect(await store.versionsOf(first.articleId)).toEqual([]);
    expect(await savedRows(store)).toEqual([]);
    value(await store.addArticles([record('of-pack', { url: URL_OF_PAGE, headline: 'The pack’s words' })]));
    const second = value(await savePage(page(), deps));
    value(await undoSave(second, deps));
    expect((await store.getArticles(['of-pack']))[0]?.article.headline).toBe('The pack’s words');
    expect(await store.listSaves()).toEqual([]);
  });

  it('is undone with what it wrote of a reporter who was known, unless more was learnt of them since', async () => {
    const { store, deps } = await world();
    const known = reporter('zoe', { name: 'Zoë Example', outletId: 'o' });
    value(await store.putOutlets([{ ...outlet('o'), name: 'Harbour Times', url: 'https://harbour.example/' }]));
    value(await store.putReporters([known]));
    value(await store.addArticles([record('other', { outletId: 'o', authors: [{ name: 'Zoë Example', reporterId: 'zoe' }] })]));
    const first = value(await savePage(page(), deps));
    expect(await store.listReporters()).toMatchObject([{ id: 'zoe', jobTitle: 'Reporter', otherBios: [{ text: 'Zoë writes of ports.' }] }]);
    value(await undoSave(first, deps));
    expect(await store.listReporters()).toEqual([known]);
    const second = value(await savePage(page(), deps));
    const [now] = await store.getReporters(['zoe']);
    value(await store.putReporters([{ ...now!, alternateNames: ['Зоя'] }]));
    value(await undoSave(second, deps));
    expect(await store.listReporters()).toMatchObject([{ id: 'zoe', jobTitle: 'Reporter', alternateNames: ['Зоя'] }]);
  });

  it('fails for a page without an address, and writes nothing', async () => {
    const { store, deps } = await world();
    expect((await savePage(page({ url: null }), deps)).ok).toBe(false);
    expect(await store.status()).toMatchObject({ articles: 0, outlets: 0, reporters: 0 });
  });

  it('of a PDF keeps title and address, and takes no text from a report that has one', async () => {
    const { store, deps } = await world();
    const { articleId } = value(await saveAddress('https://harbour.example/files/annual%20report.pdf', null, deps));
    expect((await store.getArticles([articleId]))[0]?.article).toMatchObject({ headline: 'annual report.pdf', text: '' });
    expect((await savedRows(store))[0]?.hasText).toBe(false);
    value(await store.addArticles([record('whole', { url: 'https://harbour.example/b.pdf', text: 'All of it.' })]));
    value(await saveAddress('https://harbour.example/b.pdf', 'B', deps));
    expect((await store.getArticles(['whole']))[0]?.article.text).toBe('All of it.');
    expect((await saveAddress('file:///etc/passwd', 'x', deps)).ok).toBe(false);
  });

  it.each([
    ['Presentation', 'Presentation'],
    [null, 'pr%E4sentation.pdf'],
  ])('of a PDF whose address is written in Latin-1 (title %s) is no failure', async (title, headline) => {
    const { store, deps } = await world();
    const { articleId } = value(await saveAddress('https://harbour.example/pr%E4sentation.pdf', title, deps));
    expect((await store.getArticles([articleId]))[0]?.article.headline).toBe(headline);
  });
});

describe('taking a save away', () => {
  it('takes the report where nothing else holds it, and gives it back', async () => {
    const { store, deps } = await world();
    const { articleId } = value(await savePage(page(), deps));
    const versions = await store.versionsOf(articleId);
    const removed = value(await removeSave(articleId, deps));
    // Nothing tells any more that the page was ever saved.
    expect(await store.status()).toMatchObject({ articles: 0, outlets: 0, reporters: 0 });
    expect(await store.versionsOf(articleId)).toEqual([]);
    value(await undoSave(removed, deps));
    expect(await store.status()).toMatchObject({ articles: 1, outlets: 1, reporters: 1 });
    expect(await store.versionsOf(articleId)).toEqual(versions);
    await settle(store);
    expect((await savedRows(store)).map(({ savedAtMs }) => savedAtMs)).toEqual([START]);
    expect((await store.getArticles([articleId]))[0]?.article.text).toContain('Nobody knows why.');
    expect((await removeSave('page:none', deps)).ok).toBe(false);
  });

  it('leaves it where a pin, a source or a pack holds it', async () => {
    const { store, deps } = await world();
    value(await store.putOutlets([outlet('o')]));
    value(await store.putReporters([reporter('r')]));
    const { articleId } = value(await savePage(page(), deps));
    value(await store.putPin(pin(articleId)));
    value(await removeSave(articleId, deps));
    expect(await store.status()).toMatchObject({ articles: 1 });
    value(await store.changeRows(['pins'], ({ pins }) => pins.delete(articleId)));
    value(await store.putSave({ id: articleId, savedAtMs: 1 }));
    value(await store.addHoldings('pack:p', { articles: [articleId], reporters: [], outlets: [], topics: [] }));
    value(await removeSave(articleId, deps));
    expect(await store.status()).toMatchObject({ articles: 1 });
  });
});
