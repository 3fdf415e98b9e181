import { parseWebUrl } from '../core/canonical-url.ts';
import { SNAPSHOT_MAX_CHARS } from '../core/snapshot.ts';
import { alsoReports } from './also.ts';
import { authorBoxes } from './author-box.ts';
import { authorsOf, tidyAuthors } from './authors.ts';
import { bodyOf, prune, type RawBody } from './body.ts';
import { shownAuthors } from './byline.ts';
import { creditedAgency } from './credit-line.ts';
import { plainValue } from './dom-text.ts';
import { headlineOf } from './headline.ts';
import { type LinkedData, readLinkedData } from './json-ld.ts';
import { declaredLanguage } from './language.ts';
import { type LinkedArticle, linkedArticle, withLinkedPeople } from './linked-article.ts';
import { baseOf, canonicalOf, feedsOf } from './links.ts';
import { firstMeta, type MetaTags, readMeta } from './meta.ts';
import { outletOf } from './outlet.ts';
import { wentOn, withoutPageBefore } from './page-before.ts';
import type { PageDocument } from './page-tree.ts';
import { looksLikeArticle } from './page-type.ts';
import type { RawPage } from './raw-page.ts';
import { liveUpdates, takeFurtherReports } from './several.ts';
import { isSureDate, shownDates } from './shown-dates.ts';

/** A hostile page may make any DOM call fail; what one stage cannot read is unknown, the others go on. */
function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

/**
 * What a page says, as `finishSnapshot` wants it. Total: any page gives an answer. The page is used up. `loadedAt`: the address its document was loaded at,
 * where that is known.
 */
export function readPage(page: PageDocument, url: string, maxChars = SNAPSHOT_MAX_CHARS, loadedAt: string | null = null): RawPage {
  const base = attempt(() => baseOf(page, url), parseWebUrl(url)?.href);
  const kind = attempt(() => looksLikeArticle(page, url), { isArticle: false, confidence: 0, words: 0 });
  const all: LinkedData = attempt(() => readLinkedData(page), { nodes: [], byId: new Map(), people: [] });
  const data = attempt(() => (wentOn(loadedAt, url) ? withoutPageBefore(page, all, url, base) : all), all);
  const tags: MetaTags = attempt(() => readMeta(page), new Map());
  const title = attempt(() => plainValue(firstMeta(tags, ['og:title']) ?? page.title), '');
  const linked: LinkedArticle | null = attempt(() => linkedArticle(data, title, base), null);
  const canonical = attempt(() => canonicalOf(page, tags, url, base), { url: parseWebUrl(url)?.href ?? null, from: 'url' as const });
  const outlet = attempt(() => outletOf(tags, linked, canonical.url), { outlet: null, source: null });
  const outletName = outlet.outlet?.name ?? null;
  const head = attempt(() => headlineOf(page, tags, linked?.headline ?? '', outletName), { text: null, source: null, element: null });
  const declared = attempt(() => declaredLanguage(page, tags, linked), null);
  // What the page states of itself is believed before what it shows.
  const stated = isSureDate(linked?.datePublished) || isSureDate(tags.get('article:published_time')?.[0]);
  const nothing = { dates: [], lines: [] };
  const shown = stated ? nothing : attempt(() => shownDates(page, head.element), nothing);
  const visible = attempt(() => shownAuthors(page, head.element, [outletName ?? '']), []);
  const found = attempt(() => authorsOf(visible, tags, linked, outletName ?? '', base), { authors: [], source: null });
  const authors = attempt(() => tidyAuthors(withLinkedPeople(found.authors, data, base), outletName ?? ''), found.authors);
  const agency = attempt(() => creditedAgency(page, head.element), null);
  const names = authors.map(({ name }) => name);
  const boxes = attempt(() => authorBoxes(page, names), []);
  const feeds = attempt(() => feedsOf(page, base), []);
  const further = attempt(() => takeFurtherReports(page, head.element), []);
  attempt(() => prune(page), undefined);
  const updates = attempt(() => liveUpdates(data.nodes), []);
  const also = [...further, ...(updates.length ? updates : attempt(() => alsoReports(page, head.text), []))];
  const body = attempt<RawBody>(() => bodyOf(page, head.text, maxChars), { blocks: [], dek: null, captions: [] });
  return {
    isArticle: kind.isArticle,
    confidence: kind.confidence,
    address: url,
    base: base ?? null,
    url: canonical.url,
    urlFrom: canonical.from,
    headline: head.text,
    headlineFrom: head.source,
    headlineShown: head.element !== null,
    outlet: outlet.outlet,
    outletFrom: outlet.source,
    tags,
    facts: linked && factsOf(linked),
    authors,
    authorsFrom: found.source,
    agency,
    boxes,
    ...shown,
    declared,
    feeds,
    ...body,
    also,
  };
}

function factsOf({ description, section, keywords, datePublished, dateModified }: LinkedArticle): RawPage['facts'] {
  return { description, section, keywords, datePublished, dateModified };
}
