import * as v from 'valibot';
import { canonicalUrl, parseWebUrl } from '../core/canonical-url.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { type PageSnapshot, SNAPSHOT_MAX_CHARS } from '../core/snapshot.ts';
import { finishSnapshot } from '../extract/finish.ts';
import { guessLanguage } from '../text/language.ts';

const line = textOf(2000);
const lineOrNull = v.nullable(line);
const webUrlOrNull = v.pipe(
  v.unknown(),
  v.transform((url) => parseWebUrl(url)?.href ?? null),
);
const webUrls = v.pipe(
  v.array(v.unknown()),
  v.transform((urls) => urls.slice(0, 20).flatMap((url) => parseWebUrl(url)?.href ?? [])),
);

function textOf(maxChars: number) {
  return v.pipe(
    v.string(),
    v.transform((text) => text.slice(0, maxChars)),
  );
}

function list<T>(item: v.GenericSchema<unknown, T>, max: number) {
  return v.pipe(
    v.array(v.unknown()),
    v.transform((items) => items.slice(0, max)),
    v.array(item),
  );
}

const paragraph = textOf(SNAPSHOT_MAX_CHARS);
const author = v.object({ name: line, url: webUrlOrNull, jobTitle: lineOrNull, bio: v.nullable(textOf(4000)), sameAs: webUrls });
const source = v.picklist(['json-ld', 'open-graph', 'meta', 'microdata', 'byline', 'author-box', 'time', 'visible', 'url', 'text']);
const sourceOrNull = v.nullable(source);
const count = v.pipe(v.number(), v.minValue(0));

/** Shape and bounds of a `RawPage` from a page's process. */
const rawPageSchema = v.object({
  isArticle: v.boolean(),
  confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  address: textOf(4096),
  base: webUrlOrNull,
  url: webUrlOrNull,
  urlFrom: source,
  headline: lineOrNull,
  headlineFrom: sourceOrNull,
  headlineShown: v.boolean(),
  outlet: v.nullable(v.object({ name: line, url: webUrlOrNull })),
  outletFrom: sourceOrNull,
  tags: list(v.tuple([line, line]), 600),
  facts: v.nullable(v.object({ description: line, section: line, keywords: list(line, 200), datePublished: line, dateModified: line })),
  authors: list(author, 20),
  authorsFrom: sourceOrNull,
  boxes: list(v.object({ author: count, label: line, around: line, texts: list(textOf(4000), 500), links: list(line, 40) }), 400),
  dates: list(v.object({ tag: line, label: line, itemprop: line, text: line, machine: line, near: v.number() }), 500),
  lines: list(v.object({ text: line, behind: v.boolean() }), 4000),
  declared: lineOrNull,
  feeds: v.pipe(
    list(v.object({ url: webUrlOrNull, title: lineOrNull, type: line }), 50),
    v.transform((feeds) => feeds.flatMap(({ url, ...rest }) => (url === null ? [] : [{ url, ...rest }]))),
  ),
  blocks: list(v.object({ text: paragraph, linked: count, tag: line }), 5000),
  dek: lineOrNull,
  captions: list(line, 100),
  also: list(v.object({ headline: lineOrNull, text: paragraph }), 20),
});

/**
 * The snapshot of what a page's process handed over (a `RawPage`, untrusted): shapes checked, lengths cut, only http(s) addresses
 * kept, text within its budget, the language verified on the text.
 */
export function parseSnapshot(value: unknown): Result<PageSnapshot> {
  const parsed = v.safeParse(rawPageSchema, value);
  if (!parsed.success) return fail('bad-message', 'What the page sent could not be read.');
  const snapshot = finishSnapshot(parsed.output, { guessLanguage });
  return ok({ ...snapshot, url: canonicalUrl(snapshot.url) });
}
