import * as v from 'valibot';
import { canonicalUrl, parseWebUrl } from '../core/canonical-url.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { type PageSnapshot, SNAPSHOT_MAX_CHARS } from '../core/snapshot.ts';

const line = v.pipe(
  v.string(),
  v.transform((text) => text.slice(0, 2000)),
);
const lineOrNull = v.nullable(line);
const webUrlOrNull = v.pipe(
  v.unknown(),
  v.transform((url) => parseWebUrl(url)?.href ?? null),
);
const webUrls = v.pipe(
  v.array(v.unknown()),
  v.transform((urls) => urls.slice(0, 20).flatMap((url) => parseWebUrl(url)?.href ?? [])),
);

function list<T>(item: v.GenericSchema<unknown, T>, max: number) {
  return v.pipe(
    v.array(v.unknown()),
    v.transform((items) => items.slice(0, max)),
    v.array(item),
  );
}

const paragraph = v.pipe(
  v.string(),
  v.transform((text) => text.slice(0, SNAPSHOT_MAX_CHARS)),
);
const author = v.object({ name: line, url: webUrlOrNull, jobTitle: lineOrNull, bio: lineOrNull, sameAs: webUrls });
const source = v.picklist(['json-ld', 'open-graph', 'meta', 'microdata', 'byline', 'author-box', 'time', 'visible', 'url', 'text']);

const snapshotSchema = v.object({
  isArticle: v.boolean(),
  confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  url: webUrlOrNull,
  headline: lineOrNull,
  description: lineOrNull,
  authors: list(author, 20),
  datePublished: lineOrNull,
  dateModified: lineOrNull,
  language: lineOrNull,
  outlet: v.nullable(v.object({ name: line, url: webUrlOrNull })),
  section: lineOrNull,
  keywords: list(line, 50),
  feeds: v.pipe(
    list(v.object({ url: webUrlOrNull, title: lineOrNull, type: line }), 50),
    v.transform((feeds) => feeds.flatMap(({ url, ...rest }) => (url === null ? [] : [{ url, ...rest }]))),
  ),
  paragraphs: list(paragraph, 5000),
  captions: list(line, 100),
  also: list(v.object({ headline: lineOrNull, text: paragraph, datePublished: lineOrNull }), 20),
  wordCount: v.pipe(v.number(), v.minValue(0)),
  provenance: v.record(v.string(), source),
});

/** Reads what a page's process handed over: shapes checked, lengths cut, only http(s) addresses kept, text within its budget. */
export function parseSnapshot(value: unknown): Result<PageSnapshot> {
  const parsed = v.safeParse(snapshotSchema, value);
  if (!parsed.success) return fail('bad-message', 'What the page sent could not be read.');
  const snapshot = parsed.output;
  return ok({ ...snapshot, url: canonicalUrl(snapshot.url), paragraphs: withinBudget(snapshot.paragraphs) });
}

function withinBudget(paragraphs: string[]): string[] {
  const kept: string[] = [];
  let left = SNAPSHOT_MAX_CHARS;
  for (const text of paragraphs) {
    if (left <= 0) break;
    kept.push(text.slice(0, left));
    left -= text.length;
  }
  return kept;
}
