import type { Article } from '../core/article.ts';
import type { ArticleRow } from '../core/coverage.ts';

/** What a list shows of a report. */
export function toRow(article: Article, outletNames: ReadonlyMap<string, string>): ArticleRow {
  const { id, url, headline, outletId, datePublished, publishedAtMs, language, authors, sample } = article;
  return {
    id,
    url,
    headline,
    outletName: outletId === null ? null : (outletNames.get(outletId) ?? null),
    datePublished,
    publishedAtMs,
    language,
    authors,
    sample,
  };
}
