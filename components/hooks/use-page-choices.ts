import { useState } from 'preact/hooks';

/** What the reader chose to see of one page: a topic to filter by, reports whose reason is unfolded. */
export interface PageChoices {
  filter: string | null;
  openWhy: ReadonlySet<string>;
  setFilter(topicId: string | null): void;
  toggleWhy(articleId: string): void;
}

const NONE: Pick<PageChoices, 'filter' | 'openWhy'> = { filter: null, openWhy: new Set() };

/** Choices belong to a page: under another key there are none yet, from the very first draw. */
export function usePageChoices(pageKey: string): PageChoices {
  const [kept, setKept] = useState({ pageKey, ...NONE });
  const current = kept.pageKey === pageKey ? kept : { pageKey, ...NONE };
  const { openWhy } = current;
  return {
    filter: current.filter,
    openWhy,
    setFilter: (filter) => setKept({ ...current, filter }),
    toggleWhy: (id) =>
      setKept({ ...current, openWhy: new Set(openWhy.has(id) ? [...openWhy].filter((other) => other !== id) : [...openWhy, id]) }),
  };
}
