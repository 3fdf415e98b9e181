import type { QueryMark } from '../search/query-tree.ts';
import type { Store } from '../store/store.ts';

/** Ids of the reports with a mark: what the user did with them. Every list is read once and when first asked. */
export interface MarkedReports {
  ids(mark: QueryMark): Promise<string[]>;
  /** Those that carry a tag, compared folded. */
  tagged(tag: string): Promise<string[]>;
}

/** The store's marks. */
export function markedReports(store: Store): MarkedReports {
  let pins: ReturnType<Store['listPins']> | null = null;
  return {
    async ids(mark) {
      if (mark === 'saved') return (await store.listSaves()).map(({ id }) => id);
      // Pins have neither notes nor tags yet.
      if (mark === 'note') return [];
      pins ??= store.listPins();
      return (await pins).filter(({ state }) => mark === 'pinned' || state === mark).map(({ id }) => id);
    },
    tagged: async () => [],
  };
}
