import type { Article } from '../core/article.ts';
import type { ArticleRow } from '../core/coverage.ts';
import { ownAuthors, type SameReporters } from './same-reporters.ts';

/** What a list shows of a report. `people`: its reporters are those the user said they are. */
export function toRow(article: Article, outletNames: ReadonlyMap<string, string>, people?: SameReporters): ArticleRow {
  const { id, url, headline, outletId, datePublished, publishedAtMs, language, sample } = article;
  return {
    id,
    url,
    headline,
    outletName: outletId === null ? null : (outletNames.get(outletId) ?? null),
    datePublished,
    publishedAtMs,
    language,
    authors: people === undefined ? article.authors : ownAuthors(article, people),
    sample,
  };
}
