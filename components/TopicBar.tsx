import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type DetectedTopic, isOwnTopic } from '../lib/core/topic.ts';
import type { EvidencePhrase } from '../lib/messaging/protocol.ts';
import { useFocusAfter } from './hooks/use-focus-after.ts';
import { useMessages } from './hooks/use-messages.ts';
import { TopicChip } from './TopicChip.tsx';

/** Topics shown before "more": at most this many, and no more than fit into two lines, so that the head keeps its height. */
const FIRST = 6;
const LINES = 2;
/** Long enough that crossing a chip opens nothing. */
const HOVER_MS = 180;

/** Props of {@link TopicBar}. */
export interface TopicBarProps {
  topics: DetectedTopic[];
  evidence: Record<string, EvidencePhrase[]>;
  selected: string | null;
  /** Ids of topics the reader follows. */
  followed: readonly string[];
  onSelect(topicId: string | null): void;
  onNotTopic(topic: DetectedTopic): void;
  onAlias(topic: DetectedTopic, alias: string): void;
  onSameAs(topic: DetectedTopic, other: string): void;
}

/** The page's topics, main ones first. Pointing at, focusing or pressing one shows where the page names it. */
export function TopicBar({ topics, evidence, selected, followed, onSelect, onNotTopic, onAlias, onSameAs }: TopicBarProps) {
  const { t, count } = useMessages();
  const [open, setOpen] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const bar = useRef<HTMLElement>(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  /** A name is being typed: only the reader closes that. */
  const isTyping = (): boolean => bar.current?.querySelector('form') != null;

  // What the reader made a topic is looked for, also where the page names it in passing.
  const rank = ({ id, main }: DetectedTopic) => (main ? 2 : Number(isOwnTopic(id)));
  const ordered = [...topics].sort((a, b) => rank(b) - rank(a) || b.salience - a.salience);
  const [room, setRoom] = useState({ fit: FIRST });
  const { fit } = room;
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    const chip = list.current?.querySelector<HTMLElement>('.chip')?.offsetHeight ?? 0;
    if (all || chip === 0 || fit <= 1) return;
    if ((list.current?.offsetHeight ?? 0) > (LINES + 0.9) * chip) setRoom({ fit: fit - 1 });
  }, [all, room]);
  useLayoutEffect(() => {
    const element = list.current!;
    let width = element.offsetWidth;
    const observer = new ResizeObserver(() => {
      if (element.offsetWidth === width) return;
      width = element.offsetWidth;
      setRoom({ fit: FIRST });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const leaving = useFocusAfter(list, 'data-topic', topics);
  // The chip that takes the place of one that went has the focus, but nobody asked for its evidence.
  const quiet = useRef(false);
  useEffect(() => {
    quiet.current = false;
  }, [topics]);
  const leave = (id: string): void => {
    leaving(id);
    quiet.current = true;
  };
  const shown = all ? ordered : ordered.slice(0, fit);
  const later = (next: string | null): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(next), HOVER_MS);
  };
  const now = (next: string | null): void => {
    clearTimeout(timer.current);
    setOpen(next);
  };

  useLayoutEffect(() => {
    if (open === null) return;
    // Opened by pointing: the focus is elsewhere, and the key is not heard here.
    function onEscape(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || bar.current?.contains(document.activeElement)) return;
      event.preventDefault();
      now(null);
    }
    document.addEventListener('keydown', onEscape, true);
    return () => document.removeEventListener('keydown', onEscape, true);
  }, [open]);

  return (
    <section
      ref={bar}
      class="topics-bar"
      aria-label={t('topics')}
      onPointerLeave={(event) => {
        // A chip pressed with the mouse keeps the focus; only the keyboard's focus holds the evidence open.
        if (event.pointerType === 'mouse' && !bar.current?.querySelector(':focus-visible') && !isTyping()) later(null);
      }}
      onFocusOut={(event) => {
        // Whoever goes to another window comes back to what was open.
        if (document.hasFocus() && !(event.relatedTarget instanceof Node && bar.current?.contains(event.relatedTarget))) now(null);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || open === null) return;
        event.preventDefault();
        bar.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
        now(null);
      }}
    >
      <ul ref={list} class={all ? 'topics topics-all' : 'topics'}>
        {shown.map((topic) => (
          <TopicChip
            key={topic.id}
            topic={topic}
            phrases={evidence[topic.id] ?? []}
            others={ordered.flatMap((other) => (other.id === topic.id ? [] : [other.label]))}
            selected={selected === topic.id}
            followed={followed.includes(topic.id)}
            open={open === topic.id}
            onPoint={() => isTyping() || later(topic.id)}
            onFocus={() => quiet.current || now(topic.id)}
            onPress={() => {
              now(topic.id);
              onSelect(selected === topic.id ? null : topic.id);
            }}
            onNotTopic={() => {
              leave(topic.id);
              now(null);
              onNotTopic(topic);
            }}
            onAlias={(alias) => onAlias(topic, alias)}
            onSameAs={(other) => onSameAs(topic, other)}
          />
        ))}
        {ordered.length > shown.length || (all && ordered.length > fit) ? (
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
