import type { Feed, FeedEntry, SitemapIndex } from '../core/feed.ts';
import { child, dateField, emptyEntry, labels, languageTag, lineField, rawText, rawTexts, webAddress } from './fields.ts';
import { MAX_ENTRIES } from './limits.ts';
import type { ProblemLog } from './problems.ts';
import type { XmlElement } from './xml.ts';

/** One `url` of a sitemap, and what its `news:news` says of it. */
export interface SitemapRow {
  entry: FeedEntry;
  isNews: boolean;
  /** Of the publication, as stated. */
  language: string | null;
}

/** Reads a `url` element. */
export function sitemapRow(url: XmlElement, problems: ProblemLog): SitemapRow {
  const news = child(url, 'news:news');
  const publication = news && child(news, 'news:publication');
  const entry: FeedEntry = {
    ...emptyEntry(),
    url: webAddress(rawText(child(url, 'loc')), url.base, problems),
    dateModified: dateField(rawTexts(url, ['lastmod']), problems),
  };
  if (news === undefined) return { entry, isNews: false, language: null };
  const keywords = rawTexts(news, ['news:keywords']).flatMap((list) => list.split(','));
  return {
    entry: {
      ...entry,
      title: lineField(child(news, 'news:title'), 'plain', problems),
      datePublished: dateField(rawTexts(news, ['news:publication_date']), problems),
      categories: labels(keywords, problems),
    },
    isNews: true,
    language: publication === undefined ? null : languageTag(rawTexts(publication, ['news:language'])[0]),
  };
}

/** A sitemap's rows together; its language where all that state one state the same. */
export function sitemapFeed(rows: SitemapRow[]): Feed {
  const languages = new Set(rows.flatMap(({ language }) => language?.toLowerCase() ?? []));
  return {
    format: rows.some(({ isNews }) => isNews) ? 'news-sitemap' : 'sitemap',
    title: null,
    language: languages.size === 1 ? ([...languages][0] ?? null) : null,
    siteUrl: null,
    entries: rows.map(({ entry }) => entry),
  };
}

/** One `sitemap` of a sitemap index. */
export function indexRow(sitemap: XmlElement, problems: ProblemLog): SitemapIndex['sitemaps'][number] {
  return {
    url: webAddress(rawText(child(sitemap, 'loc')), sitemap.base, problems),
    dateModified: dateField(rawTexts(sitemap, ['lastmod']), problems),
  };
}

/** A sitemap as a plain list of addresses, one a line (sitemaps.org); null where any line is something else. */
export function sitemapOfList(text: string, problems: ProblemLog): Feed | null {
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0 || !lines.every((line) => /^https?:\/\/\S+$/i.test(line))) return null;
  if (lines.length > MAX_ENTRIES) problems.add('too-many-entries');
  return sitemapFeed(
    lines
      .slice(0, MAX_ENTRIES)
      .map((line) => ({ entry: { ...emptyEntry(), url: webAddress(line, null, problems) }, isNews: false, language: null })),
  );
}
