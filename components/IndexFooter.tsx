import type { IndexStatus } from '../lib/core/coverage.ts';
import { formatSince } from '../lib/text/format/dates.ts';
import { formatShare } from '../lib/text/format/numbers.ts';
import { useSurface } from './hooks/surface-context.ts';
import { useMessages } from './hooks/use-messages.ts';
import { Icon } from './icons/Icon.tsx';

/** What the index holds and how fresh it is, and the way to the library. */
export function IndexFooter({ index, onKeys }: { index: IndexStatus | null; onKeys(): void }) {
  const { platform } = useSurface();
  const { t, n, locale } = useMessages();
  return (
    <footer class="foot">
      <p>
        <bdi>
          {index === null
            ? ' '
            : index.rebuilding !== null
              ? t('statusRebuilding', formatShare(index.rebuilding, locale))
              : `${n('statusSources', index.outlets)} · ${
                  index.updatedAtMs === null ? t('statusNever') : t('statusUpdated', formatSince(index.updatedAtMs, platform.now(), locale))
                }`}
        </bdi>
      </p>
      <button type="button" class="icon-button" aria-label={t('keys')} title={`${t('keys')} ( ? )`} onClick={onKeys}>
        <Icon name="keys" />
      </button>
      <button type="button" class="text-button" onClick={() => platform.openLibrary('pins')}>
        {t('library')}
        <Icon name="external" />
      </button>
    </footer>
  );
}
