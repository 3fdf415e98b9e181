import { useId, useState } from 'preact/hooks';
import { cleanTag } from '../../lib/core/tags.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { Icon } from '../icons/Icon.tsx';

/** Props of {@link TagField}. */
export interface TagFieldProps {
  /** What is tagged, for names. */
  label: string;
  tags: string[];
  /** Tags there are, most used first, to complete from. */
  known: string[];
  onAdd(tag: string): void;
  onRemove(tag: string): void;
}

/** Tags with a way to take each away, and a field that completes from those there are. Enter or a comma ends a tag. */
export function TagField({ label, tags, known, onAdd, onRemove }: TagFieldProps) {
  const { t } = useMessages();
  const listId = useId();
  const [typed, setTyped] = useState('');
  function add(text: string): void {
    setTyped('');
    const tag = cleanTag(text);
    if (tag !== null) onAdd(tag);
  }
  return (
    <div class="tag-field">
      {tags.length > 0 && (
        <ul class="tags" aria-label={t('tagsOf', label)}>
          {tags.map((tag) => (
            <li key={tag}>
              <bdi>{tag}</bdi>
              <button type="button" class="icon-button" aria-label={t('tagRemove', tag)} onClick={() => onRemove(tag)}>
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        type="text"
        dir="auto"
        list={listId}
        maxLength={100}
        data-tag-input
        aria-label={t('tagAdd', label)}
        placeholder={t('tagPlaceholder')}
        value={typed}
        onInput={(event) => {
          const { value } = event.currentTarget;
          if (value.includes(',')) for (const part of value.split(',')) add(part);
          else setTyped(value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') add(typed);
          if (event.key === 'Backspace' && typed === '' && tags.length > 0) onRemove(tags.at(-1)!);
        }}
        onBlur={() => add(typed)}
      />
      <datalist id={listId}>
        {known.slice(0, 100).map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </div>
  );
}
