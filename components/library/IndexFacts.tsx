import type { IndexStatus } from '../../lib/core/coverage.ts';
import { formatSince } from '../../lib/text/format/dates.ts';
import { formatShare } from '../../lib/text/format/numbers.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';

/** The index in numbers; keeps its place while they are awaited. */
export function IndexFacts({ status }: { status: IndexStatus | null }) {
  const { platform } = useSurface();
  const { t, count, locale } = useMessages();
  const updated =
    status?.updatedAtMs === null || status === null ? t('dataNever') : formatSince(status.updatedAtMs, platform.now(), locale);
  const facts: [string, string][] = [
    [t('dataReports'), count(status?.articles ?? 0)],
    [t('dataOutlets'), count(status?.outlets ?? 0)],
    [t('dataReporters'), count(status?.reporters ?? 0)],
    [t('dataSamples'), count(status?.sampleArticles ?? 0)],
    [t('dataUpdated'), updated],
  ];
  return (
    <>
      <dl class="facts" aria-busy={status === null}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{status === null ? '–' : value}</dd>
          </div>
        ))}
      </dl>
      {status?.rebuilding != null && (
        <p class="rebuilding">
          <progress max={1} value={status.rebuilding} aria-label={t('statusRebuilding', formatShare(status.rebuilding, locale))} />
          {t('statusRebuilding', formatShare(status.rebuilding, locale))}
        </p>
      )}
    </>
  );
}
