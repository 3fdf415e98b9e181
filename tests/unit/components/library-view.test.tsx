// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { LibraryData } from '../../../components/library-data.ts';
import { LibraryView } from '../../../components/views/LibraryView.tsx';
import { fail, ok, type Result } from '../../../lib/core/result.ts';
import type { JobControl } from '../../../lib/messaging/job-port.ts';
import { expectNoAxeFindings } from './support/check-axe.ts';
import { type Answers, createFakeCatalogue, createFakeClient, createFakeLibrary, createFakePlatform } from './support/fakes.ts';
import { PACK_ROW } from './support/pack-samples.ts';
import { INDEX, NOW, SETTINGS } from './support/samples.ts';

afterEach(cleanup);

function mount(section: string, answers: Answers = {}, data: Partial<LibraryData> = {}) {
  window.location.hash = section;
  const client = createFakeClient(undefined, answers);
  const platform = createFakePlatform({ surface: 'page' });
  render(<LibraryView platform={platform} client={client} data={createFakeLibrary(data)} catalogue={createFakeCatalogue()} />);
  return { platform, called: (kind: string) => client.calls.filter(([name]) => name === kind).map(([, args]) => args) };
}

function chooseFile(index: number): void {
  const input = document.querySelectorAll<HTMLInputElement>('input[type="file"]')[index] as HTMLInputElement;
  const file = new File(['{}'], 'file.ndjson');
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  fireEvent.change(input);
}

describe('topics', () => {
  const proposal = (name: string, headlines: string[]) => ({ name, language: 'en', reports: 5, outlets: 3, headlines });
  const proposals = [
    proposal('Grey Harbour', ['Dockers of Grey Harbour walk out', 'What the Grey Harbour deal hides']),
    proposal('ميناء رمادي', ['ميناء رمادي يغلق']),
  ];
  const shown = () => [...document.querySelectorAll('.proposal h3')].map((name) => name.textContent);

  it('say that nothing recurs, and take a name of the user’s own', async () => {
    const { called } = mount('topics', {
      addTopic: async ({ name }) => (name === 'Oreshnik' ? fail('bad-input', 'Known.') : ok({ correctionId: 'c' })),
    });
    await screen.findByText(/^Nothing recurs yet/);
    await expectNoAxeFindings();
    const field = screen.getByRole('textbox', { name: 'A topic of your own' }) as HTMLInputElement;
    const submit = (name: string) => {
      field.value = name;
      fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    };
    submit('Oreshnik');
    await screen.findByText(/^That cannot be a topic/);
    expect(field.value).toBe('Oreshnik');
    submit(' Guo Jiakun ');
    await screen.findByText('“Guo Jiakun” is a topic now. Your reports are looked through for it.');
    expect(called('addTopic')).toEqual([
      { name: 'Oreshnik', language: null },
      { name: 'Guo Jiakun', language: null },
    ]);
    await waitFor(() => expect(field.value).toBe(''));
  });

  it('are proposed with headlines, made or refused, and back in their place on undo', async () => {
    const { called } = mount('topics', {}, { topicProposals: async () => ok({ proposals, reports: 2000 }) });
    await screen.findByText('Names that recur in headlines of the last 2,000 reports and that no list of topics knows.');
    expect(shown()).toEqual(['Grey Harbour', 'ميناء رمادي']);
    expect(screen.getAllByText('5 reports · 3 sources')).toHaveLength(2);
    await expectNoAxeFindings();
    fireEvent.click(screen.getByRole('button', { name: 'Make it a topic: Grey Harbour' }));
    await screen.findByText('“Grey Harbour” is a topic now. Your reports are looked through for it.');
    expect(shown()).toEqual(['ميناء رمادي']);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(shown()).toEqual(['Grey Harbour', 'ميناء رمادي']));
    fireEvent.click(screen.getByRole('button', { name: 'No topic: ميناء رمادي' }));
    await waitFor(() => expect(shown()).toEqual(['Grey Harbour']));
    expect(called('addTopic')).toEqual([{ name: 'Grey Harbour', language: 'en' }]);
    expect(called('refuseTopic')).toEqual([{ name: 'ميناء رمادي' }]);
    expect(called('undoCorrection')).toEqual([{ correctionId: 'c5' }]);
  });

  it('say what is wrong where the index cannot be read', async () => {
    mount('topics', {}, { topicProposals: async () => fail('storage-failed', 'No.') });
    await screen.findByText('The browser could not open the index.');
  });
});

describe('activity', () => {
  it('says plainly that there was no request', async () => {
    mount('activity');
    await screen.findByText('None was made');
    await expectNoAxeFindings();
  });

  it('lists requests with reason and answer', async () => {
    const entry = {
      id: '1',
      atMs: NOW,
      url: 'https://feed.example/rss',
      source: 'Feed',
      why: 'refresh',
      status: 200,
      bytes: 48_210,
      finalUrl: 'https://cdn.example/rss',
    };
    const old = { id: '2', atMs: NOW, url: 'https://feed.example/rss', why: 'Feed you added', status: null, bytes: 0 };
    const { platform } = mount('activity', {}, { listActivity: async () => ok([entry, old]) });
    await screen.findByText('200 · 48 kB');
    expect(screen.getByText('led on to https://cdn.example/rss')).toBeTruthy();
    expect(screen.getByText('no answer')).toBeTruthy();
    expect(screen.getByText('Due')).toBeTruthy();
    expect(screen.getByText('Feed you added')).toBeTruthy();
    await expectNoAxeFindings();
    fireEvent.click(screen.getByRole('button', { name: 'Save all as CSV' }));
    await screen.findByText('Handed to the browser’s downloads as sidelight-activity-2026-01-30.csv');
    expect(platform.log).toHaveLength(1);
  });
});

