import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { countTags } from '../../lib/core/tags.ts';
import type { Pin } from '../../lib/core/user-data.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { usePinKeys } from '../hooks/use-pin-keys.ts';
import { usePinList } from '../hooks/use-pin-list.ts';
import { usePinNews } from '../hooks/use-pin-news.ts';
import { useKeptScroll, useViewState } from '../hooks/use-view-state.ts';
import { PageNotice } from '../PageNotice.tsx';
import type { PinsData } from '../pins-data.ts';
import { ReportSkeleton } from '../ReportSkeleton.tsx';
import { StoreFailure } from '../StoreFailure.tsx';
import { PinBulk } from './PinBulk.tsx';
import { PinDetails } from './PinDetails.tsx';
import { PinFilters } from './PinFilters.tsx';
import { PinRow } from './PinRow.tsx';
import { FIRST_VIEW, PINS_A_PAGE, shownPins, stateCounts } from './pin-view.ts';

/** Props of {@link PinsSection}. */
export interface PinsSectionProps {
  data: PinsData;
  /** What is typed to find a pin: kept by the page, so that it is still there after a look at one, and nowhere else. */
  words: string;
  onWords(words: string): void;
}

/** All pins: filtered by words, state and tag, in an order of the reader's, changed one by one or several at once. */
export function PinsSection({ data, words, onWords }: PinsSectionProps) {
  const { t, n, locale } = useMessages();
  const { feedback } = useSurface();
  const list = usePinList(data);
  const [view, setView] = useViewState('pins', FIRST_VIEW);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<{ id: string; at: 'note' | 'tags' | null } | null>(null);
  const dragged = useRef<string | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLLIElement>(null);

  const all = list.pins;
  const found = useMemo(
    () => shownPins(all ?? [], view, words, locale, list.notes),
    [all, view.state, view.tag, view.sort, words, locale, list.notes],
  );
  const rows = useMemo(() => found.slice(0, view.drawn), [found, view.drawn]);
  const tags = useMemo(() => countTags(all ?? []), [all]);
  const known = useMemo(() => tags.map(({ tag }) => tag), [tags]);
  const news = usePinNews(data, list.isWhole ? rows : null);
  const chosen = useMemo(() => found.filter(({ id }) => selected.has(id)), [found, selected]);
  useKeptScroll(list.isWhole);

  // The end of the list comes near: more rows, before the reader is there.
  useEffect(() => {
    if (end.current === null || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setView({ drawn: view.drawn + PINS_A_PAGE }),
      { rootMargin: '1000px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [view.drawn, found.length, setView]);

  const pinOf = (id: string): Pin | undefined => all?.find((pin) => pin.id === id);
  const isByHand = view.sort === 'hand';

  function select(id: string): void {
    setSelected((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]));
  }

  /** The row that follows gets the focus: the reader goes on from there. */
  function trash(id: string): void {
    const at = rows.findIndex((pin) => pin.id === id);
    const next = rows[at + 1] ?? rows[at - 1];
    const hadFocus = rowOf(id)?.contains(document.activeElement) === true;
    void list.trash([id]).then((done) => {
      if (done && hadFocus && next !== undefined) focusHeadline(next.id);
    });
  }

  /** Places count in what is shown: a filter leaves the order of the others as it is. */
  async function move(id: string, by: -1 | 1 | 'first'): Promise<void> {
    if (!isByHand) return feedback.tell(t('moveOtherOrder'));
    const at = found.findIndex((pin) => pin.id === id);
    const to = by === 'first' ? 0 : at + by;
    if (at < 0 || to < 0 || to >= found.length || to === at) return;
    const others = found.filter((pin) => pin.id !== id);
    await list.move(id, to === 0 ? null : others[to - 1]!.id);
    focusHeadline(id);
  }

  async function drop(onId: string): Promise<void> {
    const id = dragged.current;
    dragged.current = null;
    if (id === null || id === onId) return;
    const [from, to] = [found.findIndex((pin) => pin.id === id), found.findIndex((pin) => pin.id === onId)];
    await list.move(id, from < to ? onId : (found[to - 1]?.id ?? null));
  }

  function rowOf(id: string): HTMLElement | null {
    return [...(root.current?.querySelectorAll<HTMLElement>('[data-pin]') ?? [])].find((row) => row.dataset.pin === id) ?? null;
  }

  function focusHeadline(id: string): void {
    requestAnimationFrame(() => rowOf(id)?.querySelector<HTMLElement>('[data-headline]')?.focus());
  }

  function close(): void {
    if (open !== null) focusHeadline(open.id);
    setOpen(null);
  }

  function setState(pin: Pin | undefined, state: Pin['state']): void {
    if (pin !== undefined) void list.change([pin.id], { state }, n('pinsMarked', 1, t(`state_${state}`)));
  }

  usePinKeys(root, {
    onSelect: select,
    onSelectAll: () => setSelected(chosen.length === found.length ? new Set() : new Set(found.map(({ id }) => id))),
    onEdit: (id, at) => setOpen({ id, at }),
    onRead: (id) => {
      window.location.hash = `read/${encodeURIComponent(id)}`;
    },
    onToggleRead: (id) => setState(pinOf(id), pinOf(id)?.state === 'read' ? 'unread' : 'read'),
    onArchive: (id) => setState(pinOf(id), pinOf(id)?.state === 'archived' ? 'unread' : 'archived'),
    onTrash: trash,
    onMove: (id, by) => void move(id, by),
    onEscape() {
      if (open !== null) close();
      else if (selected.size > 0) setSelected(new Set());
      else return false;
      return true;
    },
  });

  if (list.error !== null) return <StoreFailure error={list.error} />;
  if (all === null && !list.isWhole) return <ReportSkeleton rows={4} />;
  if (all === null || all.length === 0) {
    return (
      <PageNotice icon="pin" title={t('pinsEmpty')} text={t('pinsEmptyText')}>
        {list.trashed > 0 && <a href="#trash">{t('trashLink', String(list.trashed))}</a>}
      </PageNotice>
    );
  }
  return (
    <div ref={root}>
      <PinFilters
        view={view}
        words={words}
        counts={stateCounts(all)}
        tags={tags}
        shown={found.length}
        trashed={list.trashed}
        onView={setView}
        onWords={onWords}
      />
      {chosen.length > 0 && <PinBulk data={data} list={list} pins={chosen} known={known} onClear={() => setSelected(new Set())} />}
      {found.length === 0 && <p class="none">{t('pinsNoMatch')}</p>}
      <ul class="pins">
        {rows.map((pin) => (
          <PinRow
            key={pin.id}
            pin={pin}
            note={list.notes.get(pin.id) ?? null}
            news={news.get(pin.id) ?? 0}
            isSelected={selected.has(pin.id)}
            isOpen={open?.id === pin.id}
            drag={isByHand ? { onStart: () => (dragged.current = pin.id), onDrop: () => void drop(pin.id) } : null}
            details={(id) => (
              <PinDetails
                data={data}
                id={id}
                pin={pin}
                note={list.notes.get(pin.id) ?? null}
                known={known}
                at={open?.at ?? null}
                onTags={(change) => void list.change([pin.id], change, t('tagsChanged'))}
                onNote={(note) => list.setNote(pin.id, note)}
                onMove={isByHand ? (by) => void move(pin.id, by) : null}
                onClose={close}
              />
            )}
            onSelect={() => select(pin.id)}
            onToggle={() => setOpen(open?.id === pin.id ? null : { id: pin.id, at: null })}
            onTag={(tag) => setView({ tag, drawn: PINS_A_PAGE })}
            onUnpin={() => trash(pin.id)}
            onState={(state) => setState(pin, state)}
          />
        ))}
        {rows.length < found.length && (
          <li ref={end} class="pins-more">
            <button type="button" class="button" onClick={() => setView({ drawn: view.drawn + PINS_A_PAGE })}>
              {n('pinsShowMore', Math.min(PINS_A_PAGE, found.length - rows.length))}
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}
