import { escapeHtml } from '../../demo/site/page.ts';

/** A report as the feeds of an invented outlet announce it. */
export interface FeedItem {
  id: string;
  url: string;
  headline: string;
  summary: string;
  reporter: string;
  section: string;
  /** ISO 8601 in UTC. */
  datePublished: string;
}

/** An invented outlet as its feeds name it. */
export interface FeedHead {
  title: string;
  home: string;
  language: string;
}

const RSS_END = '</channel></rss>\n';

/** RSS 2.0. */
export function rssOf(head: FeedHead, items: readonly FeedItem[]): string {
  return `${rssBegin(head)}${items.map(rssItem).join('')}${RSS_END}`;
}

/** The beginning of an RSS 2.0 feed, up to its first item. */
export function rssBegin({ title, home, language }: FeedHead): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${escapeHtml(title)}</title><link>${home}</link><description>Invented news</description><language>${language}</language>
`;
}

/** One item of an RSS 2.0 feed. */
export function rssItem({ id, url, headline, summary, reporter, section, datePublished }: FeedItem): string {
  return `<item><title>${escapeHtml(headline)}</title><link>${url}</link><guid isPermaLink="false">${id}</guid><pubDate>${new Date(datePublished).toUTCString()}</pubDate><dc:creator>${escapeHtml(reporter)}</dc:creator><category>${escapeHtml(section)}</category><description>${escapeHtml(summary)}</description></item>
`;
}

/** Atom 1.0. */
export function atomOf({ title, home, language }: FeedHead, items: readonly FeedItem[]): string {
  const entries = items.map(
    ({ id, url, headline, summary, reporter, section, datePublished }) =>
      `<entry><id>${id}</id><title>${escapeHtml(headline)}</title><link rel="alternate" type="text/html" href="${url}"/><author><name>${escapeHtml(reporter)}</name></author><category term="${escapeHtml(section)}"/><published>${datePublished}</published><updated>${datePublished}</updated><summary>${escapeHtml(summary)}</summary></entry>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"><title>${escapeHtml(title)}</title><id>${home}</id><link rel="alternate" href="${home}"/><updated>${items[0]?.datePublished ?? '2026-01-01T00:00:00Z'}</updated>
${entries.join('')}</feed>
`;
}

/** JSON Feed 1.1. */
export function jsonFeedOf({ title, home, language }: FeedHead, items: readonly FeedItem[]): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    language,
    items: items.map(({ id, url, headline, summary, reporter, section, datePublished }) => ({
      id,
      url,
      title: headline,
      summary,
      content_text: summary,
      authors: [{ name: reporter }],
      tags: [section],
      date_published: datePublished,
    })),
  });
}

/** A news sitemap, which knows addresses, headlines and dates alone. */
export function newsSitemapOf({ title, language }: FeedHead, items: readonly FeedItem[]): string {
  const rows = items.map(
    ({ url, headline, datePublished }) =>
      `<url><loc>${url}</loc><news:news><news:publication><news:name>${escapeHtml(title)}</news:name><news:language>${language}</news:language></news:publication><news:publication_date>${datePublished}</news:publication_date><news:title>${escapeHtml(headline)}</news:title></news:news></url>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${rows.join('')}</urlset>
`;
}
