// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { PopupView } from '../../../components/views/PopupView.tsx';
import { fail } from '../../../lib/core/result.ts';
import type { PageState } from '../../../lib/messaging/protocol.ts';
import { expectNoAxeFindings } from './support/check-axe.ts';
import { type Answers, createFakeClient, createFakePlatform } from './support/fakes.ts';
import { readyState } from './support/samples.ts';

afterEach(cleanup);

async function mount(answers: Answers = {}, state: PageState = readyState()) {
  const client = createFakeClient(state, answers);
  const platform = createFakePlatform();
  render(<PopupView platform={platform} client={client} />);
  await screen.findByText(/^Both headlines name Oreshnik/);
  return { client, platform, called: (kind: string) => client.calls.filter(([name]) => name === kind).map(([, args]) => args) };
}

function press(key: string, init: KeyboardEventInit = {}): void {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...init });
}

const focusedReport = () => document.activeElement?.closest<HTMLElement>('[data-report]')?.dataset.report;

describe('moving among reports', () => {
  it('goes down with j and the arrow, up with k, and stops at the ends', async () => {
    await mount();
    press('j');
    expect(focusedReport()).toBe('kyiv');
    press('ArrowDown');
    expect(focusedReport()).toBe('lathe');
    press('k');
    expect(focusedReport()).toBe('kyiv');
    press('k');
    expect(focusedReport()).toBe('kyiv');
    for (let times = 0; times < 9; times += 1) press('j');
    expect(focusedReport()).toBe('ar');
  });

  it('stops at a headline without a known address too, which opens nothing', async () => {
    const url = (id: string) => (id === 'kyiv' ? { url: 'https://address-unknown.invalid/kyiv' } : {});
    const rows = readyState().coverage.rows.map((row) => ({ ...row, article: { ...row.article, ...url(row.article.id) } }));
    const state = readyState({ rows });
    const platform = createFakePlatform();
    render(<PopupView platform={platform} client={createFakeClient(state)} />);
    await screen.findByText(/^Both headlines name Oreshnik/);
    press('j');
    expect(focusedReport()).toBe('kyiv');
    press('o');
    expect(platform.log).toEqual([]);
    press('j');
    expect(focusedReport()).toBe('lathe');
  });

  it('opens with o', async () => {
    const { platform } = await mount();
    press('j');
    press('o');
    expect(platform.log).toEqual(['tab https://kyiv.example/report']);
  });

  it('pins the focused report with p, the first where none is focused', async () => {
    const { called } = await mount();
    press('p');
    await waitFor(() => expect(called('unpin')).toEqual([{ pinId: 'kyiv' }]));
    press('j');
    press('j');
    press('p');
    await waitFor(() => expect(called('pinArticle')).toEqual([{ articleId: 'lathe' }]));
  });

  it('hides with x, moves on, and undoes with u', async () => {
    const { called } = await mount();
    press('x');
    expect(called('markNotRelated')).toEqual([]);
    press('j');
    press('x');
    await waitFor(() => expect(called('markNotRelated')).toEqual([{ tabId: 7, articleId: 'kyiv' }]));
    expect(focusedReport()).toBe('lathe');
    await screen.findByText('Hidden for this page.');
    press('u');
    await waitFor(() => expect(called('undoCorrection')).toHaveLength(1));
  });

  it('goes on from a report without an address as from others', async () => {
    const state = readyState();
    const [first, second, ...rest] = state.coverage.rows;
    const article = { ...second!.article, url: 'https://address-unknown.invalid/parts' };
    await mount({}, { ...state, coverage: { ...state.coverage, rows: [first!, { ...second!, article }, ...rest] } });
    for (const _ of 'jj') press('j');
    expect(focusedReport()).toBe('lathe');
    press('j');
    expect(focusedReport()).not.toBe('lathe');
  });

  it('keeps the focus in the list when the last report is hidden, by key or button', async () => {
    await mount();
    for (let times = 0; times < 9; times += 1) press('j');
    expect(focusedReport()).toBe('ar');
    press('x');
    await waitFor(() => expect(document.querySelector('[data-report="ar"]')).toBeNull());
    const all = [...document.querySelectorAll<HTMLElement>('[data-report]')];
    expect(focusedReport()).toBe(all.at(-1)?.dataset.report);
    const hide = all[0]!.querySelector<HTMLElement>('.hide')!;
    hide.focus();
    fireEvent.click(hide);
    await waitFor(() => expect(focusedReport()).toBe(all[1]?.dataset.report));
  });

  it('hides one report however long x is held', async () => {
    const { called } = await mount();
    press('j');
    press('x');
    press('x', { repeat: true });
    await waitFor(() => expect(called('markNotRelated')).toHaveLength(1));
    press('j', { repeat: true });
    expect(focusedReport()).not.toBe('lathe');
  });

  it.each([
    ['Cyrillic', 'о', 'з'],
    ['Greek', 'ξ', 'π'],
    ['Arabic', 'ت', 'ح'],
  ])('works on a %s keyboard', async (_script, j, p) => {
    const { called } = await mount();
    press(j, { code: 'KeyJ' });
    expect(focusedReport()).toBe('kyiv');
    press(p, { code: 'KeyP' });
    await waitFor(() => expect(called('unpin')).toEqual([{ pinId: 'kyiv' }]));
  });

  it('takes a Latin letter for what it says, wherever it stands', async () => {
    await mount();
    // AZERTY and Dvorak put other letters there.
    press('h', { code: 'KeyJ' });
    expect(focusedReport()).toBeUndefined();
  });

  it('explains with w', async () => {
    await mount();
    press('w');
    await waitFor(() => expect(screen.getByRole('button', { name: /^Why this report: China/ }).getAttribute('aria-expanded')).toBe('true'));
  });

  it('leaves keys with modifiers to the browser', async () => {
    const { called } = await mount();
    press('p', { ctrlKey: true });
    press('j', { metaKey: true });
    expect(called('unpin')).toEqual([]);
    expect(focusedReport()).toBeUndefined();
  });
});

