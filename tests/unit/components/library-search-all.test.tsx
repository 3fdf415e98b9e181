// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { searchHash } from '../../../components/library/route.ts';
import { LibraryView } from '../../../components/views/LibraryView.tsx';
import { ok } from '../../../lib/core/result.ts';
import { expectNoAxeFindings } from './support/check-axe.ts';
import { type Answers, createFakeCatalogue, createFakeClient, createFakeLibrary, createFakePlatform } from './support/fakes.ts';
import { FACETS, ROWS } from './support/samples.ts';

/** Stands for the browser's: a test says what comes near the window, and what leaves it. */
class FakeObserver {
  static all: FakeObserver[] = [];
  private readonly tell: (entries: { isIntersecting: boolean }[]) => void;
  element: Element | null = null;
  constructor(tell: (entries: { isIntersecting: boolean }[]) => void) {
    this.tell = tell;
    FakeObserver.all.push(this);
  }
  observe(element: Element): void {
    this.element = element;
  }
  disconnect(): void {
    FakeObserver.all = FakeObserver.all.filter((other) => other !== this);
  }
  static async see(block: number, isIntersecting: boolean): Promise<void> {
    await waitFor(() => expect(FakeObserver.all.length).toBeGreaterThan(block));
    FakeObserver.all[block]?.tell([{ isIntersecting }]);
  }
}

// Fifty rows on a busy machine.
configure({ asyncUtilTimeout: 15_000 });
const realObserver = globalThis.IntersectionObserver;
beforeEach(() => {
  FakeObserver.all = [];
  globalThis.IntersectionObserver = FakeObserver as never;
});
afterEach(() => {
  cleanup();
  globalThis.IntersectionObserver = realObserver;
});

function mount(hash: string, answers: Answers = {}, left = '') {
  window.location.hash = hash;
  const client = createFakeClient(undefined, answers);
  const platform = createFakePlatform({ surface: 'page' });
  if (left !== '') platform.writeDraft('search', left);
  render(<LibraryView platform={platform} client={client} data={createFakeLibrary()} catalogue={createFakeCatalogue()} />);
  return { called: (kind: string) => client.calls.filter(([name]) => name === kind).map(([, args]) => args) };
}

const box = () => screen.getByRole('searchbox', { name: 'Search your index' }) as HTMLInputElement;
const type = (words: string) => fireEvent.input(box(), { target: { value: words } });

const wordsInAddress = () => new URLSearchParams(window.location.hash.split('?')[1]).get('q');
const facet = (name: string) => screen.getByText(name, { selector: '.facets span' }).closest('button')!;

const hit = (i: number) => ({
  article: { ...ROWS[0]!.article, id: `r${i}`, headline: `Report ${i}` },
  snippet: 'A carousel lathe.',
  highlights: [] as [number, number][],
  snippetHighlights: [[2, 10]] as [number, number][],
});
/** 120 reports. */
const many: Answers = {
  search: async ({ query, limit, from = 0 }) =>
    ok({
      query,
      total: 120,
      atLeast: false,
      corrected: null,
      notices: [],
      hits: Array.from({ length: Math.min(limit, 120 - from) }, (_, i) => hit(from + i)),
    }),
};

describe('all results of a search', () => {
  it('are in the document only near the window', async () => {
    const { called } = mount('search', many);
    type('lathe');
    await screen.findByText('Report 0');
    const feed = screen.getByRole('feed');
    expect(within(feed).getAllByRole('article')).toHaveLength(50);
    expect(within(feed).getAllByRole('article')[0]!.getAttribute('aria-setsize')).toBe('120');
    await expectNoAxeFindings();
    await FakeObserver.see(2, true);
    const last = (await screen.findByText('Report 119')).closest('article');
    expect(last?.getAttribute('aria-posinset')).toBe('120');
    expect(called('search')).toEqual([
      { query: 'lathe', limit: 50 },
      { query: 'lathe', limit: 50, from: 100, order: 'best', patient: true },
    ]);
    await FakeObserver.see(0, false);
    await waitFor(() => expect(screen.queryByText('Report 0')).toBeNull());
    await FakeObserver.see(0, true);
    await screen.findByText('Report 0');
    expect(called('search')).toHaveLength(2);
  });

  it('keep the block in which the keyboard is, and are pinned by key wherever they are', async () => {
    const { called } = mount('search', many);
    type('lathe');
    await screen.findByText('Report 0');
    await FakeObserver.see(1, true);
    (await screen.findByText('Report 70')).focus();
    await FakeObserver.see(1, false);
    expect(screen.getByText('Report 70')).toBeTruthy();
    fireEvent.keyDown(document.activeElement!, { key: 'p' });
    await waitFor(() => expect(called('pinArticle')).toEqual([{ articleId: 'r70' }]));
  });

  it('mark what matches, and say what was read otherwise', async () => {
    mount('search', {
      search: async ({ query }) =>
        ok({
          query,
          total: 1,
          atLeast: false,
          corrected: null,
          hits: [hit(1)],
          notices: [{ code: 'similarFilter', start: 0, end: 10, text: 'author:doe', instead: 'reporter:doe' }],
        }),
    });
    type('author:doe');
    await screen.findByText('“author:doe” at character 1 is no filter and was searched as words. Write reporter:doe');
    expect(screen.getByText('carousel', { selector: 'mark' })).toBeTruthy();
    await expectNoAxeFindings();
  });
});

