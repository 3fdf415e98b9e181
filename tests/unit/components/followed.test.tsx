// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { LibraryView } from '../../../components/views/LibraryView.tsx';
import { PopupView } from '../../../components/views/PopupView.tsx';
import { fail, ok } from '../../../lib/core/result.ts';
import { expectNoAxeFindings } from './support/check-axe.ts';
import { type Answers, createFakeCatalogue, createFakeClient, createFakeLibrary, createFakePlatform } from './support/fakes.ts';
import { NOW, ROWS, readyState } from './support/samples.ts';

afterEach(() => {
  cleanup();
  window.location.hash = '';
});

function calledOf(client: ReturnType<typeof createFakeClient>) {
  return (kind: string) => client.calls.filter(([one]) => one === kind).map(([, args]) => args);
}

describe('the list of what is followed', () => {
  async function open(answers: Answers = {}) {
    window.location.hash = '#followed';
    const client = createFakeClient(readyState(), answers);
    const platform = createFakePlatform({ surface: 'page' });
    render(<LibraryView platform={platform} client={client} data={createFakeLibrary()} catalogue={createFakeCatalogue()} />);
    await screen.findByRole('heading', { level: 1, name: 'Followed' });
    return calledOf(client);
  }

  it('shows what is new of whom and what, with what the numbers are of, and notes the look', async () => {
    const called = await open();
    const topic = (await screen.findByRole('heading', { level: 2, name: 'Oreshnik' })).closest('li') as HTMLElement;
    expect(within(topic).getByText('2 new reports · 41 reports name it, of the 4,210 in your index')).toBeTruthy();
    expect(
      within(topic)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(['Course of coverage', ...ROWS.slice(0, 2).map(({ article }) => article.headline)]);
    expect(screen.getByText('The Harbour Courier · nothing new · 1 report by them of the 4,210 in your index')).toBeTruthy();
    expect(called('seeFollowed')).toEqual([{ atMs: NOW }]);
    await expectNoAxeFindings();
  });

  it('stops following, and follows again as before', async () => {
    const called = await open();
    fireEvent.click(await screen.findByRole('button', { name: 'Following Oreshnik. Stop following' }));
    await waitFor(() => expect(screen.queryByRole('heading', { level: 2, name: 'Oreshnik' })).toBeNull());
    expect(called('follow')).toEqual([{ id: '#topic:oreshnik', followed: false }]);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByRole('heading', { level: 2, name: 'Oreshnik' });
    expect(called('restoreFollows')).toEqual([{ follows: [{ id: '#topic:oreshnik', seenAtMs: NOW }] }]);
    expect(screen.getAllByRole('heading', { level: 2 })[0]?.textContent).toBe('Oreshnik');
  });

  it('opens a reporter, and offers only to leave one who is gone', async () => {
    const called = await open();
    const heading = await screen.findByRole('heading', { level: 2, name: 'Ines Varga' });
    fireEvent.click(within(heading).getByRole('button'));
    await screen.findByRole('dialog');
    expect(called('getReporter')).toEqual([{ reporterId: 'reporter:ines' }]);
    const gone = screen.getByRole('heading', { level: 2, name: 'A reporter or topic that is gone' });
    expect(within(gone).queryByRole('button')).toBeNull();
  });

  it('says that nobody is followed, and what went wrong', async () => {
    await open({ listFollowed: async () => ok({ rows: [], indexSize: 0, atMs: NOW }) });
    await screen.findByText('You follow nobody yet');
    await expectNoAxeFindings();
    cleanup();
    const called = await open({ listFollowed: async () => fail('storage-failed', 'No.') });
    await screen.findByRole('alert');
    expect(called('seeFollowed')).toEqual([]);
  });
});

describe('what is followed, in the popup', () => {
  async function open(answers: Answers = {}) {
    const [first, ...others] = ROWS;
    const rows = [{ ...(first as (typeof ROWS)[0]), newFrom: 'Oreshnik' }, ...others];
    const client = createFakeClient(readyState({ rows }), answers);
    render(<PopupView platform={createFakePlatform()} client={client} />);
    await screen.findByText('New · you follow Oreshnik');
    return calledOf(client);
  }

  it('marks new reports only', async () => {
    await open();
    expect(screen.getAllByText(/^New · /)).toHaveLength(1);
    await expectNoAxeFindings();
  });

  it('follows a topic from its detail, and knows those that are followed', async () => {
    const called = await open();
    fireEvent.click(screen.getByRole('button', { name: 'Oreshnik' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Follow Oreshnik' }));
    expect(called('follow')).toEqual([{ id: '#topic:oreshnik', followed: true }]);
    await screen.findByRole('button', { name: 'Following Oreshnik. Stop following' });
    fireEvent.click(screen.getByRole('button', { name: 'China–Russia' }));
    await screen.findByRole('button', { name: 'Following China–Russia. Stop following' });
    await expectNoAxeFindings();
  });

  it('is no longer said where it ended elsewhere since', async () => {
    const state = readyState();
    const now = { followedTopics: [] as string[] };
    const platform = createFakePlatform({ surface: 'panel' });
    const getPage = async () => ok({ ...state, coverage: { ...state.coverage, followedTopics: now.followedTopics } });
    render(<PopupView platform={platform} client={createFakeClient(state, { getPage })} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Oreshnik' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Follow Oreshnik' }));
    await screen.findByRole('button', { name: 'Following Oreshnik. Stop following' });
    now.followedTopics = ['topic:oreshnik'];
    platform.changeState(7);
    await screen.findByRole('button', { name: 'Following Oreshnik. Stop following' });
    now.followedTopics = [];
    platform.changeState(7);
    await screen.findByRole('button', { name: 'Follow Oreshnik' });
  });

  it('takes back a follow that was refused', async () => {
    await open({ follow: async () => fail('storage-failed', 'No.') });
    fireEvent.click(screen.getByRole('button', { name: 'Oreshnik' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Follow Oreshnik' }));
    await screen.findByText('That did not work.');
    expect(screen.getByRole('button', { name: 'Follow Oreshnik' })).toBeTruthy();
  });
});
