import type { ArticleRow } from '../lib/core/coverage.ts';
import { highlightRuns } from '../lib/text/format/highlight.ts';
import { webAddress } from '../lib/text/format/web-address.ts';
import { useSurface } from './hooks/surface-context.ts';

/** Props of {@link ReportLink}. */
export interface ReportLinkProps {
  article: ArticleRow;
  /** UTF-16 ranges of the headline to mark. */
  highlights?: [number, number][];
}

/** A headline that opens its report in a new tab: text only, in its own language and direction. */
export function ReportLink({ article, highlights = [] }: ReportLinkProps) {
  const { platform } = useSurface();
  return (
    <a
      data-headline
      href={webAddress(article.url)}
      dir="auto"
      lang={article.language ?? undefined}
      onClick={(event) => {
        event.preventDefault();
        platform.openTab(article.url);
      }}
    >
      {highlightRuns(article.headline || article.url, highlights).map((run, index) =>
        run.marked ? <mark key={index}>{run.text}</mark> : run.text,
      )}
    </a>
  );
}
