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
