import { useId } from 'preact/hooks';
import type { ReporterCard as Card } from '../lib/core/coverage.ts';
import { useMessages } from './hooks/use-messages.ts';
import { ReporterCard } from './ReporterCard.tsx';

/** The people behind this page and the related reports. */
export function ReporterList({ reporters }: { reporters: Card[] }) {
  const { t } = useMessages();
  const headingId = useId();
  return (
    <section class="group" aria-labelledby={headingId}>
      <h2 id={headingId} class="group-title">
        {t('reporters')}
      </h2>
      {reporters.map((reporter) => (
        <ReporterCard key={reporter.id} reporter={reporter} />
      ))}
    </section>
  );
}
