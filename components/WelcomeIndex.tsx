import { useEffect, useState } from 'preact/hooks';
import type { IndexStatus } from '../lib/core/coverage.ts';
import { FetchProgress } from './FetchProgress.tsx';
import { useSurface } from './hooks/surface-context.ts';
import { useMessages } from './hooks/use-messages.ts';
import { useSources } from './hooks/use-sources.ts';
import { Icon } from './icons/Icon.tsx';

/** What the index starts with, what the sources chosen bring to it meanwhile, and what else can be added. */
export function WelcomeIndex() {
  const { client, platform } = useSurface();
  const { t, n } = useMessages();
  const [status, setStatus] = useState<IndexStatus | null>(null);
  const { answer, reload } = useSources();
  const rows = answer?.ok ? answer.value : [];
  // Asked for again with the sources: reports come in while the page is open.
  useEffect(() => {
    void client.getIndexStatus({}).then((known) => {
      if (known.ok) setStatus(known.value);
    });
  }, [client, answer]);
  return (
    <section>
      <h2>{t('welcomeIndex')}</h2>
      <p>{status === null || status.articles === 0 ? t('welcomeIndexEmpty') : n('welcomeIndexText', status.articles)}</p>
      {rows.length > 0 && (
        <div class="tools">
          <p>
            {t(
              'sourcesCount',
              n('sourcesHere', rows.length),
              n(
                'sourceReports',
                rows.reduce((sum, { reports }) => sum + reports, 0),
              ),
            )}
          </p>
          <FetchProgress rows={rows} onStopped={() => void reload()} />
        </div>
      )}
      <p>{t('welcomeIndexMore')}</p>
      <p class="welcome-pack">
        <button type="button" class="button" onClick={() => platform.openLibrary('data')}>
          <Icon name="file" />
          {t('addPack')}
        </button>
      </p>
    </section>
  );
}
