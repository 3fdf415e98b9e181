import { knownAddress } from '../lib/core/canonical-url.ts';
import type { ArticleRow } from '../lib/core/coverage.ts';
import { highlightRuns } from '../lib/text/format/highlight.ts';
import { useWebLink } from './hooks/use-web-link.ts';

/** Props of {@link ReportLink}. */
export interface ReportLinkProps {
  article: ArticleRow;
  /** UTF-16 ranges of the headline to mark. */
  highlights?: [number, number][];
}

/** A headline that opens its report in a new tab, where its address is known: text only, in its own language and direction. */
export function ReportLink({ article, highlights = [] }: ReportLinkProps) {
  const link = useWebLink(article.url);
  const language = article.language ?? undefined;
  const headline = highlightRuns(article.headline || article.url, highlights).map((run, index) =>
    run.marked ? <mark key={index}>{run.text}</mark> : run.text,
  );
  // Keys go from headline to headline, links or not.
  if (knownAddress(article.url) === null)
    return (
      <span data-headline tabIndex={-1} dir="auto" lang={language}>
        {headline}
      </span>
    );
  return (
    <a data-headline dir="auto" lang={language} {...link}>
      {headline}
    </a>
  );
}
