import { useId } from 'preact/hooks';
import type { DetectedTopic } from '../lib/core/topic.ts';
import type { EvidencePhrase } from '../lib/messaging/protocol.ts';
import { CourseButton } from './CourseButton.tsx';
import { EvidenceQuote } from './EvidenceQuote.tsx';
import { FollowButton } from './FollowButton.tsx';
import { type MessageName, useMessages } from './hooks/use-messages.ts';
import { TopicNames } from './TopicNames.tsx';

/** Props of {@link TopicChip}. */
export interface TopicChipProps {
  topic: DetectedTopic;
  phrases: EvidencePhrase[];
  /** Names of the page's other topics. */
  others: string[];
  selected: boolean;
  /** The reader follows it. */
  followed: boolean;
  open: boolean;
  onPoint(): void;
  onFocus(): void;
  onPress(): void;
  onNotTopic(): void;
  onAlias(alias: string): void;
  onSameAs(other: string): void;
}

/** A topic as a filter button, with the phrases on the page as its evidence. */
export function TopicChip({ topic, phrases, others, selected, followed, open, ...on }: TopicChipProps) {
  const { t, n } = useMessages();
  const panelId = useId();
  const noteId = useId();
  const named = topic.mentionCount ?? topic.mentions.length;
  const note = [topic.main ? t('topicMain') : '', named > 0 ? n('topicNamed', named) : ''].filter(Boolean).join(', ');
  return (
    <li class={open ? 'chip-item chip-item-open' : 'chip-item'} data-topic={topic.id}>
      <button
        type="button"
        class={topic.main ? 'chip chip-main' : 'chip'}
        aria-pressed={selected}
        aria-expanded={open}
        aria-controls={panelId}
        aria-describedby={noteId}
        onPointerEnter={(event) => event.pointerType === 'mouse' && on.onPoint()}
        onFocus={on.onFocus}
        onClick={on.onPress}
      >
        <bdi>{topic.label}</bdi>
      </button>
      <span id={noteId} hidden>
        {note}
      </span>
      {/* It takes the focus of a press on its text, which would else go to the page and close it. */}
      <section id={panelId} class="evidence" aria-label={t('evidenceFor', topic.label)} hidden={!open} tabIndex={-1}>
        {/* Made when it is asked for: closed, six of them would be half of what a popup has to draw first. */}
        {open && (
          <>
            <p class="evidence-head">
              <bdi class="evidence-name">{topic.label}</bdi>
              {' · '}
              {t(`kind_${topic.kind}`)}
              {note !== '' && ` · ${note}`}
            </p>
            {phrases.length === 0 && <p class="evidence-none">{t('evidenceNone')}</p>}
            <ul>
              {phrases.slice(0, 8).map((phrase, index) => (
                <li key={index}>
                  <span class="zone">
                    {t(`zone_${phrase.zone}`)}
                    {methodNote(phrase) !== null && <i>{t(methodNote(phrase) as MessageName)}</i>}
                  </span>
                  <EvidenceQuote phrase={phrase} />
                </li>
              ))}
            </ul>
            <TopicNames
              label={topic.label}
              others={others}
              canBeNamed={topic.kind !== 'relation'}
              onNotTopic={on.onNotTopic}
              onAlias={on.onAlias}
              onSameAs={on.onSameAs}
            >
              <FollowButton id={`#${topic.id}`} name={topic.label} followed={followed} class="text-button" />
              <CourseButton of="topic" id={topic.id} name={topic.label} class="text-button" />
            </TopicNames>
          </>
        )}
      </section>
    </li>
  );
}

function methodNote(phrase: EvidencePhrase): MessageName | null {
  if (phrase.method === 'fuzzy') return 'method_fuzzy';
  return phrase.method === 'transliterated' ? 'method_transliterated' : null;
}
