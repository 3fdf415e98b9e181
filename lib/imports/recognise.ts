import { parseWebUrl } from '../core/canonical-url.ts';
import { tableOf } from './table.ts';
import type { ImportFormat, UnreadFile } from './types.ts';

/** What the beginning of a file shows it to be, by content alone; names and media types are often wrong. */
export type Recognised = { format: ImportFormat; delimiter: string | null } | UnreadFile;

/** Looks at the first characters of a file (some ten thousand are ample). */
export function recognise(head: string): Recognised {
  const text = head.replace(/^\ufeff?\s+|^\ufeff/, '');
  if (text === '' || /^\[\s*\]\s*$/.test(text)) return { format: null, reason: 'empty' };
  if (text.startsWith('PK\u0003\u0004')) return { format: null, reason: 'zip' };
  if (text.slice(0, 100).includes('\u0000')) return { format: null, reason: 'binary' };
  const found = structured(text);
  if (found !== null) return { format: found, delimiter: null };
  const firstLine = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  if (parseWebUrl(firstLine) !== null) return { format: 'addresses', delimiter: null };
  return tableOf(firstLine) ?? { format: null, reason: 'unknown' };
}

function structured(text: string): ImportFormat | null {
  if (text.startsWith('{'))
    return /"format"\s*:\s*"sidelight-backup"/.test(text) ? 'backup' : /"format"\s*:\s*"sidelight-pack"/.test(text) ? 'pack' : null;
  if (text.startsWith('[')) return jsonFormat(text);
  if (text.startsWith('<')) return markupFormat(text);
  if (/^TY {1,2}- /m.test(text)) return 'ris';
  return /^\s*@\s*[a-zA-Z]+\s*[{(]/m.test(text) ? 'bibtex' : null;
}

function jsonFormat(text: string): ImportFormat | null {
  if (/"highlights"\s*:\s*\[\s*\{\s*"(?:quote|created_at)"\s*:/.test(text)) return 'pocket-highlights';
  if (/"(?:savedAt|readingProgress)"\s*:/.test(text)) return 'omnivore';
  return /"(?:type|issued|container-title|URL)"\s*:/.test(text) ? 'csl-json' : null;
}

function markupFormat(text: string): ImportFormat | null {
  if (/<opml[\s>]/i.test(text)) return 'opml';
  if (/^<!doctype\s+netscape-bookmark-file/i.test(text)) return 'bookmarks';
  if (/<title>\s*pocket export/i.test(text) || /<a[^>]+\btime_added=/i.test(text)) return 'pocket-html';
  if (/<title>\s*instapaper/i.test(text)) return 'instapaper-html';
  return /<dt>\s*(?:<a|<h3)\b/i.test(text) ? 'bookmarks' : null;
}
