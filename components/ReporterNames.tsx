import type { ArticleRow } from '../lib/core/coverage.ts';
import { listParts } from '../lib/text/format/names.ts';
import { useSurface } from './hooks/surface-context.ts';
import { useMessages } from './hooks/use-messages.ts';

/** Names shown; the others are counted. */
const MOST = 3;

/** The names under a headline; one the index knows opens what it knows. */
export function ReporterNames({ authors }: { authors: ArticleRow['authors'] }) {
  const { showReporter } = useSurface();
  const { t, count, locale } = useMessages();
  const names = authors.slice(0, MOST).map(({ name }) => name);
  if (authors.length > MOST) names.push(t('namesMore', count(authors.length - MOST)));
  let at = -1;
  // By parts, as the words between names ("and") differ by language.
  return (
    <bdi>
      {listParts(names, locale).map(({ type, value }, index) => {
        if (type === 'literal') return value;
        at += 1;
        const reporterId = at < MOST ? (authors[at]?.reporterId ?? null) : null;
        if (reporterId === null) return <bdi key={index}>{value}</bdi>;
        return (
          <button key={index} type="button" class="name-button" aria-haspopup="dialog" onClick={() => showReporter(reporterId)}>
            <bdi>{value}</bdi>
          </button>
        );
      })}
    </bdi>
  );
}
