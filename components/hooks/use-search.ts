import { useEffect, useRef, useState } from 'preact/hooks';
import type { SidelightError } from '../../lib/core/errors.ts';
import type { SearchAnswer } from '../../lib/messaging/protocol.ts';
import { useSurface } from './surface-context.ts';

/** Short enough to feel immediate, long enough to skip the letters of a fast typist. */
const DEBOUNCE_MS = 90;
const LIMIT = 30;
const DRAFT = 'search';

/** The search box's state. The last answer stays until the next one is there. */
export interface Search {
  query: string;
  setQuery(query: string): void;
  answer: SearchAnswer | null;
  error: SidelightError | null;
  /** True while the shown answer belongs to an earlier query. */
  pending: boolean;
}

/** Searches as the user types; what is typed survives closing the popup. Late answers to earlier queries are dropped. */
export function useSearch(open: boolean): Search {
  const { client, platform } = useSurface();
  const [query, setQuery] = useState('');
  const [answer, setAnswer] = useState<SearchAnswer | null>(null);
  const [error, setError] = useState<SidelightError | null>(null);
  const [pending, setPending] = useState(false);
  const touched = useRef(false);

  useEffect(() => {
    if (!open) return;
    void platform.readDraft(DRAFT).then((draft) => {
      if (!touched.current && draft !== '') setQuery(draft);
    });
  }, [open, platform]);

  useEffect(() => {
    const asked = query.trim();
    if (!open || asked === '') {
      setAnswer(null);
      setError(null);
      setPending(false);
      return;
    }
    let dropped = false;
    setPending(true);
    const timer = setTimeout(async () => {
      const result = await client.search({ query: asked, limit: LIMIT });
      if (dropped) return;
      setPending(false);
      setAnswer(result.ok ? result.value : null);
      setError(result.ok ? null : result.error);
    }, DEBOUNCE_MS);
    return () => {
      dropped = true;
      clearTimeout(timer);
    };
  }, [query, open, client]);

  return {
    query,
    setQuery(next) {
      touched.current = true;
      setQuery(next);
      platform.writeDraft(DRAFT, next);
    },
    answer,
    error,
    pending,
  };
}
