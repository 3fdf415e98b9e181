import { browser } from './browser.ts';
import { staysInDocument } from './tab-change.ts';

/** Browsers stop a background after 30 s without one. */
const SIGN_OF_LIFE_MS = 20_000;

/** What the browser tells the background. Every function here must be called synchronously when the background starts. */
export function onInstalled(listener: (reason: string) => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => listener(reason));
}

/** The browser started. */
export function onStartup(listener: () => void): void {
  browser.runtime.onStartup.addListener(listener);
}

/** A tab began to load another document. */
export function onTabNavigated(listener: (tabId: number) => void): void {
  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (change.status === 'loading') listener(tabId);
  });
}

/** A tab's address may have changed without a load. Also called at the end of every load. */
export function onTabMoved(listener: (tabId: number) => void): void {
  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (staysInDocument(change)) listener(tabId);
  });
}

/** A tab closed. */
export function onTabClosed(listener: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener((tabId) => listener(tabId));
}

/** A key command was pressed; `_execute_action` is served by the browser itself. */
export function onCommand(listener: (name: string, tab: { id: number | null; windowId: number | null }) => void): void {
  browser.commands.onCommand.addListener((name, tab) => listener(name, { id: tab?.id ?? null, windowId: tab?.windowId ?? null }));
}

/** An alarm went off. */
export function onAlarm(name: string, listener: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) listener();
  });
}

/** Sets an alarm, replacing one of the same name; with `everyMinutes` it goes off again and again. */
export async function setAlarm(name: string, inMinutes: number, everyMinutes?: number): Promise<void> {
  await browser.alarms.create(name, { delayInMinutes: inMinutes, ...(everyMinutes !== undefined && { periodInMinutes: everyMinutes }) });
}

/** Takes an alarm back. */
export async function clearAlarm(name: string): Promise<void> {
  await browser.alarms.clear(name);
}

/** Keeps the background from being put to sleep while `work` runs: a call of the browser counts as a sign of life, waiting for the network does not. */
export async function awakeDuring<T>(work: Promise<T>): Promise<T> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), SIGN_OF_LIFE_MS);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}

/** Opens the first-run page. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

/** Opens the popup over the active tab, where the browser allows it. */
export async function openPopup(): Promise<boolean> {
  try {
    await browser.action.openPopup();
    return true;
  } catch {
    return false;
  }
}

/** Opens an http(s) address in the tab in front, a new tab, or a tab behind. */
export async function openAddress(url: string, disposition: string): Promise<void> {
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition !== 'newBackgroundTab' });
}
