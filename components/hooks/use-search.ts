import { useEffect, useRef, useState } from 'preact/hooks';
import type { SidelightError } from '../../lib/core/errors.ts';
import type { SearchAnswer, SearchOrder } from '../../lib/core/search-answer.ts';
import { useSurface } from './surface-context.ts';

/** Short enough to feel immediate, long enough to skip the letters of a fast typist. */
const DEBOUNCE_MS = 90;
const DRAFT = 'search';

/** The search box's state. The last answer stays until the next one is there. */
export interface Search {
  query: string;
  setQuery(query: string): void;
  answer: SearchAnswer | null;
  error: SidelightError | null;
  /** True while the shown answer belongs to an earlier query. */
  pending: boolean;
  order: SearchOrder;
  setOrder(order: SearchOrder): void;
  /** False for words left by another page, which may be that page's, and for what is added to them: they are put in no address. */
  isOwn: boolean;
  /** Takes a query and order as they stand in an address. */
  show(query: string, order: SearchOrder): void;
}

/** How a surface searches. */
export interface SearchOptions {
  open: boolean;
  /** Answers wanted at most. */
  limit: number;
  /**
   * What becomes of the words kept for this browser session. `keep`: what is typed survives closing the popup. A number: words left
   * for this page are taken when it opens, and again whenever the number grows.
   */
  draft: 'keep' | number;
}

/** Searches as the user types. Late answers to earlier queries are dropped. */
export function useSearch({ open, limit, draft }: SearchOptions): Search {
  const { client, platform } = useSurface();
  const [query, setQuery] = useState('');
  const [answer, setAnswer] = useState<SearchAnswer | null>(null);
  const [error, setError] = useState<SidelightError | null>(null);
  const [pending, setPending] = useState(false);
  const [order, setOrder] = useState<SearchOrder>('best');
  const [isOwn, setIsOwn] = useState(true);
  const edits = useRef(0);
  const takenAt = useRef(-1);

  useEffect(() => {
    if (!open) return;
    // Coming back to a search of one's own, nothing new was left for it.
    if (draft === takenAt.current && query !== '') return;
    if (draft !== 'keep') takenAt.current = draft;
    const editsBefore = draft === 'keep' ? 0 : edits.current;
    void platform.readDraft(DRAFT).then((words) => {
      if (words === '' || edits.current > editsBefore) return;
      if (draft !== 'keep') platform.writeDraft(DRAFT, '');
      setIsOwn(false);
      setQuery(words);
    });
  }, [open, draft, platform]);

  useEffect(() => {
    // A blank at the end says that the last word is whole.
    const asked = query.trimStart();
    if (!open || asked === '') {
      setAnswer(null);
      setError(null);
      setPending(false);
      return;
    }
    let dropped = false;
    setPending(true);
    const timer = setTimeout(async () => {
      const result = await client.search({ query: asked, limit, ...(order === 'best' ? {} : { order }) });
      if (dropped) return;
      setPending(false);
      setAnswer(result.ok ? result.value : null);
      setError(result.ok ? null : result.error);
    }, DEBOUNCE_MS);
    return () => {
      dropped = true;
      clearTimeout(timer);
    };
  }, [query, open, limit, order, client]);

  return {
    query,
    setQuery(next) {
      edits.current += 1;
      if (next.trim() === '') setIsOwn(true);
      setQuery(next);
      if (draft === 'keep') platform.writeDraft(DRAFT, next);
    },
    answer,
    error,
    pending,
    order,
    setOrder,
    isOwn,
    show(next, nextOrder) {
      edits.current += 1;
      setIsOwn(true);
      setQuery(next);
      setOrder(nextOrder);
    },
  };
}
