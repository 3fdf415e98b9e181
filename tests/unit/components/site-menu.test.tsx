// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { PopupView } from '../../../components/views/PopupView.tsx';
import { ok } from '../../../lib/core/result.ts';
import { withSite } from '../../../lib/services/modes.ts';
import { createFakeClient, createFakePlatform, type FakePlatform } from './support/fakes.ts';
import { readyState, SETTINGS } from './support/samples.ts';

afterEach(cleanup);

function mount(platform: FakePlatform) {
  const client = createFakeClient();
  render(<PopupView platform={platform} client={client} />);
  return { called: (kind: string) => client.calls.filter(([name]) => name === kind).map(([, args]) => args) };
}

describe('a choice in the popup’s menu', () => {
  it('is kept for the background before the browser asks, which may end the popup', async () => {
    const platform = createFakePlatform({ requestHosts: () => new Promise(() => undefined) });
    mount(platform);
    fireEvent.click(await screen.findByRole('button', { name: 'Settings for this site' }));
    fireEvent.click(await screen.findByRole('button', { name: /^On sites I choose/ }));
    fireEvent.click(await screen.findByRole('button', { name: /^On every site/ }));
    expect(platform.kept).toEqual([
      { mode: 'chosen-sites', host: 'news.example' },
      { mode: 'every-site', host: null },
    ]);
  });

  it('changes nothing when the browser refuses', async () => {
    const platform = createFakePlatform({ grant: false });
    const { called } = mount(platform);
    fireEvent.click(await screen.findByRole('button', { name: 'Settings for this site' }));
    fireEvent.click(await screen.findByRole('button', { name: /^On sites I choose/ }));
    await screen.findByText('The browser did not grant this. Nothing was changed.');
    expect(called('setMode')).toEqual([]);
    expect(platform.kept.at(-1)).toBeNull();
  });
});

describe('the menu where sites are chosen', () => {
  async function open(sites: string[], blockedSites: string[] = []) {
    const platform = createFakePlatform();
    let settings = { ...SETTINGS, mode: 'chosen-sites' as const, sites, blockedSites };
    const client = createFakeClient(readyState(), {
      getSettings: async () => ok(settings),
      setSite: async ({ host, rule }) => {
        settings = { ...settings, ...withSite(settings, host, rule), mode: 'chosen-sites' };
        return ok(settings);
      },
    });
    render(<PopupView platform={platform} client={client} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Settings for this site' }));
    const always = await screen.findByRole('switch', { name: 'Always look at news.example' });
    const off = screen.getByRole('switch', { name: 'Off on news.example' });
    const shown = () => [always, off].map((each) => each.getAttribute('aria-checked'));
    return { platform, always, off, shown };
  }

  it('says of a site that nobody chose that it is not looked at, and switches it off and on without choosing it', async () => {
    const { platform, off, shown } = await open([]);
    expect(shown()).toEqual(['false', 'false']);
    fireEvent.click(off);
    await waitFor(() => expect(shown()).toEqual(['false', 'true']));
    fireEvent.click(off);
    await waitFor(() => expect(shown()).toEqual(['false', 'false']));
    expect(platform.log).toEqual([]);
  });

  it('chooses the site, asking the browser in the click, and takes it out again', async () => {
    const { platform, always, shown } = await open([]);
    fireEvent.click(always);
    expect(platform.log).toEqual(['request news.example']);
    await waitFor(() => expect(shown()).toEqual(['true', 'false']));
    fireEvent.click(always);
    await waitFor(() => expect(shown()).toEqual(['false', 'false']));
  });

  it('a chosen site that is off is chosen again once it is on', async () => {
    const { off, shown } = await open(['news.example'], ['news.example']);
    await waitFor(() => expect(shown()).toEqual(['false', 'true']));
    fireEvent.click(off);
    await waitFor(() => expect(shown()).toEqual(['true', 'false']));
  });
});

describe('what the popup knows of the settings', () => {
  it('is what another window made of them, once a page or the focus changes', async () => {
    const platform = createFakePlatform();
    const answers = { settings: SETTINGS };
    render(<PopupView platform={platform} client={createFakeClient(readyState(), { getSettings: async () => ok(answers.settings) })} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Settings for this site' }));
    const chosen = () => screen.getAllByRole('button', { pressed: true }).map(({ textContent }) => textContent);
    await waitFor(() => expect(chosen().join()).toContain('When I click'));
    answers.settings = { ...SETTINGS, mode: 'every-site' };
    platform.changeState(7);
    await waitFor(() => expect(chosen().join()).toContain('On every site'));
    answers.settings = SETTINGS;
    fireEvent.focus(window);
    await waitFor(() => expect(chosen().join()).toContain('When I click'));
  });
});
