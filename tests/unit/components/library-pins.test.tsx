// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PinsData } from '../../../components/pins-data.ts';
import { LibraryView } from '../../../components/views/LibraryView.tsx';
import type { Note, Trashed } from '../../../lib/core/library.ts';
import { newPin } from '../../../lib/core/new-pin.ts';
import { fail, ok } from '../../../lib/core/result.ts';
import type { Pin } from '../../../lib/core/user-data.ts';
import { expectNoAxeFindings } from './support/check-axe.ts';
import { createFakePins } from './support/fake-pins.ts';
import { createFakeCatalogue, createFakeClient, createFakeLibrary, createFakePlatform } from './support/fakes.ts';
import { HARD_ROWS, NOW, PINS } from './support/samples.ts';

afterEach(cleanup);
beforeEach(() => window.history.replaceState(null, ''));

function mount(pins: Pin[] = PINS, answers: Partial<PinsData> = {}, hash = 'pins', dir: 'ltr' | 'rtl' = 'ltr') {
  window.location.hash = hash;
  const fake = createFakePins(pins, [], answers);
  const platform = createFakePlatform({ surface: 'page', dir });
  render(
    <LibraryView
      platform={platform}
      client={createFakeClient()}
      data={createFakeLibrary({ pins: fake.data })}
      catalogue={createFakeCatalogue()}
    />,
  );
  return { ...fake, platform };
}

/** Hundreds of rows take a document made in Node a while. */
const LONG = { timeout: 15_000 };

const shown = () => [...document.querySelectorAll<HTMLElement>('[data-pin]')].map((pin) => pin.dataset.pin);
const chip = (name: RegExp) => screen.getByRole('button', { name });
const press = (key: string, over: object = {}) => fireEvent.keyDown(document.activeElement ?? document.body, { key, ...over });
const focused = () => document.activeElement?.closest<HTMLElement>('[data-pin]')?.dataset.pin;
const ready = () => screen.findByText(/^5 pins$/);
const focusFirst = async () => {
  await ready();
  press('j');
  expect(focused()).toBe('kyiv');
};
const states = (store: { rows<Row>(table: 'pins'): Row[] }) =>
  Object.fromEntries(store.rows<Pin>('pins').map(({ id, state }) => [id, state]));

describe('pins', () => {
  it('are listed newest first and found by title', async () => {
    mount();
    await ready();
    expect(shown()).toEqual(['kyiv', 'lathe', 'dnipro', 'uk', 'ar']);
    await expectNoAxeFindings();
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'LATHE plant' } });
    await screen.findByText('1 of 5 pins');
    expect(shown()).toEqual(['lathe']);
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'vargá' } });
    await screen.findByText('1 of 5 pins');
    expect(shown()).toEqual(['lathe']);
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'zzz' } });
    await screen.findByText(/^No pin has these words/);
  });

  it('change their state, are shown by it with counts, and back on undo', async () => {
    const fake = mount();
    fireEvent.change(await screen.findByRole('combobox', { name: /^State of: China denies/ }), { target: { value: 'archived' } });
    await screen.findByText('Marked: Archived.');
    expect(states(fake)).toMatchObject({ kyiv: 'archived' });
    fireEvent.click(chip(/^Archived 2$/));
    await waitFor(() => expect(shown()).toEqual(['kyiv', 'uk']));
    expect(chip(/^Archived 2$/).getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(shown()).toEqual(['uk']));
  });

  it('go to the trash and come back to their place on undo', async () => {
    const fake = mount();
    fireEvent.click(await screen.findByRole('button', { name: /^Pin: A carousel/ }));
    await screen.findByText('Unpinned.');
    expect(shown()).toEqual(['kyiv', 'dnipro', 'uk', 'ar']);
    expect(fake.rows<Trashed>('trash').map(({ id }) => id)).toEqual(['pin lathe']);
    expect(fake.calls).toContain('announce');
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(shown()).toEqual(['kyiv', 'lathe', 'dnipro', 'uk', 'ar']));
  });

  it('are read again when the page is looked at again', async () => {
    const fake = mount();
    await ready();
    await fake.data.trashPins(['kyiv']);
    fireEvent(document, new Event('visibilitychange'));
    await waitFor(() => expect(shown()).toEqual(['lathe', 'dnipro', 'uk', 'ar']));
    expect(screen.getByRole('link', { name: 'Trash (1)' })).toBeTruthy();
  });

  it('say how to make one when there is none, and when they cannot be read', async () => {
    mount([]);
    await screen.findByText('Nothing pinned yet');
    await expectNoAxeFindings();
    cleanup();
    mount(PINS, { readPins: async () => fail('storage-failed', 'The index could not be opened.') });
    await screen.findByText('The browser could not open the index.');
  });

  it('of any shape are drawn, right to left as well', async () => {
    const hard = HARD_ROWS.map(({ article }, at) => newPin({ id: article.id, article, state: 'read', pinnedAtMs: NOW - at }));
    mount(
      hard.map((pin) => ({ ...pin, tags: ['شبكة', 'x'.repeat(100)] })),
      {},
      'pins',
      'rtl',
    );
    await waitFor(() => expect(shown()).toHaveLength(hard.length));
    await expectNoAxeFindings();
  });

  it('are sorted, and the choice survives going elsewhere and back, but stands in no address', async () => {
    mount();
    await ready();
    fireEvent.change(screen.getByRole('combobox', { name: 'Order' }), { target: { value: 'oldest' } });
    await waitFor(() => expect(shown()).toEqual(['ar', 'uk', 'dnipro', 'lathe', 'kyiv']));
    expect(window.location.hash).toBe('#pins');
    cleanup();
    mount();
    await waitFor(() => expect(shown()[0]).toBe('ar'));
  });

  it('say what is new since they were pinned, and show the rest of a long list when asked', async () => {
    const many = Array.from({ length: 120 }, (_, at) =>
      newPin({ ...PINS[0]!, id: `p${at}`, article: { ...PINS[0]!.article, id: `p${at}` }, pinnedAtMs: NOW - at * 1000 }),
    );
    const asked: number[] = [];
    mount(many, {
      newSincePinned: async (pins) => {
        asked.push(pins.length);
        return ok(new Map(pins.some(({ id }) => id === 'p3') ? [['p3', 2]] : []));
      },
    });
    await screen.findByText(/2 newer reports on this/, {}, LONG);
    await waitFor(() => expect(asked.reduce((sum, count) => sum + count, 0)).toBe(50), LONG);
    expect(shown()).toHaveLength(50);
    fireEvent.click(screen.getByRole('button', { name: 'Show 50 more' }));
    await waitFor(() => expect(shown()).toHaveLength(100), LONG);
    await waitFor(() => expect(asked.reduce((sum, count) => sum + count, 0)).toBe(100), LONG);
  });
});

