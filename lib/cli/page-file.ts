import type { PageSnapshot } from '../core/snapshot.ts';
import { copyPage } from '../extract/copy-page.ts';
import { snapshotOf } from '../extract/extract.ts';
import { readPlainText } from '../extract/plain-text.ts';
import { guessLanguage } from '../text/language.ts';
import { decodePage } from './charset.ts';
import { parsePage } from './dom.ts';
import { decodeHead, decodeText } from './io.ts';

/** Characters of text the command line keeps: whole articles, but no endless page. */
const MAX_CHARS = 2_000_000;
/** What the command line reads of one page; a browser's page is given less. */
const COPY_LIMITS = { nodes: 500_000, chars: 2 * MAX_CHARS };
/** Characters of a page's source that are read. */
const MAX_SOURCE_CHARS = 12_000_000;
const MARKUP = /<(?:!doctype|html|head|body|title|meta|link|p|div|article|section|main|h[1-6]|script|a|span|table|br)\b/i;

/** How a page's bytes are to be read, where that is known. */
export interface PageFileOptions {
  /** A WHATWG label. */
  encoding?: string | undefined;
  /** How messages call it. */
  name?: string | undefined;
  /** True for plain text, false for HTML; without it the bytes decide. */
  plain?: boolean | undefined;
}

/**
 * What a saved page or a plain text says, with its whole text. Any bytes give a snapshot, but for a plain text that is neither in the encoding
 * named nor in UTF-8: that throws UnreadableError.
 */
export async function readSnapshot(bytes: Uint8Array, url: string | null, options: PageFileOptions = {}): Promise<PageSnapshot> {
  const plain = options.plain ?? !MARKUP.test(decodeHead(bytes.subarray(0, 8192), options.encoding));
  if (plain) return readPlainText(decodeText(bytes, options.encoding, options.name).slice(0, MAX_SOURCE_CHARS), url ?? '');
  const page = parsePage(decodePage(bytes, options.encoding).slice(0, MAX_SOURCE_CHARS));
  return snapshotOf({ address: url ?? '', parts: copyPage(page, COPY_LIMITS) }, { maxChars: MAX_CHARS, guessLanguage });
}
