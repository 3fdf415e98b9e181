// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { LibraryView } from '../../../components/views/LibraryView.tsx';
import { fail, ok } from '../../../lib/core/result.ts';
import { expectNoAxeFindings } from './support/check-axe.ts';
import { type Answers, createFakeCatalogue, createFakeClient, createFakeLibrary, createFakePlatform } from './support/fakes.ts';
import { INDEX } from './support/samples.ts';

afterEach(cleanup);

function mount(section: string, answers: Answers = {}, left = '') {
  window.location.hash = section;
  const client = createFakeClient(undefined, answers);
  const platform = createFakePlatform({ surface: 'page' });
  if (left !== '') platform.writeDraft('search', left);
  render(<LibraryView platform={platform} client={client} data={createFakeLibrary()} catalogue={createFakeCatalogue()} />);
  return { platform, called: (kind: string) => client.calls.filter(([name]) => name === kind).map(([, args]) => args) };
}

const box = () => screen.getByRole('searchbox', { name: 'Search your index' }) as HTMLInputElement;
const type = (words: string) => fireEvent.input(box(), { target: { value: words } });
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const focusedReport = () => document.activeElement?.closest<HTMLElement>('[data-report]')?.dataset.report;
const help = () => screen.getByText('How to search').closest('details') as HTMLDetailsElement;

describe('the library’s search', () => {
  it('explains itself, then answers as one types, with the count of all', async () => {
    const { called } = mount('search');
    await screen.findByText(/^Searches the 4,210 reports/);
    expect(document.activeElement).toBe(box());
    expect(help().open).toBe(true);
    expect(help().textContent).toContain('reporter:fornusek');
    await expectNoAxeFindings();
    type('lathe');
    await screen.findByText(/^41 of 4,210 reports\./);
    expect(called('search')).toEqual([{ query: 'lathe', limit: 50 }]);
    expect(help().open).toBe(false);
    await expectNoAxeFindings();
  });

  it('does not give a lower bound for a count', async () => {
    mount('search', { search: async ({ query }) => ok({ query, total: 200, atLeast: true, corrected: null, hits: [], notices: [] }) });
    type('lathe');
    await screen.findByText(/^At least 200 of 4,210 reports\./);
  });

  it('says what it corrected, and when nothing was found', async () => {
    mount('search');
    type('oreshnkik');
    await screen.findByText(/Nothing has “oreshnkik”. Showing reports with “oreshnik”./);
    type('nothing');
    await screen.findByText('No report in your index has these words.');
    expect(screen.getByText('0 of 4,210 reports.')).toBeTruthy();
    await expectNoAxeFindings();
  });

  it('is worked with the popup’s keys', async () => {
    const { platform, called } = mount('search');
    type('lathe');
    await screen.findByText(/^41 of/);
    press('ArrowDown');
    expect(focusedReport()).toBe('kyiv');
    press('j');
    expect(focusedReport()).toBe('lathe');
    press('o');
    expect(platform.log).toEqual(['tab https://lathe.example/report']);
    press('?');
    await waitFor(() => expect(help().open).toBe(true));
    press('k');
    press('k');
    expect(document.activeElement).toBe(box());
    press('p');
    expect(called('unpin')).toEqual([]);
    press('Escape');
    await waitFor(() => expect(box().value).toBe(''));
  });

  it('unpins with undo', async () => {
    const { called } = mount('search');
    type('lathe');
    const pin = await screen.findByRole('button', { name: /^Pin: China denies/ });
    await waitFor(() => expect(pin.getAttribute('aria-pressed')).toBe('true'));
    fireEvent.click(pin);
    await screen.findByText('Unpinned.');
    press('ArrowDown');
    press('u');
    await waitFor(() => expect(called('restorePin')).toHaveLength(1));
    await waitFor(() => expect(pin.getAttribute('aria-pressed')).toBe('true'));
  });

  it('shows a failure, and an index without reports', async () => {
    mount('search', { search: async () => fail('storage-failed', 'Inner words.') });
    type('lathe');
    expect((await screen.findByRole('alert')).textContent).toContain('The browser could not open the index.');
    await expectNoAxeFindings();
    cleanup();
    const { platform } = mount('search', { getIndexStatus: async () => ok({ ...INDEX, articles: 0 }) });
    fireEvent.click(await screen.findByRole('button', { name: 'Add a pack file' }));
    expect(platform.log).toEqual(['library data']);
    await expectNoAxeFindings();
  });
});

describe('words left for the library', () => {
  it('are taken and forgotten when it opens, and never reach the address', async () => {
    const { platform, called } = mount('search', {}, 'oreshnik lviv');
    await waitFor(() => expect(box().value).toBe('oreshnik lviv'));
    await waitFor(() => expect(called('search')).toEqual([{ query: 'oreshnik lviv', limit: 50 }]));
    expect(await platform.readDraft('search')).toBe('');
    expect(window.location.href).not.toContain('oreshnik');
    type('lathe');
    await screen.findByText(/^41 of/);
    expect(await platform.readDraft('search')).toBe('');
  });

  it('are taken when it is open at another section, and at this one', async () => {
    const { platform } = mount('pins');
    await screen.findByText('5 pins');
    platform.writeDraft('search', 'votkinsk');
    platform.askSection('search');
    await waitFor(() => expect(box().value).toBe('votkinsk'));
    expect(window.location.hash).toBe('#search');
    platform.writeDraft('search', 'lathe');
    platform.askSection('search');
    await waitFor(() => expect(box().value).toBe('lathe'));
    expect(await platform.readDraft('search')).toBe('');
  });

  it('do not replace a search one comes back to', async () => {
    const { platform } = mount('search');
    type('lathe');
    await screen.findByText(/^41 of/);
    fireEvent.click(screen.getByRole('link', { name: 'Pins' }));
    window.location.hash = 'pins';
    window.dispatchEvent(new Event('hashchange'));
    await screen.findByText('5 pins');
    platform.writeDraft('search', 'typed in the popup');
    window.location.hash = 'search';
    window.dispatchEvent(new Event('hashchange'));
    await screen.findByText(/^41 of/);
    expect(box().value).toBe('lathe');
    expect(await platform.readDraft('search')).toBe('typed in the popup');
  });

  it('come with a section the library does not have: pins are shown', async () => {
    const { platform } = mount('data');
    await screen.findByText('4,210');
    platform.askSection('"><b>');
    await screen.findByText('5 pins');
    expect(window.location.hash).toBe('#pins');
  });
});
