import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import type { LaunchOptions } from '../browser-under-test.ts';

/** Makes an empty profile folder. */
export function newProfile(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'sidelight-chromium-'));
}

/** Deletes a profile; a browser that is still writing gets a few more tries. */
export function deleteProfile(profile: string): Promise<void> {
  return rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

/** Starts Chromium with the extension. Puppeteer's own switches are left out: they would loosen a browser that people use. */
export function launchChromium(options: LaunchOptions, profile: string, netLog: string | null): Promise<Browser> {
  return puppeteer.launch({
    executablePath: options.program,
    headless: options.headless,
    ...(options.display && { env: { ...process.env, DISPLAY: options.display.name } }),
    pipe: true,
    userDataDir: profile,
    defaultViewport: null,
    acceptInsecureCerts: options.hosts === 'everything',
    enableExtensions: true,
    ignoreDefaultArgs: true,
    protocolTimeout: 60_000,
    args: switches(options, profile, netLog),
  });
}

/** Parts of the browser that would talk to its maker in the middle of a test, and the address field's list as pages: two more to load at each start. */
const TESTS_WITHOUT = [
  'Translate',
  'OptimizationHints',
  'MediaRouter',
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

/** Without what costs a test more than what it looks at: a process for each site, moving pictures in the browser's own windows, machine code for what runs once. */
const CHEAPER = {
  features: ['SpareRendererForSitePerProcess', 'IsolateOrigins', 'site-per-process'],
  switches: [
    '--disable-site-isolation-trials',
    '--renderer-process-limit=1',
    '--animation-duration-scale=0',
    '--disable-smooth-scrolling',
    '--js-flags=--no-opt --no-maglev',
  ],
};

// The extension is loaded by a switch, not over the protocol: only so does the browser keep its granted hosts over a restart
// (docs/browser-bugs.md). Branded builds ignore the switch unless a feature is turned off.
function switches(options: LaunchOptions, profile: string, netLog: string | null): string[] {
  const { httpPort, httpsPort } = options.web;
  const shared = options.processesAsShipped ? { features: [], switches: [] } : CHEAPER;
  const always = [
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe',
    '--enable-unsafe-extension-debugging',
    `--load-extension=${options.extension}`,
    `--disable-features=${[...(options.hosts === 'everything' ? [...TESTS_WITHOUT, ...shared.features] : []), 'DisableLoadExtensionCommandLineSwitch'].join(',')}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--password-store=basic',
    '--use-mock-keychain',
    '--lang=en-GB',
    ...(options.display ? ['--window-position=0,0', '--window-size=1200,900', '--disable-gpu'] : []),
    ...(options.headless ? ['--headless=new', '--hide-scrollbars', '--mute-audio', '--disable-gpu', '--window-size=1280,900'] : []),
    ...(needsNoSandbox() ? ['--no-sandbox', '--disable-dev-shm-usage'] : []),
    ...(netLog ? [`--log-net-log=${netLog}`] : []),
  ];
  if (options.hosts === 'everything') {
    return [
      ...always,
      `--host-resolver-rules=MAP *:80 127.0.0.1:${httpPort}, MAP *:443 127.0.0.1:${httpsPort}`,
      ...shared.switches,
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-domain-reliability',
      '--disable-client-side-phishing-detection',
      '--disable-default-apps',
      '--metrics-recording-only',
      '--disable-popup-blocking',
      'about:blank',
    ];
  }
  const rules = options.hosts.names.flatMap((host) => [`MAP ${host}:80 127.0.0.1:${httpPort}`, `MAP ${host}:443 127.0.0.1:${httpsPort}`]);
  return [
    ...always,
    `--host-resolver-rules=${rules.join(', ')}`,
    `--ignore-certificate-errors-spki-list=${options.hosts.spkiHash}`,
    'about:blank',
  ];
}

/** Chromium refuses to sandbox for root; everyone else keeps the sandbox. */
export function needsNoSandbox(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}
