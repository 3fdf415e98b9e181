import { useState } from 'preact/hooks';
import { useMessages } from '../hooks/use-messages.ts';

/** Makes a collection, or one within another (without a search): its name and, for a living one, the search whose reports it shows. What was typed stays where it could not be made. */
export function CollectionForm({ onAdd, withQuery }: { onAdd(name: string, query: string | null): Promise<boolean>; withQuery: boolean }) {
  const { t } = useMessages();
  const label = t(withQuery ? 'collectionName' : 'collectionNameWithin');
  const [name, setName] = useState('');
  const [query, setQuery] = useState('');
  return (
    <form
      class="tools"
      onSubmit={async (event) => {
        event.preventDefault();
        if (name.trim() === '' || !(await onAdd(name, query.trim() || null))) return;
        setName('');
        setQuery('');
      }}
    >
      <input
        type="text"
        dir="auto"
        maxLength={200}
        aria-label={label}
        placeholder={label}
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      {withQuery && (
        <input
          type="text"
          dir="auto"
          maxLength={1000}
          aria-label={t('collectionQuery')}
          placeholder={t('collectionQuery')}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      )}
      <button type="submit" class="button">
        {t('collectionMake')}
      </button>
    </form>
  );
}
