// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PinsData } from '../../../components/pins-data.ts';
import { LibraryView } from '../../../components/views/LibraryView.tsx';
import type { Note, Trashed } from '../../../lib/core/library.ts';
import { fail } from '../../../lib/core/result.ts';
import type { Pin } from '../../../lib/core/user-data.ts';
import { expectNoAxeFindings } from './support/check-axe.ts';
import { createFakePins } from './support/fake-pins.ts';
import { createFakeCatalogue, createFakeClient, createFakeLibrary, createFakePlatform } from './support/fakes.ts';
import { PINS } from './support/samples.ts';

afterEach(cleanup);
beforeEach(() => window.history.replaceState(null, ''));

function mount(answers: Partial<PinsData> = {}) {
  window.location.hash = 'pins';
  const fake = createFakePins(PINS, [], answers);
  render(
    <LibraryView
      platform={createFakePlatform({ surface: 'page' })}
      client={createFakeClient()}
      data={createFakeLibrary({ pins: fake.data })}
      catalogue={createFakeCatalogue()}
    />,
  );
  return fake;
}

const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const shown = () => [...document.querySelectorAll<HTMLElement>('[data-pin]')].map((pin) => pin.dataset.pin);
const focused = () => document.activeElement?.closest<HTMLElement>('[data-pin]')?.dataset.pin;
const ready = () => screen.findByText(/^5 pins$/);
const focusFirst = async () => {
  await ready();
  press('j');
  expect(focused()).toBe('kyiv');
};

