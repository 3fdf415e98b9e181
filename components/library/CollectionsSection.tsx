import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Result } from '../../lib/core/result.ts';
import { actionFailureText } from '../failure-text.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { PageNotice } from '../PageNotice.tsx';
import type { CollectionRow, PinsData } from '../pins-data.ts';
import { ReportSkeleton } from '../ReportSkeleton.tsx';
import { StoreFailure } from '../StoreFailure.tsx';
import { CollectionDetail } from './CollectionDetail.tsx';
import { CollectionForm } from './CollectionForm.tsx';
import { noteBeginning } from './note-beginning.ts';

/** All collections with those in them, or one of them (`id`). */
export function CollectionsSection({ data, id }: { data: PinsData; id: string | null }) {
  const { feedback } = useSurface();
  const { t } = useMessages();
  const [answer, setAnswer] = useState<Result<CollectionRow[]> | null>(null);
  const load = useCallback(async () => setAnswer(await data.listCollections()), [data]);
  useEffect(() => void load(), [load]);

  if (answer === null) return <ReportSkeleton rows={3} />;
  if (!answer.ok) return <StoreFailure error={answer.error} />;
  const rows = answer.value;
  const row = rows.find(({ collection }) => collection.id === id);
  if (row !== undefined) return <CollectionDetail key={id} data={data} row={row} rows={rows} onChanged={load} />;

  async function add(name: string, query: string | null): Promise<boolean> {
    const added = await data.addCollection(name, null, query);
    if (!added.ok) feedback.tell(t(actionFailureText(added.error, 'actionFailed')));
    await load();
    return added.ok;
  }

  const top = rows.filter(({ collection }) => collection.parentId === null);
  return (
    <>
      {id !== null && (
        <p class="none" role="alert">
          {t('collectionGone')}
        </p>
      )}
      <CollectionForm onAdd={add} withQuery />
      {rows.length === 0 && <PageNotice icon="file" title={t('collectionsEmpty')} text={t('collectionsEmptyText')} />}
      <ul class="collections">
        {top.map((each) => (
          <li key={each.collection.id}>
            <CollectionLink row={each} />
            <CollectionTree rows={rows.filter(({ collection }) => collection.parentId === each.collection.id)} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Collections that stand in another one. */
export function CollectionTree({ rows }: { rows: CollectionRow[] }) {
  if (rows.length === 0) return null;
  return (
    <ul class="collections">
      {rows.map((row) => (
        <li key={row.collection.id}>
          <CollectionLink row={row} />
        </li>
      ))}
    </ul>
  );
}

function CollectionLink({ row }: { row: CollectionRow }) {
  const { t, n } = useMessages();
  const { collection, items, description } = row;
  return (
    <>
      <h2 class="headline">
        <a href={`#collections/${encodeURIComponent(collection.id)}`} dir="auto">
          {collection.name}
        </a>
      </h2>
      <p class="meta">
        {collection.query === null ? n('collectionCount', items) : t('collectionLiving', collection.query)}
        {description !== null && <span dir="auto"> · {noteBeginning(description.text)}</span>}
      </p>
    </>
  );
}
