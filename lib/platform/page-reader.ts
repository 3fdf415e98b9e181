import { canonicalUrl } from '../core/canonical-url.ts';
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

/** How long a document may take to say which it is, ms: it needs a few. */
const ANSWER_MS = 1000;

/** The document that a tab shows, also while it loads: its time origin (epoch ms) and its canonical address. Null where the browser refuses, or nothing answers. */
export async function documentIn(tabId: number): Promise<{ openedAtMs: number; address: string | null } | null> {
  const [openedAtMs, address] = await askPage(tabId, () => [performance.timeOrigin, location.href]);
  return typeof openedAtMs === 'number' ? { openedAtMs, address: canonicalUrl(address) } : null;
}

/** How little of a page tells one article from the next. */
export interface ShownPage {
  address: string;
  loadedAt: string;
  /** Title, headline and the beginning of the text. */
  beginning: string;
  paragraphs: number;
}

/** What a tab shows, at a glance; null where the browser refuses. */
export async function glanceAt(tabId: number): Promise<ShownPage | null> {
  const [address, loadedAt, beginning, paragraphs] = await askPage(tabId, () => {
    const text = (selector: string): string => (document.querySelector(selector)?.textContent ?? '').slice(0, 300);
    return [
      location.href,
      performance.getEntriesByType('navigation')[0]?.name ?? '',
      // Without what a title counts: "(3) Title".
      [document.title.replace(/^\(\d+\)/, '').trim(), text('h1'), text('article p')].join('\n'),
      document.getElementsByTagName('p').length,
    ];
  });
  if (typeof address !== 'string' || typeof loadedAt !== 'string') return null;
  return { address, loadedAt, beginning: String(beginning), paragraphs: Number(paragraphs) };
}

/** Runs a function in a tab's page, at once; nothing where the browser refuses or no answer comes. What comes is untrusted. */
async function askPage(tabId: number, func: () => unknown[]): Promise<unknown[]> {
  // Where it withholds a site, Chromium keeps the script for the next click on our icon, which then runs it and opens no popup.
  if ((await tabUrl(tabId)) === null) return [];
  const late = new Promise<[]>((resolve) => setTimeout(() => resolve([]), ANSWER_MS));
  try {
    const [injection] = await Promise.race([browser.scripting.executeScript({ target: { tabId }, injectImmediately: true, func }), late]);
    return Array.isArray(injection?.result) ? injection.result : [];
  } catch {
    return [];
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
