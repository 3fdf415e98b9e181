import type { ArticleRow } from '../lib/core/coverage.ts';
import { formatReportDate } from '../lib/text/format/dates.ts';
import { languageName, sameLanguage } from '../lib/text/format/names.ts';
import { useMessages } from './hooks/use-messages.ts';
import { ReporterNames } from './ReporterNames.tsx';

/** Outlet, date, reporters and language of a report in one quiet line. What is unknown is left out, but never the outlet. */
export function ReportMeta({ article, homeLanguage }: { article: ArticleRow; homeLanguage: string | null }) {
  const { t, locale } = useMessages();
  const date = formatReportDate(article.datePublished, article.publishedAtMs, locale);
  const authors = article.authors.filter(({ name }) => name !== '');
  const language = sameLanguage(article.language, homeLanguage) ? null : languageName(article.language, locale);
  return (
    <p class="meta">
      <bdi class="outlet">{article.outletName ?? t('unknownOutlet')}</bdi>
      {date !== null && [' · ', <bdi key="date">{date}</bdi>]}
      {authors.length > 0 && [' · ', <ReporterNames key="names" authors={authors} />]}
      {language !== null && [' · ', <bdi key="language">{language}</bdi>]}
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
