// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { LibraryData, RestorePreview } from '../../../components/library-data.ts';
import type { SurfacePlatform } from '../../../components/surface-platform.ts';
import { LibraryView } from '../../../components/views/LibraryView.tsx';
import { PopupView } from '../../../components/views/PopupView.tsx';
import type { KeptCopy } from '../../../lib/core/copy.ts';
import { fail, ok } from '../../../lib/core/result.ts';
import type { SafekeepingState } from '../../../lib/messaging/protocol.ts';
import { expectNoAxeFindings } from './support/check-axe.ts';
import { type Answers, createFakeCatalogue, createFakeClient, createFakeLibrary, createFakePlatform } from './support/fakes.ts';
import { NOW, readyState, SAFE } from './support/samples.ts';

afterEach(cleanup);

const DAY_MS = 86_400_000;

function mount(section: string, answers: Answers = {}, data: Partial<LibraryData> = {}, options: Partial<SurfacePlatform> = {}) {
  window.location.hash = section;
  const client = createFakeClient(undefined, answers);
  const platform = createFakePlatform({ surface: 'page', ...options });
  render(<LibraryView platform={platform} client={client} data={createFakeLibrary(data)} catalogue={createFakeCatalogue()} />);
  return { platform, called: (kind: string) => client.calls.filter(([name]) => name === kind).map(([, args]) => args) };
}

const safe = (over: Partial<SafekeepingState>): Answers => ({ getSafekeeping: async () => ok({ ...SAFE, ...over }) });

describe('the copy outside the browser', () => {
  it('says when it was made, and what has changed since; an export by hand is one once its file is there', async () => {
    const { platform, called } = mount('data');
    await screen.findByText('Last copy outside this browser: 3 days ago, by hand. 12 changes since.');
    await expectNoAxeFindings();
    const exportAll = screen.getByRole('button', { name: 'Export everything' });
    fireEvent.click(exportAll);
    const isThere = await screen.findByRole('button', { name: 'It is there' });
    screen.getByText(/^Is sidelight-\d{4}-\d\d-\d\d\.ndjson where your downloads are\?/);
    expect(platform.log).toEqual([expect.stringMatching(/^save sidelight-\d{4}-\d\d-\d\d\.ndjson 18$/)]);
    // A download may be cancelled or blocked: nobody but the reader knows.
    expect(called('noteCopyOutside')).toEqual([]);
    screen.getByText('Last copy outside this browser: 3 days ago, by hand. 12 changes since.');
    await expectNoAxeFindings();
    fireEvent.click(isThere);
    await screen.findByText('Last copy outside this browser: now, by hand. Nothing has changed since.');
    expect(called('noteCopyOutside')).toEqual([{ changes: 62 }]);
    await waitFor(() => expect(screen.queryByRole('button', { name: 'It is there' })).toBeNull());
    expect(document.activeElement).toBe(exportAll);
  });

  it('where there is none says what uninstalling does', async () => {
    mount('data', safe({ outside: null, changesSince: 3 }));
    await screen.findByText(/^There is no copy outside this browser yet\. Uninstalling Sidelight/);
  });

  it('is told also where the index cannot be read, and no more than is known', async () => {
    mount('data', safe({ changesSince: null }));
    await screen.findByText(/^Last copy outside this browser: 3 days ago, by hand\.\s*$/);
  });

  it('that could not hold everything says what is lost, and does not count as one', async () => {
    const lost = {
      lost: [
        { table: 'pins', rows: 3 },
        { table: 'notes', rows: null },
      ],
      textsLost: 2,
      trimmed: 4,
    };
    const { called } = mount('data', {}, { exportBackup: async () => ok({ file: new Blob(['x']), changes: null, lost }) });
    fireEvent.click(await screen.findByRole('button', { name: 'Export everything' }));
    await screen.findByText(/^Could not be read: Pins: 3, some of: Notes,? and the texts of 2 reports\.$/);
    screen.getByText('Of 4 records, only what this version knows is in the file.');
    await expectNoAxeFindings();
    expect(screen.queryByRole('button', { name: 'It is there' })).toBeNull();
    expect(called('noteCopyOutside')).toEqual([]);
  });

  it('that lacks what an unfinished restore has still to bring says so', async () => {
    const lost = { lost: [], textsLost: 0, trimmed: 0, isUnfinished: true };
    mount('data', {}, { exportBackup: async () => ok({ file: new Blob(['x']), changes: null, lost }) });
    fireEvent.click(await screen.findByRole('button', { name: 'Export everything' }));
    await screen.findByText(/^A restore could not be finished/);
    expect(screen.queryByRole('button', { name: 'It is there' })).toBeNull();
  });

  it('is offered where the index cannot be opened', async () => {
    const broken = fail('index-newer-than-code', 'This index was made by a newer version of Sidelight.');
    mount('data', { getIndexStatus: async () => broken, getSafekeeping: async () => broken });
    await screen.findByText(/^You can still take out what can be read/);
    expect(screen.getByRole('button', { name: 'Export everything' })).toBeTruthy();
    await expectNoAxeFindings();
    cleanup();
    const { platform } = mount('saved', { listSaved: async () => broken });
    fireEvent.click(await screen.findByRole('button', { name: 'Export your data' }));
    expect(platform.log).toContain('library data');
  });
});

