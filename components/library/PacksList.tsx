import { useEffect, useState } from 'preact/hooks';
import type { Result } from '../../lib/core/result.ts';
import { failureText } from '../failure-text.ts';
import { useMessages } from '../hooks/use-messages.ts';
import type { PackRow } from '../library-data.ts';
import { PackItem, type PackItemProps } from './PackItem.tsx';

/** Props of {@link PacksList}. */
export interface PacksListProps extends Pick<PackItemProps, 'data' | 'onRemoved' | 'onLook'> {
  version: number;
}

/** Packs that are here. `version` rises when one was added; `onRemoved` is called after a removal. */
export function PacksList({ data, version, onRemoved, onLook }: PacksListProps) {
  const { t } = useMessages();
  const [answer, setAnswer] = useState<Result<PackRow[]> | null>(null);
  useEffect(() => {
    void data.listPacks().then(setAnswer);
  }, [data, version]);
  if (answer === null) return null;
  return (
    <section>
      <h2>{t('packs')}</h2>
      {!answer.ok && <p class="failed">{t(failureText(answer.error, 'error_storage_failed'))}</p>}
      {answer.ok && answer.value.length === 0 && <p>{t('packsNone')}</p>}
      {answer.ok && answer.value.length > 0 && (
        <ul class="pins">
          {answer.value.map((pack) => (
            <PackItem key={pack.id} pack={pack} data={data} onRemoved={onRemoved} onLook={onLook} />
          ))}
        </ul>
      )}
    </section>
  );
}
