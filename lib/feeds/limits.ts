/** Bytes of a feed document once unpacked; a sitemap may have 50 MB (sitemaps.org). */
export const DOCUMENT_MAX_BYTES = 50_000_000;

/** Entries of one document; a sitemap may have 50,000 (sitemaps.org). */
export const MAX_ENTRIES = 100_000;

/** Characters of one text; `content` may hold a whole report. */
export const MAX_CHARS = { line: 2_000, text: 500_000 } as const;

/** Authors or categories of one entry. */
export const MAX_ITEMS = 200;
