import { parseWebUrl } from '../core/canonical-url.ts';
import { SNAPSHOT_MAX_CHARS } from '../core/snapshot.ts';
import { alsoReports } from './also.ts';
import { authorBoxes } from './author-box.ts';
import { authorsOf } from './authors.ts';
import { bodyOf, prunedCopy, type RawBody } from './body.ts';
import { shownAuthors } from './byline.ts';
import { plainValue } from './dom-text.ts';
import { headlineOf } from './headline.ts';
import { type LinkedData, readLinkedData } from './json-ld.ts';
import { declaredLanguage } from './language.ts';
import { type LinkedArticle, linkedArticle, withLinkedPeople } from './linked-article.ts';
import { baseOf, canonicalOf, feedsOf } from './links.ts';
import { firstMeta, type MetaTags, readMeta } from './meta.ts';
import { outletOf } from './outlet.ts';
import { looksLikeArticle } from './page-type.ts';
import type { RawPage } from './raw-page.ts';
import { isSureDate, shownDates } from './shown-dates.ts';

/** Meta tags that `finishSnapshot` reads; what else a page keeps in its tags (keys of its forms, say) stays there. */
const TELLING = /date|time|publish|issued|created|mod|descri|section|keyword|tag/;

/** What a page says, in one go. Total: any document gives an answer, and nothing in the document changes. */
export function readPage(document: Document, url: string, maxChars = SNAPSHOT_MAX_CHARS): RawPage {
  const steps = reading(document, url, maxChars);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** As `readPage`, in steps: after each, `pause` may return something to wait for, so that a page's main thread is never held for long. */
export async function readPageInSteps(document: Document, url: string, pause: () => Promise<void> | undefined): Promise<RawPage> {
  const steps = reading(document, url, SNAPSHOT_MAX_CHARS);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
  }
}

/** A hostile page may make any DOM call fail; what one stage cannot read is unknown, the others go on. */
function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

function* attemptSteps<T>(read: () => Generator<void, T>, otherwise: T): Generator<void, T> {
  try {
    return yield* read();
  } catch {
    return otherwise;
  }
}

function* reading(document: Document, url: string, maxChars: number): Generator<void, RawPage> {
  const base = attempt(() => baseOf(document, url), parseWebUrl(url)?.href);
  const tags: MetaTags = attempt(() => readMeta(document), new Map());
  yield;
  const title = attempt(() => plainValue(firstMeta(tags, ['og:title']) ?? document.title), '');
  const data: LinkedData = attempt(() => readLinkedData(document), { nodes: [], byId: new Map(), people: [] });
  yield;
  const linked: LinkedArticle | null = attempt(() => linkedArticle(data, title, base), null);
  yield;
  const page = attempt(() => looksLikeArticle(document, url), { isArticle: false, confidence: 0, words: 0 });
  yield;
  const canonical = attempt(() => canonicalOf(document, tags, url, base), { url: parseWebUrl(url)?.href ?? null, from: 'url' as const });
  const outlet = attempt(() => outletOf(tags, linked, canonical.url), { outlet: null, source: null });
  const outletName = outlet.outlet?.name ?? null;
  const head = attempt(() => headlineOf(document, tags, linked?.headline ?? '', outletName), { text: null, source: null, element: null });
  yield;
  const declared = attempt(() => declaredLanguage(document, tags, linked), null);
  // What the page states of itself is believed before what it shows.
  const stated = isSureDate(linked?.datePublished) || isSureDate(tags.get('article:published_time')?.[0]);
  const nothing = { dates: [], lines: [] };
  const shown = stated ? nothing : yield* attemptSteps(() => shownDates(document, head.element), nothing);
  const visible = yield* attemptSteps(() => shownAuthors(document, head.element, [outletName ?? '']), []);
  const found = attempt(() => authorsOf(visible, tags, linked, outletName ?? '', base), { authors: [], source: null });
  const authors = attempt(() => withLinkedPeople(found.authors, data, base), found.authors);
  yield;
  const names = authors.map(({ name }) => name);
  const boxes = yield* attemptSteps(() => authorBoxes(document, names), []);
  const copy = yield* attemptSteps(() => prunedCopy(document), null);
  const also = attempt(() => (copy ? alsoReports(copy, head.text) : []), []);
  yield;
  const empty: RawBody = { blocks: [], dek: null, captions: [] };
  const body = copy ? yield* attemptSteps(() => bodyOf(copy, head.text, maxChars), empty) : empty;
  return {
    isArticle: page.isArticle,
    confidence: page.confidence,
    address: url,
    base: base ?? null,
    url: canonical.url,
    urlFrom: canonical.from,
    headline: head.text,
    headlineFrom: head.source,
    headlineShown: head.element !== null,
    outlet: outlet.outlet,
    outletFrom: outlet.source,
    tags: [...tags].flatMap(([name, values]) => (TELLING.test(name) ? values.map((value): [string, string] => [name, value]) : [])),
    facts: linked && factsOf(linked),
    authors,
    authorsFrom: found.source,
    boxes,
    ...shown,
    declared,
    feeds: attempt(() => feedsOf(document, base), []),
    ...body,
    also,
  };
}

function factsOf({ description, section, keywords, datePublished, dateModified }: LinkedArticle): RawPage['facts'] {
  return { description, section, keywords, datePublished, dateModified };
}
