// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { PopupView } from '../../../components/views/PopupView.tsx';
import type { ErrorCode } from '../../../lib/core/errors.ts';
import { ok } from '../../../lib/core/result.ts';
import type { PageState } from '../../../lib/messaging/protocol.ts';
import { expectNoAxeFindings } from './support/check-axe.ts';
import { type Answers, createFakeClient, createFakePlatform } from './support/fakes.ts';
import { INDEX, readyState, SETTINGS } from './support/samples.ts';

afterEach(cleanup);

function mount(state: PageState, answers: Answers = {}, options: Parameters<typeof createFakePlatform>[0] = {}) {
  const client = createFakeClient(state, { analysePage: async () => ok(state), ...answers });
  const platform = createFakePlatform(options);
  render(<PopupView platform={platform} client={client} />);
  return { client, platform, called: (kind: string) => client.calls.filter(([name]) => name === kind).map(([, args]) => args) };
}

const NEEDS_CLICK: PageState = { kind: 'needs-click', host: 'news.example' };

describe('before anything was read', () => {
  it('shows rows of the final height while waiting', async () => {
    mount(readyState(), { getPage: () => new Promise(() => undefined) });
    await screen.findByText('Looking at this page', { selector: 'bdi' });
    expect(document.querySelectorAll('.skeleton-row').length).toBeGreaterThan(2);
    expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('true');
    await expectNoAxeFindings();
  });

  it('shows what was found before while the background wakes, and nothing of what is not known', async () => {
    let answer: (state: PageState) => void = () => undefined;
    const client = createFakeClient(NEEDS_CLICK, {
      getPage: () => new Promise((resolve) => (answer = (state) => resolve(ok(state)))),
    });
    render(<PopupView platform={createFakePlatform()} client={client} known={async () => readyState()} />);
    await screen.findByText(/^Both headlines name Oreshnik/);
    expect(screen.getByRole('main').getAttribute('aria-busy')).not.toBe('true');
    answer({ kind: 'site-off', host: 'news.example' });
    await waitFor(() => expect(screen.queryByText(/^Both headlines name Oreshnik/)).toBeNull());
    cleanup();
    render(<PopupView platform={createFakePlatform()} client={client} known={async () => NEEDS_CLICK} />);
    await screen.findByText('Looking at this page', { selector: 'bdi' });
  });

  it('reads the page at once in the popup, as opening it was the click', async () => {
    const { called } = mount(NEEDS_CLICK, { analysePage: async () => ok(readyState()) });
    await screen.findByText(/^Both headlines name Oreshnik/);
    expect(called('analysePage')).toEqual([{ tabId: 7 }]);
  });

  it('asks for a click where reading failed', async () => {
    let answers = 0;
    mount(NEEDS_CLICK, {
      analysePage: async () => {
        answers += 1;
        return ok(answers === 1 ? NEEDS_CLICK : readyState());
      },
    });
    const button = await screen.findByRole('button', { name: 'Look at this page' });
    await expectNoAxeFindings();
    fireEvent.click(button);
    await screen.findByText(/^Both headlines name Oreshnik/);
  });

  it('shows that it looks while it does, and keeps the focus', async () => {
    let answer: (state: PageState) => void = () => undefined;
    const analysePage = () => new Promise<ReturnType<typeof ok<PageState>>>((resolve) => (answer = (state) => resolve(ok(state))));
    mount(NEEDS_CLICK, { analysePage }, { surface: 'panel' });
    const button = await screen.findByRole('button', { name: 'Look at this page' });
    button.focus();
    fireEvent.click(button);
    await screen.findByText('Looking at this page', { selector: 'bdi' });
    expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('true');
    expect(document.activeElement).toBe(screen.getByRole('main'));
    await waitFor(() => expect(document.querySelector('[data-live]')?.textContent).toBe('Looking at this page'));
    answer(readyState());
    await screen.findByText(/^Both headlines name Oreshnik/);
  });

  it('reads by itself only once, however often the state is pushed', async () => {
    const { platform, called } = mount(NEEDS_CLICK);
    await screen.findByRole('button', { name: 'Look at this page' });
    platform.changeState(7);
    await waitFor(() => expect(called('getPage')).toHaveLength(2));
    await screen.findByRole('button', { name: 'Look at this page' });
    expect(called('analysePage')).toHaveLength(1);
  });

  it('offers to always look at the site, asking the browser in the click', async () => {
    const { platform, called } = mount(NEEDS_CLICK);
    const always = await screen.findByRole('button', { name: 'Always look at news.example' });
    await waitFor(() => expect(called('getSettings')).toHaveLength(1));
    fireEvent.click(always);
    expect(platform.log).toEqual(['request news.example']);
    await waitFor(() => expect(called('setSite')).toEqual([{ host: 'news.example', rule: 'chosen' }]));
  });

  it('says when the permission was taken back, and offers both ways on', async () => {
    const { platform, called } = mount(NEEDS_CLICK, {
      getSettings: async () => ok({ ...SETTINGS, mode: 'every-site', permissionMissing: true }),
    });
    await screen.findByText('The browser no longer lets Sidelight look by itself');
    await expectNoAxeFindings();
    fireEvent.click(screen.getByRole('button', { name: 'Allow again' }));
    expect(platform.log).toEqual(['request every-site']);
    fireEvent.click(screen.getByRole('button', { name: 'Only when I click' }));
    await waitFor(() => expect(called('setMode')).toContainEqual({ mode: 'on-click' }));
  });
});

