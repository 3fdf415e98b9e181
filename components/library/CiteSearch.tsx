import { useRef } from 'preact/hooks';
import type { FoundIds, SearchAnswer, SearchOrder } from '../../lib/core/search-answer.ts';
import { actionFailureText } from '../failure-text.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { CiteButton } from './CiteButton.tsx';

/** Reports cited at once at most: more would fill the memory of the page, and no list of references has them. */
const MOST = 10_000;

/** Cites all that a search finds, not only what is shown; its words and how many match go into the method note. */
export function CiteSearch({ answer, order }: { answer: SearchAnswer; order: SearchOrder }) {
  const { client, feedback } = useSurface();
  const { t } = useMessages();
  const found = useRef<FoundIds | null>(null);
  const { query, corrected } = answer;
  return (
    <CiteButton
      of={query}
      reports={async () => {
        const all = await client.searchIds({ query, limit: MOST, order });
        if (all.ok) found.current = all.value;
        else feedback.tell(t(actionFailureText(all.error, 'actionFailed')));
        return all.ok ? all.value.ids : null;
      }}
      subject={() => {
        const { total, atLeast, notices } = found.current ?? answer;
        const some = notices.some(({ code }) => code === 'someWords');
        return { kind: 'search', query: corrected ?? query, total, atLeast, some, order };
      }}
    />
  );
}
