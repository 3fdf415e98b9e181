// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { ImportSection } from '../../../components/library/ImportSection.tsx';
import { SurfaceFrame } from '../../../components/SurfaceFrame.tsx';
import { fail, ok, type Result } from '../../../lib/core/result.ts';
import type { JobControl } from '../../../lib/messaging/job-port.ts';
import { expectNoAxeFindings } from './support/check-axe.ts';
import { createFakeClient, createFakeLibrary, createFakePlatform } from './support/fakes.ts';

afterEach(cleanup);

function mount(answers: Parameters<typeof createFakeLibrary>[0] = {}) {
  const calls: string[] = [];
  const library = createFakeLibrary(answers);
  const data = {
    ...library,
    applyImport: (id: string, control?: JobControl) => {
      calls.push(`apply ${id}`);
      return library.applyImport(id, control);
    },
    undoRestore: () => {
      calls.push('undo');
      return library.undoRestore();
    },
  };
  render(
    <SurfaceFrame platform={createFakePlatform({ surface: 'page' })} client={createFakeClient()}>
      <main>
        <h1>Library</h1>
        <ImportSection data={data} onImported={() => calls.push('imported')} />
      </main>
    </SurfaceFrame>,
  );
  return calls;
}

function choose(...names: string[]): void {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
  Object.defineProperty(input, 'files', { value: names.map((name) => new File(['x'], name)), configurable: true });
  fireEvent.change(input);
}

describe('Bring a collection along', () => {
  it('shows what would come in and what was not understood, imports it, and takes it back', async () => {
    const calls = mount();
    await expectNoAxeFindings();
    choose('part_000000.csv', 'all.zip');
    await screen.findByText('3 new pins. 1 pin that is here gets tags, notes, a state or an earlier date.');
    screen.getByText('1 is here already and stays as it is.');
    screen.getByText(/Pocket \(CSV\) · 5 entries/);
    screen.getByText('an archive that holds no list of pages Sidelight can read');
    expect(screen.getAllByText('Not understood: an address that is no web page (2; at 3, 9)')).toHaveLength(2);
    screen.getByText('Nothing is taken from: cover, id');
    screen.getByText('12 other files of the archives were not read: annotations/part_000000.json, read <me>.md …');
    screen.getByText('2 entries are of the same pages as others: each page becomes one pin.');
    fireEvent.click(screen.getByText('Look at 2 of them'));
    screen.getByText('Cranes <stopped>');
    await expectNoAxeFindings();
    expect(calls).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Import' }));
    await screen.findByText('4 entries imported.');
    expect(calls).toEqual(['apply i1', 'imported']);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(calls).toEqual(['apply i1', 'imported', 'undo', 'imported']));
    expect(screen.queryByRole('button', { name: 'Import' })).toBeNull();
  });

  it('writes nothing when it is cancelled, also while it reads', async () => {
    let signal: AbortSignal | null = null;
    const calls = mount({
      previewImport: (_files, steps) => {
        signal = steps.signal;
        return new Promise(() => {});
      },
    });
    choose('a.csv');
    await screen.findByRole('progressbar');
    await expectNoAxeFindings();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
    expect(signal!.aborted).toBe(true);
    expect(calls).toEqual([]);
  });

  it('is cancelled while it writes, and says that everything is put back', async () => {
    let settle: (answer: Result<void>) => void = () => {};
    const calls = mount({
      applyImport: (_id, control) => {
        control?.onProgress?.(0.4);
        return new Promise((resolve) => {
          control?.signal?.addEventListener('abort', () => {
            settle = resolve;
          });
        });
      },
    });
    choose('a.csv');
    fireEvent.click(await screen.findByRole('button', { name: 'Import' }));
    await waitFor(() => expect(screen.getByRole<HTMLProgressElement>('progressbar').value).toBe(0.4));
    screen.getByText('Cancelled, everything is put back as it was before; what you change meanwhile stays.');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await screen.findByText('Putting everything back as it was');
    await expectNoAxeFindings();
    settle(fail('cancelled', 'x'));
    await screen.findByText('Cancelled. Everything is as it was before; what you changed meanwhile stayed.');
    expect(calls).toEqual(['apply i1', 'imported']);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('offers nothing to import where nothing is new', async () => {
    mount({
      previewImport: async () =>
        ok({
          id: 'i',
          files: [],
          pins: { new: 0, changed: 0, same: 2 },
          rows: [],
          sources: { new: 0, known: 1 },
          passedOver: { count: 0, names: [] },
          joined: 0,
          problems: [],
        }),
    });
    choose('a.csv');
    await screen.findByText('Nothing new in it.');
    screen.getByText('3 are here already and stay as they are.');
    expect(screen.queryByRole('button', { name: 'Import' })).toBeNull();
  });

  it('says when something was changed again and again meanwhile', async () => {
    mount({ applyImport: async () => fail('changed-meanwhile', 'x') });
    choose('a.csv');
    fireEvent.click(await screen.findByRole('button', { name: 'Import' }));
    await screen.findByText('Something was changed here at the same time. Try again.');
  });

  it('says when it fails', async () => {
    const calls = mount({ applyImport: async () => fail('quota-exceeded', 'x') });
    choose('a.csv');
    fireEvent.click(await screen.findByRole('button', { name: 'Import' }));
    await screen.findByRole('button', { name: 'Close' });
    expect(document.querySelector('.refused')?.textContent).not.toBe('');
    expect(calls).toEqual(['apply i1']);
  });
});
