import type { Note } from '../core/library.ts';
import type { Pin } from '../core/user-data.ts';
import type { QueryMark } from '../search/query-tree.ts';
import type { Store } from '../store/store.ts';
import { nameKey } from '../text/name-key.ts';

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
      if (mark === 'note') return [...new Set((await notesOnReports(store)).map(({ articleId }) => articleId))];
      return (await pins()).filter(({ state }) => mark === 'pinned' || state === mark).map(({ id }) => id);
    },
    async tagged(tag) {
      const wanted = nameKey(tag);
      return (await pins()).filter(({ tags }) => tags.some((own) => nameKey(own) === wanted)).map(({ id }) => id);
    },
  };
}

/** Notes on reports, as they are typed by now: on a pin, or on a place in a collection. */
export async function notesOnReports(store: Store): Promise<{ articleId: string; text: string }[]> {
  const [onPins, onItems, items] = await Promise.all([
    store.listRows('notes', 'pin '),
    store.listRows('notes', 'item '),
    store.listRows('collectionItems'),
  ]);
  const reportOf = new Map(items.map(({ id, articleId }) => [id, articleId]));
  const noted = (articleId: string | undefined, { text, draft }: Note): { articleId: string; text: string }[] => {
    const typed = [text, draft === text ? null : draft].filter((part) => part !== null && part.trim() !== '').join('\n');
    return articleId === undefined || typed === '' ? [] : [{ articleId, text: typed }];
  };
  return [
    ...onPins.flatMap((note) => noted(note.id.slice('pin '.length), note)),
    ...onItems.flatMap((note) => noted(reportOf.get(note.id.slice('item '.length)), note)),
  ];
}
