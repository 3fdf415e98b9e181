// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { PopupView } from '../../../components/views/PopupView.tsx';
import { fail, ok } from '../../../lib/core/result.ts';
import type { PageClient, PageState } from '../../../lib/messaging/protocol.ts';
import { expectNoAxeFindings } from './support/check-axe.ts';
import { type Answers, createFakeClient, createFakePlatform, type FakePlatform } from './support/fakes.ts';
import { HARD_ROWS, INDEX, PINS, readyState, SETTINGS } from './support/samples.ts';
import { foundFeed } from './support/source-samples.ts';

afterEach(cleanup);

function mount(state: PageState = readyState(), answers: Answers = {}, platform: FakePlatform = createFakePlatform()) {
  const client = createFakeClient(state, answers);
  render(<PopupView platform={platform} client={client} />);
  return { client, platform, called: (kind: string) => client.calls.filter(([name]) => name === kind).map(([, args]) => args) };
}

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-report]')].map((row) => row.dataset.report);
const row = (id: string) => within(document.querySelector<HTMLElement>(`[data-report="${id}"]`) as HTMLElement);
const live = () => document.querySelector('[data-live]')?.textContent;

describe('the popup on an article', () => {
  it('shows counts with their denominator, groups in order, and announces the count', async () => {
    mount();
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('5 related reportsfrom 4,210 reports in your index');
    expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual([
      'Same event 2',
      'Background 1',
      'In other languages 2',
      'Not in this article',
      'Reporters',
    ]);
    await waitFor(() => expect(live()).toBe('5 related reports'));
    await expectNoAxeFindings();
  });

  it('draws a row with outlet, date, reporter, language, reason and sample mark', async () => {
    mount();
    await screen.findByText(/^Both headlines name Oreshnik/);
    expect(document.querySelector('[data-report="kyiv"] .report-text .meta')?.textContent).toBe(
      'Kyiv Independent · 29 Jan 2026 · Martin Fornusek',
    );
    expect(row('kyiv').getByText(/Both headlines name Oreshnik/)).toBeTruthy();
    expect(row('uk').getByText('Ukrainian')).toBeTruthy();
    expect(row('uk').getByText('sample')).toBeTruthy();
    expect(row('kyiv').queryByText('English')).toBeNull();
  });

  it('opens a report in a new tab', async () => {
    const { platform } = mount();
    fireEvent.click(await screen.findByText('What is known about the missile that struck Dnipro'));
    expect(platform.log).toEqual(['tab https://dnipro.example/report']);
  });

  it.each(['ctrlKey', 'metaKey'])('opens a report behind the popup with %s, so that others can follow', async (modifier) => {
    const { platform } = mount();
    const link = await screen.findByText('What is known about the missile that struck Dnipro');
    expect(fireEvent.click(link, { [modifier]: true })).toBe(false);
    expect(platform.log).toEqual(['tab behind https://dnipro.example/report']);
  });

  it('explains why on demand, and unfolds copies', async () => {
    mount();
    const why = await screen.findByRole('button', { name: /^Why this report: China denies/ });
    expect(why.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(why);
    await waitFor(() => expect(why.getAttribute('aria-expanded')).toBe('true'));
    expect(row('kyiv').getByText('Oreshnik (in both headlines) and China–Russia')).toBeTruthy();
    expect(row('kyiv').getByText('the same day')).toBeTruthy();
    expect(row('kyiv').getByText('91 of 100')).toBeTruthy();
    expect(row('kyiv').getByText('words 62, topics 31, names 0 (of 100)')).toBeTruthy();
    expect([...document.querySelectorAll('[data-report="kyiv"] .why-details q')].map((quote) => quote.textContent)).toEqual([
      'Beijing says it gave no help with the Oreshnik missile',
      'China’s Foreign Ministry dismissed reports about Russia’s',
    ]);
    fireEvent.click(row('kyiv').getByRole('button', { name: 'also in 2 outlets' }));
    expect(await row('kyiv').findByRole('link', { name: /Beijing rejects claim/ })).toBeTruthy();
    await expectNoAxeFindings();
  });

  it('pins at once, and takes the pin back when the store refuses', async () => {
    const { called } = mount(readyState(), { pinArticle: async () => fail('quota-exceeded', 'Full.') });
    const pin = await screen.findByRole('button', { name: 'Pin: What is known about the missile that struck Dnipro' });
    fireEvent.click(pin);
    await waitFor(() => expect(called('pinArticle')).toEqual([{ articleId: 'dnipro' }]));
    await screen.findByText('There is no room left on this disk. Nothing was lost; free some space and try again.');
    expect(pin.getAttribute('aria-pressed')).toBe('false');
  });

  it('shows what is pinned now, whatever was when the page was read, and what another surface pins meanwhile', async () => {
    let stored = ['dnipro'];
    const { platform } = mount(readyState(), { listPinIds: async () => ok(stored) });
    const pressed = async (name: RegExp) => (await screen.findByRole('button', { name })).getAttribute('aria-pressed');
    await waitFor(async () => expect(await pressed(/^Pin: What is known/)).toBe('true'));
    expect(await pressed(/^Pin: China denies/)).toBe('false');
    stored = ['kyiv'];
    platform.changePins();
    await waitFor(async () => expect(await pressed(/^Pin: China denies/)).toBe('true'));
    expect(await pressed(/^Pin: What is known/)).toBe('false');
  });

  it('unpins with undo', async () => {
    const { called } = mount();
    const pin = await screen.findByRole('button', { name: /^Pin: China denies/ });
    expect(pin.getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(pin);
    await screen.findByText('Unpinned.');
    expect(pin.getAttribute('aria-pressed')).toBe('false');
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(pin.getAttribute('aria-pressed')).toBe('true'));
    expect(called('restorePin')).toHaveLength(1);
    await waitFor(() => expect(live()).toBe('Undone.'));
  });

  it('offers no further name for a pair of countries', async () => {
    mount();
    fireEvent.click(await screen.findByRole('button', { name: 'China–Russia' }));
    const detail = within(screen.getByRole('region', { name: 'Where this page names China–Russia' }));
    expect(detail.getByRole('button', { name: 'Same as …' })).toBeTruthy();
    expect(detail.queryByRole('button', { name: 'Also called …' })).toBeNull();
  });

  it('keeps a report when "not related" fails', async () => {
    mount(readyState(), { markNotRelated: async () => fail('storage-failed', 'No.') });
    fireEvent.click(await screen.findByRole('button', { name: /^Not related: A carousel lathe/ }));
    await screen.findByText('That did not work.');
    expect(rows()).toContain('lathe');
  });

  it('follows a reporter and names the source of a bio', async () => {
    const { called } = mount();
    expect(await screen.findByText('Bio: author box, kyivindependent.com')).toBeTruthy();
    expect(screen.getByText('In your index: Oreshnik (4) and China–Russia (3)')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Follow Martin Fornusek' }));
    await screen.findByRole('button', { name: /^Following Martin Fornusek/ });
    expect(called('follow')).toEqual([{ id: '@reporter:martin-fornusek', followed: true }]);
  });

  it('gives the coverage strip words and a list beside the picture', async () => {
    mount();
    const strip = await screen.findByRole('img', {
      name: /^Reports on Oreshnik over time: 31 of the 4,210 reports in your index, from 12 sources/,
    });
    expect(strip.querySelectorAll('rect.bar-here')).toHaveLength(1);
    expect(document.querySelector('.strip ul')?.textContent).toContain('this page');
    cleanup();
    const { coverage } = readyState();
    mount(readyState({ timeline: { ...coverage.timeline!, matching: 5000, atLeast: true, indexSize: 20_000 } }));
    await screen.findByText('at least 5,000 of 20,000 reports, 12 sources');
  });

  it('shows three names of a byline and counts the others', async () => {
    const state = readyState();
    const [first, ...rest] = state.coverage.rows;
    const authors = ['Ada', 'Bo', 'Cy', 'Di', 'Ed'].map((name) => ({ name, reporterId: null }));
    mount({ ...state, coverage: { ...state.coverage, rows: [{ ...first!, article: { ...first!.article, authors } }, ...rest] } });
    await screen.findByText(/^Both headlines name Oreshnik/);
    expect(row('kyiv').getAllByText(/Ada/)[0]?.closest('.meta')?.textContent).toContain('Ada, Bo, Cy and 2 more');
  });

  it('removes the samples in one click, and brings them back on undo', async () => {
    const { called } = mount();
    expect(await screen.findByText('62 reports in your index are invented samples.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Remove samples' }));
    await screen.findByText('The samples are removed.');
    expect(called('removeSamples')).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(called('restoreSamples')).toHaveLength(1));
  });

  it('searches for a topic the page leaves out', async () => {
    const { called } = mount();
    fireEvent.click(await screen.findByRole('button', { name: 'Search for RS-26 Rubezh' }));
    await waitFor(() => expect(called('search')).toEqual([{ query: 'RS-26 Rubezh', limit: 30 }]));
  });
});

