import { browser } from './browser.ts';

/** Keeps a JSON value in memory until the browser closes; it never reaches the disk. */
export async function setSession(key: string, value: unknown): Promise<void> {
  await browser.storage.session.set({ [key]: value });
}

/** The value kept under a key, or undefined. */
export async function getSession(key: string): Promise<unknown> {
  return (await browser.storage.session.get(key))[key];
}

/** Forgets a key. */
export async function removeSession(key: string): Promise<void> {
  await browser.storage.session.remove(key);
}

/** All keys kept. */
export async function sessionKeys(): Promise<string[]> {
  const area = browser.storage.session as typeof browser.storage.session & { getKeys?: () => Promise<string[]> };
  return area.getKeys === undefined ? Object.keys(await area.get()) : area.getKeys();
}

/**
 * Does what the first background of a session has to do. Alarms are lost with an update, when Firefox quits and when the extension is switched off for a
 * while, which no event tells. The session's memory is lost with them; the other backgrounds find the note in it.
 */
export async function oncePerSession(key: string, work: () => Promise<void>): Promise<void> {
  if ((await getSession(key)) === true) return;
  await work();
  await setSession(key, true);
}