describe('tags and notes', () => {
  const noteField = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Note on: China denies/ });

  it('open with t and n, and Escape goes back to the row', async () => {
    const fake = mount();
    await focusFirst();
    press('t');
    const field = await screen.findByRole('combobox', { name: /^Add a tag to: China denies/ });
    expect(document.activeElement).toBe(field);
    await expectNoAxeFindings();
    fireEvent.input(field, { target: { value: '#Oreshnik' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    await screen.findByRole('button', { name: 'Remove tag: Oreshnik' });
    fireEvent.click(await screen.findByRole('button', { name: 'Oreshnik 1' }));
    expect(shown()).toEqual(['kyiv']);
    fireEvent.click(screen.getByRole('button', { name: 'Remove tag: Oreshnik' }));
    await screen.findByText('Tags changed.');
    expect(fake.rows<Pin>('pins').flatMap(({ tags }) => tags)).toEqual([]);
  });

  it('keep what is typed before it is finished, and make it the note when the field is left', async () => {
    const fake = mount();
    await focusFirst();
    press('n');
    const field = await screen.findByRole('textbox', { name: /^Note on: China denies/ });
    fireEvent.input(field, { target: { value: '*Votkinsk* plant' } });
    fireEvent(window, new Event('pagehide'));
    await waitFor(() => expect(fake.rows<Note>('notes')).toMatchObject([{ text: '', draft: '*Votkinsk* plant' }]));
    fireEvent.keyDown(field, { key: 'Escape' });
    await screen.findByText('Note kept.');
    expect(fake.rows<Note>('notes')).toMatchObject([{ id: 'pin kyiv', text: '*Votkinsk* plant', draft: null }]);
    await waitFor(() => expect(focused()).toBe('kyiv'));
    expect(screen.getByText('*Votkinsk* plant').className).toBe('pin-note');
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'votkinsk denies' } });
    await screen.findByText('1 of 5 pins');
    expect(fake.calls.filter((name) => name === 'finishNote')).toHaveLength(1);
    press('u');
    await waitFor(() => expect(screen.queryByText('*Votkinsk* plant')).toBeNull());
  });

  it('left unfinished by a closed page are there again, and said to be unfinished', async () => {
    const fake = mount();
    await ready();
    await fake.data.keepDraft('pin kyiv', 'half a thou');
    cleanup();
    mount({ readPins: fake.data.readPins, readNote: fake.data.readNote });
    await screen.findByText(/Not finished: kept as you left it/);
    press('j');
    press('n');
    const field = (await screen.findByRole('textbox', { name: /^Note on/ })) as HTMLTextAreaElement;
    expect(field.value).toBe('half a thou');
  });

  it('taken back show what was there, and leaving the field makes nothing of what was taken back', async () => {
    const fake = mount();
    await focusFirst();
    press('n');
    const field = await noteField();
    fireEvent.input(field, { target: { value: 'first' } });
    fireEvent.focusOut(field, { relatedTarget: screen.getByRole('searchbox') });
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(field.value).toBe(''));
    expect(fake.rows<Note>('notes')).toEqual([]);
    fireEvent.keyDown(field, { key: 'Escape' });
    await waitFor(() => expect(focused()).toBe('kyiv'));
    press('n');
    expect((await noteField()).value).toBe('');
    press('Escape');
    expect(fake.calls.filter((name) => name === 'finishNote')).toHaveLength(1);
  });

  it('written in another tab meanwhile are shown, and joined where something is typed here', async () => {
    const fake = mount();
    await fake.data.finishNote('pin kyiv', 'A');
    await focusFirst();
    press('n');
    const field = await noteField();
    await waitFor(() => expect(field.value).toBe('A'));
    const found = fake.rows<Note>('notes')[0]!;
    await fake.data.finishNote('pin kyiv', 'AB', { found, kept: null });
    fireEvent.focus(field);
    await waitFor(() => expect(field.value).toBe('AB'));
    await fake.data.finishNote('pin kyiv', 'AB and long work', { found: fake.rows<Note>('notes')[0]!, kept: null });
    fireEvent.input(field, { target: { value: 'ABx' } });
    field.setSelectionRange(3, 3);
    fireEvent(window, new Event('pagehide'));
    await waitFor(() => expect(field.value).toBe('ABx\n\nAB and long work'));
    expect(field.selectionStart).toBe(3);
    fireEvent.input(field, { target: { value: 'ABxy\n\nAB and long work' } });
    press('Escape');
    await screen.findByText('Note kept.');
    expect(fake.rows<Note>('notes')).toMatchObject([{ text: 'ABxy\n\nAB and long work', draft: null }]);
    press('u');
    await waitFor(() => expect(fake.rows<Note>('notes')).toMatchObject([{ text: 'AB and long work', draft: null }]));
  });

  it('being typed when the pin is thrown away go with it into the trash', async () => {
    const fake = mount();
    await focusFirst();
    press('n');
    fireEvent.input(await noteField(), { target: { value: 'why' } });
    fireEvent.click(screen.getByRole('button', { name: /^Pin: China denies/ }));
    await waitFor(() => expect(fake.rows<Trashed>('trash')[0]?.notes).toMatchObject([{ text: 'why', draft: null }]));
    expect(fake.rows('notes')).toEqual([]);
  });

  it('that cannot be kept say so at once', async () => {
    mount({ keepDraft: async () => fail('quota-exceeded', 'Full.') });
    await focusFirst();
    press('n');
    fireEvent.input(await screen.findByRole('textbox', { name: /^Note on/ }), { target: { value: 'x' } });
    await screen.findByText('This could not be kept. Copy it before you close the page.');
  });

  it('preview Markdown without any markup, address or image of the text coming alive', async () => {
    const fake = mount();
    await ready();
    const text =
      '# Head\n\n**b** <img src=x onerror=alert(1)> [a](javascript:alert(1)) [w](https://a.example/) ![pic](https://t.example/p.png)\n\n- [x] done\n\n<script>alert(1)</script>';
    await fake.data.finishNote('pin kyiv', text);
    cleanup();
    mount({ readPins: fake.data.readPins, readNote: fake.data.readNote });
    await screen.findByText(/alert/);
    press('j');
    press('n');
    fireEvent.click(await screen.findByRole('button', { name: 'Preview' }));
    const preview = (await screen.findByRole('heading', { name: 'Head' })).closest('.markdown') as HTMLElement;
    expect([...preview.querySelectorAll('*')].map(({ tagName }) => tagName).filter((tag) => /IMG|SCRIPT|IFRAME/.test(tag))).toEqual([]);
    expect([...preview.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      'https://a.example/',
      'https://t.example/p.png',
    ]);
    expect(preview.textContent).toContain('<img src=x onerror=alert(1)>');
    expect(preview.textContent).toContain('<script>alert(1)</script>');
    expect(preview.querySelector('strong')?.textContent).toBe('b');
    await expectNoAxeFindings();
  });
});
