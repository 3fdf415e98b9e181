import { useId, useState } from 'preact/hooks';
import type { CoverageRow, EventOrigin, EventSources } from '../lib/core/coverage.ts';
import { type Messages, useMessages } from './hooks/use-messages.ts';
import { Icon } from './icons/Icon.tsx';

/**
 * "9 reports, 3 independent, 4 languages"; on demand where those are in the list below and how they were counted. Nothing is said of independence
 * where nothing can be shown.
 */
export function EventSummary({ event, rows }: { event: EventSources; rows: CoverageRow[] }) {
  const messages = useMessages();
  const { t, n, series } = messages;
  const [open, setOpen] = useState(false);
  const listId = useId();
  const { reports, languages, independent, atLeast } = event;
  const parts = [
    n('eventReports', reports),
    ...(independent === 0 && atLeast ? [] : [n(atLeast ? 'eventIndependentAtLeast' : 'eventIndependent', independent)]),
    ...(languages > 1 ? [n('eventLanguages', languages)] : []),
  ];
  return (
    <section class="event-summary" aria-label={t('eventTitle')}>
      <button
        type="button"
        class="quiet-button"
        title={t('eventHow')}
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
      >
        <bdi>{t('eventSummary', series(parts))}</bdi>
        <Icon name="chevron" />
      </button>
      <ul id={listId} hidden={!open}>
        {open &&
          [...placesOf(reports, rows, messages), ...linesOf(event, messages)].map((line, index) => (
            <li key={index} dir="auto">
              {line}
            </li>
          ))}
      </ul>
    </section>
  );
}

/** Where the counted reports are in the list, as a line; none where all stand under the event's own heading. */
function placesOf(reports: number, rows: CoverageRow[], { t, n, list }: Messages): string[] {
  const heads = rows.filter(({ group }) => group === 'same-event');
  const folded = heads.reduce((sum, { copies }) => sum + copies.length, 0);
  const others = reports - heads.length - folded;
  if (folded + others <= 0) return [];
  const parts = [
    ...(heads.length > 0 ? [n('eventUnderHeading', heads.length)] : []),
    ...(folded > 0 ? [n('eventFolded', folded)] : []),
    ...(others > 0 ? [n('eventOtherLanguage', others)] : []),
  ];
  return [t('eventPlaces', list(parts))];
}

/** What counts comes first, an origin a line; what cannot be told is one line for each reason. */
function linesOf({ origins, pageUnsure }: EventSources, messages: Messages): string[] {
  const { t } = messages;
  const outlets = (kind: EventOrigin['kind']) => origins.filter((origin) => origin.kind === kind).flatMap((origin) => origin.outlets);
  const named = (list: EventOrigin['outlets']) => messages.list([...new Set(list.map((outlet) => outlet ?? t('unknownOutlet')))]);
  const counted = origins.flatMap(({ kind, agency, outlets }) => {
    if (kind === 'agency') return [t('originAgency', agency ?? '', named(outlets))];
    return kind === 'own' ? [outlets.length > 1 ? t('originShared', named(outlets)) : t('originOwn', named(outlets))] : [];
  });
  const others = (
    [
      ['page', 'originPage'],
      ['page-outlet', 'originPageOutlet'],
      ['short', 'originShort'],
      ['language', 'originLanguage'],
    ] as const
  ).flatMap(([kind, name]) => (outlets(kind).length === 0 ? [] : [t(name, named(outlets(kind)))]));
  return [...counted, ...others, ...(pageUnsure ? [t('originPageUnsure')] : [])];
}
