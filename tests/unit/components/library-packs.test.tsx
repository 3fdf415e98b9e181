// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { LibraryData, PackPreview } from '../../../components/library-data.ts';
import { LibraryView } from '../../../components/views/LibraryView.tsx';
import { fail, ok, type Result } from '../../../lib/core/result.ts';
import { expectNoAxeFindings } from './support/check-axe.ts';
import { createFakeCatalogue, createFakeClient, createFakeLibrary, createFakePlatform } from './support/fakes.ts';
import { PACK_PREVIEW, PACK_ROW } from './support/pack-samples.ts';
import { NOW } from './support/samples.ts';

afterEach(cleanup);

function mount(data: Partial<LibraryData> = {}): void {
  window.location.hash = 'data';
  const platform = createFakePlatform({ surface: 'page' });
  const [library, catalogue] = [createFakeLibrary(data), createFakeCatalogue()];
  render(<LibraryView platform={platform} client={createFakeClient()} data={library} catalogue={catalogue} />);
}

function choose(): void {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]') as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: [new File(['{}'], 'file.ndjson')], configurable: true });
  fireEvent.change(input);
}

async function preview(over: Partial<PackPreview> = {}, data: Partial<LibraryData> = {}): Promise<HTMLElement> {
  mount({ previewPack: async () => ok({ ...PACK_PREVIEW, ...over }), ...data });
  await screen.findByText('4,210');
  choose();
  return (await screen.findByText(/^“Harbour pack” holds/)).closest('.preview') as HTMLElement;
}

const MINE = '1354 5E4E 5F20 F85D E917 D67C 0637 8B0A';
const OTHER = '42E0 DDD2 A8EA F414 7232 74D1 23F1 D0B6';
const here = { date: '2026-01-01', importedAtMs: NOW, fingerprint: MINE, source: 'Harbour Courier', isSame: false };

