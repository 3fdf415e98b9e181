import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';
import type { BrowserUnderTest, LaunchOptions, SeenRequest, Tab, ToolbarButton } from '../browser-under-test.ts';
import { eventually, pause } from '../eventually.ts';
import { type Bidi, connectBidi } from './bidi.ts';
import { type ChromeWindow, contextIdExpression, extensionExpression, openChromeWindow } from './chrome-window.ts';
import { firefoxNativeInput } from './native-input.ts';
import { deleteFirefoxProfile, endProcess, type FirefoxProcess, spawnFirefox } from './process.ts';
import { EXTENSION_UUID, newFirefoxProfile } from './profile.ts';
import { firefoxSurface, firefoxTab } from './surface.ts';
import { warmProfile } from './warm-profile.ts';

const ORIGIN = `moz-extension://${EXTENSION_UUID}`;
const PROBE = 'manifest.json';
/** The browser window in front: a private one while it is open. */
const FRONT = `Services.wm.getMostRecentWindow('navigator:browser')`;
const POPUP = `${FRONT}.document.querySelector('browser.webextension-popup-browser')`;
const SIDEBAR = `document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser')`;

/** Firefox, with what only this browser lets a test do. */
export interface Firefox extends BrowserUnderTest {
  readonly name: 'firefox';
  chrome(): ChromeWindow;
}

