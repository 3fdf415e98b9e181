import { useEffect, useState } from 'preact/hooks';
import type { KeptCopy } from '../../lib/core/copy.ts';
import type { Result } from '../../lib/core/result.ts';
import { formatMoment } from '../../lib/text/format/dates.ts';
import { formatBytes } from '../../lib/text/format/numbers.ts';
import { failureText } from '../failure-text.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import type { LibraryData } from '../library-data.ts';

/** Props of {@link CopiesList}. `onLook` is given a copy whose restore is to be looked at. */
export interface CopiesListProps {
  data: LibraryData;
  busy: boolean;
  onLook(copyId: number): void;
}

/** The rolling copies: when each was made, what it holds, and the ways back. */
export function CopiesList({ data, busy, onLook }: CopiesListProps) {
  const { feedback, platform } = useSurface();
  const { t, n, locale } = useMessages();
  const [answer, setAnswer] = useState<Result<KeptCopy[]> | null>(null);
  useEffect(() => {
    void data.listCopies().then(setAnswer);
  }, [data]);

  async function save(copy: KeptCopy): Promise<void> {
    const file = await data.copyFile(copy.id);
    if (!file.ok) return feedback.tell(t(failureText(file.error, 'actionFailed')));
    const name = `sidelight-copy-${new Date(copy.madeAtMs).toISOString().slice(0, 10)}.ndjson`;
    const isSaved = await platform.saveFile(name, file.value);
    feedback.tell(isSaved ? t('exported', name, formatBytes(file.value.size, locale)) : t('actionFailed'));
  }

  return (
    <>
      <h3>{t('copiesTitle')}</h3>
      <p>{t('copiesText')}</p>
      {answer?.ok === false && <p class="failed">{t(failureText(answer.error, 'error_storage_failed'))}</p>}
      {answer?.ok && answer.value.length === 0 && <p class="quiet">{t('copiesNone')}</p>}
      {answer?.ok && answer.value.length > 0 && (
        <ul class="copies-kept">
          {answer.value.map((copy) => {
            const made = formatMoment(copy.madeAtMs, locale) ?? '';
            const holds = [
              n('copyPins', copy.counts.pins ?? 0),
              n('copyReports', copy.counts.articles ?? 0),
              formatBytes(copy.bytes, locale),
            ];
            if (copy.leftOut > 0) holds.push(n('copyLeftOut', copy.leftOut));
            return (
              <li key={copy.id}>
                <p>
                  {made} <span class="meta">{holds.join(' · ')}</span>
                </p>
                <button
                  type="button"
                  class="text-button"
                  disabled={busy}
                  aria-label={t('copyLookOf', made)}
                  onClick={() => onLook(copy.id)}
                >
                  {t('copyLook')}
                </button>
                <button type="button" class="text-button" aria-label={t('copySaveOf', made)} onClick={() => void save(copy)}>
                  {t('copySave')}
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
