// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LibraryView } from '../../../components/views/LibraryView.tsx';
import type { FieldEdit } from '../../../lib/core/field-edit.ts';
import type { Collection, CollectionItem, ReadingPosition } from '../../../lib/core/library.ts';
import type { Pin } from '../../../lib/core/user-data.ts';
import { article, reporter } from '../../contract/sample-data.ts';
import { expectNoAxeFindings } from './support/check-axe.ts';
import { createFakePins, type FakePins } from './support/fake-pins.ts';
import { createFakeCatalogue, createFakeClient, createFakeLibrary, createFakePlatform } from './support/fakes.ts';
import { PINS } from './support/samples.ts';

afterEach(cleanup);
beforeEach(() => window.history.replaceState(null, ''));

function show(fake: FakePins, hash: string) {
  cleanup();
  window.location.hash = hash;
  const platform = createFakePlatform({ surface: 'page' });
  render(
    <LibraryView
      platform={platform}
      client={createFakeClient()}
      data={createFakeLibrary({ pins: fake.data })}
      catalogue={createFakeCatalogue()}
    />,
  );
  return platform;
}

const items = () => [...document.querySelectorAll<HTMLElement>('[data-item]')].map((item) => item.dataset.item?.split(' ')[1]);
const make = (name: string, query = '') => {
  const label = /^(Name of the collection|A new collection in this one)$/;
  const field = screen.getAllByRole('textbox', { name: label }).at(-1) as HTMLElement;
  fireEvent.input(field, { target: { value: name } });
  const search = screen.queryByRole('textbox', { name: 'A search that fills it, if any' });
  if (search !== null) fireEvent.input(search, { target: { value: query } });
  fireEvent.submit(field.closest('form') as HTMLFormElement);
};

describe('collections', () => {
  it('are made, by hand or as a search, and listed with what is in them', async () => {
    const fake = createFakePins();
    show(fake, 'collections');
    await screen.findByText('No collection yet');
    await expectNoAxeFindings();
    make('Oreshnik');
    await screen.findByRole('link', { name: 'Oreshnik' });
    make('Everything on Votkinsk', 'Votkinsk lang:uk');
    await screen.findByText(/Search: Votkinsk lang:uk/);
    await fake.data.addToCollection('collection-1', ['kyiv', 'lathe']);
    await fake.data.finishNote('collection collection-1', 'What is *known*');
    show(fake, 'collections');
    await screen.findByText(/^2 reports/);
    expect(screen.getByText(/What is \*known\*/)).toBeTruthy();
    await expectNoAxeFindings();
  });

  it('show their reports in order, move them by key, and take them out with undo', async () => {
    const fake = createFakePins();
    await fake.data.addCollection('Oreshnik', null, null);
    await fake.data.addToCollection('collection-1', ['kyiv', 'lathe', 'dnipro']);
    show(fake, 'collections/collection-1');
    await waitFor(() => expect(items()).toEqual(['kyiv', 'lathe', 'dnipro']));
    await expectNoAxeFindings();
    const row = document.querySelector('[data-item="collection-1 dnipro"]') as HTMLElement;
    fireEvent.keyDown(row.querySelector('a') as HTMLElement, { key: 'ArrowUp', altKey: true });
    await waitFor(() => expect(items()).toEqual(['kyiv', 'dnipro', 'lathe']));
    expect(document.activeElement?.closest<HTMLElement>('[data-item]')?.dataset.item).toBe('collection-1 dnipro');
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(items()).toEqual(['kyiv', 'lathe', 'dnipro']));
    fireEvent.click(screen.getAllByRole('button', { name: /^Note: / })[2]!);
    const note = await waitFor(() => document.querySelector('[data-item="collection-1 dnipro"] textarea') as HTMLElement);
    expect(fireEvent.keyDown(note, { key: 'ArrowUp', altKey: true })).toBe(true);
    expect(items()).toEqual(['kyiv', 'lathe', 'dnipro']);
    fireEvent.click(screen.getByRole('button', { name: /^Take out: China denies/ }));
    await waitFor(() => expect(items()).toEqual(['lathe', 'dnipro']));
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(items()).toEqual(['kyiv', 'lathe', 'dnipro']));
  });

  it('have a note on each report', async () => {
    const fake = createFakePins();
    await fake.data.addCollection('Oreshnik', null, null);
    await fake.data.addToCollection('collection-1', ['kyiv']);
    show(fake, 'collections/collection-1');
    fireEvent.click(await screen.findByRole('button', { name: /^Note: China denies/ }));
    const field = await screen.findByRole('textbox', { name: /^Note on: China denies/ });
    fireEvent.input(field, { target: { value: 'The denial' } });
    await expectNoAxeFindings();
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    await screen.findByText('The denial', { selector: '.pin-note' });
  });

  it('are renamed, put into another, thrown away whole and back, with those in them', async () => {
    const fake = createFakePins();
    for (const name of ['World', 'Oreshnik']) await fake.data.addCollection(name, null, null);
    await fake.data.addToCollection('collection-2', ['kyiv']);
    show(fake, 'collections/collection-2');
    const name = await screen.findByDisplayValue('Oreshnik');
    fireEvent.change(name, { target: { value: 'Oreshnik 2026' } });
    await screen.findByText('Renamed.');
    fireEvent.change(screen.getByRole('combobox', { name: 'Stands in' }), { target: { value: 'collection-1' } });
    await waitFor(() => expect(fake.rows<Collection>('collections').map(({ parentId }) => parentId)).toEqual([null, 'collection-1']));
    show(fake, 'collections/collection-1');
    await screen.findByRole('link', { name: 'Oreshnik 2026' });
    make('Deeper');
    await screen.findByRole('link', { name: 'Deeper' });
    fireEvent.click(screen.getByRole('button', { name: 'Move the collection to the trash' }));
    await screen.findByText('“World” is in the trash, with all that was in it.');
    await screen.findByText('No collection yet');
    expect(fake.rows('collectionItems')).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(fake.rows('collections')).toHaveLength(3));
    expect(fake.rows<CollectionItem>('collectionItems').map(({ articleId }) => articleId)).toEqual(['kyiv']);
  });

  it('that are a search show what it finds now, and unknown ones say so', async () => {
    const fake = createFakePins();
    await fake.data.addCollection('Living', null, 'oreshnik');
    show(fake, 'collections/collection-1');
    await screen.findByText(/41 reports/);
    expect(document.querySelectorAll('[data-report]')).toHaveLength(3);
    await expectNoAxeFindings();
    fireEvent.keyDown(document.body, { key: 'j' });
    expect(document.activeElement?.closest<HTMLElement>('[data-report]')?.dataset.report).toBe('kyiv');
    fireEvent.keyDown(document.activeElement as HTMLElement, { key: '?' });
    await screen.findByRole('dialog', { name: 'Keys' });
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    fireEvent.change(screen.getByRole('textbox', { name: 'Its search' }), { target: { value: 'nothing' } });
    await screen.findByText('Search changed.');
    await screen.findByText(/^0 reports/);
    expect(fake.rows<Collection>('collections')[0]?.query).toBe('nothing');
    show(fake, 'collections/none');
    await screen.findByText('That collection is not there any more.');
  });
});

