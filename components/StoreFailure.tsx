import type { SidelightError } from '../lib/core/errors.ts';
import { failureText, isOfStore } from './failure-text.ts';
import { useSurface } from './hooks/surface-context.ts';
import { useMessages } from './hooks/use-messages.ts';
import { PageNotice } from './PageNotice.tsx';

/** Says why something kept could not be shown; where the index itself is at fault, with the way to take out what can be read. */
export function StoreFailure({ error }: { error: SidelightError }) {
  const { platform } = useSurface();
  const { t } = useMessages();
  return (
    <PageNotice icon="warning" urgent title={t('titleError')} text={t(failureText(error, 'error_generic'))}>
      {isOfStore(error) && (
        <button type="button" class="button" onClick={() => platform.openLibrary('data')}>
          {t('exportData')}
        </button>
      )}
    </PageNotice>
  );
}
