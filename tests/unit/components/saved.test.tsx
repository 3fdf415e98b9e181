// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { LibraryView } from '../../../components/views/LibraryView.tsx';
import { PopupView } from '../../../components/views/PopupView.tsx';
import { fail, ok } from '../../../lib/core/result.ts';
import type { KeptPage, PageState } from '../../../lib/messaging/protocol.ts';
import { expectNoAxeFindings } from './support/check-axe.ts';
import { type Answers, createFakeCatalogue, createFakeClient, createFakeLibrary, createFakePlatform } from './support/fakes.ts';
import { NOW, readyState } from './support/samples.ts';
import { SAVED } from './support/source-samples.ts';

afterEach(cleanup);

function popup(answers: Answers = {}, state: PageState = readyState()) {
  const client = createFakeClient(state, { analysePage: async () => ok(state), ...answers });
  render(<PopupView platform={createFakePlatform()} client={client} />);
  return (kind: string) => client.calls.filter(([name]) => name === kind).map(([, args]) => args);
}

function library(answers: Answers = {}) {
  window.location.hash = 'saved';
  const client = createFakeClient(undefined, answers);
  const [data, catalogue] = [createFakeLibrary(), createFakeCatalogue()];
  render(<LibraryView platform={createFakePlatform({ surface: 'page' })} client={client} data={data} catalogue={catalogue} />);
  return (kind: string) => client.calls.filter(([name]) => name === kind).map(([, args]) => args);
}

const kept = (over: Partial<KeptPage>): KeptPage => ({
  articleId: 'page:1',
  savedAtMs: NOW - 86_400_000,
  seenAtMs: NOW - 86_400_000,
  changes: [],
  versions: SAVED[0]?.versions ?? [],
  ...over,
});

describe('a page that is saved', () => {
  it('says so, and what it says otherwise now, in words', async () => {
    const changes = [
      { field: 'headline' as const, before: 'Port closed for a day', after: 'Port closed for a week' },
      { field: 'authors' as const, before: 'Zoë Example', after: 'Li Na' },
      { field: 'text' as const, before: '530', after: '611' },
    ];
    const called = popup({ keptPage: async () => ok(kept({ changes })) });
    await screen.findByText('Saved 29 Jan 2026. Since then:');
    screen.getByText('Headline, before: “Port closed for a day”');
    screen.getByText('Byline: Zoë Example → Li Na');
    screen.getByText('Text: 530 → 611 words');
    await expectNoAxeFindings();
    fireEvent.click(screen.getByRole('button', { name: 'Save this version' }));
    await screen.findByText('Saved in your index.');
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(called('undoSave')).toEqual([{ articleId: 'page:x' }]));
  });

  it('is unchanged, or only known from a feed that said otherwise', async () => {
    popup({ keptPage: async () => ok(kept({})) });
    await screen.findByText('Saved 29 Jan 2026, unchanged since.');
    fireEvent.click(screen.getByText('2 versions'));
    screen.getByText('Port closed for a day');
    await expectNoAxeFindings();
    cleanup();
    popup({ keptPage: async () => ok(kept({ savedAtMs: null })) });
    await screen.findByText('In your index since 29 Jan 2026; its feed has said otherwise before.');
    cleanup();
    popup({ keptPage: async () => ok(kept({ savedAtMs: null, versions: [] })) });
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByLabelText('What you have of this page')).toBeNull();
  });

  it('is asked for again when the page may have been saved elsewhere', async () => {
    const platform = createFakePlatform({ surface: 'panel' });
    const now: { kept: KeptPage | null } = { kept: null };
    const answers: Answers = { getPage: async () => ok(readyState()), keptPage: async () => ok(now.kept) };
    render(<PopupView platform={platform} client={createFakeClient(readyState(), answers)} />);
    await screen.findByText(/^Both headlines name Oreshnik/);
    expect(screen.queryByText(/unchanged since/)).toBeNull();
    now.kept = kept({});
    platform.changeState(7);
    await screen.findByText('Saved 29 Jan 2026, unchanged since.');
    now.kept = null;
    platform.changeState(7);
    await waitFor(() => expect(screen.queryByText(/unchanged since/)).toBeNull());
  });

  it('is saved from the menu, with undo; a failure is said', async () => {
    const called = popup();
    fireEvent.click(await screen.findByRole('button', { name: 'Settings for this site' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Save this page' }));
    await screen.findByText('Saved in your index.');
    expect(called('savePage')).toEqual([{ tabId: 7 }]);
    cleanup();
    popup({ savePage: async () => fail('quota-exceeded', 'No.') });
    fireEvent.click(await screen.findByRole('button', { name: 'Settings for this site' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Save this page' }));
    await screen.findByText(/^There is no room left on this disk/);
  });

  it('that is a PDF is kept by title and address, and that is said', async () => {
    const called = popup({ savePage: async () => ok({ articleId: 'page:pdf', withText: false }) }, { kind: 'unsupported', reason: 'pdf' });
    fireEvent.click(await screen.findByRole('button', { name: 'Save its title and address' }));
    await screen.findByText('Title and address are saved. The text of a PDF cannot be read.');
    expect(called('savePage')).toEqual([{ tabId: 7 }]);
    await expectNoAxeFindings();
  });
});

describe('the list of saved pages', () => {
  it('shows each with its day and history, and takes one away with undo', async () => {
    const called = library();
    await screen.findByText('2 saved pages');
    screen.getByText('Saved 21 Jan 2026 · title and address only');
    await expectNoAxeFindings();
    fireEvent.click(screen.getByRole('button', { name: /^Remove: Port closed/ }));
    await screen.findByText('Not saved any more.');
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(called('undoSave')).toEqual([{ articleId: 'port' }]));
    expect(called('removeSave')).toEqual([{ articleId: 'port' }]);
  });

  it('says what is missing when it is empty, and what is the matter when it cannot be read', async () => {
    library({ listSaved: async () => ok([]) });
    await screen.findByText('Nothing saved yet');
    await expectNoAxeFindings();
    cleanup();
    library({ listSaved: async () => fail('storage-failed', 'No.') });
    await screen.findByRole('alert');
  });
});
