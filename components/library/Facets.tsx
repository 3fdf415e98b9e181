import { useEffect, useRef, useState } from 'preact/hooks';
import type { FacetKind, FacetValue, SearchFacets } from '../../lib/core/search-answer.ts';
import { formatMonth } from '../../lib/text/format/dates.ts';
import { languageName } from '../../lib/text/format/names.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { type Messages, useMessages } from '../hooks/use-messages.ts';
import { Icon } from '../icons/Icon.tsx';

/** Longer than the search's own wait: facets come after the results. */
const DEBOUNCE_MS = 150;
const WIDE = '(min-width: 60rem)';

/** Props of {@link Facets}. */
export interface FacetsProps {
  /** A query that was answered; null while there is none. */
  query: string | null;
  onQuery(query: string): void;
}

/** What the reports that match have in common, with counts: a press narrows the search, another takes it back. */
export function Facets({ query, onQuery }: FacetsProps) {
  const { client } = useSurface();
  const messages = useMessages();
  const { t, n, count } = messages;
  const [facets, setFacets] = useState<SearchFacets | null>(null);
  const wide = useRef(typeof matchMedia === 'function' && matchMedia(WIDE).matches);

  useEffect(() => {
    if (query === null) return setFacets(null);
    let dropped = false;
    const timer = setTimeout(async () => {
      const answer = await client.searchFacets({ query });
      if (!dropped && answer.ok) setFacets(answer.value);
    }, DEBOUNCE_MS);
    return () => {
      dropped = true;
      clearTimeout(timer);
    };
  }, [query, client]);

  if (query === null || facets === null || facets.facets.length === 0) return null;
  return (
    <details class="facets" open={wide.current}>
      <summary>{t('facets')}</summary>
      {facets.some && <p class="facets-note">{n('facetsSome', facets.counted)}</p>}
      {facets.facets.map(({ kind, values }) => (
        <section key={kind}>
          <h2>{t(`facet_${kind}`)}</h2>
          <ul>
            {values.map((value) => (
              <li key={value.label}>
                <button type="button" aria-pressed={value.chosen} onClick={() => onQuery(value.query)}>
                  <span dir="auto">{labelOf(kind, value, messages)}</span> <span class="facet-count">{count(value.count)}</span>
                </button>
                {value.id !== undefined && (
                  <a href={`#${kind}/${encodeURIComponent(value.id)}`} aria-label={t('courseOpenFor', value.label)} title={t('courseOpen')}>
                    <Icon name="course" />
                  </a>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}

function labelOf(kind: FacetKind, { label }: FacetValue, { t, locale }: Messages): string {
  if (kind === 'language') return languageName(label, locale) ?? label;
  if (kind === 'mark') return MARKS.includes(label as (typeof MARKS)[number]) ? t(`mark_${label as (typeof MARKS)[number]}`) : label;
  if (kind === 'period' && label.length > 4) return formatMonth(Date.parse(label), locale) ?? label;
  return label;
}

const MARKS = ['pinned', 'saved', 'unread', 'reading', 'read', 'archived', 'note'] as const;
