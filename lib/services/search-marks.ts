import type { Note } from '../core/library.ts';
import type { Pin } from '../core/user-data.ts';
import type { QueryMark } from '../search/query-tree.ts';
import type { Store } from '../store/store.ts';
import { fold } from '../text/fold.ts';

/** Ids of the reports with a mark: what the user did with them. Pins are read once, and when first asked. */
export interface MarkedReports {
  ids(mark: QueryMark): Promise<string[]>;
  /** Pins that carry a tag, compared folded. */
  tagged(tag: string): Promise<string[]>;
}

/** The store's marks. */
export function markedReports(store: Store): MarkedReports {
  let reading: Promise<Pin[]> | null = null;
  const pins = (): Promise<Pin[]> => {
    reading ??= store.listPins();
    return reading;
  };
  return {
    async ids(mark) {
      if (mark === 'saved') return (await store.listSaves()).map(({ id }) => id);
      if (mark === 'note') return notedReports(store);
      return (await pins()).filter(({ state }) => mark === 'pinned' || state === mark).map(({ id }) => id);
    },
    async tagged(tag) {
      const wanted = fold(tag);
      return (await pins()).filter(({ tags }) => tags.some((own) => fold(own) === wanted)).map(({ id }) => id);
    },
  };
}

/** A report has a note on its pin, or on its place in a collection. */
async function notedReports(store: Store): Promise<string[]> {
  const [onPins, onItems, items] = await Promise.all([
    store.listRows('notes', 'pin '),
    store.listRows('notes', 'item '),
    store.listRows('collectionItems'),
  ]);
  const reportOf = new Map(items.map(({ id, articleId }) => [id, articleId]));
  return [
    ...onPins.filter(isWritten).map(({ id }) => id.slice('pin '.length)),
    ...onItems.filter(isWritten).flatMap(({ id }) => reportOf.get(id.slice('item '.length)) ?? []),
  ];
}

function isWritten({ text, draft }: Note): boolean {
  return text.trim() !== '' || (draft ?? '').trim() !== '';
}