describe('searching', () => {
  it('opens with /, answers as one types, and arrows lead to the results and back', async () => {
    const { called } = await mount();
    press('/');
    const box = await screen.findByRole('searchbox', { name: 'Search your index' });
    expect(document.activeElement).toBe(box);
    fireEvent.input(box, { target: { value: 'oresh' } });
    fireEvent.input(box, { target: { value: 'oreshnkik' } });
    await screen.findByText(/Nothing has “oreshnkik”. Showing reports with “oreshnik”./);
    expect(called('search')).toEqual([{ query: 'oreshnkik', limit: 30 }]);
    expect(document.querySelector('.headline mark')?.textContent).toBe('China');
    press('ArrowDown');
    expect(focusedReport()).toBe('kyiv');
    press('k');
    expect(document.activeElement).toBe(box);
    press('p');
    expect(called('unpin')).toEqual([]);
    await expectNoAxeFindings();
    press('Escape');
    await waitFor(() => expect(screen.queryByRole('searchbox')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Search your index' })));
  });

  it('leaves the keys by which characters are chosen to the input method', async () => {
    const { called } = await mount();
    press('/');
    const box = await screen.findByRole('searchbox');
    fireEvent.input(box, { target: { value: '榛树' } });
    await waitFor(() => expect(called('search')).toHaveLength(1));
    await waitFor(() => expect(document.querySelector('.headline mark')).not.toBeNull());
    for (const key of ['ArrowDown', 'Enter', 'Escape']) press(key, { isComposing: true });
    expect(document.activeElement).toBe(box);
    press('Enter');
    expect(focusedReport()).toBe('kyiv');
  });

  it('says when a search failed as other lists do, with the way to what can be taken out', async () => {
    const { platform } = await mount({ search: async () => fail('storage-failed', 'Inner words.') });
    press('/');
    fireEvent.input(await screen.findByRole('searchbox'), { target: { value: 'lathe' } });
    await screen.findByText('The browser could not open the index.');
    expect(screen.getByRole('alert').textContent).not.toContain('Inner words');
    fireEvent.click(screen.getByRole('button', { name: 'Export your data' }));
    expect(platform.log).toEqual(['library data']);
    await expectNoAxeFindings();
  });

  it('says when nothing is found', async () => {
    await mount();
    press('/');
    fireEvent.input(await screen.findByRole('searchbox'), { target: { value: 'nothing' } });
    await screen.findByText('No report in your index has these words.');
    await expectNoAxeFindings();
  });

  it('keeps what was typed for the next opening', async () => {
    const client = createFakeClient();
    const platform = createFakePlatform();
    const { unmount } = render(<PopupView platform={platform} client={client} />);
    await screen.findByText(/^Both headlines name Oreshnik/);
    press('/');
    fireEvent.input(await screen.findByRole('searchbox'), { target: { value: 'lathe' } });
    unmount();
    render(<PopupView platform={platform} client={createFakeClient()} />);
    await screen.findByText(/^Both headlines name Oreshnik/);
    press('/');
    await waitFor(() => expect((screen.getByRole('searchbox') as HTMLInputElement).value).toBe('lathe'));
  });

  it('drops the answer to an earlier query that comes late', async () => {
    const answers: ((value: unknown) => void)[] = [];
    await mount({ search: () => new Promise((resolve) => answers.push(resolve as (value: unknown) => void)) });
    press('/');
    const box = await screen.findByRole('searchbox');
    fireEvent.input(box, { target: { value: 'first' } });
    await waitFor(() => expect(answers).toHaveLength(1));
    fireEvent.input(box, { target: { value: 'second' } });
    await waitFor(() => expect(answers).toHaveLength(2));
    const answer = (query: string, total: number) => ({ ok: true, value: { query, total, hits: [], corrected: null, notices: [] } });
    answers[1]?.(answer('second', 0));
    await screen.findByText('0 of 4,210 reports.');
    answers[0]?.(answer('first', 9));
    await new Promise((done) => setTimeout(done, 20));
    expect(screen.queryByText('9 of 4,210 reports.')).toBeNull();
  });
});

describe('the list of keys', () => {
  it('opens with ?, takes the focus, closes with Escape', async () => {
    const { called } = await mount();
    press('j');
    press('?');
    const dialog = await screen.findByRole('dialog', { name: 'Keys' });
    expect(dialog.contains(document.activeElement)).toBe(true);
    await screen.findByText('Alt+Shift+K');
    press('p');
    press('x');
    expect(called('unpin')).toEqual([]);
    expect(called('markNotRelated')).toEqual([]);
    expect(dialog.textContent).toContain('not assigned');
    await expectNoAxeFindings();
    press('Escape');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(focusedReport()).toBe('kyiv');
  });
});
