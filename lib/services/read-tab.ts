import { canonicalUrl, parseWebUrl } from '../core/canonical-url.ts';
import { ok, type Result } from '../core/result.ts';
import type { PageSnapshot } from '../core/snapshot.ts';
import type { PageState } from '../messaging/protocol.ts';
import type { ReadDocument } from './known-page.ts';
import { parseSnapshot } from './parse-snapshot.ts';

/** What came of running the extractor in a tab; `lib/platform/page-reader.ts` implements it. */
export type TabReading =
  | { kind: 'read'; value: unknown; url: string | null }
  | { kind: 'refused'; url: string | null; protectedPage: boolean };

/** A tab's page as read, or the state that says why there is nothing to work on. */
export type ReadTab = { kind: 'article'; snapshot: PageSnapshot; host: string } | { kind: 'state'; state: PageState };

/** Pages with fewer words say too little to be compared with reports. */
const MIN_WORDS = 40;
/** After a click the reader has decided that the page matters: a weaker sign of an article is enough. */
const CLICKED_CONFIDENCE = 0.25;
const CLICKED_WORDS = 120;

/** Judges what the extractor brought back. `clicked`: the reader asked for this page. */
export function judgeReading(reading: TabReading, clicked: boolean): Result<ReadTab> {
  if (reading.kind === 'refused') return ok({ kind: 'state', state: refusedState(reading, clicked) });
  if (isPdf(reading.value)) return ok({ kind: 'state', state: { kind: 'unsupported', reason: 'pdf' } });
  const parsed = parseSnapshot(reading.value);
  if (!parsed.ok) return parsed;
  const snapshot = parsed.value;
  const host = parseWebUrl(reading.url ?? snapshot.url)?.host;
  if (host === undefined)
    return ok({ kind: 'state', state: { kind: 'unsupported', reason: reading.url?.startsWith('file:') ? 'file' : 'browser-page' } });
  const worthReading = snapshot.isArticle || (clicked && snapshot.confidence >= CLICKED_CONFIDENCE && snapshot.wordCount >= CLICKED_WORDS);
  if (snapshot.wordCount === 0) return ok({ kind: 'state', state: { kind: 'unsupported', reason: 'no-text' } });
  if (!worthReading || snapshot.wordCount < MIN_WORDS)
    return ok({ kind: 'state', state: { kind: 'not-an-article', host, words: snapshot.wordCount } });
  return ok({ kind: 'article', snapshot, host });
}

/** The document that was read, as it says itself; null where it was not. */
export function documentOf(reading: TabReading): ReadDocument | null {
  if (reading.kind === 'refused') return null;
  const { openedAtMs, address } = Object(reading.value) as { openedAtMs?: unknown; address?: unknown };
  return typeof openedAtMs === 'number' ? { openedAtMs, address: canonicalUrl(address) } : null;
}

function refusedState(reading: Extract<TabReading, { kind: 'refused' }>, clicked: boolean): PageState {
  const { url, protectedPage } = reading;
  if (url?.startsWith('file:')) return { kind: 'unsupported', reason: 'file' };
  if (url !== null && /\.pdf($|[?#])/i.test(url)) return { kind: 'unsupported', reason: 'pdf' };
  // A click opens every ordinary page to us: what stays closed even then is the browser's own.
  if (protectedPage || (clicked && parseWebUrl(url) === null)) return { kind: 'unsupported', reason: 'browser-page' };
  if (clicked) return { kind: 'unsupported', reason: 'store-page' };
  return { kind: 'needs-click', host: parseWebUrl(url)?.host ?? null };
}

function isPdf(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (value as { contentType?: unknown }).contentType === 'application/pdf';
}
