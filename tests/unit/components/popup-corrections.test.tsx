// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { PopupView } from '../../../components/views/PopupView.tsx';
import { fail, ok } from '../../../lib/core/result.ts';
import type { PageState } from '../../../lib/messaging/protocol.ts';
import { expectNoAxeFindings } from './support/check-axe.ts';
import { type Answers, createFakeClient, createFakePlatform, type FakePlatform } from './support/fakes.ts';
import { readyState } from './support/samples.ts';

afterEach(cleanup);

function mount(state: PageState = readyState(), answers: Answers = {}, platform: FakePlatform = createFakePlatform()) {
  const client = createFakeClient(state, answers);
  render(<PopupView platform={platform} client={client} />);
  return { called: (kind: string) => client.calls.filter(([name]) => name === kind).map(([, args]) => args) };
}

const without = (id: string): PageState => {
  const state = readyState();
  return { ...state, coverage: { ...state.coverage, rows: state.coverage.rows.filter(({ article }) => article.id !== id) } };
};
const rows = () => [...document.querySelectorAll<HTMLElement>('[data-report]')].map((row) => row.dataset.report);

describe('corrections in the popup', () => {
  it('hides an unrelated report, counts again, and brings it back with u', async () => {
    let unrelated = false;
    const { called } = mount(readyState(), {
      getPage: async () => ok(unrelated ? without('lathe') : readyState()),
      markNotRelated: async () => {
        unrelated = true;
        return ok({ correctionId: 'c1' });
      },
      undoCorrection: async () => {
        unrelated = false;
        return ok({ undone: true });
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: /^Not related: A carousel lathe/ }));
    await screen.findByText('Hidden for this page.');
    expect(rows()).not.toContain('lathe');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('4 related reports');
    expect(called('markNotRelated')).toEqual([{ tabId: 7, articleId: 'lathe' }]);
    fireEvent.keyDown(document.body, { key: 'u' });
    await waitFor(() => expect(rows()).toContain('lathe'));
    expect(called('undoCorrection')).toEqual([{ correctionId: 'c1' }]);
  });

  it('shows a report that was hidden on one page where another has it', async () => {
    const platform = createFakePlatform();
    const marked = new Set<number>();
    const state = (tabId: number) => (marked.has(tabId) ? without('lathe') : readyState());
    mount(
      readyState(),
      {
        getPage: async ({ tabId }) => ok(state(tabId)),
        markNotRelated: async ({ tabId }) => {
          marked.add(tabId as number);
          return ok({ correctionId: 'c1' });
        },
      },
      platform,
    );
    fireEvent.click(await screen.findByRole('button', { name: /^Not related: A carousel lathe/ }));
    await screen.findByText('Hidden for this page.');
    await waitFor(() => expect(rows()).not.toContain('lathe'));
    platform.activate(8);
    await waitFor(() => expect(rows()).toContain('lathe'));
    platform.activate(7);
    await waitFor(() => expect(rows()).not.toContain('lathe'));
  });

  it('gives a topic a further name in any script, with undo, and says when it cannot', async () => {
    const { called } = mount(readyState(), {
      markAlias: async ({ alias }) =>
        alias === '?' ? fail('bad-input', 'No.') : ok({ correctionId: 'c3', ...(alias === 'Hazel' && { wasThere: true as const }) }),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Oreshnik' }));
    const detail = () => within(screen.getByRole('region', { name: 'Where this page names Oreshnik' }));
    const give = async (name: string) => {
      fireEvent.click(detail().getByRole('button', { name: 'Also called …' }));
      const field = await detail().findByRole('textbox', { name: 'Another name for Oreshnik' });
      expect(document.activeElement).toBe(field);
      fireEvent.input(field, { target: { value: name } });
      fireEvent.click(detail().getByRole('button', { name: 'Save' }));
    };
    await give('?');
    await screen.findByText('“?” cannot be used as a name: it is too short, an everyday word, or another topic’s name.');
    await give('  榛树 ');
    await screen.findByText('“榛树” is read as Oreshnik from now on.');
    expect(called('markAlias')[1]).toEqual({ tabId: 7, topicId: 'topic:oreshnik', alias: '榛树' });
    expect(detail().queryByRole('textbox')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(called('undoCorrection')).toEqual([{ correctionId: 'c3' }]));
    // One that was given before is not taken away by an undo of saying it again.
    await give('Hazel');
    await screen.findByText('“Hazel” is read as Oreshnik from now on.');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('says that two topics are one, and steps back with Escape', async () => {
    const { called } = mount();
    fireEvent.click(await screen.findByRole('button', { name: 'Oreshnik' }));
    const detail = within(screen.getByRole('region', { name: 'Where this page names Oreshnik' }));
    const opener = detail.getByRole('button', { name: 'Same as …' });
    fireEvent.click(opener);
    fireEvent.keyDown(await detail.findByRole('combobox', { name: 'Oreshnik is the same topic as' }), { key: 'Escape' });
    await waitFor(() => expect(opener.getAttribute('aria-expanded')).toBe('false'));
    expect(document.activeElement).toBe(opener);
    fireEvent.click(opener);
    const field = await detail.findByRole('combobox', { name: 'Oreshnik is the same topic as' });
    expect([...document.querySelectorAll('datalist option')].map((option) => option.getAttribute('value'))).toContain('China–Russia');
    await expectNoAxeFindings();
    fireEvent.input(field, { target: { value: 'Votkinsk plant' } });
    fireEvent.submit(field.closest('form') as HTMLFormElement);
    await screen.findByText('Oreshnik is read as Votkinsk plant from now on.');
    expect(called('markSameTopic')).toEqual([{ tabId: 7, topicId: 'topic:oreshnik', other: 'Votkinsk plant' }]);
  });
});
