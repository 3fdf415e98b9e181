import { demoHosts, demoPages, demoResponse } from '../demo/server.ts';
import type { BrowserName, BrowserUnderTest } from '../tests/support/browser-under-test.ts';
import { builtFolder } from '../tests/support/built-extension.ts';
import { makeCertificate } from '../tests/support/certificate.ts';
import { needsNoSandbox } from '../tests/support/chromium/launch.ts';
import { startLoopbackWeb } from '../tests/support/loopback-web.ts';
import { addDemoPack, chooseSites, demoRecords, indexReady, startBrowser } from '../tests/support/session.ts';
import { runDemoCheck } from './demo-check.ts';

const [wanted, ...flags] = process.argv.slice(2);
const name: BrowserName = wanted === 'firefox' ? 'firefox' : 'chromium';
const fresh = flags.includes('--fresh');
let check = flags.includes('--check');
if (!check && process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  console.log('No display here: doing `npm start -- --check` instead.');
  check = true;
}

const certificate = await makeCertificate([...demoHosts]);
const records = await demoRecords();
const web = await startLoopbackWeb(certificate, (host, path) => demoResponse(host, path, records));
let browser: BrowserUnderTest | null = null;
let ended = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());

try {
  browser = await startBrowser(name, {
    extension: builtFolder(name),
    web,
    headless: check,
    // Only the demo's hosts lead here, and only this run's key is believed for them; all else is the real web, fully checked.
    hosts: { names: [...demoHosts], spkiHash: certificate.spkiHash, fingerprint: certificate.fingerprint },
  });
  await indexReady(browser);
  if (!fresh) await prepareDemo(browser);
  if (check) {
    process.exitCode = (await runDemoCheck(browser, fresh)) ? 0 : 1;
  } else {
    await present(browser);
    await browser.gone;
  }
} catch (error) {
  // Ctrl+C takes the browser away in the middle of something: that is no fault.
  if (!ended) console.error(error instanceof Error ? error.message : error);
  process.exitCode = ended ? 0 : 1;
} finally {
  await end();
}

async function prepareDemo(ready: BrowserUnderTest): Promise<void> {
  await addDemoPack(ready);
  await chooseSites(ready, demoHosts);
}

async function present(ready: BrowserUnderTest): Promise<void> {
  const guide = await ready.newTab(demoPages.guide);
  const first = await ready.newTab(demoPages.first);
  await first.front();
  void guide;
  await ready.handOver();
  console.log(
    fresh
      ? 'As freshly installed: click the half-lit disc in the toolbar (or Alt+Shift+L) while an article is open.'
      : `“On sites I choose” is granted for the demo’s ${demoHosts.length} hosts only, and the sample pack is in the index: the badge shows a number by itself.\nRemove the samples in one click: popup, last line. Start with --fresh to see it as installed.`,
  );
  console.log(`The demo starts at ${demoPages.guide} (it exists in this browser only). Real sites work as always.`);
  if (name === 'chromium' && needsNoSandbox())
    console.log('WARNING: running as root, so Chromium runs without its sandbox. Do not browse the open web in it.');
  console.log('The profile is new and is deleted when the browser closes. Ctrl+C ends it too.');
}

async function end(): Promise<void> {
  if (ended) return;
  ended = true;
  await browser?.close();
  await web.close();
}
