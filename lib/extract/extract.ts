import { parseWebUrl } from '../core/canonical-url.ts';
import { type PageAuthor, type PageSnapshot, SNAPSHOT_MAX_CHARS, type ValueSource } from '../core/snapshot.ts';
import { alsoReports } from './also.ts';
import { withAuthorBoxes } from './author-box.ts';
import { bodyOf, prunedCopy } from './body.ts';
import { shownAuthors } from './byline.ts';
import { bare, countWords, plainValue } from './dom-text.ts';
import { headlineOf } from './headline.ts';
import { type LinkedData, readLinkedData } from './json-ld.ts';
import { declaredLanguage, type LanguageGuess, verifiedLanguage } from './language.ts';
import { keywordsOf, type LinkedArticle, linkedArticle, withLinkedPeople } from './linked-article.ts';
import { baseOf, canonicalOf, feedsOf, webLink } from './links.ts';
import { allMeta, firstMeta, type MetaTags, readMeta } from './meta.ts';
import { isNameLike, namesOf } from './names.ts';
import { type OutletFound, outletOf } from './outlet.ts';
import { looksLikeArticle } from './page-type.ts';
import { modifiedOf, publishedOf } from './published.ts';

/** Limits of an extraction. */
export interface ExtractOptions {
  /** Characters of text at most, all zones together. Default `SNAPSHOT_MAX_CHARS`. */
  maxChars?: number;
  /** Verifies the declared language on the text; without it the declared one stands, for the background to verify. */
  guessLanguage?: LanguageGuess;
}

const AUTHOR_META = [
  'author',
  'article:author',
  'article:author_name',
  'parsely-author',
  'sailthru.author',
  'byl',
  'cxenseparse:author',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'article.author',
  'authors',
  'creator',
  'citation_author',
  'twitter:data1',
];

