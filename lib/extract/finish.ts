import { type PageAuthor, type PageSnapshot, SNAPSHOT_MAX_CHARS, type ValueSource } from '../core/snapshot.ts';
import { withAuthorFacts } from './author-facts.ts';
import { closingAgency, datelineOf } from './dateline.ts';
import { dayWhereSpoken, readDate } from './dates.ts';
import { countWords, plainValue } from './dom-text.ts';
import { keywordsOf } from './keywords.ts';
import { type LanguageGuess, verifiedLanguage } from './language.ts';
import { allMeta, firstMeta, type MetaTags } from './meta.ts';
import { isDesk } from './organisation-name.ts';
import { modifiedOf, publishedOf } from './published.ts';
import type { RawFacts, RawPage } from './raw-page.ts';
import { closingBio, tidyBody } from './tidy.ts';

/** Limits and means of a snapshot. */
export interface FinishOptions {
  /** Characters of text at most, all zones together. Default `SNAPSHOT_MAX_CHARS`. */
  maxChars?: number;
  /** Verifies the declared language on the text; without it the declared one stands. */
  guessLanguage?: LanguageGuess;
}

const DESCRIPTION = ['description', 'twitter:description', 'dc.description', 'sailthru.description'];
const SECTION = [
  'article:section',
  'og:section',
  'parsely-section',
  'section',
  'articlesection',
  'cxenseparse:section',
  'sailthru.section',
];
const KEYWORDS = [['article:tag'], ['news_keywords'], ['parsely-tags', 'sailthru.tags'], ['keywords']];

/** The snapshot of a page as read: dates, text, language and what is said of its authors, judged. Pure and total. */
export function finishSnapshot(raw: RawPage, options: FinishOptions = {}): PageSnapshot {
  const maxChars = options.maxChars ?? SNAPSHOT_MAX_CHARS;
  const provenance: Record<string, ValueSource> = {};
  const set = <T>(field: string, value: T, source: ValueSource | null): T => {
    if (source && value !== null && !(Array.isArray(value) && value.length === 0)) provenance[field] = source;
    return value;
  };
  const { tags } = raw;
  const dayFirst = !/^en(?:[-_]us)?$/i.test(raw.declared ?? 'en');
  const published = publishedOf(tags, raw.facts, raw, raw.address, dayFirst);
  const modified = modifiedOf(tags, raw.facts, raw, dayFirst);
  const authors = withAuthorFacts(raw.authors, raw.boxes, raw.base ?? undefined).map((author) => ({
    ...author,
    bio: author.bio ?? closingBio(raw.blocks, author.name),
  }));
  const names = authors.map(({ name }) => name);
  const notText = [...authors.flatMap(({ name, bio }) => [name, `By ${name}`, bio ?? '']), raw.outlet?.name ?? ''];
  const { paragraphs, captions } = withinLimit(tidyBody(raw, raw.headline, notText, names, maxChars), raw.captions, maxChars);
  const dateline = datelineOf(paragraphs[0] ?? '');
  // Where only a desk signs, the agency it took the report from says more.
  const unsigned = authors.every(({ name }) => isDesk(name));
  const agency = !unsigned
    ? null
    : (raw.agency ??
      dateline.agency ??
      paragraphs
        .slice(-4)
        .map(closingAgency)
        .find((name) => name !== null) ??
      null);
  const sample = [raw.headline ?? '', ...paragraphs.slice(0, 12)].join('\n');
  const language = verifiedLanguage(raw.declared, sample, options.guessLanguage);
  const description = descriptionOf(tags, raw.facts);
  const section = sectionOf(tags, raw.facts);
  const keywords = keywordsFrom(tags, raw.facts);
  return {
    isArticle: raw.isArticle,
    confidence: raw.confidence,
    url: set('url', raw.url, raw.urlFrom),
    headline: set('headline', raw.headline, raw.headlineFrom),
    description: set('description', description.value, description.source),
    authors: agency ? set('authors', [agencyAuthor(agency)], raw.agency ? 'visible' : 'text') : set('authors', authors, raw.authorsFrom),
    datePublished: set('datePublished', dayWhereSpoken(published.date, language.language), published.source),
    dateModified: set('dateModified', modified.date, modified.source),
    language: set('language', language.language, language.source),
    outlet: set('outlet', raw.outlet, raw.outletFrom),
    section: set('section', section.value, section.source),
    keywords: set('keywords', keywords.value, keywords.source),
    feeds: set('feeds', raw.feeds, 'meta'),
    paragraphs: set('text', paragraphs, 'visible'),
    captions: set('captions', captions, 'visible'),
    ...(dateline.place && { dateline: set('dateline', dateline.place, 'text') }),
    also: raw.also.map(({ headline, text, date }) => ({
      headline,
      text,
      datePublished: readDate(date, dayFirst) ?? readDate(text, dayFirst),
    })),
    wordCount: countWords(paragraphs.join('\n')),
    provenance,
  };
}

function agencyAuthor(name: string): PageAuthor {
  return { name, url: null, jobTitle: null, bio: null, sameAs: [], type: 'Organization' };
}

interface Stated<T> {
  value: T;
  source: ValueSource | null;
}

function descriptionOf(tags: MetaTags, facts: RawFacts | null): Stated<string | null> {
  if (facts?.description) return { value: facts.description, source: 'json-ld' };
  const social = firstMeta(tags, ['og:description']);
  if (social) return { value: social, source: 'open-graph' };
  return { value: firstMeta(tags, DESCRIPTION), source: 'meta' };
}

function sectionOf(tags: MetaTags, facts: RawFacts | null): Stated<string | null> {
  if (facts?.section) return { value: facts.section, source: 'json-ld' };
  const meta = firstMeta(tags, SECTION);
  return { value: meta && !/^https?:/.test(meta) ? meta : null, source: 'meta' };
}

function keywordsFrom(tags: MetaTags, facts: RawFacts | null): Stated<string[]> {
  const linked = keywordsOf(facts?.keywords ?? []);
  if (linked.length) return { value: linked, source: 'json-ld' };
  for (const names of KEYWORDS) {
    const keywords = keywordsOf(allMeta(tags, names).map((value) => plainValue(value)));
    if (keywords.length) return { value: keywords, source: 'meta' };
  }
  return { value: [], source: null };
}

/** Captions take what the text leaves of the limit, but at least a tenth of it. The text that reaches beyond it is cut there. */
function withinLimit(paragraphs: string[], captions: string[], maxChars: number): { paragraphs: string[]; captions: string[] } {
  const take = (texts: string[], room: number): string[] => {
    const kept: string[] = [];
    let total = 0;
    for (const text of texts) {
      const left = room - total - 2;
      if (text.length > left) {
        if (left > 200) kept.push(text.slice(0, left));
        break;
      }
      kept.push(text);
      total += text.length + 2;
    }
    return kept;
  };
  const pictures = take(captions, maxChars / 10);
  return { paragraphs: take(paragraphs, maxChars - pictures.join('  ').length), captions: pictures };
}
