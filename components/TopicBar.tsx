import { useEffect, useRef, useState } from 'preact/hooks';
import type { DetectedTopic } from '../lib/core/topic.ts';
import type { EvidencePhrase } from '../lib/messaging/protocol.ts';
import { useMessages } from './hooks/use-messages.ts';
import { TopicChip } from './TopicChip.tsx';

/** Topics shown before "more"; enough for two lines of the popup. */
const FIRST = 6;
/** Long enough that crossing a chip opens nothing. */
const HOVER_MS = 180;

/** Props of {@link TopicBar}. */
export interface TopicBarProps {
  topics: DetectedTopic[];
  evidence: Record<string, EvidencePhrase[]>;
  selected: string | null;
  onSelect(topicId: string | null): void;
  onNotTopic(topic: DetectedTopic): void;
}

/** The page's topics, main ones first. Pointing at, focusing or pressing one shows where the page names it. */
export function TopicBar({ topics, evidence, selected, onSelect, onNotTopic }: TopicBarProps) {
  const { t, count } = useMessages();
  const [open, setOpen] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const bar = useRef<HTMLElement>(null);
  useEffect(() => () => clearTimeout(timer.current), []);

  const ordered = [...topics].sort((a, b) => Number(b.main) - Number(a.main) || b.salience - a.salience);
  const shown = all ? ordered : ordered.slice(0, Math.max(FIRST, ordered.filter((topic) => topic.main).length));
  const later = (next: string | null): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(next), HOVER_MS);
  };
  const now = (next: string | null): void => {
    clearTimeout(timer.current);
    setOpen(next);
  };

  return (
    <section
      ref={bar}
      class="topics-bar"
      aria-label={t('topics')}
      onPointerLeave={(event) => {
        // A chip pressed with the mouse keeps the focus; only the keyboard's focus holds the evidence open.
        if (event.pointerType === 'mouse' && !bar.current?.querySelector(':focus-visible')) later(null);
      }}
      onFocusOut={(event) => {
        if (!(event.relatedTarget instanceof Node && bar.current?.contains(event.relatedTarget))) now(null);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || open === null) return;
        event.preventDefault();
        bar.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
        now(null);
      }}
    >
      <ul class="topics">
        {shown.map((topic) => (
          <TopicChip
            key={topic.id}
            topic={topic}
            phrases={evidence[topic.id] ?? []}
            selected={selected === topic.id}
            open={open === topic.id}
            onPoint={() => later(topic.id)}
            onFocus={() => now(topic.id)}
            onPress={() => {
              now(topic.id);
              onSelect(selected === topic.id ? null : topic.id);
            }}
            onNotTopic={() => {
              now(null);
              onNotTopic(topic);
            }}
          />
        ))}
        {ordered.length > shown.length || (all && ordered.length > FIRST) ? (
          <li>
            <button type="button" class="chip chip-more" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? t('topicsFewer') : t('topicsMore', count(ordered.length - shown.length))}
            </button>
          </li>
        ) : null}
      </ul>
    </section>
  );
}
