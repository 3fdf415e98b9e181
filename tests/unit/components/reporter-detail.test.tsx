// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { PopupView } from '../../../components/views/PopupView.tsx';
import { fail, ok } from '../../../lib/core/result.ts';
import { expectNoAxeFindings } from './support/check-axe.ts';
import { type Answers, createFakeClient, createFakePlatform } from './support/fakes.ts';
import { PROFILE, readyState } from './support/samples.ts';

afterEach(cleanup);

async function open(answers: Answers = {}) {
  const client = createFakeClient(readyState(), answers);
  const platform = createFakePlatform();
  render(<PopupView platform={platform} client={client} />);
  const name = await screen.findByRole('button', { name: 'Martin Fornusek' });
  name.focus();
  fireEvent.click(name);
  const dialog = await screen.findByRole('dialog');
  return { name, dialog, platform, called: (kind: string) => client.calls.filter(([one]) => one === kind).map(([, args]) => args) };
}

describe('a reporter’s detail', () => {
  it('shows bio with source, beats and recent reports', async () => {
    const { dialog, called } = await open();
    expect(await within(dialog).findByText('Bio: author box, kyivindependent.com, in your index since 31 Dec 2025')).toBeTruthy();
    const more = within(dialog).getByRole('button', { name: 'What else was said of them' });
    fireEvent.click(more);
    expect(more.getAttribute('aria-expanded')).toBe('true');
    within(dialog).getByText('Reports on Czechia.');
    within(dialog).getByText('Bio: starter pack, in your index since 1 Nov 2025');
    expect(within(dialog).getByText('In your index: Oreshnik (4) and China–Russia (3)')).toBeTruthy();
    expect(within(dialog).getByRole('link', { name: /China denies helping/ })).toBeTruthy();
    expect(dialog.getAttribute('aria-label')).toBe('Martin Fornusek');
    expect(called('getReporter')).toEqual([{ reporterId: 'reporter:martin-fornusek' }]);
    await expectNoAxeFindings();
  });

  it('names no source for a bio that the reader wrote', async () => {
    const profile = { ...PROFILE, bio: 'As I know him.', bioSource: null, bioAtMs: null, edited: ['bio' as const] };
    const { dialog } = await open({ getReporter: async () => ok(profile) });
    expect(await within(dialog).findByText('Bio: as you corrected it')).toBeTruthy();
  });

  it('closes with Escape without closing anything else, and gives the focus back', async () => {
    const { name, dialog } = await open();
    const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    dialog.dispatchEvent(key);
    expect(key.defaultPrevented).toBe(true);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(name);
  });

  it('closes with its button and with a press beside it', async () => {
    const { name, dialog } = await open();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    fireEvent.click(name);
    fireEvent.click(await screen.findByRole('dialog'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('keeps the list’s keys from acting behind it', async () => {
    const { dialog, called } = await open();
    await within(dialog).findByText('Bio: author box, kyivindependent.com, in your index since 31 Dec 2025');
    fireEvent.keyDown(dialog, { key: 'p' });
    fireEvent.keyDown(dialog, { key: 'x' });
    expect(called('unpin')).toEqual([]);
    expect(called('markNotRelated')).toEqual([]);
  });

  it('follows, says so inside, and the card below agrees', async () => {
    const { dialog, called } = await open();
    fireEvent.click(await within(dialog).findByRole('button', { name: 'Follow Martin Fornusek' }));
    await within(dialog).findByText('Following Martin Fornusek.');
    expect(called('follow')).toEqual([{ id: '@reporter:martin-fornusek', followed: true }]);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    await screen.findByRole('button', { name: 'Following Martin Fornusek. Stop following' });
  });

  it('takes a follow back that was refused', async () => {
    const { dialog } = await open({ follow: async () => fail('storage-failed', 'No.') });
    fireEvent.click(await within(dialog).findByRole('button', { name: 'Follow Martin Fornusek' }));
    await within(dialog).findByText('That did not work.');
    expect(within(dialog).getByRole('button', { name: 'Follow Martin Fornusek' })).toBeTruthy();
  });

  it('says when the index knows nothing more', async () => {
    const { dialog } = await open({ getReporter: async () => fail('not-found', 'No.') });
    await within(dialog).findByText('Your index knows nothing more of this reporter.');
    await expectNoAxeFindings();
  });

  it('is not offered for a name the index does not know', async () => {
    await open({ getReporter: async () => ok(PROFILE) });
    expect(screen.getByText('Олена Гай')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Олена Гай' })).toBeNull();
  });

  it('counts what it says, and says of how many', async () => {
    const { dialog } = await open();
    await within(dialog).findByText('1,240 reports of the 4,210 in your index');
    expect(within(dialog).getByText('First report 3 May 2023, last 29 Jan 2026')).toBeTruthy();
    expect(within(dialog).getByText('Outlets: Kyiv Independent (990) and The Harbour Courier (10)')).toBeTruthy();
    expect(within(dialog).getByText('Writes in: English (1,000)')).toBeTruthy();
    expect(within(dialog).getByText('Writes with: Ines Varga (12)')).toBeTruthy();
    expect(within(dialog).getByText('Counted in the 1,000 reports that came last.')).toBeTruthy();
  });

  it('proposes who may be the same with the evidence, joins only when told, and takes it back', async () => {
    const { dialog, called } = await open();
    await within(dialog).findByText('One name at the same outlet, in other letters or another spelling');
    expect(within(dialog).getByText('Both have the profile page https://social.example/fornusek')).toBeTruthy();
    expect(called('markSameReporter')).toEqual([]);
    await expectNoAxeFindings();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Мартін Форнусек is the same person as Martin Fornusek' }));
    await within(dialog).findByText('Мартін Форнусек is read as Martin Fornusek from now on.');
    expect(called('markSameReporter')).toEqual([{ reporterId: 'reporter:martin-fornusek', otherId: 'reporter:uk' }]);
    fireEvent.keyDown(dialog, { key: 'u' });
    await within(dialog).findByText('Undone.');
    expect(called('undoCorrection')).toEqual([{ correctionId: 'c7' }]);
    expect(called('getReporter')).toHaveLength(3);
  });

  it('refuses a proposal, parts who was joined, and takes a report out', async () => {
    const { dialog, called } = await open();
    fireEvent.click(await within(dialog).findByRole('button', { name: 'Martin F. is someone else than Martin Fornusek' }));
    await within(dialog).findByText('Martin F. and Martin Fornusek are two people: not proposed any more.');
    fireEvent.click(within(dialog).getByRole('button', { name: 'M. Fornusek and Martin Fornusek are two people' }));
    await within(dialog).findByText('M. Fornusek is a reporter apart again.');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Undo' }));
    await within(dialog).findByText('Undone.');
    fireEvent.click(within(dialog).getByRole('button', { name: /^Not theirs: China denies.*(Martin Fornusek)/ }));
    await within(dialog).findByText('That report is not shown as one by Martin Fornusek any more.');
    expect(called('markOtherReporter')).toEqual([{ reporterId: 'reporter:martin-fornusek', otherId: 'reporter:social' }]);
    expect(called('undoCorrection')).toEqual([{ correctionId: 'c:joined' }]);
    expect(called('markSameReporter')).toEqual([{ reporterId: 'reporter:martin-fornusek', otherId: 'reporter:mf' }]);
    expect(called('markNotTheirs')).toEqual([{ reporterId: 'reporter:martin-fornusek', articleId: PROFILE.recent[0]?.id }]);
  });

  it('finds anyone by name, and says when there is nobody', async () => {
    const { dialog, called } = await open();
    fireEvent.click(await within(dialog).findByRole('button', { name: 'Same person as …' }));
    const field = within(dialog).getByLabelText('Name under which Martin Fornusek also writes');
    fireEvent.input(field, { target: { value: 'nobody' } });
    fireEvent.submit(field.closest('form') as HTMLFormElement);
    await within(dialog).findAllByText('No other reporter in your index has a name like that.');
    fireEvent.input(field, { target: { value: 'fornusek' } });
    fireEvent.submit(field.closest('form') as HTMLFormElement);
    await within(dialog).findByText('Martin Fornusek, Lowland Post');
    expect(called('findReporters')).toContainEqual({ typed: 'fornusek', notId: 'reporter:martin-fornusek' });
    await expectNoAxeFindings();
  });

  it('says when a mark was refused', async () => {
    const { dialog } = await open({ markNotTheirs: async () => fail('storage-failed', 'No.') });
    fireEvent.click(await within(dialog).findByRole('button', { name: /^Not theirs: .*(Martin Fornusek)/ }));
    await within(dialog).findByText('That did not work.');
    expect(within(dialog).queryByRole('button', { name: 'Undo' })).toBeNull();
  });
});
