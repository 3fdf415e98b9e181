import { useId } from 'preact/hooks';
import type { Reason } from '../lib/core/coverage.ts';
import { formatList } from '../lib/text/format/names.ts';
import { type Messages, useMessages } from './hooks/use-messages.ts';
import { Icon } from './icons/Icon.tsx';

/** Props of {@link ReportReason}. `score` is 0..1. */
export interface ReportReasonProps {
  reason: Reason;
  score: number;
  headline: string;
  open: boolean;
  onToggle(): void;
}

/** Why a report is shown: one sentence, and on demand what it was made from. */
export function ReportReason({ reason, score, headline, open, onToggle }: ReportReasonProps) {
  const messages = useMessages();
  const { t } = messages;
  const detailsId = useId();
  return (
    <div class="reason">
      <p>
        <span dir="auto">{reason.text}</span>{' '}
        <button
          type="button"
          class="why-button"
          aria-expanded={open}
          aria-controls={detailsId}
          aria-label={t('whyFor', headline)}
          onClick={onToggle}
        >
          {t('why')}
          <Icon name="chevron" />
        </button>
      </p>
      <dl id={detailsId} class="why-details" hidden={!open}>
        {reason.topics.length > 0 && (
          <Fact name={t('whyTopics')}>
            {formatList(
              reason.topics.map((topic) => (topic.inBothHeadlines ? t('whyInHeadlines', topic.label) : topic.label)),
              messages.locale,
            )}
          </Fact>
        )}
        {reason.terms.length > 0 && <Fact name={t('whyTerms')}>{formatList(reason.terms, messages.locale)}</Fact>}
        <Fact name={t('whyDates')}>{describeDays(reason.days, messages)}</Fact>
        <Fact name={t('whyScore')}>{t('whyScoreValue', messages.count(Math.round(score * 100)))}</Fact>
      </dl>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

function describeDays(days: number | null, { t, n }: Messages): string {
  if (days === null) return t('whyUnknownDate');
  if (days === 0) return t('whySameDay');
  return days < 0 ? n('whyEarlier', -days) : n('whyLater', days);
}