/** Starts Firefox in a fresh profile. For tests the extension is installed for good, so that it is there after a restart. */
export async function startFirefox(options: LaunchOptions): Promise<Firefox> {
  const addonId = await addonIdOf(options.extension);
  const profile = await newFirefoxProfile(options, addonId);
  if (options.hosts === 'everything') await warmProfile(profile, options.program);
  const ours = extensionExpression(addonId);
  /** How the browser's own elements for the extension are called. */
  const widgetId = addonId.toLowerCase().replaceAll(/[^a-z0-9_-]/g, '_');
  let process_: FirefoxProcess;
  let bidi: Bidi;
  let chrome: ChromeWindow;
  let probe: Tab;
  let markGone: () => void = () => {};
  const gone = new Promise<void>((done) => {
    markGone = done;
  });

  async function attach(install: boolean): Promise<void> {
    const mine = await spawnFirefox(options.program, profile, options.headless, options.hosts === 'everything');
    process_ = mine;
    void mine.ended.then(() => {
      if (mine === process_) markGone();
    });
    bidi = await connectBidi(mine.url, options.hosts === 'everything');
    chrome = await openChromeWindow(bidi);
    if (install) await installExtension();
    await eventually(
      'the extension is installed',
      () => chrome.evaluate<boolean>(`!!WebExtensionPolicy.getByID(${JSON.stringify(addonId)})?.extension`),
      15_000,
    );
    probe = await newTab(`${ORIGIN}/${PROBE}`);
  }

  async function installExtension(): Promise<void> {
    if (options.hosts !== 'everything') {
      await bidi.send('webExtension.install', { extensionData: { type: 'path', path: options.extension } });
      return;
    }
    const archive = join(profile, 'extension-under-test.xpi');
    await writeFile(archive, await zipFolder(options.extension));
    await bidi.send('webExtension.install', { extensionData: { type: 'archivePath', path: archive }, 'moz:permanent': true });
  }

  // BiDi opens an empty tab first, which would cost a process of its own.
  async function newTab(url = 'about:blank'): Promise<Tab> {
    const context = await chrome.evaluate<string>(`(() => {
      gBrowser.selectedTab = gBrowser.addTab(${JSON.stringify(url)}, { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });
      return ${contextIdExpression('gBrowser.selectedBrowser')};
    })()`);
    const read = url === 'about:blank' ? 'true' : `location.href !== 'about:blank' && performance.timing.domContentLoadedEventEnd > 0`;
    await eventually(`${url} is read`, () => bidi.evaluate<boolean>(context, read), 30_000);
    return firefoxTab(bidi, chrome, context);
  }

  try {
    await attach(true);
  } catch (error) {
    // @ts-expect-error -- unset when the process itself did not start.
    if (process_ !== undefined) await endProcess(process_);
    await deleteFirefoxProfile(profile);
    throw error;
  }

  const firefox: Firefox = {
    name: 'firefox',
    origin: ORIGIN,
    gone,
    chrome: () => chrome,
    get native() {
      return firefoxNativeInput(bidi, chrome, widgetId);
    },
    newTab,
    allowPrivate: async () => {
      await chrome.evaluate(`(async () => {
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const allowed = { permissions: ['internal:privateBrowsingAllowed'], origins: [] };
        await ExtensionPermissions.add(${JSON.stringify(addonId)}, allowed, ${ours});
        await (await AddonManager.getAddonByID(${JSON.stringify(addonId)})).reload();
      })()`);
      probe = await newTab(`${ORIGIN}/${PROBE}`);
    },
    newPrivateTab: async (url) => {
      await chrome.evaluate(`new Promise((done) => {
        const opened = OpenBrowserWindow({ private: true });
        opened.addEventListener('load', () => opened.delayedStartupPromise.then(() => {
          opened.gBrowser.selectedBrowser.fixupAndLoadURIString(${JSON.stringify(url)}, { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });
          done(true);
        }), { once: true });
      })`);
      const tab = await firefox.findTab(url, 10_000);
      if (tab === null) throw new Error('There is no page in the private window.');
      return tab;
    },
    openPage: async (path) => newTab(`${ORIGIN}/${path}`),
    findTab: async (urlPrefix, timeoutMs = 5_000) => {
      const find = async () => {
        const { contexts } = await bidi.send<{ contexts: { context: string; url: string }[] }>('browsingContext.getTree', { maxDepth: 0 });
        return contexts.find(({ url }) => url.startsWith(urlPrefix)) ?? null;
      };
      const found = await eventually(`a tab at ${urlPrefix}`, find, timeoutMs).catch(() => null);
      return found ? firefoxTab(bidi, chrome, found.context) : null;
    },
    openPopup: async (tab) => {
      await tab.front();
      await closePopup();
      // While a popup is on its way, a second call would close it: it gets two seconds before it is asked for again.
      const open = `(async () => {
        const ours = ${ours};
        if (${POPUP} || Date.now() < (window.sidelightOpenedMs ?? 0) + 2000) return;
        window.sidelightOpenedMs = Date.now();
        await ours.apiManager.global.browserActionFor(ours).triggerAction(${FRONT});
      })()`;
      await chrome.evaluate('void (window.sidelightOpenedMs = 0)');
      const context = await loadedContext('the popup', POPUP, open);
      return firefoxSurface(bidi, chrome, context, closePopup);
    },
    openedPopup: async () => firefoxSurface(bidi, chrome, await loadedContext('the popup', POPUP), closePopup),
    openedPanel,
    openPanel: async (tab) => {
      await tab.front();
      const command = `${widgetId}-sidebar-action`;
      await chrome.evaluate(`SidebarController.show(${JSON.stringify(command)}).then(() => true)`);
      return openedPanel();
    },
    toolbarButton: async (tab) => {
      await tab.front();
      return chrome.evaluate<ToolbarButton>(`(() => {
        const ours = ${ours};
        const { action } = ours.apiManager.global.browserActionFor(ours);
        const tab = ${FRONT}.gBrowser.selectedTab;
        return { badge: action.getProperty(tab, 'badgeText') ?? '', title: action.getProperty(tab, 'title') ?? '' };
      })()`);
    },
    killBackground: async () => {
      // A message on its way may wake it again at once.
      await eventually('the event page stops', async () => {
        await chrome.evaluate(`${ours}.terminateBackground({ ignoreDevToolsAttached: true })`);
        return !(await firefox.backgroundRuns());
      });
    },
    backgroundRuns: () => chrome.evaluate(`${ours}.backgroundState !== 'stopped'`),
    inExtension: (expression) => probe.evaluate(expression),
    // A preference of the profile answers yes to every request.
    approveHosts: async () => {},
    grantHosts: (patterns) => changeOrigins('add', patterns),
    revokeHosts: (patterns) => changeOrigins('remove', patterns),
    fillDisk: async (full) => {
      await firefox.killBackground();
      // Databases shrink when they are closed: what is in use counts after that.
      if (full) await closeStorage();
      const { usage } = await probe.evaluate<{ usage: number }>('navigator.storage.estimate()');
      const limit = `'dom.quotaManager.temporaryStorage.fixedLimit'`;
      // In KiB. No page or file can grow by as little as is left.
      const change = full ? `setIntPref(${limit}, ${Math.ceil(usage / 1024) + 1})` : `clearUserPref(${limit})`;
      await chrome.evaluate(`void Services.prefs.${change}`);
      await closeStorage();
    },
    seenRequests: () => chrome.evaluate<SeenRequest[]>('window.sidelightRequests'),
    forgetRequests: async () => {
      await chrome.evaluate('void (window.sidelightRequests.length = 0)');
    },
    handOver: () => probe.close(),
    restart: async () => {
      const old = process_;
      process_ = undefined as unknown as FirefoxProcess;
      // A clean end: what is killed may not have written which add-ons there are.
      await chrome.evaluate('void setTimeout(() => Services.startup.quit(Ci.nsIAppStartup.eAttemptQuit), 0)');
      await Promise.race([old.ended, pause(15_000)]);
      await endProcess(old);
      await attach(options.hosts !== 'everything');
    },
    crash: async () => {
      const old = process_;
      process_ = undefined as unknown as FirefoxProcess;
      old.child.kill('SIGKILL');
      await old.ended;
      await attach(false);
    },
    close: async () => {
      await endProcess(process_);
      await deleteFirefoxProfile(profile);
    },
  };

  // As when the browser ends: all databases are closed, and the quota is read anew.
  async function closeStorage(): Promise<void> {
    await chrome.evaluate(`new Promise((done, failed) => {
      Services.qms.reset().callback = ({ resultCode }) => (resultCode === Cr.NS_OK ? done(true) : failed(new Error('Storage: ' + resultCode)));
    })`);
  }

  async function openedPanel() {
    return firefoxSurface(bidi, chrome, await loadedContext('the sidebar', SIDEBAR), async () => {
      await chrome.evaluate('SidebarController.hide()');
    });
  }

  async function closePopup(): Promise<void> {
    await chrome.evaluate(`${POPUP}?.closest('panel')?.hidePopup()`);
    await eventually('the popup closes', () => chrome.evaluate<boolean>(`!${POPUP}`));
  }

  // The browser element is swapped for another while a popup opens: its id counts only once its document is there.
  // A tab switch that was still under way may close a popup again at once; then it is opened once more.
  function loadedContext(what: string, element: string, open = ''): Promise<string> {
    return eventually(`${what} opens and loads`, async () => {
      if (open !== '') await chrome.evaluate(open);
      const context = await chrome.evaluate<string | null>(contextIdExpression(element));
      if (context === null) return null;
      const loaded = await bidi.evaluate<boolean>(context, `location.protocol === 'moz-extension:' && document.readyState === 'complete'`);
      if (!loaded) return null;
      await pause(120);
      return (await chrome.evaluate<string | null>(contextIdExpression(element))) === context ? context : null;
    });
  }

  async function changeOrigins(call: 'add' | 'remove', patterns: string[]): Promise<void> {
    const what = JSON.stringify({ permissions: [], origins: patterns });
    await chrome.evaluate(`(async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      await ExtensionPermissions.${call}(${JSON.stringify(addonId)}, ${what}, ${ours});
    })()`);
  }

  return firefox;
}

async function addonIdOf(folder: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}

async function zipFolder(folder: string): Promise<Uint8Array> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: Record<string, Uint8Array> = {};
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files[relative(folder, path).replaceAll(sep, '/')] = await readFile(path);
  }
  return zipSync(files, { level: 1 });
}
