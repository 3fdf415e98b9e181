// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { CiteContext } from '../../../components/hooks/cite-context.ts';
import { CiteButton } from '../../../components/library/CiteButton.tsx';
import { SurfaceFrame } from '../../../components/SurfaceFrame.tsx';
import { LibraryView } from '../../../components/views/LibraryView.tsx';
import { fail } from '../../../lib/core/result.ts';
import type { CiteRequest } from '../../../lib/exports/cited-reports.ts';
import { expectNoAxeFindings } from './support/check-axe.ts';
import { createFakePins } from './support/fake-pins.ts';
import { type Answers, createFakeCatalogue, createFakeClient, createFakeLibrary, createFakePlatform } from './support/fakes.ts';
import { PINS } from './support/samples.ts';

afterEach(cleanup);

function mount(ids: string[], answers: Parameters<typeof createFakeLibrary>[0] = {}, grant = true) {
  const asked: CiteRequest[] = [];
  const library = createFakeLibrary(answers);
  const platform = createFakePlatform({ surface: 'page', grant });
  const cite = (request: CiteRequest) => {
    asked.push(request);
    return library.citeReports(request);
  };
  render(
    <SurfaceFrame platform={platform} client={createFakeClient()}>
      <main>
        <h1>Library</h1>
        <CiteContext.Provider value={cite}>
          <CiteButton reports={() => ids} subject={() => ({ kind: 'collection', name: 'Lathes' })} of="Lathes" />
        </CiteContext.Provider>
      </main>
    </SurfaceFrame>,
  );
  return { asked, platform };
}

async function open(): Promise<HTMLElement> {
  fireEvent.click(screen.getByRole('button', { name: 'Cite or export Lathes' }));
  return screen.findByRole('dialog');
}

describe('Cite', () => {
  it('shows the citations, copies and saves them', async () => {
    const { asked, platform } = mount(['a', 'b']);
    await open();
    screen.getByRole('heading', { name: 'Cite 2 reports' });
    await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>('Preview').value).toBe('bibtex of a,b\n'));
    expect(asked).toEqual([{ articleIds: ['a', 'b'], format: 'bibtex', subject: { kind: 'collection', name: 'Lathes' } }]);
    await expectNoAxeFindings();
    fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
    await screen.findByText('Copied.');
    fireEvent.click(screen.getByRole('button', { name: 'Save file' }));
    await screen.findByText(/sidelight\.bibtex/);
    expect(platform.log).toEqual(['copy 14 plain', 'save sidelight.bibtex 28']);
  });

  it('copies styles as rich text, and remembers the choice for the session', async () => {
    const { platform } = mount(['a']);
    await open();
    fireEvent.change(await screen.findByLabelText('Format'), { target: { value: 'apa' } });
    await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>('Preview').value).toBe('apa of a\n'));
    fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
    await screen.findByText('Copied.');
    expect(platform.log).toEqual(['copy 9 rich']);
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await open();
    await waitFor(() => expect(screen.getByLabelText<HTMLSelectElement>('Format').value).toBe('apa'));
  });

  it('copies and saves nothing of the form before while the one chosen is made', async () => {
    const made: (() => void)[] = [];
    const plain = createFakeLibrary({}).citeReports;
    const { platform } = mount(['a'], {
      citeReports: async (request) => {
        if (request.format === 'ris') await new Promise<void>((resolve) => made.push(resolve));
        return plain(request);
      },
    });
    await open();
    await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Copy' }).disabled).toBe(false));
    fireEvent.change(screen.getByLabelText('Format'), { target: { value: 'ris' } });
    await waitFor(() => expect(made).toHaveLength(1));
    expect(screen.getAllByRole<HTMLButtonElement>('button', { name: /^(?:Copy|Save file)$/ }).map(({ disabled }) => disabled)).toEqual([
      true,
      true,
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
    made[0]!();
    await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>('Preview').value).toBe('ris of a\n'));
    expect(platform.log).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
    await screen.findByText('Copied.');
    expect(platform.log).toEqual(['copy 9 plain']);
  });

  it('offers the method note beside formats that have no place for it', async () => {
    const { platform } = mount(['a', 'gone']);
    await open();
    await screen.findByText('1 of them is not in the index any more and is left out.');
    expect(screen.queryByRole('button', { name: 'Save method note' })).toBeNull();
    fireEvent.change(screen.getByLabelText('Format'), { target: { value: 'ris' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Save method note' }));
    await waitFor(() => expect(platform.log).toEqual(['save sidelight-method.txt 13']));
    await expectNoAxeFindings();
  });

  it('says when the browser does not let it copy, and when the store fails', async () => {
    mount(['a'], {}, false);
    await open();
    fireEvent.click(await screen.findByRole('button', { name: 'Copy' }));
    await screen.findByText(/mark the text and copy it yourself/);
    cleanup();
    mount(['a'], { citeReports: async () => fail('storage-failed', 'x') });
    await open();
    await screen.findByRole('alert');
  });
});

describe('in the library', () => {
  function library(hash: string, answers: Answers = {}) {
    window.location.hash = hash;
    const asked: CiteRequest[] = [];
    const fake = createFakeLibrary({ pins: createFakePins(PINS, [], {}).data });
    const citeReports = (request: CiteRequest) => {
      asked.push(request);
      return fake.citeReports(request);
    };
    const data = { ...fake, citeReports };
    render(
      <LibraryView
        platform={createFakePlatform({ surface: 'page' })}
        client={createFakeClient(undefined, answers)}
        data={data}
        catalogue={createFakeCatalogue()}
      />,
    );
    return asked;
  }
  const cite = async (name: string): Promise<void> => {
    fireEvent.click(await screen.findByRole('button', { name }));
    await screen.findByRole('dialog');
  };

  it('what a search found is cited under the words that found it', async () => {
    const asked = library('search');
    fireEvent.input(await screen.findByRole('searchbox', { name: 'Search your index' }), { target: { value: 'oreshnkik' } });
    await cite('Cite or export oreshnkik');
    await waitFor(() =>
      expect(asked).toEqual([
        {
          articleIds: ['kyiv', 'lathe', 'dnipro'],
          format: 'bibtex',
          subject: { kind: 'search', query: 'oreshnik', total: 41, atLeast: false, some: false, order: 'best' },
        },
      ]),
    );
  });

  it('nothing of a search that could not be answered again, which is told', async () => {
    const asked = library('search', { searchIds: async () => fail('storage-failed', 'Test') });
    fireEvent.input(await screen.findByRole('searchbox', { name: 'Search your index' }), { target: { value: 'oreshnkik' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Cite or export oreshnkik' }));
    await screen.findByText('That did not work.');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(asked).toEqual([]);
  });

  it('marked pins, and saved pages', async () => {
    const asked = library('pins');
    fireEvent.click((await screen.findAllByRole('checkbox'))[0]!);
    await cite('Cite or export 1 pin selected');
    await waitFor(() => expect(asked[0]?.subject).toEqual({ kind: 'selection', list: 'pins' }));
    cleanup();
    const saved = library('saved');
    await cite('Cite or export Saved');
    await waitFor(() => expect(saved[0]?.subject).toEqual({ kind: 'selection', list: 'saved' }));
    await expectNoAxeFindings();
  });

  it('nothing outside of it', () => {
    render(
      <SurfaceFrame platform={createFakePlatform()} client={createFakeClient()}>
        <CiteButton reports={() => ['a']} subject={() => ({ kind: 'report' })} of="A" />
      </SurfaceFrame>,
    );
    expect(screen.queryByRole('button', { name: /^Cite/ })).toBeNull();
  });
});
