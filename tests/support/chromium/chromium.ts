import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Browser, CDPSession, Page, Target, WebWorker } from 'puppeteer-core';
import type { BrowserUnderTest, LaunchOptions, Tab } from '../browser-under-test.ts';
import { eventually } from '../eventually.ts';
import { deleteProfile, launchChromium, newProfile } from './launch.ts';
import { chromiumNativeInput } from './native-input.ts';
import { type NetworkWatch, watchNetwork } from './network-watch.ts';
import { openPage } from './open-page.ts';
import { addHostPermissions, allowIncognito, pinToToolbar, removeHostPermissions } from './permissions.ts';
import { chromiumSurface, chromiumTab } from './surface.ts';

const PROBE = 'manifest.json';

/** Chromium, and beside the common interface the file its network log is written to on quitting (null: none). */
export interface Chromium extends BrowserUnderTest {
  readonly name: 'chromium';
  /** Puppeteer's own handle, for what only this browser can do. */
  raw(): Browser;
}

/** Puppeteer starts the browser as the head of a process group of its own: a worker that outlived it would go on writing. */
async function killGroup(head: ChildProcess, pid: number): Promise<void> {
  const ended = once(head, 'exit');
  process.kill(-pid, 'SIGKILL');
  await ended;
}

/** Starts Chromium in a fresh profile. `netLog`: file for the log of the network stack, complete once the browser is closed. */
export async function startChromium(options: LaunchOptions, netLog: string | null = null): Promise<Chromium> {
  const profile = await newProfile();
  let browser!: Browser;
  let root: CDPSession;
  let watch: NetworkWatch | null = null;
  let id: string;
  let probe: Tab;
  let diskFull = false;
  let markGone: () => void = () => {};
  const gone = new Promise<void>((done) => {
    markGone = done;
  });

  async function attach(): Promise<void> {
    root = await browser.target().createCDPSession();
    watch = options.watched ? await watchNetwork(browser) : null;
    const isWorker = (target: Target) => target.type() === 'service_worker' && target.url().startsWith('chrome-extension://');
    const worker = await browser.waitForTarget(isWorker, { timeout: 30_000 }).catch(() => {
      throw new Error('Chromium did not start the extension: its manifest or a file it names is at fault.');
    });
    id = new URL(worker.url()).host;
    probe = await openProbe();
    const mine = browser;
    mine.once('disconnected', () => {
      if (mine === browser) markGone();
    });
  }
  // A file of ours that is no page: the extension's origin and rights, and none of its code.
  async function openProbe(): Promise<Tab> {
    const origin = `chrome-extension://${id}`;
    return eventually('a file of the extension is shown', async () => {
      const page = await openPage(browser, `${origin}/${PROBE}`);
      // While the extension is loaded anew, the browser shows an error of its own at this address.
      if ((await page.evaluate('location.origin')) === origin) return chromiumTab(page);
      await page.close();
      return null;
    });
  }
  try {
    browser = await launchChromium(options, profile, netLog);
    await attach();
  } catch (error) {
    await browser?.close().catch(() => {});
    await deleteProfile(profile);
    throw error;
  }

  // Puppeteer's own list keeps a stopped worker for as long as the network watch is attached to it.
  async function workerTarget(): Promise<string | null> {
    const { targetInfos } = await root.send('Target.getTargets');
    return targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(`chrome-extension://${id}/`))?.targetId ?? null;
  }

  // What the browser does for a user's gesture only: a click in a document of ours is one.
  async function byClick(expression: string): Promise<string> {
    await probe.front();
    await probe.evaluate(`void document.addEventListener('click', () => {
      document.title = '…';
      (${expression}).then(String, String).then((outcome) => { document.title = outcome; });
    }, { once: true })`);
    await probe.evaluate("document.title = '…'");
    await probe.clickAt(5, 5);
    return eventually('the click had its effect', async () => {
      const title = await probe.evaluate<string>('document.title');
      return title === '…' ? null : title;
    });
  }

  async function fillDisk(page: Pick<Page, 'evaluate'> | Pick<WebWorker, 'evaluate'>): Promise<void> {
    await page.evaluate(`(() => {
      const { put } = IDBObjectStore.prototype;
      globalThis.sidelightFreeDisk ??= () => { IDBObjectStore.prototype.put = put; };
      IDBObjectStore.prototype.put = () => { throw new DOMException('The disk is full.', 'QuotaExceededError'); };
    })()`);
  }

  const pageOf = (tab: Tab): Page => (tab as Tab & { page: Page }).page;
  const isPage = (path: string) => (target: Target) => target.url().startsWith(`chrome-extension://${id}/${path}`);

  async function openedSurface(path: string) {
    return chromiumSurface(await (await browser.waitForTarget(isPage(path), { timeout: 10_000 })).asPage());
  }

  const native = options.display ? chromiumNativeInput(options.display) : null;
  const chromium: Chromium = {
    name: 'chromium',
    native,
    get origin() {
      return `chrome-extension://${id}`;
    },
    gone,
    raw: () => browser,
    newTab: async (url) => {
      const tab = chromiumTab(await browser.newPage());
      if (url !== undefined) await tab.goto(url);
      return tab;
    },
    openPage: async (path) => {
      const tab = chromiumTab(await openPage(browser, `chrome-extension://${id}/${path}`));
      if (diskFull) {
        await fillDisk(tab.page);
        // Threads that the page starts later write too.
        tab.page.on('workercreated', (worker) => void fillDisk(worker).catch(() => {}));
      }
      return tab;
    },
    allowPrivate: async () => {
      await watch?.suspend();
      const before = await workerTarget();
      // Changing this loads the extension anew, and its pages go with the one that goes.
      const unloaded = new Promise<void>((done) => pageOf(probe).once('close', () => done()));
      if (!(await allowIncognito(browser, id))) {
        await watch?.resume();
        return;
      }
      await unloaded;
      await eventually('the extension is loaded anew', async () => {
        const now = await workerTarget();
        return now !== null && now !== before;
      });
      await attach();
    },
    newPrivateTab: async (url) => {
      const opened = browser.waitForTarget((target) => target.type() === 'page' && target.url() === url, { timeout: 10_000 });
      await probe.evaluate(`chrome.windows.create({ incognito: true, url: ${JSON.stringify(url)} }).then(() => true)`);
      const page = await (await opened).page();
      if (page === null) throw new Error('There is no page in the private window.');
      // A target has its address before the page is there.
      await eventually('the private page is loaded', () =>
        page.evaluate(`location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`).catch(() => false),
      );
      return chromiumTab(page);
    },
    findTab: async (urlPrefix, timeoutMs = 5_000) => {
      const target = await browser
        .waitForTarget((target) => target.type() === 'page' && target.url().startsWith(urlPrefix), { timeout: timeoutMs })
        .catch(() => null);
      const page = await target?.page();
      return page ? chromiumTab(page) : null;
    },
    openPopup: async (tab) => {
      await tab.front();
      const known = new Set(browser.targets());
      const opened = browser.waitForTarget((target) => isPage('popup')(target) && !known.has(target), { timeout: 10_000 });
      const extension = (await browser.extensions()).get(id);
      if (!extension) throw new Error('The extension is not loaded.');
      await extension.triggerAction(pageOf(tab));
      return chromiumSurface(await (await opened).asPage());
    },
    openedPopup: () => openedSurface('popup'),
    openedPanel: () => openedSurface('sidepanel'),
    openPanel: async (tab) => {
      await tab.front();
      const known = new Set(browser.targets());
      const opened = browser.waitForTarget((target) => isPage('sidepanel')(target) && !known.has(target), { timeout: 10_000 });
      const [{ windowId }] = await probe.evaluate<[{ windowId: number }]>('chrome.tabs.query({ active: true, lastFocusedWindow: true })');
      const outcome = await byClick(`chrome.sidePanel.open({ windowId: ${windowId} }).then(() => true)`);
      if (outcome !== 'true') throw new Error(`The side panel did not open: ${outcome}`);
      const panel = chromiumSurface(await (await opened).asPage());
      await tab.front();
      return panel;
    },
    toolbarButton: async (tab) => {
      await tab.front();
      return chromium.inExtension(`(async () => {
        const [{ id: tabId }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        return { badge: await chrome.action.getBadgeText({ tabId }), title: await chrome.action.getTitle({ tabId }) };
      })()`);
    },
    killBackground: async () => {
      const targetId = await workerTarget();
      await watch?.suspend();
      // Something may wake it at once; what was running is gone all the same. One that is only starting does not hear the first word.
      await eventually('the service worker stops', async () => {
        if (targetId === null || (await workerTarget()) !== targetId) return true;
        await root.send('Target.closeTarget', { targetId }).catch(() => {});
        return (await workerTarget()) !== targetId;
      });
      await watch?.resume();
    },
    backgroundRuns: async () => (await workerTarget()) !== null,
    inExtension: (expression) => probe.evaluate(expression),
    approveHosts: (patterns) => addHostPermissions(browser, id, patterns),
    grantHosts: async (patterns) => {
      await addHostPermissions(browser, id, patterns);
      const origins = JSON.stringify({ origins: patterns });
      const granted = await byClick(`chrome.permissions.request(${origins})`);
      if (granted !== 'true') throw new Error(`Host access was not granted: ${granted}`);
    },
    revokeHosts: (patterns) => removeHostPermissions(browser, id, patterns),
    fillDisk: async (full) => {
      diskFull = full;
      const target = await browser.waitForTarget(
        (one) => one.type() === 'service_worker' && one.url().startsWith(`chrome-extension://${id}/`),
      );
      const worker = await target.worker();
      if (worker === null) throw new Error('The service worker does not run.');
      if (full) await fillDisk(worker);
      else await worker.evaluate('globalThis.sidelightFreeDisk()');
    },
    seenRequests: async () => {
      if (watch === null) throw new Error('This browser was not started with its requests watched.');
      return [...watch.requests];
    },
    forgetRequests: async () => {
      if (watch !== null) watch.requests.length = 0;
    },
    handOver: async () => {
      await pinToToolbar(browser, id);
      await probe.close();
      await watch?.suspend();
    },
    restart: async () => {
      const old = browser;
      // `gone` is for the user's closing it, not for this.
      browser = undefined as unknown as Browser;
      await old.close();
      browser = await launchChromium(options, profile, netLog);
      await attach();
    },
    crash: async () => {
      const process_ = browser.process();
      if (process_?.pid === undefined) throw new Error('The browser has no process.');
      browser = undefined as unknown as Browser;
      await killGroup(process_, process_.pid);
      browser = await launchChromium(options, profile, netLog);
      await attach();
    },
    close: async () => {
      const process_ = browser?.process();
      // Only the log of the network is wanted of what it would still write.
      if (netLog === null && process_?.pid !== undefined && process_.exitCode === null) await killGroup(process_, process_.pid);
      else await browser?.close().catch(() => {});
      await deleteProfile(profile);
    },
  };
  return chromium;
}