describe('a failure to read the activity', () => {
  it('is said in words of ours, with the way to what can be taken out', async () => {
    mount('activity', {}, { listActivity: async () => fail('storage-failed', 'Inner words.') });
    expect((await screen.findByRole('alert')).textContent).toContain('The browser could not open the index.');
    expect(screen.getByRole('alert').textContent).not.toContain('Inner words');
    expect(screen.getByRole('button', { name: 'Export your data' })).toBeTruthy();
    await expectNoAxeFindings();
  });
});

describe('data', () => {
  it('exports everything as one dated file', async () => {
    const { platform } = mount('data');
    fireEvent.click(await screen.findByRole('button', { name: 'Export everything' }));
    await screen.findByText('Handed to the browser’s downloads: sidelight-2026-01-30.ndjson, 18 byte.');
    expect(platform.log).toEqual(['save sidelight-2026-01-30.ndjson 18']);
    await expectNoAxeFindings();
  });

  it('previews a restore, then applies it', async () => {
    const applied: string[] = [];
    let undone = 0;
    mount(
      'data',
      {},
      {
        undoRestore: async () => {
          undone++;
          return ok(undefined);
        },
        applyRestore: async (id) => {
          applied.push(id);
          return ok(undefined);
        },
      },
    );
    await screen.findByText('4,210');
    chooseFile(2);
    const row = (await screen.findByRole('rowheader', { name: 'Pins' })).closest('tr') as HTMLElement;
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['12', '3', '1']);
    expect(applied).toEqual([]);
    expect(screen.getByText('1 line could not be read and will be left out.')).toBeTruthy();
    await expectNoAxeFindings();
    fireEvent.click(screen.getByRole('button', { name: 'Restore these' }));
    await screen.findByText('Restored.');
    expect(applied).toEqual(['r1']);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(undone).toBe(1));
  });

  it('looks at the file again where something was changed since, and restores what it shows then', async () => {
    const applied: string[] = [];
    let reads = 0;
    const preview = createFakeLibrary({}).previewRestore;
    mount(
      'data',
      {},
      {
        previewRestore: async (file, control) => {
          const answer = await preview(file, control);
          return answer.ok ? ok({ ...answer.value, id: `look ${++reads}` }) : answer;
        },
        applyRestore: async (id) => {
          applied.push(id);
          return applied.length === 1 ? fail('changed-meanwhile', 'x') : ok(undefined);
        },
      },
    );
    await screen.findByText('4,210');
    chooseFile(2);
    fireEvent.click(await screen.findByRole('button', { name: 'Restore these' }));
    await screen.findByText('Something was changed here since. This is what restoring would do now.');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    fireEvent.click(await screen.findByRole('button', { name: 'Restore these' }));
    await screen.findByText('Restored.');
    expect(applied).toEqual(['look 1', 'look 2']);
  });

  it('cancels a restore while the file is read and while it writes, and says what is here then', async () => {
    const signals: AbortSignal[] = [];
    const cancelled = (control?: JobControl): Promise<Result<never>> => {
      control?.onProgress?.(0.5);
      signals.push(control?.signal as AbortSignal);
      return new Promise((resolve) => control?.signal?.addEventListener('abort', () => resolve(fail('cancelled', 'x'))));
    };
    let reads = 0;
    const preview = createFakeLibrary({}).previewRestore;
    mount(
      'data',
      {},
      {
        previewRestore: (file, control) => (reads++ === 0 ? cancelled(control) : preview(file, control)),
        applyRestore: (_id, _choice, control) => cancelled(control),
      },
    );
    await screen.findByText('4,210');
    chooseFile(2);
    await screen.findByText('Reading the backup: 50%');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await screen.findByText('Cancelled. Everything is as it was before; what you changed meanwhile stayed.');
    chooseFile(2);
    fireEvent.click(await screen.findByRole('button', { name: 'Restore these' }));
    await screen.findByText('Restoring: 50%');
    screen.getByText('Cancelled, everything is put back as it was before; what you change meanwhile stays.');
    await expectNoAxeFindings();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByText('Restoring: 50%')).toBeNull());
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('asks in plain words what happens to other settings, and passes the answer on', async () => {
    const applied: unknown[] = [];
    const preview = (settingsUntouched: boolean) => async () =>
      ok({
        id: 'r',
        createdAtMs: null,
        counts: [{ kind: 'settings' as const, inFile: 1, added: 0, changed: 1 }],
        settingsDiffer: true,
        settingsUntouched,
        unreadable: 0,
      });
    mount(
      'data',
      { getSettings: async () => ok({ ...SETTINGS, missingHosts: ['a.example', 'b.example'] }) },
      {
        previewRestore: preview(false),
        applyRestore: async (id, choice) => {
          applied.push([id, choice]);
          return ok(undefined);
        },
      },
    );
    await screen.findByText('4,210');
    chooseFile(2);
    const group = await screen.findByRole('group', { name: 'The backup has other settings than those here' });
    const checked = () =>
      within(group)
        .getAllByRole('radio')
        .map((radio) => (radio as HTMLInputElement).checked);
    expect(checked()).toEqual([true, false, false]);
    await expectNoAxeFindings();
    fireEvent.click(within(group).getByRole('radio', { name: 'Use the backup’s in place of mine' }));
    expect(checked()).toEqual([false, false, true]);
    fireEvent.click(screen.getByRole('button', { name: 'Restore these' }));
    await screen.findByText('Restored. 2 sites need your permission: see Settings.');
    expect(applied).toEqual([['r', 'replace']]);
  });

  it('says that a restore was cut off, and goes on with it', async () => {
    let continued = 0;
    mount(
      'data',
      {},
      {
        restoreLeft: async () => ok({ articles: 30, of: 4210 }),
        continueRestore: async (onProgress) => {
          continued++;
          onProgress(0.5);
          return ok(undefined);
        },
      },
    );
    await screen.findByText(/A restore was cut off: 30 of 4,210 reports are still to come\./);
    await expectNoAxeFindings();
    fireEvent.click(screen.getByRole('button', { name: 'Go on restoring' }));
    await screen.findByText('Restored.');
    expect(continued).toBe(1);
    expect(screen.queryByText(/cut off/)).toBeNull();
  });

  it('brings a removed site back on undo, asking for it again in the click', async () => {
    const { platform, called } = mount('settings');
    fireEvent.click(await screen.findByRole('button', { name: /^Remove harbour-courier.example/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(platform.log.at(-1)).toBe('request harbour-courier.example');
    await waitFor(() => expect(called('setSite').at(-1)).toEqual({ host: 'harbour-courier.example', rule: 'chosen' }));
    cleanup();
    const blocked = mount('settings');
    fireEvent.click(await screen.findByRole('button', { name: /^Remove mail.example/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(blocked.called('setSite').at(-1)).toEqual({ host: 'mail.example', rule: 'blocked' }));
    expect(blocked.platform.log.filter((line) => line.startsWith('request'))).toEqual([]);
  });

  it('offers nothing to apply when the file brings nothing new', async () => {
    mount(
      'data',
      {},
      {
        previewRestore: async () =>
          ok({
            id: 'r',
            createdAtMs: null,
            counts: [{ kind: 'pins', inFile: 4, added: 0, changed: 0 }],
            settingsDiffer: false,
            settingsUntouched: false,
            unreadable: 0,
          }),
      },
    );
    await screen.findByText('4,210');
    chooseFile(2);
    await screen.findByText('Everything in this file is here already.');
    expect(screen.queryByRole('button', { name: 'Restore these' })).toBeNull();
  });

  it('says why a file cannot be used', async () => {
    mount('data', {}, { previewPack: async () => fail('bad-pack', 'The first line is no manifest.') });
    await screen.findByText('4,210');
    chooseFile(0);
    expect((await screen.findByText(/The first line is no manifest/)).textContent).toContain('no Sidelight pack');
  });

  it('shows what a pack holds before it is added, and can be cancelled', async () => {
    mount('data');
    await screen.findByText('4,210');
    chooseFile(0);
    await screen.findByText('“Harbour pack” holds 120 reports, 9 reporters and 31 topics');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByText(/Harbour pack” holds/)).toBeNull());
    chooseFile(0);
    fireEvent.click(await screen.findByRole('button', { name: 'Add it' }));
    await screen.findByText('Added: 118 new, 2 updated.');
  });

  it('removes samples and rebuilds', async () => {
    let packs = [PACK_ROW];
    const { called } = mount(
      'data',
      {
        removeSamples: async () => {
          packs = [];
          return ok({ ...INDEX, sampleArticles: 0 });
        },
      },
      { listPacks: async () => ok(packs) },
    );
    await screen.findByText('Harbour pack');
    fireEvent.click(await screen.findByRole('button', { name: 'Remove samples' }));
    await waitFor(() => expect(called('removeSamples')).toHaveLength(1));
    await waitFor(() => expect(screen.queryByText('Harbour pack')).toBeNull());
    fireEvent.click(screen.getByRole('button', { name: 'Rebuild the index' }));
    await screen.findByText('The index is being rebuilt. You can go on reading.');
  });
});

describe('the library’s address', () => {
  it('names the section, and an unknown one means pins', async () => {
    mount('nonsense');
    await screen.findByText('5 pins');
    expect(document.title).toBe('Pins · Sidelight');
    window.location.hash = 'activity';
    window.dispatchEvent(new Event('hashchange'));
    await screen.findByText('None was made');
    expect(screen.getByRole('link', { name: 'Activity' }).getAttribute('aria-current')).toBe('page');
  });
});
