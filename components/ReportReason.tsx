import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Reason } from '../lib/core/coverage.ts';
import type { EvidencePhrase } from '../lib/messaging/protocol.ts';
import { EvidenceQuote } from './EvidenceQuote.tsx';
import { type Messages, useMessages } from './hooks/use-messages.ts';
import { Icon } from './icons/Icon.tsx';

/** Places on the page quoted in the details, one a topic. */
const MOST_SPANS = 3;

/** Props of {@link ReportReason}. `score` is 0..1. */
export interface ReportReasonProps {
  reason: Reason;
  score: number;
  /** By topic id: where the page names it. */
  evidence: Record<string, EvidencePhrase[]>;
  headline: string;
  open: boolean;
  onToggle(): void;
}

/** Why a report is shown: one sentence, and on demand what it was made from. */
export function ReportReason({ reason, score, evidence, headline, open, onToggle }: ReportReasonProps) {
  const { t } = useMessages();
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
        {open && <Details reason={reason} score={score} evidence={evidence} />}
      </dl>
    </div>
  );
}

function Details({ reason, score, evidence }: Pick<ReportReasonProps, 'reason' | 'score' | 'evidence'>) {
  const messages = useMessages();
  const { t } = messages;
  const hundredth = (part: number): string => messages.count(Math.round(part * 100));
  const spans = reason.topics.flatMap(({ id }) => evidence[id]?.[0] ?? []).slice(0, MOST_SPANS);
  return (
    <>
      {reason.topics.length > 0 && (
        <Fact name={t('whyTopics')}>
          {messages.list(reason.topics.map((topic) => (topic.inBothHeadlines ? t('whyInHeadlines', topic.label) : topic.label)))}
        </Fact>
      )}
      {spans.length > 0 && (
        <Fact name={t('whySpans')}>
          {spans.map((phrase, index) => (
            <EvidenceQuote key={index} phrase={phrase} />
          ))}
        </Fact>
      )}
      {reason.terms.length > 0 && <Fact name={t('whyTerms')}>{messages.list(reason.terms)}</Fact>}
      <Fact name={t('whyDates')}>{describeDays(reason.days, messages)}</Fact>
      <Fact name={t('whyScore')}>{t('whyScoreValue', hundredth(score))}</Fact>
      <Fact name={t('whyParts')}>
        {t('whyPartsValue', hundredth(reason.parts.words ?? 0), hundredth(reason.parts.topics ?? 0), hundredth(reason.parts.names ?? 0))}
      </Fact>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
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
