// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { PopupView } from '../../../components/views/PopupView.tsx';
import type { CopyRow } from '../../../lib/core/coverage.ts';
import type { PageState } from '../../../lib/messaging/protocol.ts';
import { expectNoAxeFindings } from './support/check-axe.ts';
import { createFakeClient, createFakePlatform } from './support/fakes.ts';
import { readyState } from './support/samples.ts';

afterEach(cleanup);

function mount(state: PageState = readyState()) {
  const client = createFakeClient(state, {});
  render(<PopupView platform={createFakePlatform()} client={client} />);
  return { called: (kind: string) => client.calls.filter(([name]) => name === kind).map(([, args]) => args) };
}

describe('the reports of an event', () => {
  it('say how many are independent, how that was counted, and nothing where the list shows fewer', async () => {
    mount();
    const event = within(await screen.findByRole('region', { name: 'Reports of this event' }));
    const summary = event.getByRole('button', { name: 'This event: 5 reports, at least 1 independent, 2 languages' });
    expect(summary.title).toBe('How counted');
    // One line before the first headline: all else is said on demand.
    expect(event.queryByText(/^In the list: /)).toBeNull();
    fireEvent.click(summary);
    await waitFor(() =>
      expect(event.getAllByRole('listitem').map((line) => line.textContent)).toEqual([
        // As many as can be counted in the list, or where the others are.
        'In the list: 2 under “Same event”, 2 copies folded under them and 1 under “In other languages”.',
        'Credited to AFP: Kyiv Independent, Northern Wire and Lowland Post',
        'Not counted, too little text to tell: The Harbour Courier',
        'Not counted, may be translations: Приклад-Новини and Unknown source',
      ]),
    );
    await expectNoAxeFindings();
    fireEvent.click(await screen.findByRole('button', { name: /^Not related: A carousel lathe/ }));
    await waitFor(() => expect(screen.queryByText(/^This event/)).toBeNull());
  });

  it.each([
    [{ independent: 3, atLeast: false, languages: 1 }, 'This event: 9 reports, 3 independent'],
    [{ independent: 3, atLeast: false, languages: 4 }, 'This event: 9 reports, 3 independent, 4 languages'],
    [{ independent: 0, atLeast: false, languages: 1 }, 'This event: 9 reports, 0 independent'],
    [{ independent: 0, atLeast: true, languages: 2 }, 'This event: 9 reports, 2 languages'],
  ])('say no more of independence than can be shown: %j', async (counts, expected) => {
    mount(readyState({ event: { reports: 9, pageUnsure: false, origins: [], ...counts } }));
    expect((await screen.findByText(/^This event/)).textContent).toBe(expected);
  });

  it('name a text by itself, a text of several outlets, and what goes back to the page', async () => {
    const origins = [
      { kind: 'page' as const, agency: null, outlets: ['Mirror'] },
      { kind: 'own' as const, agency: null, outlets: ['Steppe Review'] },
      { kind: 'own' as const, agency: null, outlets: ['Quay Post', 'Tide'] },
      { kind: 'page-outlet' as const, agency: null, outlets: ['Harbour Courier'] },
    ];
    mount(readyState({ event: { reports: 5, languages: 1, independent: 1, atLeast: true, pageUnsure: true, origins } }));
    const event = within(await screen.findByRole('region', { name: 'Reports of this event' }));
    fireEvent.click(event.getByRole('button', { name: /^This event/ }));
    await waitFor(() =>
      expect(event.getAllByRole('listitem').map((line) => line.textContent)).toEqual([
        expect.stringMatching(/^In the list: /),
        'A text of its own: Steppe Review',
        'One text: Quay Post and Tide',
        'Not independent of this page, same text or agency: Mirror',
        'Not independent of this page, same outlet: Harbour Courier',
        'One of these may be where this page has its text from.',
      ]),
    );
    await expectNoAxeFindings();
  });

  it('say nothing where there are fewer than two', async () => {
    mount(readyState({ event: null }));
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByRole('region', { name: 'Reports of this event' })).toBeNull();
  });
});

describe('copies', () => {
  it('say what shows that they are copies', async () => {
    mount();
    fireEvent.click(await screen.findByRole('button', { name: 'also in 2 outlets' }));
    expect([...document.querySelectorAll('.copy-reason')].map((reason) => reason.textContent)).toEqual([
      'Same text, credited to AFP Not a copy',
      'Same headline, same day Not a copy',
    ]);
    await expectNoAxeFindings();
  });

  it('count outlets, not copies, and their own outlet’s other addresses by themselves', async () => {
    const state = readyState();
    const [first, ...rest] = state.coverage.rows;
    const [one] = first!.copies;
    const shown = (copies: CopyRow[]) => {
      cleanup();
      mount({ ...state, coverage: { ...state.coverage, rows: [{ ...first!, copies }, ...rest] } });
    };
    const at = (outletName: string | null, url: string) => ({ ...one!, article: { ...one!.article, id: url, outletName, url } });
    const own = at(first!.article.outletName, 'https://kyiv.example/amp/report');
    shown([own, at('Mirror', 'https://mirror.example/1'), at('Mirror', 'https://mirror.example/2'), at(null, 'https://m.tide.example/1')]);
    await screen.findByRole('button', { name: 'also in 2 outlets' });
    shown([own]);
    await screen.findByRole('button', { name: '1 other version by the same outlet' });
  });

  it('stand by themselves where the reader says so, with undo', async () => {
    const { called } = mount();
    fireEvent.click(await screen.findByRole('button', { name: 'also in 2 outlets' }));
    fireEvent.click(screen.getByRole('button', { name: 'Not a copy: Beijing rejects claim its machines build Oreshnik' }));
    await screen.findByText('It stands by itself from now on.');
    expect(called('markNotCopy')).toEqual([{ tabId: 7, articleId: 'wire1', ofId: 'kyiv' }]);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(called('undoCorrection')).toEqual([{ correctionId: 'c7' }]));
  });
});