describe('a page that was read although the mode’s permission is gone', () => {
  it('says so above the reports, and asks again in the click', async () => {
    const { platform, called } = mount(readyState(), {
      getSettings: async () => ok({ ...SETTINGS, mode: 'every-site', permissionMissing: true }),
    });
    await screen.findByText(/^Both headlines name Oreshnik/);
    fireEvent.click(await screen.findByRole('button', { name: 'Allow again' }));
    expect(platform.log).toEqual(['request every-site']);
    await waitFor(() => expect(called('setMode')).toEqual([{ mode: 'every-site' }]));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Allow again' })).toBeNull());
  });
});

describe('where the permission for one of the chosen sites is gone', () => {
  const chosen = (missingHosts: string[]): Answers => ({
    getSettings: async () =>
      ok({ ...SETTINGS, mode: 'chosen-sites', sites: ['a.example', 'news.example'], permissionMissing: true, missingHosts }),
  });

  it('asks for what is missing, and chooses nothing that was not chosen', async () => {
    const { platform, called } = mount(NEEDS_CLICK, chosen(['a.example', 'news.example']));
    fireEvent.click(await screen.findByRole('button', { name: 'Allow again' }));
    expect(platform.log).toEqual(['request a.example,news.example']);
    await waitFor(() => expect(called('setMode')).toEqual([{ mode: 'chosen-sites' }]));
    expect(called('setSite')).toEqual([]);
  });

  it('says nothing of it on other pages', async () => {
    mount(NEEDS_CLICK, chosen(['a.example']));
    await screen.findByText('Sidelight looks as soon as the page is there.');
    expect(screen.queryByRole('button', { name: 'Allow again' })).toBeNull();
    cleanup();
    mount(readyState(), chosen(['a.example']));
    await screen.findByText(/^Both headlines name Oreshnik/);
    expect(screen.queryByRole('button', { name: 'Allow again' })).toBeNull();
    cleanup();
    mount({ kind: 'needs-click', host: null }, chosen(['a.example']), { surface: 'panel' });
    await screen.findByText(/Click the Sidelight icon in the toolbar/);
    expect(screen.queryByRole('button', { name: 'Allow again' })).toBeNull();
  });
});