const TEXT = Array.from({ length: 12 }, (_, at) => `Paragraph ${at} of the report.`).join('\n\n');
const REPORT = article('kyiv', {
  headline: 'China denies',
  text: TEXT,
  description: 'A dek.',
  authors: [{ name: 'PTI | Updated:', reporterId: null }],
  provenance: { kind: 'saved-page', source: 'kyiv.example', licence: null, addedAtMs: 1 },
});

describe('reading', () => {
  it('shows the stored text with what can be done with it', async () => {
    const fake = createFakePins(PINS, [REPORT]);
    await fake.data.finishNote('pin kyiv', 'why');
    const platform = show(fake, 'read/kyiv');
    await screen.findByRole('heading', { level: 1, name: 'China denies' });
    await waitFor(() => expect(document.title).toBe('China denies · Sidelight'));
    expect(document.querySelectorAll('[data-paragraph]')).toHaveLength(13);
    expect(screen.getByDisplayValue('why')).toBeTruthy();
    await expectNoAxeFindings();
    fireEvent.click(screen.getByRole('button', { name: 'Open the original' }));
    expect(platform.log).toEqual(['tab https://example.com/kyiv']);
    fireEvent.click(screen.getByRole('button', { name: 'Mark as read' }));
    await screen.findByText('Marked: Read.');
    expect(fake.rows<Pin>('pins').find(({ id }) => id === 'kyiv')?.state).toBe('read');
    expect(screen.queryByRole('button', { name: 'Mark as read' })).toBeNull();
  });

  it('leads nowhere where the address is not known', async () => {
    const url = 'https://address-unknown.invalid/kyiv';
    show(createFakePins([{ ...PINS[0]!, article: { ...PINS[0]!.article, url } }]), 'read/kyiv');
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByRole('button', { name: 'Open the original' })).toBeNull();
  });

  it('keeps the place when the page is hidden, and goes back to it', async () => {
    const fake = createFakePins(PINS, [REPORT]);
    show(fake, 'read/kyiv');
    await screen.findByRole('heading', { level: 1 });
    const paragraphs = [...document.querySelectorAll<HTMLElement>('[data-paragraph]')];
    for (const [at, each] of paragraphs.entries()) {
      const top = (at - 4) * 100 - 25;
      each.getBoundingClientRect = () => ({ top, bottom: top + 100, height: 100 }) as DOMRect;
    }
    await waitFor(() => {
      fireEvent.scroll(window);
      fireEvent(window, new Event('pagehide'));
      expect(fake.rows<ReadingPosition>('readingPositions')).toMatchObject([{ id: 'kyiv', paragraph: 4, share: 0.25 }]);
    });
    const scrolled = vi.spyOn(window, 'scrollTo').mockImplementation(() => {});
    const box = vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue({ top: 480, bottom: 580, height: 100 } as DOMRect);
    show(fake, 'read/kyiv');
    await screen.findByRole('button', { name: 'From the start' });
    expect(scrolled.mock.calls[0]).toEqual([0, window.scrollY + 480 + 25]);
    scrolled.mockRestore();
    box.mockRestore();
  });

  it('says when there is no text, or no such report', async () => {
    const fake = createFakePins();
    show(fake, 'read/kyiv');
    await screen.findByText('No text of this report is stored. Save its page to read it here.');
    await expectNoAxeFindings();
    show(fake, 'read/none');
    await screen.findByText('This report is not here any more');
    show(fake, 'read/%E0%A4%A');
    await screen.findByText('This report is not here any more');
  });
});