describe('the preview of a pack', () => {
  it('says who made it, when, how large it is and what is new', async () => {
    const panel = await preview();
    expect(within(panel).getByText('Made by: Harbour Courier')).toBeTruthy();
    expect(within(panel).getByText('Licence: CC-BY-4.0')).toBeTruthy();
    expect(within(panel).getByText(/^Made: .*29.*2026/)).toBeTruthy();
    expect(within(panel).getByText('Size of the file: 123 kB')).toBeTruthy();
    expect(within(panel).getByText(MINE).getAttribute('dir')).toBe('ltr');
    const row = within(panel).getByRole('row', { name: /^Reports/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['120', '118', '2']);
    expect(screen.queryByRole('columnheader', { name: 'Stay as they are' })).toBeNull();
    await expectNoAxeFindings();
  });

  it('warns of a pack of another maker that has the name of one here which nobody signed', async () => {
    const unsigned = { ...here, fingerprint: null };
    const warned = async (change: Partial<PackPreview>): Promise<boolean> => {
      const panel = await preview(change);
      const found = within(panel).queryByText(/^You have a pack of this name that is “Harbour Courier”; this one is “Somebody”/) !== null;
      cleanup();
      return found;
    };
    expect(await warned({ here: unsigned, source: 'Somebody' })).toBe(true);
    expect(await warned({ here: unsigned, source: 'Harbour Courier' })).toBe(false);
    expect(await warned({ here, source: 'Somebody' })).toBe(false);
    expect(await warned({ here: null, source: 'Somebody' })).toBe(false);
  });

  it('counts what stays as others have it, and what the version here has more', async () => {
    const counts = [{ kind: 'articles' as const, inFile: 5, added: 1, changed: 1, kept: 3 }];
    const panel = await preview({ here, counts, missing: 2, samples: 1, unreadable: 4 });
    const row = within(panel).getByRole('row', { name: /^Reports/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['5', '1', '1', '3']);
    within(panel).getByText('What another source brought, or you saved, stays as it is.');
    within(panel).getByText('2 reports of the version you have are not in this file; they stay.');
    within(panel).getByText(/^Signed with the same key as the version you have:/);
    within(panel).getByText(/takes the place of the version you added on/);
    await expectNoAxeFindings();
  });

  it.each([
    [{ signer: { state: 'none', fingerprint: null } }, /^Not signed: an update could come from anybody/],
    [{ signer: { state: 'unchecked', fingerprint: MINE } }, /this browser cannot check signatures. It counts as not signed/],
    [
      { here: { ...here, isSame: true }, counts: [{ kind: 'articles', inFile: 5, added: 0, changed: 0, kept: 0 }] },
      'You have exactly this version already.',
    ],
    [{ here: { ...here, isSame: true } }, /^You have this pack already; this file takes the place/],
    [{ date: null }, 'It does not say when it was made.'],
  ] as [Partial<PackPreview>, string | RegExp][])('says %j in words', async (over, words) => {
    const panel = await preview(over);
    within(panel).getByText(words);
    within(panel).getByRole('button', { name: 'Add it' });
  });

  it.each([
    ['unsigned', { state: 'none', fingerprint: null }, /the version you have is signed, this one is not/, 'not signed'],
    ['other-key', { state: 'valid', fingerprint: OTHER }, /signed with another key/, OTHER],
    ['unchecked', { state: 'unchecked', fingerprint: MINE }, /this browser cannot check signatures/, MINE],
    ['older', { state: 'valid', fingerprint: MINE }, /it is older than the version you have/, MINE],
  ] as const)(
    'refuses an update that is %s, with both fingerprints and days, and offers no way to add it',
    async (refusal, signer, words, given) => {
      const panel = await preview({ refusal, signer, here, date: '2025-12-24' });
      within(panel).getByText(words);
      const [, mine, file] = within(panel)
        .getAllByRole('row')
        .map((row) => row.textContent ?? '');
      expect(mine).toContain(`The one you have${MINE}`);
      expect(mine).toContain('2026');
      expect(file).toContain(`This file${given}`);
      expect(file).toContain('2025');
      expect(screen.queryByRole('button', { name: 'Add it' })).toBeNull();
      await expectNoAxeFindings();
      fireEvent.click(within(panel).getByRole('button', { name: 'Cancel' }));
      await waitFor(() => expect(screen.queryByText(/^“Harbour pack” holds/)).toBeNull());
    },
  );

  it('adds it, and the list of packs is read again', async () => {
    let listed = 0;
    const panel = await preview({}, { listPacks: async () => ok(listed++ === 0 ? [] : [PACK_ROW]) });
    screen.getByText('No pack is here.');
    fireEvent.click(within(panel).getByRole('button', { name: 'Add it' }));
    await screen.findByText('Added: 118 new, 2 updated.');
    await screen.findByRole('button', { name: 'Remove the pack “Harbour pack”' });
  });

  it('goes on with an import that was cut off', async () => {
    mount({ packLeft: async () => ok({ name: 'Harbour pack', stopped: false }) });
    await screen.findByText('Added: 60 new, 0 updated.');
  });
});

describe('an import that goes on by itself', () => {
  it('leaves the preview that the reader looks at', async () => {
    let goOn: (left: Result<{ name: string; stopped: boolean } | null>) => void = () => {};
    await preview({}, { packLeft: () => new Promise((resolve) => (goOn = resolve)) });
    goOn(ok({ name: 'Another pack', stopped: false }));
    await screen.findByText('Added: 60 new, 0 updated.');
    fireEvent.click(screen.getByRole('button', { name: 'Add it' }));
    await screen.findByText('Added: 118 new, 2 updated.');
  });
});

describe('cancelling', () => {
  const untilStopped = (signal?: AbortSignal) =>
    new Promise<Result<never>>((resolve) => signal?.addEventListener('abort', () => resolve(fail('cancelled', 'It was stopped.'))));

  it('while the pack is read, takes back to the beginning', async () => {
    mount({
      previewPack: async (_file, _name, onProgress, signal) => {
        onProgress?.(0.4);
        return untilStopped(signal);
      },
    });
    await screen.findByText('4,210');
    choose();
    await screen.findByText('Reading the pack, 40% done');
    await expectNoAxeFindings();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByText(/^Reading the pack/)).toBeNull());
    expect(screen.queryByRole('button', { name: 'Go on adding' })).toBeNull();
  });

  it('while it is added, says what stays and offers to go on or to leave it so', async () => {
    let stopped = false;
    let left = 0;
    const panel = await preview(
      {},
      {
        applyPack: async (_id, onProgress, signal) => {
          onProgress(0.25);
          const answer = await untilStopped(signal);
          stopped = true;
          return answer;
        },
        packLeft: async () => ok(stopped ? { name: 'Harbour pack', stopped } : null),
        leavePack: async () => {
          left++;
          return ok(undefined);
        },
      },
    );
    fireEvent.click(within(panel).getByRole('button', { name: 'Add it' }));
    await screen.findByText('Adding, 25% done');
    screen.getByText(/^Cancelled, what was added so far stays/);
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await screen.findByText(/^The import of “Harbour pack” was cancelled/);
    await expectNoAxeFindings();
    fireEvent.click(screen.getByRole('button', { name: 'Leave it as it is' }));
    await waitFor(() => expect(screen.queryByText(/^The import of/)).toBeNull());
    expect(left).toBe(1);
  });

  it('is remembered: the next visit asks, and goes on only then', async () => {
    let goesOn = 0;
    mount({
      packLeft: async () => ok({ name: 'Harbour pack', stopped: true }),
      continuePack: async () => {
        goesOn++;
        return ok({ added: 60, updated: 0 });
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Go on adding' }));
    await screen.findByText('Added: 60 new, 0 updated.');
    expect(goesOn).toBe(1);
  });
});

describe('the list of packs', () => {
  it('says that a pack is not all here', async () => {
    mount({ listPacks: async () => ok([{ ...PACK_ROW, isWhole: false }]) });
    await screen.findByText(/^Not all of it is here/);
  });

  it('shows what each holds, its licence, day and signer', async () => {
    mount({ listPacks: async () => ok([PACK_ROW, { ...PACK_ROW, id: 'b', name: 'حزمة', date: null, licence: '', fingerprint: null }]) });
    const [first, second] = (await screen.findAllByText(/^Brought 120 reports, 9 reporters, 4 outlets,? and 31 topics$/)).map(
      (meta) => meta.closest('li') as HTMLElement,
    );
    within(first as HTMLElement).getByText(/^Licence: CC-BY-4.0 · Made: .*2026 · Added: /);
    within(first as HTMLElement).getByText(MINE);
    within(second as HTMLElement).getByText('not signed');
    expect(second?.textContent).not.toContain('Licence');
    await expectNoAxeFindings();
  });

  it('says exactly what goes before anything does', async () => {
    const removed: string[] = [];
    mount({
      removePack: async (id, onStep) => {
        removed.push(id);
        onStep(116);
        return ok(undefined);
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Remove the pack “Harbour pack”' }));
    const question = await screen.findByRole('group', { name: 'Remove “Harbour pack”?' });
    within(question).getByText(/^This takes away 116 reports, 9 reporters,? and 31 topics\.$/);
    within(question).getByText('4 reports stay, because another source holds them, or you saved or pinned them.');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Cancel'));
    await expectNoAxeFindings();
    fireEvent.click(within(question).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Remove “Harbour pack”?' })).toBeNull());
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Remove the pack “Harbour pack”'));
    expect(removed).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Remove the pack “Harbour pack”' }));
    const again = await screen.findByRole('group', { name: 'Remove “Harbour pack”?' });
    fireEvent.click(within(again).getByRole('button', { name: 'Remove the pack “Harbour pack”' }));
    await screen.findByText('“Harbour pack” was removed.');
    expect(removed).toEqual(['pack:harbour']);
  });

  it('says that nothing else goes where others hold all of it, and when it fails', async () => {
    mount({
      removalOf: async () => ok({ articles: 0, reporters: 0, outlets: 0, topics: 0, kept: 120 }),
      removePack: async () => fail('storage-failed', 'The index could not be written.'),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Remove the pack “Harbour pack”' }));
    const question = await screen.findByRole('group', { name: 'Remove “Harbour pack”?' });
    within(question).getByText(/^Nothing else goes with it/);
    fireEvent.click(within(question).getByRole('button', { name: 'Remove the pack “Harbour pack”' }));
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Remove “Harbour pack”?' })).toBeNull());
    expect(screen.queryByText('“Harbour pack” was removed.')).toBeNull();
    // It can be tried again.
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
    fireEvent.click(screen.getByRole('button', { name: 'Remove the pack “Harbour pack”' }));
    await screen.findByRole('group', { name: 'Remove “Harbour pack”?' });
  });

  it('says when it cannot be read', async () => {
    mount({ listPacks: async () => fail('storage-failed', 'The index could not be opened.') });
    await screen.findByText('The browser could not open the index.');
  });
});

describe('a pack from the web', () => {
  it('is asked for by address, after the browser was asked for its host', async () => {
    const asked: string[] = [];
    mount({
      previewPackFrom: async (url) => {
        asked.push(url);
        return ok(PACK_PREVIEW);
      },
    });
    const field = await screen.findByLabelText('Or its address on the web');
    fireEvent.input(field, { target: { value: 'packs.example/harbour.pack.ndjson' } });
    fireEvent.click(screen.getByRole('button', { name: 'Fetch' }));
    await screen.findByText(/^“Harbour pack” holds/);
    expect(asked).toEqual(['https://packs.example/harbour.pack.ndjson']);
    fireEvent.input(field, { target: { value: 'javascript:alert(1)' } });
    fireEvent.click(screen.getByRole('button', { name: 'Fetch' }));
    await screen.findByText('This is no web address.');
    expect(asked).toHaveLength(1);
  });

  it('is looked for in a newer version only when asked', async () => {
    const asked: string[] = [];
    mount({
      listPacks: async () => ok([{ ...PACK_ROW, url: 'https://packs.example/harbour.pack.ndjson' }]),
      previewPackFrom: async (url) => {
        asked.push(url);
        return ok(PACK_PREVIEW);
      },
    });
    const look = await screen.findByRole('button', { name: /^Look for a newer version of/ });
    expect(asked).toEqual([]);
    await expectNoAxeFindings();
    fireEvent.click(look);
    await screen.findByText(/^“Harbour pack” holds/);
    expect(asked).toEqual(['https://packs.example/harbour.pack.ndjson']);
  });
});
