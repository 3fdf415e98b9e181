// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { PopupView } from '../../../components/views/PopupView.tsx';
import { ok } from '../../../lib/core/result.ts';
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