describe('corrected details', () => {
  it('are kept over what was found, which is shown with its source and can be put back', async () => {
    const fake = createFakePins(PINS, [REPORT]);
    show(fake, 'read/kyiv');
    fireEvent.click(await screen.findByRole('button', { name: 'Correct the details' }));
    const authors = screen.getByRole('textbox', { name: /^Authors/ });
    fireEvent.change(authors, { target: { value: 'Martin Fornusek; Zoë Example' } });
    await screen.findByText('Corrected: Authors, separated by semicolons.');
    expect(screen.getByText(/^Found: PTI \| Updated: \(kyiv.example\)/)).toBeTruthy();
    expect(screen.getByText('Zoë Example')).toBeTruthy();
    fireEvent.change(screen.getByRole('textbox', { name: /^Authors/ }), { target: { value: 'Zoë Example; {Doctors at Sea}' } });
    await screen.findByText('Doctors at Sea');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^Authors/, description: /^Braces keep .*Found:/ }).value).toBe(
      'Zoë Example; {Doctors at Sea}',
    );
    await expectNoAxeFindings();
    const date = screen.getByRole('textbox', { name: 'Published' });
    fireEvent.change(date, { target: { value: 'yesterday' } });
    await screen.findByText('Write a date as 2026-01-29, 2026-01 or 2026.');
    fireEvent.change(date, { target: { value: '2026-01' } });
    await screen.findByText('Corrected: Published.');
    fireEvent.change(screen.getByRole('textbox', { name: 'Headline' }), { target: { value: ' ' } });
    await screen.findByText('This cannot be empty.');
    fireEvent.click(screen.getByRole('button', { name: 'Put back what was found: Authors, separated by semicolons' }));
    await waitFor(() => expect(fake.rows<FieldEdit>('fieldEdits').map(({ field }) => field)).toEqual(['datePublished']));
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(fake.rows<FieldEdit>('fieldEdits').map(({ field }) => field)).toEqual(['authors', 'datePublished']));
  });

  it('of a report are seen in the list of pins', async () => {
    const fake = createFakePins(PINS, [REPORT]);
    await fake.data.editField('kyiv', { of: 'article', field: 'headline', value: 'Corrected headline' });
    show(fake, 'pins');
    await screen.findByRole('link', { name: 'Corrected headline' });
  });

  it('of a reporter: name, role and bio', async () => {
    const fake = createFakePins();
    Object.assign(fake.store, {
      getReporters: async () => [reporter('p', { name: 'PTI', bio: 'b', bioSource: 'https://kyiv.example/p' })],
    });
    show(fake, 'reporter/p');
    const bio = await screen.findByRole('textbox', { name: 'Bio' });
    await expectNoAxeFindings();
    fireEvent.change(bio, { target: { value: 'Covers arms.' } });
    const found = await screen.findByText(/^Found: b \(https:\/\/kyiv.example\/p\)/);
    fireEvent.click(within(found).getByRole('button', { name: 'Put back what was found: Bio' }));
    await waitFor(() => expect(fake.rows('fieldEdits')).toEqual([]));
    show(fake, 'reporter/none');
  });
});
