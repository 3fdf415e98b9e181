// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { LibraryData } from '../../../components/library-data.ts';
import { LibraryView } from '../../../components/views/LibraryView.tsx';
import { fail, ok } from '../../../lib/core/result.ts';
import type { PageClient, SettingsState } from '../../../lib/messaging/protocol.ts';
import { expectNoAxeFindings } from './support/check-axe.ts';
import { createFakeSync } from './support/fake-exchange.ts';
import { type Answers, createFakeCatalogue, createFakeClient, createFakeLibrary, createFakePlatform } from './support/fakes.ts';
import { SETTINGS } from './support/samples.ts';
import { SOURCES } from './support/source-samples.ts';

afterEach(cleanup);

function mount(answers: Answers = {}, data: Partial<LibraryData> = {}) {
  window.location.hash = 'settings';
  const client = createFakeClient(undefined, answers);
  const platform = createFakePlatform({ surface: 'page' });
  render(<LibraryView platform={platform} client={client} data={createFakeLibrary(data)} catalogue={createFakeCatalogue()} />);
  return { platform, called: (kind: string) => client.calls.filter(([name]) => name === kind).map(([, args]) => args) };
}

describe('settings', () => {
  it('marks the chosen sites the browser does not let it read, and asks for them in the click', async () => {
    const { platform, called } = mount({ getSettings: async () => ok({ ...SETTINGS, missingHosts: ['kyivindependent.com'] }) });
    const allow = await screen.findByRole('button', { name: 'Allow Sidelight to look at kyivindependent.com' });
    expect(screen.getAllByText('Needs your permission')).toHaveLength(1);
    await expectNoAxeFindings();
    fireEvent.click(allow);
    expect(platform.log).toContain('request kyivindependent.com');
    await waitFor(() => expect(called('setSite')).toEqual([{ host: 'kyivindependent.com', rule: 'chosen' }]));
  });

  it('asks the browser in the click, and gives permission back with a removed site', async () => {
    const { platform, called } = mount({ getSettings: withoutSites(SETTINGS) });
    fireEvent.click(await screen.findByRole('button', { name: /^On every site/ }));
    expect(platform.log).toEqual(['request every-site']);
    fireEvent.click(screen.getByRole('button', { name: 'Remove kyivindependent.com' }));
    await waitFor(() => expect(called('setSite')).toEqual([{ host: 'kyivindependent.com', rule: 'none' }]));
    await waitFor(() => expect(platform.log).toContain('remove kyivindependent.com'));
    await expectNoAxeFindings();
  });

  it.each<[string, Answers, Partial<LibraryData>]>([
    ['the mode', { getSettings: withoutSites({ ...SETTINGS, mode: 'every-site' }) }, {}],
    ['a source', { listSources: async () => ok([{ ...SOURCES[0]!, url: 'https://kyivindependent.com:8443/feed' }]) }, {}],
    [
      'sync',
      {},
      {
        sync: async () =>
          createFakeSync({
            syncStatus: async () => ok({ on: { url: 'https://kyivindependent.com/couch', user: 'ann', whenOpened: false }, last: null }),
          }),
      },
    ],
    ['what cannot be asked', { listSources: async () => fail('storage-failed', 'No.') }, {}],
  ])('keeps the permission of a removed site for %s', async (_, answers, data) => {
    const { platform } = mount({ getSettings: withoutSites(SETTINGS), ...answers }, data);
    fireEvent.click(await screen.findByRole('button', { name: 'Remove kyivindependent.com' }));
    await screen.findByText('kyivindependent.com is removed.');
    expect(platform.log).toEqual([]);
  });

  it('takes a site out of those that are off, and leaves it chosen and permitted as it was', async () => {
    const { platform, called } = mount({ getSettings: withoutSites(SETTINGS) });
    fireEvent.click(await screen.findByRole('button', { name: 'Remove mail.example' }));
    await screen.findByText('mail.example is removed.');
    expect([called('setSite'), platform.log]).toEqual([[{ host: 'mail.example', rule: 'unblocked' }], []]);
  });

  /** Answers with the settings first, then as if every site had been removed. */
  function withoutSites(settings: SettingsState): PageClient['getSettings'] {
    let asked = 0;
    return async () => ok(asked++ === 0 ? settings : { ...settings, sites: [] });
  }

  it('switches the badge', async () => {
    const { called } = mount();
    const badge = await screen.findByRole('switch', { name: /^Number on the icon/ });
    expect(badge.getAttribute('aria-checked')).toBe('true');
    fireEvent.click(badge);
    await waitFor(() => expect(called('setPreference')).toEqual([{ showBadge: false }]));
    await waitFor(() => expect(badge.getAttribute('aria-checked')).toBe('false'));
    fireEvent.click(screen.getByRole('switch', { name: /^Mark topics on pages/ }));
    await waitFor(() => expect(called('setPreference').at(-1)).toEqual({ markTopics: true }));
  });
});
