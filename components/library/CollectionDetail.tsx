import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ArticleRow } from '../../lib/core/coverage.ts';
import { noteId } from '../../lib/core/library.ts';
import type { Result } from '../../lib/core/result.ts';
import { actionFailureText } from '../failure-text.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useFocusAfter } from '../hooks/use-focus-after.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { usePins } from '../hooks/use-report-actions.ts';
import { useRowKeys } from '../hooks/use-row-keys.ts';
import { useKeptScroll } from '../hooks/use-view-state.ts';
import type { CollectionRow, Done, ItemRow, PinsData } from '../pins-data.ts';
import { ReportSkeleton } from '../ReportSkeleton.tsx';
import { StoreFailure } from '../StoreFailure.tsx';
import { CiteButton } from './CiteButton.tsx';
import { CollectionForm } from './CollectionForm.tsx';
import { CollectionItemRow } from './CollectionItemRow.tsx';
import { CollectionTree } from './CollectionsSection.tsx';
import { LivingItems } from './LivingItems.tsx';
import { NoteEditor } from './NoteEditor.tsx';

/** Props of {@link CollectionDetail}. */
export interface CollectionDetailProps {
  data: PinsData;
  row: CollectionRow;
  /** All collections. */
  rows: CollectionRow[];
  onChanged(): Promise<void>;
}

/** One collection: name, description, what stands in it, its reports in order with a note on each. */
export function CollectionDetail({ data, row, rows, onChanged }: CollectionDetailProps) {
  const { feedback } = useSurface();
  const { t } = useMessages();
  const { collection, description } = row;
  const [answer, setAnswer] = useState<Result<ItemRow[]> | null>(null);
  const pins = usePins();
  const root = useRef<HTMLElement>(null);
  const list = useRef<HTMLUListElement>(null);
  /** Reports of the search that fills it, as far as they are known. */
  const [found, setFound] = useState<ArticleRow[]>([]);
  const onRows = useCallback((more: ArticleRow[]) => setFound((before) => [...before, ...more]), []);
  const load = useCallback(async () => setAnswer(await data.listItems(collection.id)), [data, collection.id]);
  useEffect(() => void load(), [load]);
  useKeptScroll(answer !== null);
  const leaving = useFocusAfter(list, 'data-item', answer);
  useRowKeys(root, [...(answer?.ok ? answer.value.map(({ item }) => item.article) : []), ...found], pins);

  /** Shows what was done, and offers to take it back. */
  async function tell(done: Result<Done<unknown>>, text: string): Promise<boolean> {
    if (!done.ok) {
      feedback.tell(t(actionFailureText(done.error, 'actionFailed')));
      return false;
    }
    await Promise.all([load(), onChanged()]);
    feedback.tell(text, async () => {
      const isUndone = await done.value.undo();
      await Promise.all([load(), onChanged()]);
      return isUndone;
    });
    return true;
  }

  async function move(items: ItemRow[], at: number, by: -1 | 1): Promise<void> {
    const to = at + by;
    if (to < 0 || to >= items.length) return;
    const { id } = items[at]!.item;
    const others = items.filter(({ item }) => item.id !== id);
    await tell(await data.moveItem(id, to === 0 ? null : others[to - 1]!.item.id), t('pinMoved'));
    [...(list.current?.querySelectorAll<HTMLElement>('[data-item]') ?? [])]
      .find((each) => each.dataset.item === id)
      ?.querySelector<HTMLElement>('[data-headline]')
      ?.focus();
  }

  async function addWithin(name: string): Promise<boolean> {
    const added = await data.addCollection(name, collection.id, null);
    if (!added.ok) feedback.tell(t(actionFailureText(added.error, 'actionFailed')));
    await onChanged();
    return added.ok;
  }

  async function trash(): Promise<void> {
    const done = await data.trashCollection(collection.id);
    if (await tell(done, t('collectionTrashed', collection.name))) window.location.hash = 'collections';
  }

  const parent = rows.find((each) => each.collection.id === collection.parentId)?.collection;
  const within = rows.filter((each) => each.collection.parentId === collection.id);
  const parents = rows.filter((each) => each.collection.parentId === null && each.collection.id !== collection.id);
  return (
    <article ref={root} class="collection" aria-label={collection.name}>
      <nav class="crumbs" aria-label={t('collectionPath')}>
        <a href="#collections">{t('navCollections')}</a>
        {parent !== undefined && (
          <a href={`#collections/${encodeURIComponent(parent.id)}`} dir="auto">
            {parent.name}
          </a>
        )}
      </nav>
      <input
        type="text"
        dir="auto"
        class="collection-title"
        maxLength={200}
        aria-label={t('collectionName')}
        value={collection.name}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        onChange={async (event) => {
          const name = event.currentTarget.value;
          if (name.trim() === '') event.currentTarget.value = collection.name;
          else await tell(await data.changeCollection(collection.id, { name }), t('collectionRenamed'));
        }}
      />
      <NoteEditor
        data={data}
        id={noteId('collection', collection.id)}
        note={description}
        label={collection.name}
        onChanged={() => void onChanged()}
      />
      <div class="pin-more">
        {within.length === 0 && (
          <label>
            {t('collectionIn')}{' '}
            <select
              value={collection.parentId ?? ''}
              onChange={async (event) => {
                const parentId = event.currentTarget.value || null;
                await tell(await data.changeCollection(collection.id, { parentId }), t('pinMoved'));
              }}
            >
              <option value="">{t('collectionInNone')}</option>
              {parents.map((each) => (
                <option key={each.collection.id} value={each.collection.id}>
                  {each.collection.name}
                </option>
              ))}
            </select>
          </label>
        )}
        {answer?.ok && answer.value.length > 0 && (
          <CiteButton
            of={collection.name}
            reports={() => answer.value.map(({ item }) => item.articleId)}
            subject={() => ({ kind: 'collection', name: collection.name })}
          />
        )}
        <button type="button" class="text-button" onClick={() => void trash()}>
          {t('collectionTrash')}
        </button>
      </div>
      <CollectionTree rows={within} />
      {collection.parentId === null && <CollectionForm onAdd={addWithin} withQuery={false} />}
      {collection.query !== null && (
        <LivingItems
          query={collection.query}
          pins={pins}
          onRows={onRows}
          onQuery={async (query) => void (await tell(await data.changeCollection(collection.id, { query }), t('collectionQueryChanged')))}
        />
      )}
      {answer === null && <ReportSkeleton rows={3} />}
      {answer !== null && !answer.ok && <StoreFailure error={answer.error} />}
      {answer?.ok && answer.value.length === 0 && collection.query === null && <p class="none">{t('collectionNothing')}</p>}
      {answer?.ok && (
        <ul ref={list} class="pins">
          {answer.value.map((each, at) => (
            <CollectionItemRow
              key={each.item.id}
              data={data}
              row={each}
              pins={pins}
              onNote={() => void load()}
              onMove={(by) => void move(answer.value, at, by)}
              onRemove={async () => {
                leaving(each.item.id);
                await tell(await data.trashItems([each.item.id]), t('itemRemoved'));
              }}
            />
          ))}
        </ul>
      )}
    </article>
  );
}