describe('the side panel', () => {
  it('never reads by itself, and says where to click when it may not know the site', async () => {
    const { called } = mount({ kind: 'needs-click', host: null }, {}, { surface: 'panel' });
    expect(await screen.findByText(/Click the Sidelight icon in the toolbar.*Or press Alt\+Shift\+L\./)).toBeTruthy();
    expect(called('analysePage')).toEqual([]);
    await expectNoAxeFindings();
  });

  it('drops the results of a tab the moment another is shown', async () => {
    const states: Record<number, PageState> = { 7: readyState(), 8: NEEDS_CLICK };
    const { platform } = mount(readyState(), { getPage: async ({ tabId }) => ok(states[tabId] ?? NEEDS_CLICK) }, { surface: 'panel' });
    await screen.findByText(/^Both headlines name Oreshnik/);
    platform.activate(8);
    await waitFor(() => expect(screen.queryByText(/^Both headlines name Oreshnik/)).toBeNull());
    await screen.findByText('This is another page, or it was loaded again');
    await expectNoAxeFindings();
    platform.activate(7);
    await screen.findByText(/^Both headlines name Oreshnik/);
  });

  it('takes up a pushed change of its own tab and ignores those of others', async () => {
    let state: PageState = NEEDS_CLICK;
    const { platform, called } = mount(NEEDS_CLICK, { getPage: async () => ok(state) }, { surface: 'panel' });
    await screen.findByRole('button', { name: 'Look at this page' });
    state = readyState();
    platform.changeState(99);
    expect(called('getPage')).toHaveLength(1);
    platform.changeState(7);
    await screen.findByText(/^Both headlines name Oreshnik/);
  });

  it('ignores a late answer for a tab that was left', async () => {
    let answerFirst: (state: PageState) => void = () => undefined;
    const { platform } = mount(
      readyState(),
      {
        getPage: ({ tabId }) =>
          tabId === 7
            ? new Promise((resolve) => {
                answerFirst = (state) => resolve(ok(state));
              })
            : Promise.resolve(ok<PageState>({ kind: 'site-off', host: 'mail.example' })),
      },
      { surface: 'panel' },
    );
    await screen.findByText('Looking at this page', { selector: 'bdi' });
    platform.activate(8);
    await screen.findByText('Off on mail.example');
    answerFirst(readyState());
    await new Promise((done) => setTimeout(done, 20));
    expect(screen.queryByText(/^Both headlines name Oreshnik/)).toBeNull();
  });
});

describe('where Sidelight looks by itself', () => {
  const every = { getSettings: async () => ok({ ...SETTINGS, mode: 'every-site' as const, grantedHosts: ['*'] }) };

  it('says of a page that is still loading that it will, and not that it needs asking', async () => {
    const states: Record<number, PageState> = { 7: readyState(), 8: NEEDS_CLICK };
    const { platform } = mount(readyState(), { ...every, getPage: async ({ tabId }) => ok(states[tabId]!) }, { surface: 'panel' });
    await screen.findByText(/^Both headlines name Oreshnik/);
    platform.activate(8);
    await screen.findByText('Sidelight looks as soon as the page is there.');
    expect(screen.queryByText(/only when you ask/)).toBeNull();
    await expectNoAxeFindings();
  });

  it('does not offer to choose a site that is chosen', async () => {
    const getSettings = async () =>
      ok({ ...SETTINGS, mode: 'chosen-sites' as const, sites: ['news.example'], grantedHosts: ['news.example'] });
    mount(NEEDS_CLICK, { getSettings }, { surface: 'panel' });
    await screen.findByText('Sidelight looks as soon as the page is there.');
    expect(screen.queryByRole('button', { name: /^Always look/ })).toBeNull();
  });

  it('says of a page that was passed over why, and looks anyway when asked', async () => {
    const { called } = mount(
      { ...NEEDS_CLICK, passedOver: true },
      { ...every, analysePage: async () => ok(readyState()) },
      { surface: 'panel' },
    );
    await screen.findByText('This does not look like an article');
    await waitFor(() => expect(document.querySelector('[data-live]')?.textContent).toBe('No article here'));
    await expectNoAxeFindings();
    fireEvent.click(screen.getByRole('button', { name: 'Look anyway' }));
    await screen.findByText(/^Both headlines name Oreshnik/);
    expect(called('analysePage')).toEqual([{ tabId: 7 }]);
  });
});

