import { useCallback } from 'preact/hooks';
import type { CatalogueOutlet } from '../../lib/core/source.ts';
import type { FoundFeed, NewSource } from '../../lib/messaging/protocol.ts';
import { actionFailureText } from '../failure-text.ts';
import { useSurface } from './surface-context.ts';
import { useMessages } from './use-messages.ts';

/** Feeds of a site that no reader of its reports means. */
const ASIDE = /comment|podcast|oembed/i;

/** What adding outlets of the catalogue came to. */
export interface OutletsAdded {
  /** Outlets whose site declares no feed, or could not be read. */
  without: CatalogueOutlet[];
  refused: boolean;
}

/** Adds sources from a click: the permission for their hosts is asked for in the click itself; without it they are there, and say what they lack. */
export function useAddSources() {
  const { client, feedback, platform } = useSurface();
  const { t, n } = useMessages();

  const write = useCallback(
    async (sources: NewSource[]): Promise<boolean> => {
      const added = await client.addSources({ sources });
      if (!added.ok)
        feedback.tell(t(added.error.code === 'no-permission' ? 'sourcePrivate' : actionFailureText(added.error, 'actionFailed')));
      else if (added.value.added.length > 0) feedback.tell(n('sourcesAdded', added.value.added.length));
      return added.ok;
    },
    [client, feedback, t, n],
  );

  /** Adds feeds as they are. The call is sent before the browser asks: in the popup the question ends everything else. */
  const addFeeds = useCallback(
    async (feeds: readonly FoundFeed[]): Promise<boolean> => {
      const granted = platform.requestHosts({ kind: 'hosts', hosts: hostsOf(feeds.map(({ url }) => url)) });
      const written = write(feeds.map(toSource));
      await granted;
      return written;
    },
    [platform, write],
  );

  /** Adds outlets: by their feed where the catalogue knows it, else by the first that their site declares. `onProgress`: sites looked at so far. */
  const addOutlets = useCallback(
    async (outlets: readonly CatalogueOutlet[], onProgress: (done: number) => void): Promise<OutletsAdded> => {
      const hosts = hostsOf(outlets.map(({ feed, site }) => feed ?? site));
      if (!(await platform.requestHosts({ kind: 'hosts', hosts }))) return { without: [], refused: true };
      const sources: NewSource[] = [];
      const without: CatalogueOutlet[] = [];
      let done = 0;
      for (const outlet of outlets) {
        const feed = outlet.feed ?? (await firstFeed(outlet.site, client.findFeeds));
        if (feed === null) without.push(outlet);
        else sources.push({ url: feed, title: outlet.nativeName ?? outlet.name, siteUrl: outlet.site, folders: [] });
        onProgress(++done);
      }
      if (sources.length > 0) await write(sources);
      return { without, refused: false };
    },
    [client, platform, write],
  );

  return { addFeeds, addOutlets };
}

/** What a page calls its feed ("All reports", "RSS") names nothing: such a source takes the name the feed gives itself. */
function toSource({ url, title, siteUrl, folders, declared }: FoundFeed): NewSource {
  return { url, title: declared ? '' : title, siteUrl, folders };
}

async function firstFeed(site: string, findFeeds: ReturnType<typeof useSurface>['client']['findFeeds']): Promise<string | null> {
  const found = await findFeeds({ url: site, usual: false });
  if (!found.ok) return null;
  return (found.value.find(({ url, title }) => !ASIDE.test(`${url} ${title}`)) ?? found.value[0])?.url ?? null;
}

function hostsOf(urls: readonly string[]): string[] {
  return [...new Set(urls.map((url) => new URL(url).host))];
}