describe('the menu', () => {
  it('asks the browser before anything else and then sets the mode', async () => {
    const { platform, called } = mount();
    fireEvent.click(await screen.findByRole('button', { name: 'Settings for this site' }));
    const every = await screen.findByRole('button', { name: /^On every site/ });
    fireEvent.click(every);
    // Same turn as the click: Firefox refuses a request that comes after an await.
    expect(platform.log).toEqual(['request every-site']);
    await waitFor(() => expect(called('setMode')).toEqual([{ mode: 'every-site' }]));
    await waitFor(() => expect(every.getAttribute('aria-pressed')).toBe('true'));
    await expectNoAxeFindings();
  });

  it('marks the topics of the page, only where there is a page that was read', async () => {
    const { called } = mount();
    fireEvent.click(await screen.findByRole('button', { name: 'Settings for this site' }));
    const marks = await screen.findByRole('switch', { name: 'Mark topics on pages' });
    expect(marks.getAttribute('aria-checked')).toBe('false');
    fireEvent.click(marks);
    await waitFor(() => expect(called('setPreference')).toEqual([{ markTopics: true }]));
    cleanup();
    mount({ kind: 'not-an-article', host: 'news.example', words: 12 });
    fireEvent.click(await screen.findByRole('button', { name: 'Settings for this site' }));
    expect(screen.queryByRole('switch', { name: 'Mark topics on pages' })).toBeNull();
  });

  it('makes the page’s site a source in one click; the call goes out before the browser asks, which may end the popup', async () => {
    const order: string[] = [];
    const feeds = [
      foundFeed('https://news.example/comments/feed'),
      foundFeed('https://news.example/feed', { title: 'RSS', declared: true }),
    ];
    const addSources: PageClient['addSources'] = async () => {
      order.push('add');
      return ok({ added: ['source:x'], known: [] });
    };
    const platform = createFakePlatform({
      requestHosts: () => {
        order.push('ask');
        return new Promise(() => undefined);
      },
    });
    const { called } = mount(readyState(), { siteFeeds: async () => ok(feeds), addSources }, platform);
    fireEvent.click(await screen.findByRole('button', { name: 'Settings for this site' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Add this site’s feed' }));
    expect(order).toEqual(['ask', 'add']);
    expect(called('addSources')).toEqual([{ sources: [{ url: 'https://news.example/feed', title: '', siteUrl: null, folders: [] }] }]);
  });

  it('says that nothing is fetched where the browser was told no, and offers to allow it', async () => {
    const answers = [false, true];
    const platform = createFakePlatform({ requestHosts: async () => answers.shift() as boolean });
    mount(readyState(), { siteFeeds: async () => ok([foundFeed('https://news.example/feed')]) }, platform);
    fireEvent.click(await screen.findByRole('button', { name: 'Settings for this site' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Add this site’s feed' }));
    await screen.findByText('Without the permission for this site nothing can be fetched from it.');
    expect(screen.queryByText(/It is being fetched/)).toBeNull();
    fireEvent.click(await screen.findByRole('button', { name: 'Allow news.example' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    cleanup();
    // Also when the menu is opened later.
    mount(readyState(), { siteFeeds: async () => ok([foundFeed('https://news.example/feed', { known: true, refused: true })]) });
    fireEvent.click(await screen.findByRole('button', { name: 'Settings for this site' }));
    await screen.findByRole('button', { name: 'Allow news.example' });
  });

  it('says when the site is a source already, and nothing where it has no feed', async () => {
    const known = mount(readyState(), { siteFeeds: async () => ok([foundFeed('https://news.example/feed', { known: true })]) });
    fireEvent.click(await screen.findByRole('button', { name: 'Settings for this site' }));
    await screen.findByText('This site is among your sources.');
    await expectNoAxeFindings();
    expect(known.called('addSources')).toEqual([]);
  });

  it('switches a site off in one click, and closes with Escape back to its button', async () => {
    const { called } = mount();
    const opener = await screen.findByRole('button', { name: 'Settings for this site' });
    fireEvent.click(opener);
    fireEvent.click(await screen.findByRole('switch', { name: 'Look at news.example' }));
    await waitFor(() => expect(called('setSite')).toEqual([{ host: 'news.example', rule: 'blocked' }]));
    fireEvent.keyDown(document.body, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });

  it('pins the page itself, with undo', async () => {
    const { called } = mount();
    fireEvent.click(await screen.findByRole('button', { name: 'Settings for this site' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Pin this page' }));
    await screen.findByText('This page is pinned.');
    expect(called('pinPage')).toEqual([{ tabId: 7 }]);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(called('unpin')).toHaveLength(1));
  });

  it('offers no undo of a pin that was there before, with its note and tags', async () => {
    const pin = PINS[0] as (typeof PINS)[0];
    mount(readyState(), { pinPage: async () => ok({ pin, wasPinned: true }) });
    fireEvent.click(await screen.findByRole('button', { name: 'Settings for this site' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Pin this page' }));
    await screen.findByText('This page is pinned already.');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('shows that the page itself is pinned, and unpins it with undo', async () => {
    const { called } = mount({ ...readyState(), ownId: 'page:own' }, { listPinIds: async () => ok(['page:own']) });
    fireEvent.click(await screen.findByRole('button', { name: 'Settings for this site' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Pinned', pressed: true }));
    await screen.findByText('Unpinned.');
    expect(called('unpin')).toEqual([{ pinId: 'page:own' }]);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(called('restorePin')).toEqual([{ pinId: 'page:own' }]));
  });
});

describe('text from outside', () => {
  it('is no link where a report has no address that is known', async () => {
    const state = readyState();
    const [first, ...rest] = state.coverage.rows;
    const article = { ...first!.article, url: 'https://address-unknown.invalid/parts', headline: 'Parts from a text file' };
    mount({ ...state, coverage: { ...state.coverage, rows: [{ ...first!, article }, ...rest] } });
    const headline = (await screen.findByText('Parts from a text file')).closest('[data-headline]');
    expect([headline?.tagName, headline?.getAttribute('tabindex')]).toEqual(['SPAN', '-1']);
  });

  it('is shown as text, never as markup, and keeps its direction to itself', async () => {
    mount(readyState({ rows: HARD_ROWS }));
    const headline = await screen.findByRole('link', { name: /alert\(1\)/ });
    expect(document.querySelector('#app script, article script, article img, article b')).toBeNull();
    expect(headline.getAttribute('dir')).toBe('auto');
    expect(row('markup').getByText('Unknown source').tagName).toBe('BDI');
    await expectNoAxeFindings();
  });
});

describe('writing direction', () => {
  it('is taken from the texts', async () => {
    mount(readyState(), {}, createFakePlatform({ dir: 'rtl' }));
    await screen.findByText(/^Both headlines name Oreshnik/);
    expect(document.documentElement.dir).toBe('rtl');
    await expectNoAxeFindings();
    cleanup();
    mount();
    await screen.findByText(/^Both headlines name Oreshnik/);
    expect(document.documentElement.dir).toBe('ltr');
  });
});

describe('the footer', () => {
  it('tells what the index holds, or that it is being rebuilt', async () => {
    mount();
    expect(await screen.findByText('12 sources · updated 2 hr ago')).toBeTruthy();
    cleanup();
    const { platform } = mount(readyState({ index: { ...INDEX, rebuilding: 0.42 } }));
    expect(await screen.findByText('Rebuilding the index, 42% done')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Library' }));
    expect(platform.log).toEqual(['library pins']);
  });

  it('opens the panel with the click', async () => {
    const { platform } = mount(readyState(), { getSettings: async () => ok(SETTINGS) });
    fireEvent.click(await screen.findByRole('button', { name: 'Open in the side panel' }));
    expect(platform.log).toEqual(['panel']);
  });
});
