import { CHOICE_KEY } from '../core/kept-choice.ts';
import type { Mode } from '../core/user-data.ts';
import { browser } from './browser.ts';
import { removeDownloads, requestDownloads } from './downloads.ts';
import { interfaceLocale, interfaceMessage } from './interface-texts.ts';
import { storageRoom } from './keep-storage.ts';
import { onBroadcast, onSignal } from './messages.ts';
import { EVERY_SITE, hostPattern, originPattern, removePatterns, requestPatterns } from './permissions.ts';
import { getSession, setSession } from './session.ts';
import { hasPanel, openPanel } from './side-panel.ts';
import { staysInDocument, type TabChange } from './tab-change.ts';

type HostRequest = { kind: 'hosts'; hosts: string[] } | { kind: 'origin'; url: string } | { kind: 'every-site' };

function patternsOf(request: HostRequest): string[] {
  if (request.kind === 'origin') return [originPattern(request.url)];
  return request.kind === 'every-site' ? [EVERY_SITE] : request.hosts.map(hostPattern);
}

/**
 * What a surface of ours may ask of the browser: the implementation of `components/surface-platform.ts`.
 * No function throws; what the browser refuses is `false`, `null` or empty.
 */
export function createSurfacePlatform(surface: 'popup' | 'panel' | 'page') {
  // Known before any click: the panel must be opened in the click itself, without an await before it.
  let windowId: number | null = null;
  void orNull(browser.windows.getCurrent()).then((window) => {
    windowId = window?.id ?? null;
  });
  return {
    surface,
    canOpenPanel: surface === 'popup' && hasPanel(),
    locale: interfaceLocale(),
    message: interfaceMessage,
    now: () => Date.now(),
    activeTabId,
    onActiveTabChanged,
    onPageStateChanged,
    requestHosts: (request: HostRequest) => orFalse(requestPatterns(patternsOf(request))),
    removeHosts: (request: HostRequest) => orFalse(removePatterns(patternsOf(request))),
    keepChoice: (choice: { mode: Mode | null; host: string | null } | null) =>
      void orNull(setSession(CHOICE_KEY, choice && { ...choice, atMs: Date.now() })),
    async openPanel(_tabId: number | null) {
      if (windowId === null || !(await openPanel(windowId))) return false;
      if (surface === 'popup') globalThis.close();
      return true;
    },
    openTab(url: string, behind = false) {
      if (/^https?:\/\//i.test(url)) void orNull(browser.tabs.create({ url, active: !behind }));
    },
    openLibrary: (section: string, id?: string) => void openLibrary(id === undefined ? section : `${section}/${encodeURIComponent(id)}`),
    onSectionAsked,
    onPinsChanged: (listener: () => void) => onSignal('pins-changed', listener),
    onSourcesChanged: (listener: () => void) => onSignal('sources-changed', listener),
    close: () => void closeSurface(surface),
    readDraft: async (name: string) => {
      const draft = await orNull(getSession(`draft:${name}`));
      return typeof draft === 'string' ? draft : '';
    },
    writeDraft: (name: string, text: string) => void orNull(setSession(`draft:${name}`, text.slice(0, 1000))),
    isOnToolbar,
    keyCommands: async () =>
      ((await orNull(browser.commands.getAll())) ?? []).map(({ name, description, shortcut }) => ({
        name: name ?? '',
        description: description ?? '',
        shortcut: shortcut ?? '',
      })),
    openKeySettings,
    copyText,
    saveFile,
    storageRoom: () => orNull(storageRoom()),
    keepStorage: () => orFalse(navigator.storage.persist()),
    requestDownloads: () => orFalse(requestDownloads()),
    removeDownloads: () => orFalse(removeDownloads()),
  };
}

async function activeTabId(): Promise<number | null> {
  const [tab] = (await orNull(browser.tabs.query({ active: true, currentWindow: true }))) ?? [];
  return tab?.id ?? null;
}

function onActiveTabChanged(listener: (tabId: number) => void): () => void {
  const tell = async (tabId: number): Promise<void> => {
    if ((await activeTabId()) === tabId) listener(tabId);
  };
  const activated = (info: { tabId: number }): void => void tell(info.tabId);
  browser.tabs.onActivated.addListener(activated);
  return () => browser.tabs.onActivated.removeListener(activated);
}

/**
 * The background says so, or the tab may have gone to another document or address: what was known may be of another article. Whether it is, the
 * background asks the tab: Chromium says "loading" of anchors and frames too.
 */
function onPageStateChanged(listener: (tabId: number) => void): () => void {
  const stop = onBroadcast('page-state-changed', listener);
  const updated = (tabId: number, change: TabChange): void => {
    if (change.status === 'loading' || staysInDocument(change)) listener(tabId);
  };
  browser.tabs.onUpdated.addListener(updated);
  return () => {
    stop();
    browser.tabs.onUpdated.removeListener(updated);
  };
}

/** What is said to the library page in one tab; it answers `true`. */
const SHOW_SECTION = 'library-show-section';

/**
 * Opens the library at a section, in the tab that already shows it where there is one. The page is told rather than navigated:
 * the same address again would be a reload in one browser and nothing at all in another.
 */
export async function openLibrary(section: string): Promise<void> {
  const url = browser.runtime.getURL(`/library.html#${section}`);
  const tabs = await orNull(browser.tabs.query({ url: browser.runtime.getURL('/library.html*') }));
  const open = tabs?.[0];
  if (open?.id === undefined) {
    await orNull(browser.tabs.create({ url }));
    return;
  }
  const told = await orNull(browser.runtime.sendMessage({ type: SHOW_SECTION, tabId: open.id, section }));
  // A page that does not answer is asleep, still loading, or the one that calls: its address decides then.
  await orNull(browser.tabs.update(open.id, told === true ? { active: true } : { active: true, url }));
  if (open.windowId !== undefined) await orNull(browser.windows.update(open.windowId, { focused: true }));
}

function onSectionAsked(listener: (section: string) => void): () => void {
  let ownId: number | null = null;
  void orNull(browser.tabs.getCurrent()).then((tab) => {
    ownId = tab?.id ?? null;
  });
  const handler = (message: unknown): Promise<true> | undefined => {
    const given = message as { type?: unknown; tabId?: unknown; section?: unknown } | null;
    if (given?.type !== SHOW_SECTION || ownId === null || given.tabId !== ownId || typeof given.section !== 'string') return undefined;
    listener(given.section);
    return Promise.resolve(true);
  };
  browser.runtime.onMessage.addListener(handler);
  return () => browser.runtime.onMessage.removeListener(handler);
}

async function closeSurface(surface: 'popup' | 'panel' | 'page'): Promise<void> {
  const tab = surface === 'page' ? await orNull(browser.tabs.getCurrent()) : null;
  if (tab?.id === undefined) globalThis.close();
  else await orNull(browser.tabs.remove(tab.id));
}

async function isOnToolbar(): Promise<boolean> {
  const action = browser.action as typeof browser.action & { getUserSettings?: () => Promise<{ isOnToolbar?: boolean }> };
  return (await orNull(action.getUserSettings?.() ?? Promise.resolve({})))?.isOnToolbar !== false;
}

async function openKeySettings(): Promise<boolean> {
  const commands = browser.commands as typeof browser.commands & { openShortcutSettings?: () => Promise<void> };
  if (commands.openShortcutSettings !== undefined) return orFalse(commands.openShortcutSettings().then(() => true));
  return (await orNull(browser.tabs.create({ url: 'chrome://extensions/shortcuts' }))) !== null;
}

async function copyText(plain: string, rich: string | null): Promise<boolean> {
  const { clipboard } = navigator;
  // Firefox has had ClipboardItem since 127; before, plain text is what there is.
  if (rich === null || typeof ClipboardItem === 'undefined') return orFalse(clipboard.writeText(plain).then(() => true));
  const item = new ClipboardItem({
    'text/plain': new Blob([plain], { type: 'text/plain' }),
    'text/html': new Blob([rich], { type: 'text/html' }),
  });
  return orFalse(clipboard.write([item]).then(() => true));
}

async function saveFile(name: string, contents: Blob): Promise<boolean> {
  const url = URL.createObjectURL(contents);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the bytes after the click returned; a minute is ample for a local copy.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return true;
}

async function orNull<T>(promise: Promise<T>): Promise<T | null> {
  try {
    return await promise;
  } catch {
    return null;
  }
}

async function orFalse(promise: Promise<boolean>): Promise<boolean> {
  return (await orNull(promise)) ?? false;
}
