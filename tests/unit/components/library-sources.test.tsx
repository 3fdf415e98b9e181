// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { LibraryData } from '../../../components/library-data.ts';
import { LibraryView } from '../../../components/views/LibraryView.tsx';
import { fail, ok } from '../../../lib/core/result.ts';
import { expectNoAxeFindings } from './support/check-axe.ts';
import { type Answers, createFakeCatalogue, createFakeClient, createFakeLibrary, createFakePlatform } from './support/fakes.ts';
import { foundFeed, SOURCES } from './support/source-samples.ts';

afterEach(cleanup);

function mount(answers: Answers = {}, options: { data?: Partial<LibraryData>; grant?: boolean } = {}) {
  window.location.hash = 'sources';
  const client = createFakeClient(undefined, answers);
  const platform = createFakePlatform({ surface: 'page', grant: options.grant ?? true });
  render(<LibraryView platform={platform} client={client} data={createFakeLibrary(options.data)} catalogue={createFakeCatalogue()} />);
  return { platform, called: (kind: string) => client.calls.filter(([name]) => name === kind).map(([, args]) => args) };
}

const item = async (title: string) => within((await screen.findByText(title)).closest('li') as HTMLElement);
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

async function type(address: string): Promise<void> {
  const field = await screen.findByLabelText('Address of a site or feed');
  fireEvent.input(field, { target: { value: address } });
  fireEvent.submit(field.closest('form') as HTMLFormElement);
}

