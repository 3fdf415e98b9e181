// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { ExchangeData } from '../../../components/exchange-data.ts';
import { ExchangeSection } from '../../../components/library/ExchangeSection.tsx';
import { SurfaceFrame } from '../../../components/SurfaceFrame.tsx';
import type { LostText } from '../../../lib/core/exchange.ts';
import { fail, ok } from '../../../lib/core/result.ts';
import { expectNoAxeFindings } from './support/check-axe.ts';
import { createFakeExchange } from './support/fake-exchange.ts';
import { createFakeClient, createFakeLibrary, createFakePlatform } from './support/fakes.ts';
import { NOW } from './support/samples.ts';

afterEach(cleanup);

function mount(answers: Partial<ExchangeData> = {}) {
  const told: string[] = [];
  const saved: [string, Blob][] = [];
  const exchange = createFakeExchange(answers);
  const data = createFakeLibrary({ exchange: async () => exchange });
  const platform = createFakePlatform({ surface: 'page', saveFile: async (name, contents) => saved.push([name, contents]) > 0 });
  render(
    <SurfaceFrame platform={platform} client={createFakeClient()}>
      <main>
        <h1>Library</h1>
        <ExchangeSection data={data} onTaken={() => told.push('taken')} />
      </main>
    </SurfaceFrame>,
  );
  return { told, saved };
}

function choose(): void {
  const input = screen.getByLabelText<HTMLInputElement>("Read another device's file", { selector: 'input' });
  Object.defineProperty(input, 'files', { value: [new File(['x'], 'sidelight-exchange.ndjson')], configurable: true });
  fireEvent.change(input);
}

const LOST: LostText = { key: 'pin x', field: 'lost note a 1', of: 'note', about: 'Cranes', text: 'What was typed.', atMs: NOW };

describe('Exchange with another device', () => {
  it('writes this device’s file, with the passphrase that was typed', async () => {
    const { saved } = mount();
    await expectNoAxeFindings();
    fireEvent.input(screen.getByLabelText('Passphrase (may be left empty)'), { target: { value: 'six words' } });
    fireEvent.click(screen.getByRole('button', { name: "Write this device's file" }));
    await screen.findByText(/^Handed to the browser’s downloads: sidelight-exchange-012345-2026-11-27\.ndjson/);
    expect(await saved[0]?.[1].text()).toBe('six words');
  });

  it('says what could not be written into the file', async () => {
    mount({ exportExchange: async () => ok({ name: 'x.ndjson', file: new Blob(['x']), left: 2 }) });
    fireEvent.click(screen.getByRole('button', { name: "Write this device's file" }));
    await screen.findByText(
      /^Handed to the browser’s downloads: x\.ndjson.* 2 things could not be written into it, and stay on this device\.$/,
    );
  });

  it('shows what another device’s file would do, takes it in, and takes it back', async () => {
    const calls: string[] = [];
    const { told } = mount({
      applyExchange: async () => {
        calls.push('apply');
        return ok({
          counts: [],
          lost: 1,
          undo: async () => {
            calls.push('undo');
            return true;
          },
        });
      },
      listLost: async () => ok(calls.length === 1 ? [LOST] : []),
    });
    choose();
    const row = await screen.findByRole('row', { name: 'Pins 3 1 2' });
    expect(row).toBeTruthy();
    screen.getByText('Pins, collections and reports in them that the other device took away go into the trash here, for 30 days.');
    screen.getByText('1 text that was changed on both devices, or taken away on the other one, is kept below.');
    await expectNoAxeFindings();
    expect(calls).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Take these in' }));
    await screen.findByText('Taken in.');
    await screen.findByText('What was typed.');
    expect(told).toEqual(['taken']);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(calls).toEqual(['apply', 'undo']));
    await waitFor(() => expect(screen.queryByText('What was typed.')).toBeNull());
  });

  it('writes nothing where the reader cancels, and offers nothing where nothing is new', async () => {
    const { told } = mount();
    choose();
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByText('Taken away')).toBeNull());
    expect(told).toEqual([]);
    cleanup();
    mount({ previewExchange: async () => ok({ madeAtMs: NOW, isOwn: true, counts: [], lost: 0 }) });
    choose();
    await screen.findByText('Everything in this file is here already.');
    screen.getByText(/^This device wrote this file itself/);
    expect(screen.queryByRole('button', { name: 'Take these in' })).toBeNull();
  });

  it.each([
    ['passphrase-needed', 'This file is encrypted: type its passphrase above, and choose the file again.'],
    ['passphrase-wrong', 'The file does not open with this passphrase, or it was changed since it was written.'],
    ['bad-exchange', 'This is no exchange file that Sidelight can read. Line 7: no.'],
    ['checksum-mismatch', 'This is no exchange file that Sidelight can read. Line 7: no.'],
  ] as const)('says in words what is wrong: %s', async (code, text) => {
    mount({ previewExchange: async () => fail(code, 'Line 7: no.') });
    choose();
    await screen.findByText((_, element) => element?.textContent === text && element.tagName === 'P');
    await expectNoAxeFindings();
  });

  it('keeps texts that lost, to be copied or deleted', async () => {
    const dropped: unknown[] = [];
    let lost = [LOST];
    mount({
      listLost: async () => ok(lost),
      dropLost: async ({ key, field }) => {
        dropped.push([key, field]);
        lost = [];
        return ok(undefined);
      },
    });
    await screen.findByText('What was typed.');
    await expectNoAxeFindings();
    fireEvent.click(screen.getByRole('button', { name: 'Copy: Note on Cranes' }));
    await screen.findByText('Copied.');
    fireEvent.click(screen.getByRole('button', { name: 'Delete: Note on Cranes' }));
    await waitFor(() => expect(screen.queryByText('What was typed.')).toBeNull());
    expect(dropped).toEqual([['pin x', 'lost note a 1']]);
  });
});
