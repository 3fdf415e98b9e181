// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { PopupView } from '../../../components/views/PopupView.tsx';
import { fail, ok } from '../../../lib/core/result.ts';
import { expectNoAxeFindings } from './support/check-axe.ts';
import { type Answers, createFakeClient, createFakePlatform } from './support/fakes.ts';
import { REPORTERS, readyState } from './support/samples.ts';

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
    expect(await within(dialog).findByText('Bio: author box, kyivindependent.com')).toBeTruthy();
    expect(within(dialog).getByText('In your index: Oreshnik (4) and China–Russia (3)')).toBeTruthy();
    expect(within(dialog).getByRole('link', { name: /China denies helping/ })).toBeTruthy();
    expect(dialog.getAttribute('aria-label')).toBe('Martin Fornusek');
    expect(called('getReporter')).toEqual([{ reporterId: 'reporter:martin-fornusek' }]);
    await expectNoAxeFindings();
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
    await within(dialog).findByText('Bio: author box, kyivindependent.com');
    fireEvent.keyDown(dialog, { key: 'p' });
    fireEvent.keyDown(dialog, { key: 'x' });
    expect(called('unpin')).toEqual([]);
    expect(called('markNotRelated')).toEqual([]);
  });

  it('follows, says so inside, and the card below agrees', async () => {
    const { dialog, called } = await open();
    fireEvent.click(await within(dialog).findByRole('button', { name: 'Follow Martin Fornusek' }));
    await within(dialog).findByText('Following Martin Fornusek.');
    expect(called('followReporter')).toEqual([{ reporterId: 'reporter:martin-fornusek', followed: true }]);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    await screen.findByRole('button', { name: 'Following Martin Fornusek. Stop following' });
  });

  it('takes a follow back that was refused', async () => {
    const { dialog } = await open({ followReporter: async () => fail('storage-failed', 'No.') });
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
    await open({ getReporter: async () => ok(REPORTERS[0] as (typeof REPORTERS)[0]) });
    expect(screen.getByText('Олена Гай')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Олена Гай' })).toBeNull();
  });
});
