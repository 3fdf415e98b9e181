import { useRef } from 'preact/hooks';
import type { FoundIds, SearchAnswer, SearchOrder } from '../../lib/core/search-answer.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { CiteButton } from './CiteButton.tsx';

/** Reports cited at once at most: more would fill the memory of the page, and no list of references has them. */
const MOST = 10_000;

/** Cites all that a search finds, not only what is shown; its words and how many match go into the method note. */
export function CiteSearch({ answer, order }: { answer: SearchAnswer; order: SearchOrder }) {
  const { client } = useSurface();
  const found = useRef<FoundIds | null>(null);
  const { query, corrected, hits } = answer;
  return (
    <CiteButton
      of={query}
      reports={async () => {
        const all = await client.searchIds({ query, limit: MOST, order });
        found.current = all.ok ? all.value : null;
        return all.ok ? all.value.ids : hits.map(({ article }) => article.id);
      }}
      subject={() => {
        const { total, atLeast } = found.current ?? answer;
        return { kind: 'search', query: corrected ?? query, total, atLeast, order };
      }}
    />
  );
}
