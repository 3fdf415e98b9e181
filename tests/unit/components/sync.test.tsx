// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { SyncSection } from '../../../components/library/SyncSection.tsx';
import { SurfaceFrame } from '../../../components/SurfaceFrame.tsx';
import type { SyncData } from '../../../components/sync-data.ts';
import { fail, ok } from '../../../lib/core/result.ts';
import type { SyncProblem } from '../../../lib/core/sync-status.ts';
import { expectNoAxeFindings } from './support/check-axe.ts';
import { createFakeSync } from './support/fake-exchange.ts';
import { createFakeClient, createFakeLibrary, createFakePlatform } from './support/fakes.ts';
import { NOW } from './support/samples.ts';

afterEach(cleanup);

const ON = { url: 'https://couch.example/mine', user: 'ann' };

function mount(answers: Partial<SyncData> = {}, granted = true) {
  const asked: unknown[] = [];
  const data = createFakeLibrary({ sync: async () => createFakeSync(answers) });
  const platform = createFakePlatform({
    surface: 'page',
    requestHosts: async (request) => {
      asked.push(request);
      return granted;
    },
  });
  render(
    <SurfaceFrame platform={platform} client={createFakeClient()}>
      <main>
        <h1>Library</h1>
        <SyncSection data={data} onSynced={() => asked.push('synced')} />
      </main>
    </SurfaceFrame>,
  );
  return asked;
}

async function fill(address: string): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: 'Set up sync' }));
  const type = async (label: string, value: string) => fireEvent.input(await screen.findByLabelText(label), { target: { value } });
  await type('Address of the database', address);
  await type('User name there', 'ann');
  await type('Password there', 'secret');
  await type('Passphrase, the same on all your devices', 'six plain words');
  fireEvent.click(screen.getByRole('button', { name: 'Switch on and sync' }));
}

const problem = (code: SyncProblem) => ({ atMs: NOW, problem: code, changed: 0, sent: 0, unreadable: 0 });

describe('Sync through your own server', () => {
  it('is off until it is switched on, asks for exactly that origin, and can be switched off again', async () => {
    const given: unknown[] = [];
    const asked = mount({
      switchOnSync: async (choice) => {
        given.push(choice);
        return createFakeSync().switchOnSync(choice);
      },
    });
    await screen.findByRole('button', { name: 'Set up sync' });
    await expectNoAxeFindings();
    expect(asked).toEqual([]);
    await fill('https://couch.example/mine/');
    await screen.findByText('On. This device and the server are the same now.');
    expect(asked).toEqual([{ kind: 'origin', url: ON.url }, 'synced']);
    expect(given).toEqual([{ ...ON, password: 'secret', passphrase: 'six plain words' }]);
    screen.getByText('https://couch.example/mine, as ann');
    screen.getByText(/^Last: .*; 3 changes came here, 1 went to the server\./);
    expect(document.body.textContent).not.toContain('secret');
    await expectNoAxeFindings();
    fireEvent.click(screen.getByRole('button', { name: 'Sync now' }));
    await screen.findByText('Synced.');
    const atOpening = () => screen.getByRole<HTMLInputElement>('checkbox', { name: 'Also when I open this library' });
    expect(atOpening().checked).toBe(false);
    fireEvent.click(atOpening());
    await waitFor(() => expect(asked.filter((one) => one === 'synced')).toHaveLength(3));
    await waitFor(() => expect(atOpening()).toMatchObject({ checked: true, disabled: false }));
    fireEvent.click(screen.getByRole('button', { name: 'Switch off' }));
    await screen.findByText('Off. What is on the server stays there, and so does what you have here.');
    await screen.findByRole('button', { name: 'Set up sync' });
  });

  it('says that it is off only where it is, and can be tried again', async () => {
    let fails = true;
    mount({
      syncStatus: async () => ok({ on: { ...ON, whenOpened: false }, last: null }),
      switchOffSync: async () => (fails ? fail('storage-failed', 'No.') : createFakeSync().switchOffSync()),
    });
    const off = async () => fireEvent.click(await screen.findByRole('button', { name: 'Switch off' }));
    await off();
    await screen.findByText('That did not work.');
    expect(screen.queryByText(/^Off\./)).toBeNull();
    fails = false;
    await off();
    await screen.findByText(/^Off\./);
  });

  it.each(['http://couch.example/mine', 'https://ann:secret@couch.example/mine', 'https://couch.example', 'couch', 'javascript:alert(1)'])(
    'asks nobody about %s',
    async (address) => {
      const asked = mount();
      await fill(address);
      await screen.findByText(/^This is no address Sidelight syncs with/);
      expect(asked).toEqual([]);
      await expectNoAxeFindings();
    },
  );

  it('says so where the browser does not grant it, and keeps what was typed', async () => {
    mount({}, false);
    await fill('http://localhost:5984/mine');
    await screen.findByText(/^The browser's permission for this server is missing/);
    expect(screen.getByLabelText<HTMLInputElement>('Address of the database').value).toBe('http://localhost:5984/mine');
  });

  it.each([
    ['away', 'The server did not answer.'],
    ['login', 'The server does not take this user name'],
    ['passphrase', 'This is not the passphrase of what lies on the server'],
    ['not-couch', 'What answered there is no CouchDB server.'],
    ['no-database', 'There is no such database'],
    ['server', 'The server says that something is wrong'],
    ['newer', 'What lies on the server was written by a newer version'],
    ['too-much', 'More came and went than one sync may take (512 MB).'],
    ['storage', 'Something could not be read or written on this device.'],
  ] as const)('says in words what went wrong when it last ran: %s', async (code, text) => {
    mount({ syncStatus: async () => ok({ on: { ...ON, whenOpened: false }, last: problem(code) }) });
    expect((await screen.findByText((content) => content.startsWith(text))).className).toBe('failed');
  });

  it('is stopped with a click while it runs', async () => {
    const waiting = (stop?: AbortSignal) => new Promise<void>((resolve) => stop?.addEventListener('abort', () => resolve()));
    const on = { ...ON, whenOpened: false };
    mount({
      syncStatus: async () => ok({ on, last: null }),
      syncNow: async (stop) => {
        await waiting(stop);
        return ok({ on, last: problem('stopped') });
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Sync now' }));
    const button = await screen.findByRole('button', { name: 'Stop' });
    await expectNoAxeFindings();
    fireEvent.click(button);
    await screen.findByText(/^Stopped\. What came or went/);
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
  });

  it('is stopped while it is switched on, with what was typed still there', async () => {
    mount({
      switchOnSync: async (_choice, stop) => {
        await new Promise<void>((resolve) => stop?.addEventListener('abort', () => resolve()));
        return ok({ status: { on: null, last: null }, problem: 'stopped' });
      },
    });
    await fill(ON.url);
    fireEvent.click(await screen.findByRole('button', { name: 'Stop' }));
    await screen.findByText(/^Stopped\. What came or went/);
    expect(screen.getByLabelText<HTMLInputElement>('Address of the database').value).toBe(ON.url);
  });

  it('says what did not open on the server', async () => {
    mount({ syncStatus: async () => ok({ on: { ...ON, whenOpened: false }, last: { ...problem('away'), problem: null, unreadable: 2 } }) });
    await screen.findByText(/2 things on the server did not open/);
    await waitFor(() => expect(document.querySelector('.failed')).toBeNull());
    await expectNoAxeFindings();
  });
});
