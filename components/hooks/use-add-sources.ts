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
  /** Outlets that were not looked at to the end before it was stopped. */
  left: CatalogueOutlet[];
  refused: boolean;
}

/** Sites looked at for feeds at once, and feeds added together: each adding begins a round of fetching. */
const AT_ONCE = 4;

/** Adds sources from a click: the permission for their hosts is asked for in the click itself; without it they are there, and say what they lack. */
export function useAddSources() {
  const { client, feedback, platform } = useSurface();
  const { t, n } = useMessages();

  /** Adds sources; answers with how many are new, null where it failed, which is said. */
  const write = useCallback(
    async (sources: NewSource[]): Promise<number | null> => {
      const added = await client.addSources({ sources });
      if (added.ok) return added.value.added.length;
      feedback.tell(t(added.error.code === 'no-permission' ? 'sourcePrivate' : actionFailureText(added.error, 'actionFailed')));
      return null;
    },
    [client, feedback, t],
  );
  const tell = useCallback((added: number) => added > 0 && feedback.tell(n('sourcesAdded', added)), [feedback, n]);

  /**
   * Adds feeds as they are; null where that failed, which is said. The call is sent before the browser asks: in the popup the question ends everything
   * else. `refused`: they are there, but nothing is fetched from them.
   */
  const addFeeds = useCallback(
    async (feeds: readonly FoundFeed[]): Promise<'added' | 'refused' | null> => {
      const granted = platform.requestHosts({ kind: 'hosts', hosts: hostsOf(feeds.map(({ url }) => url)) });
      const written = write(feeds.map(toSource));
      const [isGranted, added] = await Promise.all([granted, written]);
      if (added === null) return null;
      if (isGranted) tell(added);
      else feedback.tell(t(feeds.length > 1 ? 'sourcesNotAllowed' : 'sourceNotAllowed'));
      return isGranted ? 'added' : 'refused';
    },
    [feedback, platform, t, tell, write],
  );

  /**
   * Adds outlets: by their feed where the catalogue knows it, at once, else by the first that their site declares, as they are found. `onProgress`:
   * outlets looked at so far; stopped by `signal`, the rest is left out.
   */
  const addOutlets = useCallback(
    async (outlets: readonly CatalogueOutlet[], onProgress: (done: number) => void, signal: AbortSignal): Promise<OutletsAdded> => {
      const hosts = hostsOf(outlets.map(({ feed, site }) => feed ?? site));
      if (!(await platform.requestHosts({ kind: 'hosts', hosts }))) return { without: [], left: [...outlets], refused: true };
      const without: CatalogueOutlet[] = [];
      const known = outlets.filter(({ feed }) => feed !== null);
      let found = known.map((outlet) => ofOutlet(outlet, outlet.feed as string));
      let [done, added] = [known.length, 0];
      const writeFound = async (): Promise<void> => {
        const some = found;
        found = [];
        if (some.length === 0) return;
        const written = await write(some);
        added += written ?? 0;
      };
      await writeFound();
      const left = new Set(outlets.filter(({ feed }) => feed === null));
      const queue = [...left];
      const look = async (): Promise<void> => {
        for (let outlet = queue.shift(); outlet !== undefined; outlet = queue.shift()) {
          const feed = await firstFeed(outlet.site, client.findFeeds);
          // Nobody waits for it any more.
          if (signal.aborted) return;
          left.delete(outlet);
          if (feed === null) without.push(outlet);
          else found.push(ofOutlet(outlet, feed));
          onProgress(++done);
          if (found.length >= AT_ONCE) await writeFound();
        }
      };
      onProgress(done);
      const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      await Promise.race([Promise.all(Array.from({ length: AT_ONCE }, look)), stopped]);
      await writeFound();
      tell(added);
      return { without, left: [...left], refused: false };
    },
    [client, platform, tell, write],
  );

  return { addFeeds, addOutlets };
}

function ofOutlet({ nativeName, name, site }: CatalogueOutlet, url: string): NewSource {
  return { url, title: nativeName ?? name, siteUrl: site, folders: [] };
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
