import type { FoundFeed } from '../../lib/messaging/protocol.ts';
import { useMessages } from '../hooks/use-messages.ts';

/** Feeds to choose from, each with what is known of it and a button that adds it. */
export function FoundFeeds({ feeds, onAdd }: { feeds: FoundFeed[]; onAdd(feed: FoundFeed): void }) {
  const { t, n } = useMessages();
  return (
    <ul class="found">
      {feeds.map((feed) => {
        const name = feed.title === '' ? new URL(feed.url).pathname : feed.title;
        return (
          <li key={feed.url} class="correction">
            <p>
              <bdi>{name}</bdi>
              <span class="meta">
                {' '}
                <bdi>{feed.url}</bdi>
                {feed.reports !== null && ` · ${n('sourceReports', feed.reports)}`}
              </span>
            </p>
            {feed.known ? (
              <span class="meta">{t('sourceKnown')}</span>
            ) : (
              <button type="button" class="button" aria-label={t('sourceAddFor', name)} onClick={() => onAdd(feed)}>
                {t('sourceAdd')}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
