import type { ArticleRow } from '../lib/core/coverage.ts';
import { highlightRuns } from '../lib/text/format/highlight.ts';
import { useWebLink } from './hooks/use-web-link.ts';

/** Props of {@link ReportLink}. */
export interface ReportLinkProps {
  article: ArticleRow;
  /** UTF-16 ranges of the headline to mark. */
  highlights?: [number, number][];
}

/** A headline that opens its report in a new tab: text only, in its own language and direction. */
export function ReportLink({ article, highlights = [] }: ReportLinkProps) {
  return (
    <a data-headline dir="auto" lang={article.language ?? undefined} {...useWebLink(article.url)}>
      {highlightRuns(article.headline || article.url, highlights).map((run, index) =>
        run.marked ? <mark key={index}>{run.text}</mark> : run.text,
      )}
    </a>
  );
}
