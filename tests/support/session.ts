import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach } from 'vitest';
import { demoHosts, demoResponse } from '../../demo/server.ts';
import type { PackRecord } from '../../lib/packs/types.ts';
import { readWholePack } from '../../lib/services/import-pack.ts';
import { findBrowser } from '../../scripts/browsers.mjs';
import { chooseFile, clickNode, findNode } from './accessible-tree.ts';
import type { BrowserName, BrowserUnderTest, LaunchOptions, Surface } from './browser-under-test.ts';
import { builtFolder } from './built-extension.ts';
import { makeCertificate } from './certificate.ts';
import { startChromium } from './chromium/chromium.ts';
import { startDisplay } from './display.ts';
import { eventually } from './eventually.ts';
import { startFirefox } from './firefox/firefox.ts';
import { type LoopbackWeb, startLoopbackWeb, type WebHandler } from './loopback-web.ts';
import { PROJECT_ROOT } from './source-files.ts';

/** The two browsers every journey runs in; `SIDELIGHT_BROWSERS` may name one. */
export const BROWSERS: BrowserName[] = (['chromium', 'firefox'] as const).filter((name) =>
  (process.env.SIDELIGHT_BROWSERS ?? name).includes(name),
);

/**
 * What is of our own pages alone, the same in every browser: at the short size the browsers share such states or journeys among them, at the long
 * size (and where only one browser is asked for) each goes through all.
 */
export function share<State>(states: State[], name: BrowserName): State[] {
  return process.env.SIDELIGHT_LONG === '1' ? states : states.filter((_, at) => BROWSERS[at % BROWSERS.length] === name);
}

/** A browser and the web around it. */
export interface Session {
  browser: BrowserUnderTest;
  web: LoopbackWeb;
  close(): Promise<void>;
}

/** Everything a session may be told. `pages` answer before the demo does. */
export interface SessionOptions {
  pages?: WebHandler;
  netLog?: string;
  /** With the browser's own keys, menus and dialogs in reach: Chromium is then headed, on a virtual screen. */
  native?: boolean;
  /** See `LaunchOptions`. */
  watched?: boolean;
  processesAsShipped?: boolean;
}

/** Starts the loopback web and one browser with the built extension, as freshly installed. */
export async function startSession(name: BrowserName, options: SessionOptions = {}): Promise<Session> {
  const certificate = await makeCertificate([...demoHosts, '*.example.com', 'www.example.org']);
  const records = await demoRecords();
  const web = await startLoopbackWeb(
    certificate,
    async (host, path, asked) => (await options.pages?.(host, path, asked)) ?? demoResponse(host, path, records),
  );
  const display = options.native && name === 'chromium' ? await startDisplay() : null;
  try {
    const browser = await startBrowser(
      name,
      {
        extension: builtFolder(name),
        web,
        headless: display === null,
        hosts: 'everything',
        display,
        asksPermissions: options.native ?? false,
        watched: options.watched ?? false,
        processesAsShipped: options.processesAsShipped ?? false,
      },
      options.netLog ?? null,
    );
    return {
      browser,
      web,
      close: async () => {
        await browser.close();
        await display?.close();
        await web.close();
      },
    };
  } catch (error) {
    await display?.close();
    await web.close();
    throw error;
  }
}

/** See `sharedSession`. */
export interface SharedSession {
  now(): Session;
  begin(): Promise<Session>;
}

/**
 * A session that the tests of a `describe` go on with, one after the other: starting a browser costs more than most of them. After a test that
 * failed the next one, or its second try, gets a new one. `begin` is for tests that need a session nobody has used.
 */
export function sharedSession(start: () => Promise<Session>): SharedSession {
  let session: Session | null = null;
  let unused = true;
  const end = async (): Promise<void> => {
    const old = session;
    session = null;
    await old?.close();
  };
  const begin = async (): Promise<Session> => {
    if (session !== null && unused) return session;
    await end();
    session = await start();
    return session;
  };
  beforeEach(async () => {
    unused = session === null;
    if (unused) await begin();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await end();
  });
  afterAll(end);
  return { now: () => session!, begin };
}

/** Starts a browser of this machine. */
export function startBrowser(
  name: BrowserName,
  options: Omit<LaunchOptions, 'program'>,
  netLog: string | null = null,
): Promise<BrowserUnderTest> {
  const program = findBrowser(name);
  if (program === null) throw new Error(`${name} is not installed; \`npm test\` says how to install it.`);
  return name === 'chromium' ? startChromium({ ...options, program }, netLog) : startFirefox({ ...options, program });
}

/** Asks the background what one of our own pages may ask; fails where the answer does. */
export async function ask<T>(browser: BrowserUnderTest, kind: string, args: object = {}): Promise<T> {
  const answer = await browser.inExtension<{ ok: boolean; value: T; error?: { code: string } } | null>(
    `(globalThis.browser ?? chrome).runtime.sendMessage(${JSON.stringify({ kind, args })})`,
  );
  if (!answer?.ok) throw new Error(`${kind} failed: ${answer?.error?.code ?? 'no answer'}`);
  return answer.value;
}

/** Waits until the starter pack is in the index. */
export async function indexReady(browser: BrowserUnderTest): Promise<void> {
  await eventually(
    'the starter pack is in the index',
    async () => (await ask<{ articles: number }>(browser, 'getIndexStatus')).articles > 0,
    20_000,
  );
}

/** Mode "on sites I choose" for these hosts, permission granted. */
export async function chooseSites(browser: BrowserUnderTest, hosts: readonly string[]): Promise<void> {
  await browser.grantHosts(hosts.map((host) => `*://${host}/*`));
  await ask(browser, 'setMode', { mode: 'chosen-sites' });
  for (const host of hosts) await ask(browser, 'setSite', { host, rule: 'chosen' });
}

/** Adds the demo pack through the library page, as a person would. */
export async function addDemoPack(browser: BrowserUnderTest): Promise<void> {
  const library = await browser.openPage('library.html#data');
  try {
    await choosePack(library);
    await clickNode(library, 'button', 'Add it');
    // To its end: closed before, the import would go on in the next library page, over what that one is to say.
    await findNode(library, 'status', /^Added: \d+ new/, 30_000);
  } finally {
    await library.close();
  }
}

/** Chooses the demo pack on the library's data page: its preview comes, nothing is written. */
export async function choosePack(library: Surface): Promise<void> {
  await findNode(library, 'heading', 'Add a pack file');
  await chooseFile(library, 'input[type=file]', 'demo.pack.ndjson', readFileSync(demoPackPath(), 'utf8'));
}

function demoPackPath(): string {
  return join(PROJECT_ROOT, 'dist', 'demo.pack.ndjson');
}

/** The records of the demo pack: with them every sample report has a page on the demo sites. */
export async function demoRecords(): Promise<PackRecord[]> {
  const reading = await readWholePack(readFileSync(demoPackPath(), 'utf8').trimEnd().split('\n'));
  if (!reading.ok) throw new Error(`The demo pack cannot be read: ${reading.error.message}`);
  return reading.value.records;
}
