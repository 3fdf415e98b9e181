import { authorProfiles } from '../core/author-profiles.ts';
import { canonicalUrl, UNKNOWN_ADDRESS } from '../core/canonical-url.ts';
import { shortHash } from '../core/hash.ts';
import { writtenLanguage } from '../core/language-tag.ts';
import { REPORT_PARAMETER } from '../core/report-parameter.ts';
import type { AlsoReport, PageAuthor, PageSnapshot } from '../core/snapshot.ts';
import { cleanLine } from '../text/clean-text.ts';
import { isPackDate, isPackLanguage, MAX_ITEMS, MAX_LENGTH } from './schema.ts';
import { type ArticleRecord, MAX_LINE_BYTES, type OutletRecord, type PackRecord, type ReporterRecord } from './types.ts';

/** Bytes of a text in a record's line, which has room for other members beside it. */
const TEXT_BYTES = 0.8 * MAX_LINE_BYTES;

/**
 * Records of what a page says: its outlet, its reporters, the report, and each further report found beside it. Empty for a
 * page without a headline. Values too long for a pack are cut; dates and languages a pack cannot hold become unknown.
 */
export function recordsFromSnapshot(snapshot: PageSnapshot): PackRecord[] {
  const headline = line(snapshot.headline, MAX_LENGTH.headline);
  if (headline === null) return [];
  const outlet = snapshot.outlet === null ? null : outletRecord(snapshot.outlet, snapshot.language);
  const url = snapshot.url ?? `${UNKNOWN_ADDRESS}${slug(`${snapshot.datePublished?.slice(0, 10) ?? ''} ${headline}`)}`;
  const place = outlet?.id.slice('outlet:'.length) ?? (snapshot.url === null ? shortHash(url) : hostOf(url));
  const reporters = snapshot.authors.flatMap((author) => reporterRecord(author, place, outlet, snapshot));
  const main: ArticleRecord = {
    ...emptyArticle(url, headline, outlet),
    description: snapshot.description?.slice(0, MAX_LENGTH.passage) ?? null,
    text: fitting(snapshot.paragraphs.join('\n\n')),
    language: primaryTag(snapshot.language),
    datePublished: dateOrNull(snapshot.datePublished),
    dateModified: dateOrNull(snapshot.dateModified),
    authors: [...reporters.map(({ name, id }) => ({ name, reporterId: id })), ...organisationsOf(snapshot)].slice(0, MAX_ITEMS),
    section: line(snapshot.section, MAX_LENGTH.name),
    keywords: snapshot.keywords.flatMap((keyword) => line(keyword, MAX_LENGTH.name) ?? []).slice(0, MAX_ITEMS),
  };
  const beside = snapshot.also.map((report, index) => alsoRecord(report, index + 1, url, main, outlet));
  return [...(outlet === null ? [] : [outlet]), ...reporters, main, ...beside];
}

/** An outlet's record, its id made of its host, else of its name; null for a name that shows nothing. */
export function outletRecord(outlet: NonNullable<PageSnapshot['outlet']>, language: string | null): OutletRecord | null {
  const name = line(outlet.name, MAX_LENGTH.name);
  if (name === null) return null;
  const tag = primaryTag(language);
  return {
    type: 'outlet',
    id: `outlet:${outlet.url === null ? slug(name) : hostOf(outlet.url)}`.slice(0, MAX_LENGTH.id),
    licence: null,
    source: null,
    name,
    url: outlet.url,
    country: null,
    languages: tag === null ? [] : [tag],
    sample: false,
  };
}

/** Agencies and desks sign reports but are no reporters. */
function organisationsOf(snapshot: PageSnapshot): ArticleRecord['authors'] {
  return snapshot.authors.flatMap(({ name, type }) => {
    const signed = type === undefined ? null : line(name, MAX_LENGTH.name);
    return signed === null ? [] : [{ name: signed, reporterId: null }];
  });
}

/** A bare name is common: a reporter's id therefore says where they write. */
function reporterRecord(author: PageAuthor, place: string, outlet: OutletRecord | null, page: PageSnapshot): ReporterRecord[] {
  const name = author.type === undefined ? line(author.name, MAX_LENGTH.name) : null;
  if (name === null) return [];
  const bio = line(author.bio, MAX_LENGTH.passage);
  return [
    {
      type: 'reporter',
      id: `reporter:${place}/${slug(name)}`.slice(0, MAX_LENGTH.id),
      licence: null,
      source: null,
      name,
      alternateNames: [],
      jobTitle: line(author.jobTitle, MAX_LENGTH.name),
      outletId: outlet?.id ?? null,
      bio,
      bioSource: bio === null ? null : outlet === null ? 'author box' : `author box, ${outlet.name}`,
      languages: [],
      sameAs: authorProfiles(author, page).slice(0, MAX_ITEMS),
      sample: false,
    },
  ];
}

function alsoRecord(report: AlsoReport, number: number, url: string, main: ArticleRecord, outlet: OutletRecord | null): ArticleRecord {
  const own = new URL(url);
  own.searchParams.set(REPORT_PARAMETER, String(number));
  return {
    ...emptyArticle(own.href, line(report.headline, MAX_LENGTH.headline) ?? opening(report.text), outlet),
    text: fitting(report.text),
    language: main.language,
    datePublished: dateOrNull(report.datePublished),
  };
}

function emptyArticle(url: string, headline: string, outlet: OutletRecord | null): ArticleRecord {
  return {
    type: 'article',
    id: `article:${shortHash(canonicalUrl(url) ?? url)}`,
    licence: null,
    source: null,
    url,
    headline,
    description: null,
    text: '',
    language: null,
    datePublished: null,
    dateModified: null,
    outletId: outlet?.id ?? null,
    authors: [],
    section: null,
    keywords: [],
    sample: false,
  };
}

/** The first words of a text without a headline of its own, up to 120 characters, cut at a space. */
function opening(text: string): string {
  const words = cleanLine(text);
  if (words.length <= 120) return words || '…';
  const cutAt = words.lastIndexOf(' ', 119);
  return `${words.slice(0, cutAt > 40 ? cutAt : 119)}…`;
}

/** Letters and digits of any script, lower case, joined by hyphens; never empty. */
function slug(text: string): string {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return words.join('-').slice(0, 120) || shortHash(text);
}

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}

function primaryTag(language: string | null): string | null {
  const tag = writtenLanguage(language ?? '');
  return isPackLanguage(tag) ? tag : null;
}

function dateOrNull(date: string | null): string | null {
  return date !== null && isPackDate(date) ? date : null;
}

/** A text cut to what a record and its line may hold. */
function fitting(text: string): string {
  let cut = text.slice(0, MAX_LENGTH.text);
  for (let bytes = 6 * cut.length; bytes > TEXT_BYTES; ) {
    bytes = new TextEncoder().encode(JSON.stringify(cut)).length;
    if (bytes > TEXT_BYTES) cut = cut.slice(0, Math.floor((cut.length * TEXT_BYTES) / bytes));
  }
  // Not within a pair of surrogates.
  return cut.replace(/[\ud800-\udbff]$/, '');
}

/** A value on one line, cut to a length; null where nothing of it can be seen. */
function line(text: string | null, max: number): string | null {
  return cleanLine(cleanLine(text ?? '').slice(0, max)) || null;
}
