import { parseSettings } from '../core/settings.ts';
import type { Settings } from '../core/user-data.ts';
import { browser } from './browser.ts';

const KEY = 'settings';

/** What the user set, with defaults for what was never set or cannot be read. */
export async function loadSettings(): Promise<Settings> {
  return parseSettings((await browser.storage.local.get(KEY))[KEY]);
}

/** Writes settings; resolves once the browser has taken them. */
export async function saveSettings(settings: Settings): Promise<void> {
  await browser.storage.local.set({ [KEY]: settings });
}

const SALT_KEY = 'salt';

/** The secret that page keys are made with, or null while no correction was ever made. */
export async function loadSalt(): Promise<string | null> {
  const salt = (await browser.storage.local.get(SALT_KEY))[SALT_KEY];
  return typeof salt === 'string' ? salt : null;
}

/** Keeps the secret; it never leaves this profile but inside the user's own backup. */
export async function saveSalt(salt: string): Promise<void> {
  await browser.storage.local.set({ [SALT_KEY]: salt });
}

const STARTER_KEY = 'starterPack';

/** Version of the extension whose starter pack is in the index, or null. */
export async function loadStarterVersion(): Promise<string | null> {
  const version = (await browser.storage.local.get(STARTER_KEY))[STARTER_KEY];
  return typeof version === 'string' ? version : null;
}

/** Remembers that this version's starter pack was imported whole. */
export async function saveStarterVersion(version: string): Promise<void> {
  await browser.storage.local.set({ [STARTER_KEY]: version });
}

const UNFINISHED_KEY = 'unfinished';

/** Whether work on the store was begun that may not be finished: alarms do not outlive Firefox. */
export async function loadUnfinished(): Promise<boolean> {
  return (await browser.storage.local.get(UNFINISHED_KEY))[UNFINISHED_KEY] === true;
}

/** Notes that work on the store was begun, or that all is done. */
export async function saveUnfinished(unfinished: boolean): Promise<void> {
  await (unfinished ? browser.storage.local.set({ [UNFINISHED_KEY]: true }) : browser.storage.local.remove(UNFINISHED_KEY));
}
