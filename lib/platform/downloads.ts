import { browser } from './browser.ts';

/** All that this build may ask for beside hosts: `downloads`, and in Chromium `offscreen`, since its background can make no address for bytes. */
function needed() {
  return { permissions: (browser.runtime.getManifest().optional_permissions ?? []) as [] };
}

const OFFSCREEN_PAGE = '/offscreen.html';
/** What the offscreen page is asked; it answers with the address. */
const ASKED = 'copy-address';
const LOOK_MS = 200;
/** A file from memory is written in seconds; what takes longer waits for somebody (a full disk, a question of the browser's). */
const WRITTEN_WITHIN_MS = 60_000;

interface Offscreen {
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
}

/** Asks the user for the permission to save files. Must be the first call inside a click handler. */
export function requestDownloads(): Promise<boolean> {
  return browser.permissions.request(needed());
}

/** Gives it back. */
export function removeDownloads(): Promise<boolean> {
  return browser.permissions.remove(needed());
}

/** Whether files may be saved now. */
export function mayDownload(): Promise<boolean> {
  return browser.permissions.contains(needed());
}

/** Saves a rolling copy in the browser's folder for downloads; true once the file is whole on the disk. `read`: for browsers whose background makes addresses itself. */
export async function saveCopyAsFile(copyId: number, name: string, read: (id: number) => Promise<Blob | null>): Promise<boolean> {
  const address = await addressOf(copyId, read);
  if (address === null) return false;
  try {
    const id = await browser.downloads.download({ url: address.url, filename: name, conflictAction: 'uniquify', saveAs: false });
    return await isWritten(id);
  } finally {
    await address.release();
  }
}

async function addressOf(
  copyId: number,
  read: (id: number) => Promise<Blob | null>,
): Promise<{ url: string; release(): Promise<void> } | null> {
  if (typeof URL.createObjectURL === 'function') {
    const blob = await read(copyId);
    if (blob === null) return null;
    const url = URL.createObjectURL(blob);
    return { url, release: async () => URL.revokeObjectURL(url) };
  }
  const { offscreen } = browser as unknown as { offscreen: Offscreen };
  // One that a stopped background left behind.
  await offscreen.closeDocument().catch(() => {});
  await offscreen.createDocument({ url: OFFSCREEN_PAGE, reasons: ['BLOBS'], justification: 'Saves a copy of your library as a file.' });
  const url: unknown = await browser.runtime.sendMessage({ type: ASKED, copyId });
  return typeof url === 'string' ? { url, release: () => offscreen.closeDocument() } : null;
}

/** For the offscreen page: answers the background with the address of a copy's bytes. */
export function serveCopyAddresses(read: (id: number) => Promise<Blob | null>): void {
  browser.runtime.onMessage.addListener((message: unknown) => {
    const given = message as { type?: unknown; copyId?: unknown } | null;
    if (given?.type !== ASKED || typeof given.copyId !== 'number') return undefined;
    return read(given.copyId).then((blob) => (blob === null ? null : URL.createObjectURL(blob)));
  });
}

async function isWritten(id: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < WRITTEN_WITHIN_MS; waitedMs += LOOK_MS) {
    const [item] = await browser.downloads.search({ id });
    if (item === undefined || item.state === 'interrupted') return false;
    if (item.state === 'complete') return true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  await browser.downloads.cancel(id).catch(() => {});
  return false;
}