describe('the keys of pins', () => {
  it('walk, mark, archive, throw away and undo', async () => {
    const fake = mount();
    await focusFirst();
    press('j');
    press('k');
    press('ArrowDown');
    expect(focused()).toBe('lathe');
    press('r');
    await waitFor(() => expect(states(fake)).toMatchObject({ lathe: 'read' }));
    press('e');
    await waitFor(() => expect(states(fake)).toMatchObject({ lathe: 'archived' }));
    press('p');
    await waitFor(() => expect(shown()).not.toContain('lathe'));
    await waitFor(() => expect(focused()).toBe('dnipro'));
    press('u');
    await waitFor(() => expect(shown()).toContain('lathe'));
    press('o');
    expect(fake.platform.log).toEqual([`tab ${PINS[2]!.article.url}`]);
  });

  it('move a pin in the order by hand, by one row, and only there', async () => {
    const fake = mount();
    await focusFirst();
    press('ArrowDown', { altKey: true });
    await waitFor(() => expect(shown()).toEqual(['lathe', 'kyiv', 'dnipro', 'uk', 'ar']));
    await waitFor(() => expect(focused()).toBe('kyiv'));
    press('ArrowUp', { altKey: true });
    await waitFor(() => expect(shown()).toEqual(['kyiv', 'lathe', 'dnipro', 'uk', 'ar']));
    press('ArrowUp', { altKey: true });
    expect(fake.calls.filter((name) => name === 'movePin')).toHaveLength(2);
    fireEvent.change(screen.getByRole('combobox', { name: 'Order' }), { target: { value: 'newest' } });
    (document.querySelector('[data-pin="kyiv"] a[data-headline]') as HTMLElement).focus();
    press('ArrowDown', { altKey: true });
    await screen.findByText('Pins are moved in the order by hand.');
  });

  it('select, and act on all that are selected', async () => {
    const fake = mount();
    await focusFirst();
    press('x');
    press('j');
    press('x');
    const bulk = await screen.findByRole('region', { name: '2 pins selected' });
    await expectNoAxeFindings();
    fireEvent.change(within(bulk).getByRole('combobox', { name: 'State of the selected pins' }), { target: { value: 'archived' } });
    await waitFor(() => expect(states(fake)).toMatchObject({ kyiv: 'archived', lathe: 'archived', dnipro: 'read' }));
    const tag = within(bulk).getByRole('combobox', { name: 'Add a tag to: 2 pins selected' });
    fireEvent.input(tag, { target: { value: 'arms, China' } });
    fireEvent.submit(tag.closest('form') as HTMLFormElement);
    await waitFor(() => expect(fake.rows<Pin>('pins').filter(({ tags }) => tags.join() === 'arms,China')).toHaveLength(2));
    await screen.findByRole('button', { name: 'arms 2' });
    fireEvent.change(within(bulk).getByRole('combobox', { name: /^Take a tag from/ }), { target: { value: 'China' } });
    await waitFor(() => expect(fake.rows<Pin>('pins').filter(({ tags }) => tags.join() === 'arms')).toHaveLength(2));
    const collection = within(bulk).getByRole('combobox', { name: /^Add to a collection/ });
    fireEvent.input(collection, { target: { value: 'Oreshnik' } });
    fireEvent.submit(collection.closest('form') as HTMLFormElement);
    await screen.findByText('2 reports added to “Oreshnik”.');
    fireEvent.click(within(bulk).getByRole('button', { name: 'Move to the trash' }));
    await screen.findByText('2 pins are in the trash.');
    expect(shown()).toEqual(['dnipro', 'uk', 'ar']);
    press('u');
    await waitFor(() => expect(shown()).toHaveLength(5));
    press('*');
    await screen.findByRole('region', { name: '5 pins selected' });
    press('Escape');
    await waitFor(() => expect(screen.queryByRole('region', { name: /selected$/ })).toBeNull());
  });

  it('are letters in a field', async () => {
    const fake = mount();
    await focusFirst();
    press('/');
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
    press('e');
    press('p');
    expect(fake.calls).not.toContain('changePins');
    expect(shown()).toHaveLength(5);
  });
});

