import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useMessages } from './hooks/use-messages.ts';

/** Longer names than any; the background says what can be used. */
const MOST_CHARACTERS = 100;

/** Props of {@link TopicNames}. */
export interface TopicNamesProps {
  label: string;
  /** Names of other topics, to choose from. */
  others: string[];
  /** False for a pair of countries, which is named by the two. */
  canBeNamed: boolean;
  /** Left out where no page is open whose phrases would not mean it. */
  onNotTopic?: () => void;
  onAlias(alias: string): void;
  onSameAs(other: string): void;
  /** Further actions, before these. */
  children?: ComponentChildren;
}

type Form = 'alias' | 'same';

/** What the reader may correct about a topic: that it is none, a further name, or that it is another one. */
export function TopicNames({ label, others, canBeNamed, children, ...on }: TopicNamesProps) {
  const { t } = useMessages();
  const [form, setForm] = useState<Form | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const openers = { alias: useRef<HTMLButtonElement>(null), same: useRef<HTMLButtonElement>(null) };
  const [fieldId, listId] = [useId(), useId()];
  useEffect(() => {
    // The detail scrolls: its buttons come into view with the field.
    field.current?.form?.scrollIntoView({ block: 'nearest' });
    field.current?.focus({ preventScroll: true });
  }, [form]);

  function close(): void {
    if (form !== null) openers[form].current?.focus();
    setForm(null);
  }

  return (
    <>
      <div class="topic-actions">
        {children}
        {on.onNotTopic && (
          <button type="button" class="text-button" onClick={on.onNotTopic}>
            {t('notTopic')}
          </button>
        )}
        {canBeNamed && (
          <button
            type="button"
            class="text-button"
            ref={openers.alias}
            aria-expanded={form === 'alias'}
            onClick={() => setForm(form === 'alias' ? null : 'alias')}
          >
            {t('alsoCalled')}
          </button>
        )}
        <button
          type="button"
          class="text-button"
          ref={openers.same}
          aria-expanded={form === 'same'}
          onClick={() => setForm(form === 'same' ? null : 'same')}
        >
          {t('sameAs')}
        </button>
      </div>
      {form !== null && (
        <form
          class="topic-form"
          onSubmit={(event) => {
            event.preventDefault();
            const typed = field.current?.value.trim() ?? '';
            if (typed === '') return field.current?.focus();
            close();
            if (form === 'alias') on.onAlias(typed);
            else on.onSameAs(typed);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            // The detail stays open: one step back at a time.
            event.stopPropagation();
            event.preventDefault();
            close();
          }}
        >
          <label for={fieldId} dir="auto">
            {t(form === 'alias' ? 'alsoCalledLabel' : 'sameAsLabel', label)}
          </label>
          <input
            key={form}
            ref={field}
            id={fieldId}
            type="text"
            dir="auto"
            maxLength={MOST_CHARACTERS}
            autoComplete="off"
            spellcheck={false}
            list={form === 'same' ? listId : undefined}
          />
          {form === 'same' && (
            <datalist id={listId}>
              {others.map((other) => (
                <option key={other} value={other} />
              ))}
            </datalist>
          )}
          <button type="submit" class="button">
            {t('save')}
          </button>
          <button type="button" class="text-button" onClick={close}>
            {t('cancel')}
          </button>
        </form>
      )}
    </>
  );
}
