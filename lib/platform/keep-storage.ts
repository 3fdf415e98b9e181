/**
 * Asks the browser never to clear what is stored to make room. Firefox would, as it does for web sites, and grants this to an extension
 * with `unlimitedStorage` without a question; Chromium spares such extensions anyway and knows no such call in a service worker.
 */
export function keepStorage(): void {
  void globalThis.navigator?.storage?.persist?.().catch(() => {});
}
