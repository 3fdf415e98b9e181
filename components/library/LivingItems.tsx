import { useEffect, useState } from 'preact/hooks';
import type { Result } from '../../lib/core/result.ts';
import type { SearchAnswer } from '../../lib/messaging/protocol.ts';
import { failureText } from '../failure-text.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { usePins } from '../hooks/use-report-actions.ts';
import { PinButton } from '../PinButton.tsx';
import { ReportLink } from '../ReportLink.tsx';
import { ReportMeta } from '../ReportMeta.tsx';
import { ReportSkeleton } from '../ReportSkeleton.tsx';
import { CiteButton } from './CiteButton.tsx';

/** Most that a search answers. */
const LIMIT = 200;

/** Reports that a collection's search finds now. */
export function LivingItems({ query }: { query: string }) {
  const { client } = useSurface();
  const { t, n, count, locale } = useMessages();
  const pins = usePins();
  const [answer, setAnswer] = useState<Result<SearchAnswer> | null>(null);
  useEffect(() => {
    void client.search({ query, limit: LIMIT }).then(setAnswer);
  }, [client, query]);
  if (answer === null) return <ReportSkeleton rows={3} />;
  if (!answer.ok) return <p role="alert">{t(failureText(answer.error, 'searchFailed'))}</p>;
  const { hits, total, atLeast } = answer.value;
  return (
    <section aria-label={t('collectionLiving', query)}>
      <p class="meta" role="status">
        {t('collectionLiving', query)} · {n('collectionCount', total)}
        {(atLeast || total > hits.length) && ` · ${t('searchShown', count(hits.length))}`}
      </p>
      {hits.length > 0 && (
        <CiteButton
          of={query}
          reports={() => hits.map(({ article }) => article.id)}
          subject={() => ({ kind: 'search', query, total, atLeast, order: 'best' })}
        />
      )}
      <ul class="pins">
        {hits.map(({ article }) => (
          <li key={article.id} class="source">
            <div class="source-text">
              <h2 class="headline">
                <ReportLink article={article} />
              </h2>
              <ReportMeta article={article} homeLanguage={locale} />
            </div>
            <PinButton article={article} pinned={pins.isPinned(article.id)} onPin={pins.toggle} />
          </li>
        ))}
      </ul>
    </section>
  );
}