describe('the trash', () => {
  async function thrownAway() {
    const fake = mount();
    await ready();
    await fake.data.finishNote('pin kyiv', 'why');
    await fake.data.trashPins(['kyiv', 'lathe']);
    cleanup();
    const { listTrash, restoreTrashed, deleteTrashed } = fake.data;
    mount(PINS, { listTrash, restoreTrashed, deleteTrashed }, 'trash');
    await screen.findByText('2 things, each kept for 30 days');
    return fake;
  }

  it('shows what is in it and until when, and puts it back', async () => {
    const fake = await thrownAway();
    expect(screen.getAllByText(/deleted for good in 4 wk/)).toHaveLength(2);
    await expectNoAxeFindings();
    fireEvent.click(screen.getByRole('button', { name: /^Put back: China denies/ }));
    await screen.findByText('Back in its place.');
    expect(fake.rows<Pin>('pins').map(({ id }) => id)).toContain('kyiv');
    expect(fake.rows<Note>('notes')).toHaveLength(1);
  });

  it('shows what was typed on a thing and not finished', async () => {
    const fake = mount();
    await ready();
    await fake.data.keepDraft('pin kyiv', 'half a thought');
    await fake.data.trashPins(['kyiv']);
    cleanup();
    mount(PINS, { listTrash: fake.data.listTrash }, 'trash');
    expect((await screen.findByText(/^half a thought/)).textContent).toMatch(/Not finished/);
  });

  it('deletes for good only after asking, with the way back in the focus', async () => {
    const fake = await thrownAway();
    fireEvent.click(screen.getByRole('button', { name: /^Delete for good: China denies/ }));
    const asked = await screen.findByRole('alertdialog', { name: 'Delete this for good?' });
    await expectNoAxeFindings();
    expect(document.activeElement?.textContent).toBe('Keep');
    fireEvent.click(within(asked).getByRole('button', { name: 'Keep' }));
    expect(fake.rows('trash')).toHaveLength(2);
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Delete for good: China denies/));
    const [first, second] = [...document.querySelectorAll<HTMLElement>('[data-trashed]')].map((row) => row.dataset.trashed);
    expect(document.activeElement?.closest<HTMLElement>('[data-trashed]')?.dataset.trashed).toBe(first);
    (document.activeElement as HTMLElement).click();
    fireEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete for good' }));
    await waitFor(() => expect(document.activeElement?.closest<HTMLElement>('[data-trashed]')?.dataset.trashed).toBe(second));
    fireEvent.click(screen.getByRole('button', { name: 'Empty the trash' }));
    fireEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete for good' }));
    await screen.findByText('The trash is empty');
    expect(fake.rows('trash')).toEqual([]);
    await expectNoAxeFindings();
  });
});
