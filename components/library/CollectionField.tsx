import { useEffect, useId, useState } from 'preact/hooks';
import { actionFailureText } from '../failure-text.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import type { CollectionRow, PinsData } from '../pins-data.ts';

/** Puts reports into a collection by its name: a known one, or a new one of that name. */
export function CollectionField({ data, articleIds, label }: { data: PinsData; articleIds: string[]; label: string }) {
  const { feedback } = useSurface();
  const { t, n } = useMessages();
  const listId = useId();
  const [rows, setRows] = useState<CollectionRow[]>([]);
  const [typed, setTyped] = useState('');
  useEffect(() => {
    void data.listCollections().then((answer) => answer.ok && setRows(answer.value));
  }, [data]);

  async function add(): Promise<void> {
    const name = typed.trim();
    if (name === '') return;
    const known = rows.find(({ collection }) => collection.name.toLowerCase() === name.toLowerCase())?.collection;
    const made = known === undefined ? await data.addCollection(name, null, null) : null;
    if (made?.ok === false) return feedback.tell(t(actionFailureText(made.error, 'actionFailed')));
    const collection = known ?? made!.value;
    const added = await data.addToCollection(collection.id, articleIds);
    if (!added.ok) return feedback.tell(t(actionFailureText(added.error, 'actionFailed')));
    setTyped('');
    const again = await data.listCollections();
    if (again.ok) setRows(again.value);
    feedback.tell(n('collectionAdded', added.value.value, collection.name), added.value.undo);
  }

  return (
    <form
      class="collection-field"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <input
        type="text"
        dir="auto"
        list={listId}
        maxLength={200}
        aria-label={t('collectionAddTo', label)}
        placeholder={t('collectionPlaceholder')}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="submit" class="text-button">
        {t('collectionAdd')}
      </button>
      <datalist id={listId}>
        {rows
          .filter(({ collection }) => collection.query === null)
          .map(({ collection }) => (
            <option key={collection.id} value={collection.name} />
          ))}
      </datalist>
    </form>
  );
}
