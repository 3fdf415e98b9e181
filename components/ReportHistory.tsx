import { parseDateMs } from '../lib/core/date.ts';
import type { ReportVersion } from '../lib/core/user-data.ts';
import { formatMoment } from '../lib/text/format/dates.ts';
import { useMessages } from './hooks/use-messages.ts';

/** All that a report was seen to say, newest first; each with what it says otherwise than the one before. */
export function ReportHistory({ versions }: { versions: readonly ReportVersion[] }) {
  const { t, n, locale } = useMessages();
  if (versions.length < 2) return null;
  const rows = versions.map((version, at) => ({ version, before: versions[at - 1] ?? null })).reverse();
  return (
    <details class="history">
      <summary>{n('historyCount', versions.length)}</summary>
      <ol reversed>
        {rows.map(({ version, before }) => (
          <li key={version.id}>
            <p class="meta">
              {formatMoment(version.seenAtMs, locale)} · {t(version.from === 'page' ? 'historyPage' : 'historyFeed')}
            </p>
            {(before === null || before.headline !== version.headline) && (
              <p class="history-headline">
                <bdi>{version.headline}</bdi>
              </p>
            )}
            <p class="meta">{otherwise(version, before, { t, n })}</p>
          </li>
        ))}
      </ol>
    </details>
  );
}

function otherwise(
  version: ReportVersion,
  before: ReportVersion | null,
  { t, n }: Pick<ReturnType<typeof useMessages>, 't' | 'n'>,
): string {
  const parts: string[] = [];
  if (before === null) return version.words === 0 ? '' : n('historyWords', version.words);
  if (before.authors.join() !== version.authors.join())
    parts.push(t('changeAuthors', before.authors.join(', ') || '–', version.authors.join(', ') || '–'));
  if (isOther(before.datePublished, version.datePublished))
    parts.push(t('changePublished', before.datePublished ?? '–', version.datePublished ?? '–'));
  if (isOther(before.dateModified, version.dateModified) && version.dateModified !== null)
    parts.push(t('changeModified', version.dateModified));
  if (before.textHash !== null && version.textHash !== null && before.textHash !== version.textHash)
    parts.push(t('changeText', String(before.words), String(version.words)));
  return parts.join(' · ');
}

/** One instant may be written with another offset. */
function isOther(before: string | null, date: string | null): boolean {
  return parseDateMs(before) !== parseDateMs(date);
}
