// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { LibraryView } from '../../../components/views/LibraryView.tsx';
import { fail, ok } from '../../../lib/core/result.ts';
import { expectNoAxeFindings } from './support/check-axe.ts';
import { type Answers, createFakeCatalogue, createFakeClient, createFakeLibrary, createFakePlatform } from './support/fakes.ts';
import { NOW } from './support/samples.ts';

afterEach(cleanup);

function mount(answers: Answers = {}) {
  window.location.hash = 'corrections';
  const client = createFakeClient(undefined, answers);
  const platform = createFakePlatform({ surface: 'page' });
  render(<LibraryView platform={platform} client={client} data={createFakeLibrary({})} catalogue={createFakeCatalogue()} />);
  return { called: (kind: string) => client.calls.filter(([name]) => name === kind).map(([, args]) => args) };
}

describe('corrections', () => {
  const rows = [
    { id: 'a', kind: 'alias', atMs: NOW, of: 'Oreshnik', text: '榛树' },
    { id: 'b', kind: 'same-as', atMs: NOW - 1, of: 'Hazel', text: 'Oreshnik' },
    { id: 'c', kind: 'not-topic', atMs: NOW - 2, of: 'Nature (journal)', text: 'nature' },
    { id: 'd', kind: 'not-related', atMs: NOW - 3, of: null, text: null },
    { id: 'e', kind: 'own-topic', atMs: NOW - 4, of: 'Grey Harbour', text: null },
    { id: 'f', kind: 'no-topic', atMs: NOW - 5, of: 'Port talks', text: null },
    { id: 'g', kind: 'not-copy', atMs: NOW - 6, of: 'Port closed', text: null },
  ] as const;

  it('say that there is none', async () => {
    mount();
    await screen.findByText('Nothing was corrected');
    await expectNoAxeFindings();
  });

  it('are listed in words, and taken back one by one', async () => {
    const { called } = mount({
      listCorrections: async () => ok([...rows]),
      undoCorrection: async ({ correctionId }) => (correctionId === 'b' ? fail('storage-failed', 'No.') : ok({ undone: true })),
    });
    await screen.findByText('Oreshnik is also called “榛树”');
    const said = () => [...document.querySelectorAll('.correction p')].map((line) => line.textContent);
    expect(said()).toEqual([
      'Oreshnik is also called “榛树”',
      'Hazel is the same as Oreshnik',
      '“nature” is not Nature (journal)',
      'Not related to one page: a report that is no longer in the index',
      '“Grey Harbour” is a topic of yours',
      '“Port talks” is no topic',
      'Not a copy of another report: Port closed (stood under: a report that is no longer in the index)',
    ]);
    await expectNoAxeFindings();
    fireEvent.click(screen.getByRole('button', { name: 'Take back: Hazel is the same as Oreshnik' }));
    await screen.findByText('That did not work.');
    expect(said()).toHaveLength(7);
    fireEvent.click(screen.getByRole('button', { name: 'Take back: Oreshnik is also called “榛树”' }));
    await screen.findByText('Taken back.');
    expect(said()).toHaveLength(6);
    expect(called('undoCorrection')).toEqual([{ correctionId: 'b' }, { correctionId: 'a' }]);
  });
});
