import { useEffect, useState } from 'preact/hooks';
import type { IndexStatus } from '../lib/core/coverage.ts';
import { useSurface } from './hooks/surface-context.ts';
import { useMessages } from './hooks/use-messages.ts';
import { Icon } from './icons/Icon.tsx';

/** What the index starts with, and what else can be added to it. */
export function WelcomeIndex() {
  const { client, platform } = useSurface();
  const { t, n } = useMessages();
  const [status, setStatus] = useState<IndexStatus | null>(null);
  useEffect(() => {
    void client.getIndexStatus({}).then((answer) => {
      if (answer.ok) setStatus(answer.value);
    });
  }, [client]);
  return (
    <section>
      <h2>{t('welcomeIndex')}</h2>
      <p>{status === null || status.articles === 0 ? t('welcomeIndexEmpty') : n('welcomeIndexText', status.articles)}</p>
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
