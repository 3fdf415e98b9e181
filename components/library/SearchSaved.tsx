import { useEffect, useState } from 'preact/hooks';
import type { Collection } from '../../lib/core/library.ts';
import { withWholeWords } from '../../lib/core/whole-words.ts';
import { actionFailureText } from '../failure-text.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { Icon } from '../icons/Icon.tsx';
import type { PinsData } from '../pins-data.ts';
import { searchHash } from './route.ts';

type SavedData = Pick<PinsData, 'addCollection' | 'trashCollection' | 'listCollections'>;

/** Keeps a search as a collection: the reports it finds, whenever it is looked at. Its words are its name, until it gets another there. */
export function SaveSearch({ data, query }: { data: SavedData; query: string }) {
  const { feedback } = useSurface();
  const { t } = useMessages();

  async function save(): Promise<void> {
    const words = withWholeWords(query);
    const added = await data.addCollection(words, null, words);
    if (!added.ok) return feedback.tell(t(actionFailureText(added.error, 'actionFailed')));
    feedback.tell(t('searchKept'), async () => (await data.trashCollection(added.value.id)).ok);
  }

  return (
    <button type="button" class="text-button" onClick={() => void save()}>
      <Icon name="pin" />
      {t('searchKeep')}
    </button>
  );
}

/** The searches that were kept, each a link to its answer; nothing while there is none. */
export function SavedSearches({ data }: { data: SavedData }) {
  const { t } = useMessages();
  const [kept, setKept] = useState<Collection[]>([]);
  useEffect(() => {
    void data.listCollections().then((answer) => {
      if (answer.ok) setKept(answer.value.map(({ collection }) => collection).filter(({ query }) => query !== null));
    });
  }, [data]);
  if (kept.length === 0) return null;
  return (
    <section class="saved-searches">
      <h2>{t('searchesKept')}</h2>
      <ul>
        {kept.map(({ id, name, query }) => (
          <li key={id}>
            <a href={searchHash(query ?? '', false)} dir="auto">
              {name}
            </a>
            {name !== query && <code dir="auto">{query}</code>}
          </li>
        ))}
      </ul>
    </section>
  );
}
