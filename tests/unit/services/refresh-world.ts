import 'fake-indexeddb/auto';
import { type RefreshDeps, type RefreshRequest, refreshSources } from '../../../lib/services/refresh-sources.ts';
import { addSources } from '../../../lib/services/sources.ts';
import { type IndexedDbStore, openStore } from '../../../lib/store/indexed-db/open-store.ts';
import { value } from '../../contract/checks.ts';
import { derive } from '../../contract/sample-data.ts';

export const MINUTE = 60_000;
/** The worlds' time at first. */
export const START = Date.UTC(2026, 0, 29, 12);
export const FEED = 'https://harbour.example/feed';
let opened = 0;

interface Item {
  guid?: string;
  link: string;
  title?: string;
  text?: string;
  author?: string;
  date?: string;
}

/** A feed as its outlet writes it. */
export function rss(items: Item[], title = 'Harbour Times'): string {
  const parts = items.map(
    ({
      guid,
      link,
      title: headline = 'Lathe arrives at the northern plant',
      text = 'A short text.',
      author,
      date = 'Wed, 28 Jan 2026 09:00:00 GMT',
    }) =>
      `<item>${guid === undefined ? '' : `<guid>${guid}</guid>`}<link>${link}</link><title>${headline}</title><description>${text}</description>` +
      `${author === undefined ? '' : `<dc:creator>${author}</dc:creator>`}<pubDate>${date}</pubDate></item>`,
  );
  return `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${title}</title><link>https://harbour.example/</link><language>en</language>${parts.join('')}</channel></rss>`;
}

/** What an address answers. */
export type Answer = Response | ((request: Request) => Response | Promise<Response>);

/** A world with a store, a clock that moves by hand, and a web of answers by address. */
export async function world(web: Record<string, Answer> = {}) {
  const state = { nowMs: START, granted: (_host: string) => true, online: true };
  const store: IndexedDbStore = value(await openStore({ databaseName: `refresh-${opened++}`, derive, nowMs: () => state.nowMs }));
  const requests: Request[] = [];
  const slept: number[] = [];
  const errors: unknown[] = [];
  const underWay = new Map<string, number>();
  const crowd = { host: 0, all: 0 };
  const deps: RefreshDeps = {
    store,
    derive,
    fetch: async (input, init) => {
      const request = new Request(input as string, init);
      requests.push(request);
      const { host } = new URL(request.url);
      underWay.set(host, (underWay.get(host) ?? 0) + 1);
      crowd.host = Math.max(crowd.host, underWay.get(host) ?? 0);
      crowd.all = Math.max(
        crowd.all,
        [...underWay.values()].reduce((a, b) => a + b, 0),
      );
      try {
        await new Promise((resolve) => setTimeout(resolve));
        const answer = web[request.url];
        if (answer === undefined) throw new TypeError('no such host');
        const response = answer instanceof Response ? answer.clone() : await answer(request);
        return response.url === '' ? withUrl(response, request.url) : response;
      } finally {
        underWay.set(host, (underWay.get(host) ?? 1) - 1);
      }
    },
    nowMs: () => state.nowMs,
    random: () => 0.5,
    isGranted: async (host) => state.granted(host),
    isOnline: () => state.online,
    sleep: async (ms) => void slept.push(ms),
    onError: (error) => void errors.push(error),
  };
  const add = async (url = FEED, title = 'Harbour Times') =>
    value(await addSources([{ url, title, siteUrl: null, folders: [] }], { store, nowMs: () => state.nowMs })).added[0] as string;
  const refresh = (over: Partial<RefreshRequest> = {}) => refreshSources({ ids: null, why: 'refresh', ...over }, deps);
  const stateOf = async (id: string) => (await store.listSources()).find(({ source }) => source.id === id)!;
  const headlines = async () => (await store.newestArticles(500)).map(({ article: { headline } }) => headline);
  return { ...state, state, store, requests, slept, errors, crowd, deps, web, add, refresh, stateOf, headlines };
}

/** An answer as it is seen after redirects to an address. */
export function withUrl(response: Response, url: string): Response {
  Object.defineProperty(response, 'url', { value: url });
  return response;
}

/** An answer of a feed's kind. */
export const xml = (body: string, headers: Record<string, string> = {}, status = 200) =>
  new Response(status === 304 ? null : body, { status, headers: { 'content-type': 'application/rss+xml', ...headers } });
