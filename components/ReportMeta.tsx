import type { ArticleRow } from '../lib/core/coverage.ts';
import { formatReportDate } from '../lib/text/format/dates.ts';
import { formatList, languageName, sameLanguage } from '../lib/text/format/names.ts';
import { useMessages } from './hooks/use-messages.ts';

/** Outlet, date, reporters and language of a report in one quiet line. What is unknown is left out, but never the outlet. */
export function ReportMeta({ article, homeLanguage }: { article: ArticleRow; homeLanguage: string | null }) {
  const { t, locale } = useMessages();
  const date = formatReportDate(article.datePublished, article.publishedAtMs, locale);
  const authors = article.authors.map((author) => author.name).filter(Boolean);
  const language = sameLanguage(article.language, homeLanguage) ? null : languageName(article.language, locale);
  return (
    <p class="meta">
      <bdi class="outlet">{article.outletName ?? t('unknownOutlet')}</bdi>
      {[date, authors.length > 0 ? formatList(authors.slice(0, 3), locale) : null, language]
        .filter((part) => part !== null)
        .flatMap((part) => [' · ', <bdi key={part}>{part}</bdi>])}
      {article.sample && [' ', <SampleTag key="sample" />]}
    </p>
  );
}

/** Marks what was invented for demonstration. */
export function SampleTag() {
  const { t } = useMessages();
  return (
    <span class="sample" title={t('sampleTitle')}>
      {t('sample')}
    </span>
  );
}
