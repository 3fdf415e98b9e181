import type { ArticleRow } from '../lib/core/coverage.ts';
import { useMessages } from './hooks/use-messages.ts';
import { Icon } from './icons/Icon.tsx';

/** Pins a report, or takes the pin away; shows which it is. */
export function PinButton({ article, pinned, onPin }: { article: ArticleRow; pinned: boolean; onPin(article: ArticleRow): void }) {
  const { t } = useMessages();
  return (
    <button
      type="button"
      class="icon-button pin"
      aria-pressed={pinned}
      aria-label={t('pinReport', article.headline || article.url)}
      title={t(pinned ? 'pinned' : 'pin')}
      onClick={() => onPin(article)}
    >
      <Icon name="pin" filled={pinned} />
    </button>
  );
}
