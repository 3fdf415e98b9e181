import { browser } from './browser.ts';

/**
 * Asks the browser never to clear what is stored to make room. Firefox would, as it does for web sites, and grants this to an extension
 * with `unlimitedStorage` without a question; Chromium spares such extensions anyway and knows no such call in a service worker.
 */
export function keepStorage(): void {
  void globalThis.navigator?.storage?.persist?.().catch(() => {});
}

/** How much room there is for what is stored, and whether the browser keeps it. Rejects where it does not say. */
export async function storageRoom(): Promise<{ usedBytes: number; quotaBytes: number; kept: 'kept' | 'exempt' | 'not' }> {
  const [{ usage, quota }, isKept] = await Promise.all([navigator.storage.estimate(), navigator.storage.persisted()]);
  if (usage === undefined || quota === undefined) throw new Error('the browser does not say');
  // Only Firefox names itself, and only Firefox clears extensions that nobody asked to keep.
  const isFirefox = 'getBrowserInfo' in browser.runtime;
  return { usedBytes: usage, quotaBytes: quota, kept: isKept ? 'kept' : isFirefox ? 'not' : 'exempt' };
}
