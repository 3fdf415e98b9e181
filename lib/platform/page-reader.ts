import { browser } from './browser.ts';

/** What came of trying to read a tab. `value` is untrusted: it was made in the page's process. */
export type PageReading =
  | { kind: 'read'; value: unknown; url: string | null }
  /** The browser refused. `url` is known only where a permission lets us see it. */
  | { kind: 'refused'; url: string | null; protectedPage: boolean };

/** Runs the extractor in a tab's top frame and answers with what it returns. */
export async function readPage(tabId: number): Promise<PageReading> {
  const url = await tabUrl(tabId);
  try {
    const [injection] = await browser.scripting.executeScript({ target: { tabId }, files: ['extract.js'] });
    // Firefox answers without a result, rather than with an error, on some pages of its own.
    if (injection?.result === undefined || injection.result === null) return { kind: 'refused', url, protectedPage: false };
    return { kind: 'read', value: injection.result, url };
  } catch (error) {
    return { kind: 'refused', url, protectedPage: isProtected(error) };
  }
}

/** The tab's address, where a permission lets us see it. */
export async function tabUrl(tabId: number): Promise<string | null> {
  try {
    return (await browser.tabs.get(tabId)).url ?? null;
  } catch {
    return null;
  }
}

/** Address and title of a tab that shows a document without text we may read, such as a PDF; null where they may not be seen. */
export async function tabFacts(tabId: number): Promise<{ url: string; title: string | null } | null> {
  try {
    const { url, title } = await browser.tabs.get(tabId);
    return url === undefined ? null : { url, title: title ?? null };
  } catch {
    return null;
  }
}

// Chromium words it so for chrome:// pages, the store and other extensions; a page merely not granted is worded otherwise.
function isProtected(error: unknown): boolean {
  const message = error instanceof Error ? error.message : String(error);
  return /chrome:\/\/|chrome-extension:\/\/|devtools|extensions gallery|webstore/i.test(message);
}