/** What a page says, in one go. Total: any document gives a snapshot, and nothing in the document changes. */
export function extractPage(document: Document, url: string, options: ExtractOptions = {}): PageSnapshot {
  const steps = extraction(document, url, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** As `extractPage`, but `pause` is awaited between the stages, so that a page's main thread is never held for long. */
export async function extractPageInSteps(
  document: Document,
  url: string,
  pause: () => Promise<void>,
  options: ExtractOptions = {},
): Promise<PageSnapshot> {
  const steps = extraction(document, url, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
  }
}

function* extraction(document: Document, url: string, options: ExtractOptions): Generator<void, PageSnapshot> {
  const maxChars = options.maxChars ?? SNAPSHOT_MAX_CHARS;
  const provenance: Record<string, ValueSource> = {};
  const attempt = <T>(read: () => T, otherwise: T): T => {
    try {
      return read();
    } catch {
      // A hostile page may make any DOM call fail; what one stage cannot read is unknown, the others go on.
      return otherwise;
    }
  };
  const set = <T>(field: string, value: T, source: ValueSource | null): T => {
    if (source && value !== null && !(Array.isArray(value) && value.length === 0)) provenance[field] = source;
    return value;
  };

  const base = attempt(() => baseOf(document, url), parseWebUrl(url)?.href);
  const tags: MetaTags = attempt(() => readMeta(document), new Map());
  yield;
  const title = attempt(() => plainValue(firstMeta(tags, ['og:title']) ?? document.title), '');
  const data: LinkedData = attempt(() => readLinkedData(document), { nodes: [], byId: new Map(), people: [] });
  const linked: LinkedArticle | null = attempt(() => linkedArticle(data, title, base), null);
  yield;
  const page = attempt(() => looksLikeArticle(document, url), { isArticle: false, confidence: 0, words: 0 });
  const canonical = attempt(() => canonicalOf(document, tags, url, base), { url: parseWebUrl(url)?.href ?? null, from: 'url' as const });
  const outlet: OutletFound = attempt(() => outletOf(tags, linked, canonical.url), { outlet: null, source: null });
  const head = attempt(() => headlineOf(document, tags, linked?.headline ?? '', outlet.outlet?.name ?? null), {
    text: null,
    source: null,
    element: null,
  });
  yield;
  const declared = attempt(() => declaredLanguage(document, tags, linked), null);
  const dayFirst = !/^en(?:[-_]us)?$/i.test(declared ?? 'en');
  const published = attempt(() => publishedOf(document, tags, linked, head.element, url, dayFirst), { date: null, source: null });
  const modified = attempt(() => modifiedOf(tags, linked, dayFirst), { date: null, source: null });
  yield;
  const found = attempt(() => authorsOf(document, tags, linked, head.element, outlet.outlet?.name ?? '', base), {
    authors: [],
    source: null,
  });
  yield;
  const boxed = attempt(() => withAuthorBoxes(document, withLinkedPeople(found.authors, data, base), base), {
    authors: found.authors,
    found: false,
  });
  yield;
  const copy = attempt(() => prunedCopy(document), null);
  yield;
  const also = attempt(() => (copy ? alsoReports(copy, head.text, dayFirst) : []), []);
  const description = descriptionOf(tags, linked);
  const names = boxed.authors.map(({ name }) => name);
  const notText = [...boxed.authors.flatMap(({ name, bio }) => [name, `By ${name}`, bio ?? '']), outlet.outlet?.name ?? ''];
  const body = attempt(() => (copy ? bodyOf(copy, head.text, notText, names, maxChars) : { paragraphs: [], captions: [] }), {
    paragraphs: [],
    captions: [],
  });
  yield;
  const { paragraphs, captions } = withinLimit(body.paragraphs, body.captions, maxChars);
  const language = attempt(
    () => verifiedLanguage(declared, [head.text ?? '', ...paragraphs.slice(0, 12)].join('\n'), options.guessLanguage),
    {
      language: null,
      source: null,
    },
  );
  return {
    isArticle: page.isArticle,
    confidence: page.confidence,
    url: set('url', canonical.url, canonical.from),
    headline: set('headline', head.text, head.source),
    description: set('description', description.text, description.source),
    authors: set('authors', boxed.authors, boxed.found && !found.source ? 'author-box' : found.source),
    datePublished: set('datePublished', published.date, published.source),
    dateModified: set('dateModified', modified.date, modified.source),
    language: set('language', language.language, language.source),
    outlet: set('outlet', outlet.outlet, outlet.source),
    section: sectionOf(tags, linked, set),
    keywords: keywordsFrom(tags, linked, set),
    feeds: attempt(() => feedsOf(document, base), []),
    paragraphs,
    captions,
    also,
    wordCount: countWords(paragraphs.join('\n')),
    provenance,
  };
}

type Setter = <T>(field: string, value: T, source: ValueSource | null) => T;

function descriptionOf(tags: MetaTags, linked: LinkedArticle | null): { text: string | null; source: ValueSource | null } {
  if (linked?.description) return { text: linked.description, source: 'json-ld' };
  const social = firstMeta(tags, ['og:description']);
  if (social) return { text: social, source: 'open-graph' };
  const meta = firstMeta(tags, ['description', 'twitter:description', 'dc.description', 'sailthru.description']);
  return { text: meta, source: meta ? 'meta' : null };
}

function sectionOf(tags: MetaTags, linked: LinkedArticle | null, set: Setter): string | null {
  if (linked?.section) return set('section', linked.section, 'json-ld');
  const meta = firstMeta(tags, [
    'article:section',
    'og:section',
    'parsely-section',
    'section',
    'articlesection',
    'cxenseparse:section',
    'sailthru.section',
  ]);
  return set('section', meta && !/^https?:/.test(meta) ? meta : null, 'meta');
}

function keywordsFrom(tags: MetaTags, linked: LinkedArticle | null, set: Setter): string[] {
  if (linked?.keywords.length) return set('keywords', linked.keywords, 'json-ld');
  for (const names of [['article:tag'], ['news_keywords'], ['parsely-tags', 'sailthru.tags'], ['keywords']]) {
    const keywords = keywordsOf(allMeta(tags, names));
    if (keywords.length) return set('keywords', keywords, 'meta');
  }
  return [];
}

/** Authors by the likeliest source: JSON-LD, what the page shows, meta tags; profile links of the page added to names found elsewhere. */
function authorsOf(
  document: Document,
  tags: MetaTags,
  linked: LinkedArticle | null,
  headline: Element | null,
  outlet: string,
  base: string | undefined,
): { authors: PageAuthor[]; source: ValueSource | null } {
  const shown = shownAuthors(document, headline, [outlet]).map(({ name, href }) => author(name, webLink(href, base)));
  const withLinks = (authors: PageAuthor[]): PageAuthor[] =>
    authors.map((one) => (one.url ? one : { ...one, url: shown.find((other) => bare(other.name) === bare(one.name))?.url ?? null }));
  // An account's name ("janedoe") gives way to the name the page shows for it.
  const named = (one: PageAuthor): PageAuthor => {
    const full = /\s/.test(one.name)
      ? undefined
      : shown.find((other) => /\s/.test(other.name) && squashed(other.name) === squashed(one.name));
    return full ? { ...one, name: full.name } : one;
  };
  const people = (linked?.authors.filter(({ name }) => bare(name) !== bare(outlet)) ?? []).map(named);
  if (people.length) return { authors: withLinks(people), source: 'json-ld' };
  const stated = metaAuthors(tags, outlet);
  // A name that both state is the surest; one word in a meta tag is often the account that published it.
  const agreed = stated.filter((name) => shown.some((other) => bare(other.name) === bare(name)));
  if (agreed.length === stated.length && agreed.length >= shown.length && agreed.length > 0)
    return { authors: withLinks(agreed.map((name) => author(name, null))), source: 'meta' };
  if (shown.length) return { authors: shown, source: 'byline' };
  return stated.length ? { authors: stated.map((name) => author(name, null)), source: 'meta' } : { authors: [], source: null };
}

function squashed(name: string): string {
  return bare(name).replace(/ /g, '');
}

function metaAuthors(tags: MetaTags, outlet: string): string[] {
  for (const key of AUTHOR_META) {
    const names = (tags.get(key) ?? []).filter((value) => !/^(?:https?:)?\/\//.test(value)).flatMap((value) => namesOf(value, true));
    const people = names.filter(
      (name) => isNameLike(name, true) && bare(name) !== bare(outlet) && !bare(outlet).startsWith(`${bare(name)} `),
    );
    if (people.length) return people.filter((name, at) => people.findIndex((other) => bare(other) === bare(name)) === at).slice(0, 30);
  }
  return [];
}

function author(name: string, url: string | null): PageAuthor {
  return { name, url, jobTitle: null, bio: null, sameAs: [] };
}

/** Captions take what the text leaves of the limit, but at least a tenth of it. */
function withinLimit(paragraphs: string[], captions: string[], maxChars: number): { paragraphs: string[]; captions: string[] } {
  const take = (texts: string[], room: number): string[] => {
    const kept: string[] = [];
    let total = 0;
    for (const text of texts) {
      total += text.length + 2;
      if (total > room) break;
      kept.push(text);
    }
    return kept;
  };
  const pictures = take(captions, maxChars / 10);
  return { paragraphs: take(paragraphs, maxChars - pictures.join('  ').length), captions: pictures };
}
