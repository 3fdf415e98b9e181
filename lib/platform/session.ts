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
