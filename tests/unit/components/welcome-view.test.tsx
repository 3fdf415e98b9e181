// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { WelcomeView } from '../../../components/views/WelcomeView.tsx';
import { expectNoAxeFindings } from './support/check-axe.ts';
import { createFakeCatalogue, createFakeClient, createFakePlatform } from './support/fakes.ts';

afterEach(cleanup);

async function mount(grant = true, onToolbar = true) {
  const client = createFakeClient();
  const platform = { ...createFakePlatform({ surface: 'page', grant }), isOnToolbar: async () => onToolbar };
  render(<WelcomeView platform={platform} client={client} catalogue={createFakeCatalogue()} />);
  await screen.findByText('Your index starts with 4,210 reports.');
  return { platform, called: (kind: string) => client.calls.filter(([name]) => name === kind).map(([, args]) => args) };
}

describe('the first run', () => {
  it('says how to get the button into the toolbar where the browser keeps it in a menu', async () => {
    await mount(true, false);
    fireEvent.click(screen.getByRole('button', { name: 'Start reading' }));
    await screen.findByText('The disc is not in the toolbar yet: open the puzzle piece there and pin Sidelight.');
    await expectNoAxeFindings();
  });

  it('starts with "when I click", which asks for nothing', async () => {
    const { platform, called } = await mount();
    expect((screen.getByRole('radio', { name: /^When I click/ }) as HTMLInputElement).checked).toBe(true);
    await expectNoAxeFindings();
    fireEvent.click(screen.getByRole('button', { name: 'Start reading' }));
    await screen.findByText('You are set');
    expect(platform.log).toEqual([]);
    expect(called('setMode')).toEqual([{ mode: 'on-click' }]);
    expect(called('setPreference')).toEqual([{ firstRunDone: true }]);
    await expectNoAxeFindings();
    expect(screen.queryByText(/puzzle piece/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Close this page' }));
    expect(platform.log).toEqual(['close']);
  });

  it('asks the browser inside the click for "on every site"', async () => {
    const { platform, called } = await mount();
    fireEvent.click(screen.getByRole('radio', { name: /^On every site/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Start reading' }));
    expect(platform.log).toEqual(['request every-site']);
    await waitFor(() => expect(called('setMode')).toEqual([{ mode: 'every-site' }]));
    await screen.findByText(/the half-lit disc shows how many related reports there are/);
  });

  it('stays where it was when the browser refuses', async () => {
    const { called } = await mount(false);
    fireEvent.click(screen.getByRole('radio', { name: /^On every site/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Start reading' }));
    await screen.findByText(/The browser did not grant it, so Sidelight looks when you click/);
    expect(called('setMode')).toEqual([]);
    expect(called('setPreference')).toEqual([]);
  });

  it('shows what the chosen sources bring while they are fetched, and stops that', async () => {
    const { called } = await mount();
    await screen.findByText(/^8 sources, [\d,]+ reports$/);
    screen.getByText(/^7 of 8 fetched/);
    fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
    await screen.findByText(/^Stopped\./);
    expect(called('stopRefresh')).toHaveLength(1);
    await expectNoAxeFindings();
  });

  it('leads to adding a pack', async () => {
    const { platform } = await mount();
    fireEvent.click(screen.getByRole('button', { name: 'Add a pack file' }));
    expect(platform.log).toEqual(['library data']);
  });
});
