import { useEffect, useRef, useState } from 'preact/hooks';
import type { SearchAnswer, SearchHit, SearchOrder } from '../../lib/core/search-answer.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import type { PinActions } from '../hooks/use-report-actions.ts';
import { ReportRow } from '../ReportRow.tsx';
import { ReportSkeleton } from '../ReportSkeleton.tsx';

/** Reports asked for, shown and taken away together. */
export const RESULTS_BLOCK = 50;
/** How far beyond the window a block is made ready. */
const AHEAD = '1200px';
const ROW_ESTIMATE_PX = 96;

/** Props of {@link SearchResults}. */
export interface SearchResultsProps {
  /** The answer with the first block. */
  answer: SearchAnswer;
  order: SearchOrder;
  pins: PinActions;
  /** More reports are known: the answer of a later block. */
  onAnswer(answer: SearchAnswer): void;
}

/**
 * All reports of a search in blocks, of which only those near the window are in the document: the others are as high as they were, or are likely to
 * be. So a hundred thousand reports scroll like fifty.
 */
export function SearchResults({ answer, order, pins, onAnswer }: SearchResultsProps) {
  const blocks = Math.ceil(Math.max(answer.total, answer.hits.length) / RESULTS_BLOCK);
  const rows = (block: number): number => Math.min(RESULTS_BLOCK, Math.max(0, answer.total - block * RESULTS_BLOCK));
  const { t } = useMessages();
  return (
    <div role="feed" aria-label={t('searchResults')} aria-busy={false}>
      {Array.from({ length: blocks + (answer.atLeast ? 1 : 0) }, (_, block) => (
        <Block key={block} block={block} rows={rows(block)} answer={answer} order={order} pins={pins} onAnswer={onAnswer} />
      ))}
    </div>
  );
}

interface BlockProps extends SearchResultsProps {
  block: number;
  /** Reports it will hold; 0 where nobody knows yet. */
  rows: number;
}

function Block({ block, rows, answer, order, pins, onAnswer }: BlockProps) {
  const { client } = useSurface();
  const { locale } = useMessages();
  const root = useRef<HTMLDivElement>(null);
  const height = useRef(0);
  const [near, setNear] = useState(block === 0);
  const [later, setLater] = useState<SearchHit[] | null>(null);
  const hits = later ?? (block === 0 ? answer.hits : null);
  const { query } = answer;
  // Whoever types is answered soon, with the few that were confirmed by then.
  const isPart = answer.atLeast && answer.hits.length < RESULTS_BLOCK;

  useEffect(() => {
    const element = root.current;
    if (element === null || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(
      (entries) => {
        const seen = entries.at(-1)?.isIntersecting === true;
        // Whoever is in a row by keyboard stays there.
        if (!seen && element.contains(document.activeElement)) return;
        if (!seen && element.offsetHeight > 0) height.current = element.offsetHeight;
        setNear(seen);
      },
      { rootMargin: AHEAD },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (!near || later !== null || (block === 0 && !isPart)) return;
    let dropped = false;
    void client.search({ query, limit: RESULTS_BLOCK, from: block * RESULTS_BLOCK, order, patient: true }).then((found) => {
      if (dropped || !found.ok) return;
      setLater(found.value.hits);
      onAnswer(found.value);
    });
    return () => {
      dropped = true;
    };
  }, [near, later, isPart, query, order, block, client, onAnswer]);

  if (!near) return <div ref={root} style={{ blockSize: `${height.current || rows * ROW_ESTIMATE_PX}px` }} />;
  return (
    <div ref={root}>
      {hits === null ? (
        <ReportSkeleton rows={Math.min(8, rows)} />
      ) : (
        hits.map((hit, i) => (
          <ReportRow
            key={hit.article.id}
            article={hit.article}
            highlights={hit.highlights}
            snippet={hit.snippet}
            snippetHighlights={hit.snippetHighlights}
            inNote={hit.inNote}
            place={{ at: block * RESULTS_BLOCK + i + 1, of: answer.atLeast ? -1 : answer.total }}
            homeLanguage={locale}
            pinned={pins.isPinned(hit.article.id)}
            onPin={pins.toggle}
          />
        ))
      )}
    </div>
  );
}
