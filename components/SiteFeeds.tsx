import { useEffect, useState } from 'preact/hooks';
import type { FoundFeed } from '../lib/messaging/protocol.ts';
import { useSurface } from './hooks/surface-context.ts';
import { useAddSources } from './hooks/use-add-sources.ts';
import { useMessages } from './hooks/use-messages.ts';

/** Feeds of comments are no sources of reports. */
const ASIDE = /comment/i;

/**
 * One click to make the open page's site a source, and to allow what was not allowed then; nothing where it declares no feed. `class` is the button's.
 */
export function SiteFeeds({ tabId, class: look, onAdded }: { tabId: number; class: string; onAdded?: () => void }) {
  const { client } = useSurface();
  const { t } = useMessages();
  const { addFeeds } = useAddSources();
  const [feeds, setFeeds] = useState<FoundFeed[]>([]);
  useEffect(() => {
    let stopped = false;
    void client.siteFeeds({ tabId }).then((answer) => {
      if (!stopped && answer.ok) setFeeds(answer.value);
    });
    return () => {
      stopped = true;
    };
  }, [client, tabId]);
  const feed = feeds.find(({ url, title }) => !ASIDE.test(`${url} ${title}`));
  if (feed === undefined) return null;
  const refused = feeds.find((each) => each.refused);
  if (refused === undefined && feeds.some(({ known }) => known)) return <p class="site-known">{t('siteFeedsKnown')}</p>;
  return (
    <button
      type="button"
      class={look}
      title={feed.title === '' ? feed.url : feed.title}
      onClick={async () => {
        const one = refused ?? feed;
        const added = await addFeeds([one]);
        if (added === null) return;
        setFeeds([{ ...one, known: true, refused: added === 'refused' }]);
        if (added === 'added') onAdded?.();
      }}
    >
      {refused === undefined ? t('addSiteFeed') : t('sourceAllowFor', new URL(refused.url).host)}
    </button>
  );
}