describe('the list of sources', () => {
  it('says of each in words how it is', async () => {
    mount();
    for (const [title, text] of [
      ['Harbour Times', 'Fetched 20 min ago · next in 40 min'],
      ['Вечірній берег', 'Being fetched…'],
      ['New Wire', 'Not fetched yet'],
      ['Grey Ledger', 'The site answered with error 503 · tried 3 times · next in 2 hr'],
      ['Northern Post', 'Answers from another address now: https://post.example/feed.xml'],
      ['Old Gazette', 'Its site says that it is over for good'],
      ['River Herald', 'Your browser does not let Sidelight read river.example'],
      ['Slow Review', 'Paused: not fetched'],
    ]) {
      (await item(title as string)).getByText(text as string);
    }
    screen.getByText('8 sources, 1,498 reports');
    expect((await item('Вечірній берег')).getByText('Україна › Kyiv')).toBeTruthy();
    await expectNoAxeFindings();
  });

  it('says what to do about one that leads away', async () => {
    const [row] = SOURCES.filter(({ health }) => health.code === 'failing');
    mount({ listSources: async () => ok([{ ...row!, failure: { code: 'leads-away', status: null } }]) });
    const text = await screen.findByText(/^Leads on to another address, which Sidelight cannot read: open it in a tab/);
    expect(text.className).toContain('health-bad');
  });

  it('is brought up to date when the background says so', async () => {
    let rows = SOURCES.slice(0, 1);
    const { platform } = mount({ listSources: async () => ok(rows) });
    await screen.findByText('1 source, 214 reports');
    rows = SOURCES.slice(0, 2);
    platform.changeSources();
    await screen.findByText('2 sources, 428 reports');
  });

  it('asks for itself once at a time, however often the background speaks', async () => {
    const answers: (() => void)[] = [];
    const { called, platform } = mount({
      listSources: () => new Promise((done) => answers.push(() => done(ok(SOURCES.slice(0, 1))))),
    });
    await waitFor(() => expect(answers).toHaveLength(1));
    for (let times = 0; times < 50; times++) platform.changeSources();
    expect(called('listSources')).toHaveLength(1);
    answers[0]?.();
    // Once more, for what changed meanwhile.
    await waitFor(() => expect(answers).toHaveLength(2));
    answers[1]?.();
    await screen.findByText('1 source, 214 reports');
    expect(called('listSources')).toHaveLength(2);
  });

  it('is fetched whole or one by one, and stopped', async () => {
    const still = SOURCES.filter(({ health, busy }) => health.code === 'fine' && !busy);
    const { called } = mount({ listSources: async () => ok(still) });
    await screen.findByText('Harbour Times');
    press('Fetch all now');
    press('Fetch now: Harbour Times');
    await waitFor(() => expect(called('refreshSources')).toEqual([{ ids: null }, { ids: ['source:harbour'] }]));
    cleanup();
    const busy = mount();
    await screen.findByText('7 of 8 fetched');
    press('Stop');
    await waitFor(() => expect(busy.called('stopRefresh')).toHaveLength(1));
    await screen.findByText(/^Stopped\. What is fetched stays/);
  });

  it('is fetched on demand also while some wait for their first time and nothing is being fetched', async () => {
    const { called } = mount({ listSources: async () => ok(SOURCES.filter(({ busy }) => !busy)) });
    await screen.findByText('6 of 7 fetched');
    press('Fetch all now');
    await waitFor(() => expect(called('refreshSources')).toEqual([{ ids: null }]));
    cleanup();
    mount();
    await screen.findByText('7 of 8 fetched');
    expect(screen.queryByRole('button', { name: 'Fetch all now' })).toBeNull();
  });

  it('pauses, resumes, renames, takes or keeps an address', async () => {
    const { called, platform } = mount();
    await screen.findByText('Harbour Times');
    press('Pause Harbour Times');
    press('Resume Slow Review');
    press('Rename Harbour Times');
    const form = screen.getByLabelText('Name');
    fireEvent.input(form, { target: { value: 'The Times of the Harbour' } });
    fireEvent.submit(form.closest('form') as HTMLFormElement);
    press('Use the new address');
    press('Keep the old one');
    await waitFor(() => {
      expect(called('changeSource')).toEqual([
        { id: 'source:harbour', paused: true },
        { id: 'source:slow', paused: false },
        { id: 'source:harbour', title: 'The Times of the Harbour' },
        { id: 'source:north', url: 'https://post.example/feed.xml' },
      ]);
    });
    expect(called('keepSourceAddress')).toEqual([{ id: 'source:north' }]);
    expect(platform.log).toContain('request post.example');
  });

  it.each([
    [true, 'remove old-post.example'],
    [false, 'remove post.example'],
  ])('gives back the permission that it needs no more, the move written: %s', async (isWritten, given) => {
    let url = 'https://old-post.example/feed';
    const row = SOURCES.find(({ id }) => id === 'source:north')!;
    const { platform } = mount({
      listSources: async () => ok([{ ...row, url }]),
      changeSource: async (change) => {
        if (!isWritten) return fail('storage-failed', 'No.');
        url = change.url ?? url;
        return ok(row as never);
      },
    });
    await screen.findByText(row.title);
    press('Use the new address');
    await waitFor(() => expect(platform.log).toEqual(['request post.example', given]));
  });

  it('asks for a permission that is missing', async () => {
    const { called, platform } = mount();
    await screen.findByText('River Herald');
    press('Allow River Herald');
    await waitFor(() => expect(called('refreshSources')).toEqual([{ ids: ['source:river'] }]));
    expect(platform.log).toEqual(['request river.example']);
    cleanup();
    const refused = mount({}, { grant: false });
    await screen.findByText('River Herald');
    press('Allow River Herald');
    await screen.findByText('Without the permission for this site nothing can be fetched from it.');
    expect(refused.called('refreshSources')).toEqual([]);
  });

  it('removes a source with or without its reports, and puts it back', async () => {
    const removed: unknown[] = [];
    let undone = 0;
    const removeSource: LibraryData['removeSource'] = async (id, keepReports) => {
      removed.push([id, keepReports]);
      return ok({ reports: keepReports ? 0 : 200, undo: async () => ++undone > 0 });
    };
    const listSources = async () => ok(SOURCES.slice(undone === removed.length ? 0 : 1));
    const { platform } = mount({ listSources }, { data: { removeSource } });
    await screen.findByText('Harbour Times');
    press('Remove Harbour Times');
    await expectNoAxeFindings();
    press('Remove with its 214 reports');
    await screen.findByText('Harbour Times removed with 200 reports');
    press('Undo');
    // What only this source needed is given back, and asked for again with the undo.
    expect(platform.log).toEqual(['remove harbour.example', 'request harbour.example']);
    await waitFor(() => expect(undone).toBe(1));
    fireEvent.click(await screen.findByRole('button', { name: 'Remove Harbour Times' }));
    press('Remove, keep its reports');
    await screen.findByText('Harbour Times removed');
    expect(removed).toEqual([
      ['source:harbour', false],
      ['source:harbour', true],
    ]);
  });

  it('says what is the matter when it cannot be read, and what is missing when it is empty', async () => {
    mount({ listSources: async () => fail('storage-failed', 'No.') });
    await screen.findByRole('alert');
    cleanup();
    mount({ listSources: async () => ok([]) });
    await screen.findByText(/^No source yet/);
    await expectNoAxeFindings();
  });
});