describe('the weekly file', () => {
  it('is switched on by a click that asks the browser first, and off with its permission given back', async () => {
    const { platform, called } = mount('data');
    const toggle = await screen.findByRole('switch', { name: /^Back up to a file every week/ });
    fireEvent.click(toggle);
    expect(platform.log).toEqual(['request downloads']);
    await screen.findByText('On. The file is in the folder Sidelight of your downloads.');
    expect(toggle.getAttribute('aria-checked')).toBe('true');
    fireEvent.click(toggle);
    await screen.findByText('No files are written any more. Those that are there stay.');
    expect(called('setWeeklyFile')).toEqual([{ weekly: true }, { weekly: false }]);
    expect(platform.log).toContain('remove downloads');
  });

  it('stays off where the browser says no', async () => {
    const { called } = mount('data', {}, {}, { requestDownloads: async () => false });
    fireEvent.click(await screen.findByRole('switch', { name: /^Back up to a file every week/ }));
    await screen.findByText('The browser did not grant it, so nothing changed.');
    expect(called('setWeeklyFile')).toEqual([]);
  });

  it('that was not written says why', async () => {
    mount('data', safe({ weekly: true, failure: { code: 'no-permission', atMs: NOW } }));
    await screen.findByText(/^No file is written: the permission to save files is gone/);
    await expectNoAxeFindings();
  });
});

describe('the copies in this browser', () => {
  const copy = (id: number, over: Partial<KeptCopy> = {}): KeptCopy => ({
    ...{ id, madeAtMs: NOW - id * DAY_MS, mark: '', leftOut: 0, bytes: 48_000 },
    counts: { settings: 1, pins: 12, articles: 30 },
    ...over,
  });
  const preview: RestorePreview = {
    ...{ id: 'r2', createdAtMs: null, settingsDiffer: false, settingsUntouched: false, unreadable: 0 },
    counts: [{ kind: 'pins', inFile: 12, added: 4, changed: 0 }],
  };

  it('are listed, looked at before anything is restored, and saved as files', async () => {
    const looked: number[] = [];
    const { platform } = mount(
      'data',
      {},
      {
        listCopies: async () => ok([copy(1), copy(2, { leftOut: 5 })]),
        previewCopy: async (id) => {
          looked.push(id);
          return ok(preview);
        },
      },
    );
    const rows = await screen.findAllByText(/12 pins · 30 kept reports/);
    expect(rows[1]?.textContent).toBe('12 pins · 30 kept reports · 48 kB · 5 reports found no room in it');
    await expectNoAxeFindings();
    fireEvent.click(screen.getAllByRole('button', { name: /^See what the copy of .* would restore$/ })[1] as HTMLElement);
    const table = await screen.findByRole('table');
    within(table).getByText('4');
    expect(looked).toEqual([2]);
    fireEvent.click(screen.getByRole('button', { name: 'Restore these' }));
    await screen.findByText('Restored.');
    fireEvent.click(screen.getAllByRole('button', { name: /^Save the copy of .* as a file$/ })[0] as HTMLElement);
    await waitFor(() => expect(platform.log.at(-1)).toMatch(/^save sidelight-copy-\d{4}-\d\d-\d\d\.ndjson 16$/));
  });

  it('say that there is none yet, and why one cannot be looked at', async () => {
    mount('data', {}, { listCopies: async () => ok([]) });
    await screen.findByText(/^No copy yet/);
    cleanup();
    mount('data', {}, { listCopies: async () => ok([copy(1)]), previewCopy: async () => fail('checksum-mismatch', 'Damaged.') });
    fireEvent.click(await screen.findByRole('button', { name: /^See what the copy/ }));
    await screen.findByText(/is damaged/);
  });
});