describe('facets', () => {
  it('show counts, narrow with a press and take it back', async () => {
    const { called } = mount('search', { ...many, searchFacets: async () => ok(FACETS) });
    type('lathe');
    fireEvent.click(await screen.findByText('Narrow these reports'));
    const outlet = facet('Kyiv Independent');
    expect(outlet.getAttribute('aria-pressed')).toBe('false');
    expect(facet('Telegraph').getAttribute('aria-pressed')).toBe('true');
    expect(['Ukrainian', 'Jan 2026', 'Unread'].map((name) => facet(name).textContent)).toEqual(['Ukrainian 12', 'Jan 2026 7', 'Unread 2']);
    await expectNoAxeFindings();
    fireEvent.click(outlet);
    await waitFor(() => expect(box().value).toBe('outlet:"Kyiv Independent" lathe'));
    await waitFor(() => expect(called('search').at(-1)).toEqual({ query: 'outlet:"Kyiv Independent" lathe', limit: 50 }));
    expect(wordsInAddress()).toBe('outlet:"Kyiv Independent" lathe');
  });
});

describe('the address of a search', () => {
  it('opens it, with its order', async () => {
    const { called } = mount('/search?q=lathe%20-wood&order=newest', many);
    await screen.findByText('Report 0');
    expect(box().value).toBe('lathe -wood');
    expect(called('search')).toEqual([{ query: 'lathe -wood', limit: 50, order: 'newest' }]);
    expect((screen.getByRole('combobox', { name: 'Order' }) as HTMLSelectElement).value).toBe('newest');
  });

  it('is written with Enter, and gone back to', async () => {
    mount('search', many);
    type('lathe');
    await screen.findByText('Report 0');
    expect(window.location.hash).toBe('#search');
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(window.location.hash).toBe('#/search?q=lathe');
    fireEvent.change(screen.getByRole('combobox', { name: 'Order' }), { target: { value: 'newest' } });
    expect(window.location.hash).toBe('#/search?q=lathe&order=newest');
    window.location.hash = '#/search?q=votkinsk';
    window.dispatchEvent(new Event('hashchange'));
    await waitFor(() => expect(box().value).toBe('votkinsk'));
  });

  it('holds a blank after the last word as quotation marks', async () => {
    mount('search', { ...many, searchFacets: async ({ query }) => ok({ ...FACETS, query }) });
    type('votkinsk lathe ');
    await screen.findByText('Report 0');
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(wordsInAddress()).toBe('votkinsk "lathe"');
  });

  it('never holds words that another page left, nor what is added to them', async () => {
    mount('search', { ...many, searchFacets: async () => ok(FACETS) }, 'words of a page');
    await screen.findByText('Report 0');
    fireEvent.keyDown(box(), { key: 'Enter' });
    fireEvent.click(await screen.findByText('Narrow these reports'));
    fireEvent.click(facet('Kyiv Independent'));
    expect(window.location.hash).toBe('#search');
    type('');
    type('own words');
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(wordsInAddress()).toBe('own words');
  });

  it.each(['a & b = c?', '"лінія" OR -x', '外交部', '%', '#/x'])('holds %s', async (words) => {
    mount(searchHash(words, false), many);
    await screen.findByText('Report 0');
    expect(box().value).toBe(words);
  });

  it('may be malformed', async () => {
    mount('/search?q=%E0%A4%A&x?y', many);
    await screen.findByText('Report 0');
  });
});

describe('searches that are kept', () => {
  it('become collections, with undo, and are offered where nothing is typed yet', async () => {
    const client = createFakeClient(undefined, many);
    const platform = createFakePlatform({ surface: 'page' });
    const data = createFakeLibrary();
    window.location.hash = 'search';
    render(<LibraryView platform={platform} client={client} data={data} catalogue={createFakeCatalogue()} />);
    await screen.findByText(/^Searches the 4,210 reports/);
    type('lathe -wood');
    fireEvent.click(await screen.findByText('Keep this search'));
    await screen.findByText('Kept as a collection.');
    type('');
    await screen.findByText('Searches you kept');
    expect(screen.getByText('lathe -wood', { selector: 'a' }).getAttribute('href')).toBe('#/search?q=lathe+-wood');
    await expectNoAxeFindings();
  });
});