describe('adding a source by address', () => {
  it('adds a feed at once', async () => {
    const { called, platform } = mount();
    await type('listed.example/feed');
    await screen.findByText('1 source added. It is being fetched.');
    expect(platform.log[0]).toBe('request listed.example');
    expect(called('findFeeds')).toEqual([{ url: 'https://listed.example/feed', usual: false }]);
    expect(called('addSources')).toEqual([
      { sources: [{ url: 'https://listed.example/feed', title: 'Listed Voice', siteUrl: null, folders: [] }] },
    ]);
  });

  it('shows the feeds of a site to choose from', async () => {
    const feeds = [
      foundFeed('https://site.example/all', { title: 'Everything', format: null, reports: null }),
      foundFeed('https://feeds.elsewhere.example/world', { title: 'World' }),
      foundFeed('https://site.example/known', { title: 'Known', known: true }),
    ];
    const { called, platform } = mount({ findFeeds: async () => ok(feeds) });
    await type('https://site.example');
    await screen.findByText('Feeds found there:');
    await expectNoAxeFindings();
    expect(screen.queryByRole('button', { name: 'Add Known' })).toBeNull();
    press('Add World');
    await waitFor(() => expect(called('addSources')).toHaveLength(1));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Add World' })).toBeNull());
    expect(platform.log).toContain('request feeds.elsewhere.example');
  });

  it('looks in the usual places only when asked', async () => {
    const { called } = mount({ findFeeds: async ({ usual }) => ok(usual ? [foundFeed('https://site.example/rss.xml')] : []) });
    await type('site.example');
    await screen.findByText(/^This page declares no feed/);
    press('Look in the usual places');
    await screen.findByText('1 source added. It is being fetched.');
    expect(called('findFeeds')).toEqual([
      { url: 'https://site.example/', usual: false },
      { url: 'https://site.example/', usual: true },
    ]);
  });

  it.each([
    ['javascript:alert(1)', 'This is no web address.'],
    ['localhost', 'This is no web address.'],
    ['not an address', 'This is no web address.'],
  ])('refuses %s', async (address, text) => {
    const { called } = mount();
    await type(address);
    await screen.findByText(text);
    expect(called('findFeeds')).toEqual([]);
  });

  it('says what went wrong: no permission, nothing there, a private address', async () => {
    const refused = mount({}, { grant: false });
    await type('site.example');
    await screen.findByText('Without the permission for this site nothing can be fetched from it.');
    expect(refused.called('findFeeds')).toEqual([]);
    cleanup();
    const asked: string[] = [];
    const findFeeds: Answers['findFeeds'] = async ({ url }) => {
      asked.push(url);
      return url.includes('www.') ? ok([foundFeed('https://www.site.example/feed')]) : fail('page-unreachable', 'No.');
    };
    const other = mount({ findFeeds });
    await type('site.example');
    await screen.findByText(/^Nothing could be read at this address/);
    press('Try www.site.example');
    await screen.findByText('1 source added. It is being fetched.');
    expect([asked, other.platform.log[1]]).toEqual([['https://site.example/', 'https://www.site.example/'], 'request www.site.example']);
    cleanup();
    mount({ findFeeds: async () => fail('leads-away', 'No.') });
    await type('site.example');
    await screen.findByText(/^This address leads on to another one/);
    screen.getByRole('button', { name: 'Try www.site.example' });
    cleanup();
    mount({ findFeeds: async () => fail('no-permission', 'No.') });
    await type('10.0.0.1/feed');
    await screen.findByText('Addresses of this computer and its network are not fetched.');
  });
});

