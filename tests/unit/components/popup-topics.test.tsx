// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PopupView } from '../../../components/views/PopupView.tsx';
import type { PageState } from '../../../lib/messaging/protocol.ts';
import { expectNoAxeFindings } from './support/check-axe.ts';
import { createFakeClient, createFakePlatform } from './support/fakes.ts';
import { readyState, topic } from './support/samples.ts';

afterEach(cleanup);

function mount(state: PageState = readyState()) {
  const client = createFakeClient(state);
  render(<PopupView platform={createFakePlatform()} client={client} />);
  return { called: (kind: string) => client.calls.filter(([name]) => name === kind).map(([, args]) => args) };
}

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-report]')].map((row) => row.dataset.report);

describe('topics', () => {
  it('come main ones first and filter the list', async () => {
    mount();
    const chips = await screen.findByRole('region', { name: 'Topics on this page' });
    expect([...chips.querySelectorAll('.chip')].map((chip) => chip.textContent)).toEqual([
      'Oreshnik',
      'China–Russia',
      'Votkinsk plant',
      'Ukraine',
    ]);
    const chip = within(chips).getByRole('button', { name: 'Votkinsk plant' });
    fireEvent.click(chip);
    await waitFor(() => expect(rows()).toEqual(['lathe']));
    expect(chip.getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByText('Showing 1 of 5 reports, those on Votkinsk plant', { selector: '.filter-note span' })).toBeTruthy();
    // The evidence first, then the filter.
    fireEvent.keyDown(document.body, { key: 'Escape' });
    await waitFor(() => expect(chip.getAttribute('aria-expanded')).toBe('false'));
    expect(rows()).toEqual(['lathe']);
    fireEvent.keyDown(document.body, { key: 'Escape' });
    await waitFor(() => expect(rows()).toHaveLength(5));
  });

  it('keep their evidence, and what is typed in it, when its text is pressed, the window is left or the pointer goes', async () => {
    mount();
    fireEvent.focus(await screen.findByRole('button', { name: 'Oreshnik' }));
    const evidence = await screen.findByRole('region', { name: 'Where this page names Oreshnik' });
    fireEvent.click(within(evidence).getByRole('button', { name: 'Also called …' }));
    const field = await within(evidence).findByRole('textbox');
    fireEvent.input(field, { target: { value: 'Haz' } });
    // A press on the text puts the focus on what can take it.
    expect(evidence.tabIndex).toBe(-1);
    fireEvent.focusOut(field, { relatedTarget: evidence });
    const left = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    fireEvent.focusOut(field, { relatedTarget: null });
    left.mockRestore();
    fireEvent.pointerLeave(screen.getByRole('region', { name: 'Topics on this page' }), { pointerType: 'mouse' });
    fireEvent.pointerEnter(screen.getByRole('button', { name: 'Votkinsk plant' }), { pointerType: 'mouse' });
    await new Promise((done) => setTimeout(done, 250));
    expect(evidence.hidden).toBe(false);
    expect((within(evidence).getByRole('textbox') as HTMLInputElement).value).toBe('Haz');
    fireEvent.focusOut(field, { relatedTarget: null });
    await waitFor(() => expect(evidence.hidden).toBe(true));
  });

  it('close what pointing opened with Escape, wherever the focus is', async () => {
    mount();
    fireEvent.pointerEnter(await screen.findByRole('button', { name: 'Oreshnik' }), { pointerType: 'mouse' });
    const evidence = await screen.findByRole('region', { name: 'Where this page names Oreshnik' });
    expect(fireEvent.keyDown(document.body, { key: 'Escape' })).toBe(false);
    await waitFor(() => expect(evidence.hidden).toBe(true));
  });

  it('show their evidence on focus, with zone and misspelling, and Escape closes it', async () => {
    mount();
    const chip = await screen.findByRole('button', { name: 'Oreshnik' });
    fireEvent.focus(chip);
    const evidence = await screen.findByRole('region', { name: 'Where this page names Oreshnik' });
    expect(within(evidence).getByText('Headline')).toBeTruthy();
    expect(evidence.textContent).toContain('likely a misspelling');
    expect([...evidence.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Oreshnik', 'Oreshnik', 'Oreshnkik']);
    await expectNoAxeFindings();
    fireEvent.keyDown(chip, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Where this page names Oreshnik' })).toBeNull());
  });

  it('can be refused, with undo', async () => {
    const { called } = mount();
    fireEvent.focus(await screen.findByRole('button', { name: 'Oreshnik' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Not this topic' }));
    await screen.findByText('“Oreshnik” will no longer be read as this topic.');
    expect(called('markNotTopic')).toEqual([{ tabId: 7, topicId: 'topic:oreshnik', surfaces: ['Oreshnik'] }]);
    expect(screen.queryByRole('button', { name: 'Oreshnik' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByRole('button', { name: 'Oreshnik' });
  });

  it('leave the focus on the next one when one goes, without opening it', async () => {
    mount();
    fireEvent.click(await screen.findByRole('button', { name: 'Oreshnik' }));
    const not = await screen.findByRole('button', { name: 'Not this topic' });
    not.focus();
    fireEvent.click(not);
    await waitFor(() => expect(document.activeElement?.closest('[data-topic]')).not.toBeNull());
    expect(document.activeElement?.getAttribute('aria-expanded')).toBe('false');
  });

  it('beyond the sixth wait behind a button', async () => {
    const topics = Array.from({ length: 10 }, (_, index) => topic(`t${index}`, `T${index}`, index === 9, 1));
    mount(readyState({ topics }));
    const more = await screen.findByRole('button', { name: '4 more' });
    expect(document.querySelector('.chip')?.textContent).toBe('T9');
    fireEvent.click(more);
    await screen.findByRole('button', { name: 'T8' });
  });
});