describe('pages without reports', () => {
  it('turns a site on again, and takes no permission from it that something else may need', async () => {
    const { called, platform } = mount({ kind: 'site-off', host: 'mail.example' });
    fireEvent.click(await screen.findByRole('button', { name: 'Turn on for this site' }));
    await waitFor(() => expect(called('setSite')).toEqual([{ host: 'mail.example', rule: 'unblocked' }]));
    await waitFor(() => expect(called('getPage')).toHaveLength(2));
    expect(platform.log).toEqual([]);
    await expectNoAxeFindings();
  });

  it('says that a page is no article, and how much text it has', async () => {
    mount({ kind: 'not-an-article', host: 'news.example', words: 84 });
    expect(await screen.findByText(/^84 words were found/)).toBeTruthy();
    await expectNoAxeFindings();
  });

  it.each([
    ['browser-page', 'Pages of the browser itself are closed to extensions.'],
    ['pdf', 'This is a PDF. Its text is closed to extensions.'],
    ['file', 'This is a file on your computer. Sidelight reads web pages only.'],
    ['no-text', 'This page has no text to read.'],
    ['store-page', 'The browser keeps its add-on store closed to extensions.'],
  ] as const)('explains %s', async (reason, text) => {
    mount({ kind: 'unsupported', reason });
    expect(await screen.findByText(text)).toBeTruthy();
    fireEvent.click(screen.getAllByRole('button', { name: 'Search your index' }).at(-1) as HTMLElement);
    await screen.findByRole('searchbox');
    await expectNoAxeFindings();
  });

  it('looks again at a page that had no text when it was read', async () => {
    const { called } = mount({ kind: 'unsupported', reason: 'no-text' }, { analysePage: async () => ok(readyState()) });
    fireEvent.click(await screen.findByRole('button', { name: 'Look again' }));
    await screen.findByText(/^Both headlines name Oreshnik/);
    expect(called('analysePage')).toEqual([{ tabId: 7 }]);
  });

  it('offers no second look at what stays closed', async () => {
    mount({ kind: 'unsupported', reason: 'store-page' });
    await screen.findByText('The browser keeps its add-on store closed to extensions.');
    expect(screen.queryByRole('button', { name: 'Look again' })).toBeNull();
  });

  it('answers a window without tabs', async () => {
    mount(readyState(), {}, { activeTabId: async () => null });
    expect(await screen.findByText('Pages of the browser itself are closed to extensions.')).toBeTruthy();
  });

  it('names the index when nothing matches', async () => {
    mount(readyState({ rows: [], missing: [], reporters: [], timeline: null }));
    expect(await screen.findByText('No match in your 4,210 reports')).toBeTruthy();
    expect(screen.getByText(/^Updated 2 hr ago\./)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Oreshnik' })).toBeTruthy();
    await expectNoAxeFindings();
  });

  it('keeps the place of the topics where the page names none', async () => {
    mount(readyState({ rows: [], missing: [], reporters: [], timeline: null, topics: [] }));
    const none = await screen.findByText('No topic Sidelight knows is named on this page.');
    expect(none.parentElement?.className).toContain('topics');
    expect(screen.getByText('No match in your 4,210 reports')).toBeTruthy();
    await expectNoAxeFindings();
  });

  it('offers sources when the index is empty', async () => {
    const { platform } = mount(readyState({ rows: [], topics: [], timeline: null, index: { ...INDEX, articles: 0, sampleArticles: 0 } }));
    expect(await screen.findByText('Your index is empty')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Add sources' }));
    expect(platform.log).toEqual(['library sources']);
  });
});

describe('faults', () => {
  it.each<[ErrorCode, string]>([
    ['quota-exceeded', 'There is no room left on this disk. Nothing was lost; free some space and try again.'],
    ['index-newer-than-code', 'Your index was made by a newer Sidelight. Update Sidelight, or export your data.'],
    ['storage-failed', 'The browser could not open the index.'],
    ['checksum-mismatch', 'A file of the index is damaged. It can be rebuilt from your reports.'],
    ['unexpected', 'Something unexpected happened. Your pins and your index are untouched.'],
  ])('says what %s means and offers a way on', async (code, text) => {
    let mended = false;
    const failed: PageState = { kind: 'error', error: { code, message: 'Inner words.' } };
    mount(failed, { analysePage: async () => ok(mended ? readyState() : failed) });
    expect(await screen.findByText(text)).toBeTruthy();
    expect(screen.getByRole('alert').textContent).not.toContain('Inner words');
    await expectNoAxeFindings();
    mended = true;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText(/^Both headlines name Oreshnik/);
  });

  it('is not shown again by a popup that is opened later: it reads the page anew', async () => {
    mount({ kind: 'error', error: { code: 'storage-failed', message: 'No.' } }, { analysePage: async () => ok(readyState()) });
    await screen.findByText(/^Both headlines name Oreshnik/);
  });

  it('shows a refusal of the browser as such', async () => {
    mount({ kind: 'error', error: { code: 'no-permission', message: 'No.' } });
    expect(await screen.findByText('The browser keeps this page closed to Sidelight')).toBeTruthy();
    await expectNoAxeFindings();
  });
});
