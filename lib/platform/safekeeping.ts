import { parseSafekeeping, type Safekeeping } from '../core/safekeeping.ts';
import { browser } from './browser.ts';

const KEY = 'safekeeping';

/** What is remembered of copies outside the browser. */
export async function loadSafekeeping(): Promise<Safekeeping> {
  return parseSafekeeping((await browser.storage.local.get(KEY))[KEY]);
}

/** Writes it; resolves once the browser has taken it. */
export async function saveSafekeeping(kept: Safekeeping): Promise<void> {
  await browser.storage.local.set({ [KEY]: kept });
}