describe('the room', () => {
  const room = (usedBytes: number, kept: 'kept' | 'exempt' | 'not' = 'kept') => ({
    storageRoom: async () => ({ usedBytes, quotaBytes: 10e9, kept }),
  });

  it('is told with what takes it, and no advice while there is enough', async () => {
    mount('data', {}, { listCopies: async () => ok([]) }, room(2e9));
    await screen.findByText('2 GB used of 10 GB');
    screen.getByText('The browser has promised not to clear it to make room.');
    expect(screen.queryByText('What you can do')).toBeNull();
    await expectNoAxeFindings();
  });

  it('that runs out says so with what to do, in the popup too', async () => {
    mount('data', {}, {}, room(9.2e9));
    await screen.findByText('What you can do');
    screen.getByText('The room for Sidelight will run out: 800 MB left.');
    await expectNoAxeFindings();
    cleanup();
    const platform = createFakePlatform(room(9.95e9));
    render(<PopupView platform={platform} client={createFakeClient(readyState())} />);
    const note = await screen.findByText('The room for Sidelight is nearly used up: new pins may not be saved.');
    fireEvent.click(within(note.parentElement as HTMLElement).getByRole('button', { name: 'Look' }));
    expect(platform.log).toContain('library data');
  });

  it('that the browser may clear can be asked for', async () => {
    const { platform } = mount('data', {}, {}, room(1e9, 'not'));
    fireEvent.click(await screen.findByRole('button', { name: 'Ask the browser to keep it' }));
    await screen.findByText('The browser keeps it now.');
    expect(platform.log).toContain('keep');
  });

  it('is unknown where the browser does not say', async () => {
    mount('data', {}, {}, { storageRoom: async () => null });
    await screen.findByText('The browser does not say how much room there is.');
  });
});

describe('the notice', () => {
  it('reminds quietly in the library, and not in the popup', async () => {
    const { platform } = mount('pins', safe({ remind: true, changesSince: 50 }));
    await screen.findByText('50 changes are only in this browser.');
    await expectNoAxeFindings();
    fireEvent.click(screen.getByRole('button', { name: 'Take a copy out' }));
    expect(platform.log).toContain('library data');
    cleanup();
    render(<PopupView platform={createFakePlatform()} client={createFakeClient(readyState(), safe({ remind: true, changesSince: 50 }))} />);
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByText(/only in this browser/)).toBeNull();
  });

  it('tells of a weekly file that fails, and of copies that have failed for a day', async () => {
    mount('pins', safe({ weekly: true, failure: { code: 'not-written', atMs: NOW }, copiesFailAtMs: NOW - 2 * DAY_MS }));
    await screen.findByText('The weekly file could not be written.');
    cleanup();
    mount('pins', safe({ copiesFailAtMs: NOW - 2 * DAY_MS }));
    await screen.findByText('Sidelight cannot copy your library inside this browser at the moment.');
    cleanup();
    const { called } = mount('pins', safe({ copiesFailAtMs: NOW - 3_600_000 }));
    await waitFor(() => expect(called('getSafekeeping')).toHaveLength(1));
    expect(screen.queryByText(/cannot copy/)).toBeNull();
  });
});