describe('OPML', () => {
  function choose(text: string | Uint8Array<ArrayBuffer>): void {
    const input = document.querySelector<HTMLInputElement>('input[type="file"]') as HTMLInputElement;
    Object.defineProperty(input, 'files', { value: [new File([text], 'feeds.opml')], configurable: true });
    fireEvent.change(input);
  }

  it('is previewed, chosen from, added', async () => {
    const feeds = [foundFeed('https://a.example/f', { title: 'A', folders: ['World'] }), foundFeed('https://b.example/f', { title: 'B' })];
    const { called, platform } = mount({
      readOpml: async () => ok({ feeds: [...feeds, foundFeed('https://c.example/f', { known: true })], leftOut: 1 }),
    });
    await screen.findByText('Other readers');
    choose('<opml/>');
    await screen.findByText('4 feeds in this file');
    screen.getByText('1 is a source already');
    screen.getByText('1 is left out: no web address, or one of this computer or its network');
    await expectNoAxeFindings();
    fireEvent.click(screen.getByRole('checkbox', { name: /^B/ }));
    press('Add 1 feed');
    await screen.findByText('1 source added. It is being fetched.');
    expect(called('addSources')).toEqual([{ sources: [{ url: 'https://a.example/f', title: 'A', siteUrl: null, folders: ['World'] }] }]);
    expect(platform.log).toContain('request a.example');
    await waitFor(() => expect(screen.queryByText('4 feeds in this file')).toBeNull());
  });

  it.each([
    ['UTF-16', new Uint8Array(Buffer.from('\ufeff<opml text="größe"/>', 'utf16le'))],
    [
      'windows-1251',
      new Uint8Array([
        ...Buffer.from('<?xml version="1.0" encoding="windows-1251"?><opml text="'),
        0xcf,
        0xee,
        0xf0,
        0xf2,
        0x22,
        0x2f,
        0x3e,
      ]),
    ],
  ])('is read in %s', async (name, bytes) => {
    const { called } = mount({ readOpml: async () => ok({ feeds: [], leftOut: 0 }) });
    await screen.findByText('Other readers');
    choose(bytes);
    const text = name === 'UTF-16' ? /größe/ : /"Порт"/;
    await waitFor(() => expect(called('readOpml')).toEqual([{ text: expect.stringMatching(text) }]));
  });

  it('that is none is said to be none, and sources are saved as one', async () => {
    const { platform } = mount({ readOpml: async () => fail('not-a-feed', 'No.') });
    await screen.findByText('Other readers');
    choose('hello');
    await screen.findByText('This file is no list of feeds.');
    press('Save as OPML');
    await screen.findByText('Handed to the browser’s downloads as sidelight-2026-01-30.opml');
    expect(platform.log).toEqual(['save sidelight-2026-01-30.opml 21']);
  });
});

describe('the catalogue', () => {
  it('is searched by words and language; outlets are added by their feed, or by the one their site declares', async () => {
    const { called, platform } = mount({ findFeeds: async ({ url }) => ok([foundFeed(`${url}comments/feed`), foundFeed(`${url}feed`)]) });
    await screen.findByText('4 outlets');
    fireEvent.click(screen.getByText('Well-known outlets'));
    await expectNoAxeFindings();
    fireEvent.click(screen.getByRole('checkbox', { name: /Harbour Times/ }));
    fireEvent.change(screen.getByRole('combobox', { name: 'Language' }), { target: { value: 'uk' } });
    await screen.findByText('1 outlet');
    fireEvent.click(screen.getByRole('checkbox', { name: /Вечірній берег/ }));
    press('Add 2 outlets');
    await screen.findByText('2 sources added. They are being fetched.');
    expect(platform.log).toContain('request harbour.example,www.coast.example');
    expect(called('findFeeds')).toEqual([{ url: 'https://www.coast.example/', usual: false }]);
    expect(called('addSources')).toEqual([
      { sources: [{ url: 'https://harbour.example/feed', title: 'Harbour Times', siteUrl: 'https://www.harbour.example/', folders: [] }] },
      { sources: [{ url: 'https://www.coast.example/feed', title: 'Вечірній берег', siteUrl: 'https://www.coast.example/', folders: [] }] },
    ]);
  });

  it('adds known feeds at once, and can be stopped while sites are looked at: what is left stays chosen', async () => {
    const { called } = mount({ findFeeds: () => new Promise(() => {}) });
    await screen.findByText('4 outlets');
    fireEvent.click(screen.getByRole('checkbox', { name: /Harbour Times/ }));
    fireEvent.click(screen.getByRole('checkbox', { name: /Вечірній берег/ }));
    press('Add 2 outlets');
    await screen.findByText('1 of 2');
    expect(called('addSources')).toHaveLength(1);
    fireEvent.click(within(document.querySelector<HTMLElement>('.catalogue')!).getByRole('button', { name: 'Stop' }));
    await screen.findByText('1 source added. It is being fetched.');
    screen.getByRole('button', { name: 'Add 1 outlet' });
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Вечірній берег/ }).checked).toBe(true);
  });

  it('says on whose site no feed was found, and adds nothing without permission', async () => {
    mount({ findFeeds: async () => ok([]) });
    await screen.findByText('4 outlets');
    fireEvent.click(screen.getByRole('checkbox', { name: /Вечірній берег/ }));
    press('Add 1 outlet');
    await screen.findByText(/^No feed was found on the site of Vechirnii Bereh/);
    cleanup();
    const refused = mount({}, { grant: false });
    await screen.findByText('4 outlets');
    fireEvent.click(screen.getByRole('checkbox', { name: /Harbour Times/ }));
    press('Add 1 outlet');
    await screen.findByText('Without the permission for this site nothing can be fetched from it.');
    expect(refused.called('addSources')).toEqual([]);
  });
});
