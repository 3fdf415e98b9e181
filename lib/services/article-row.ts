import type { Article } from '../core/article.ts';
import type { ArticleRow } from '../core/coverage.ts';
import type { FieldEdit } from '../core/field-edit.ts';
import { correctedRow } from './field-edits.ts';
import { ownAuthors, type SameReporters } from './same-reporters.ts';

/** What a list shows of a report. `people`: its reporters are those the user said they are. `edits`: fields of any reports that the user corrected. */
export function toRow(
  article: Article,
  outletNames: ReadonlyMap<string, string>,
  people?: SameReporters,
  edits: readonly FieldEdit[] = [],
): ArticleRow {
  const { id, url, headline, outletId, datePublished, publishedAtMs, language, sample } = article;
  const row = {
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
  return edits.length === 0 ? row : correctedRow(row, edits);
}
