import { ok } from '../core/result.ts';
import type { PageHandlers } from '../messaging/router.ts';
import { awakeDuring, clearAlarm, onAlarm, setAlarm } from '../platform/background-events.ts';
import { broadcast } from '../platform/messages.ts';
import { grantedPatterns, isAmong, isHostGranted, onPermissionsChanged } from '../platform/permissions.ts';
import { oncePerSession } from '../platform/session.ts';
import { deriveArticle } from '../services/derive.ts';
import { declaredFeeds, feedsOfOpml, findFeeds, opmlOfSources } from '../services/find-feeds.ts';
import { createRounds } from '../services/refresh-rounds.ts';
import { refreshSources } from '../services/refresh-sources.ts';
import type { SettingsService } from '../services/settings.ts';
import { addSources, changeSource, keepAddress, sourceRow } from '../services/sources.ts';
import type { App } from './app.ts';
import { runUpkeep } from './upkeep.ts';
import type { Workplace } from './workplace.ts';

const ALARM = 'sources';
/** The session's note that the alarm was set in it. */
const SCHEDULED = 'sources:scheduled';

// Called as a method of something else, a browser's fetch refuses.
const fetchIt: typeof fetch = (input, init) => fetch(input, init);
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The messages about sources. */
export type SourceHandlers = Pick<
  PageHandlers,
  | 'listSources'
  | 'addSources'
  | 'changeSource'
  | 'keepSourceAddress'
  | 'findFeeds'
  | 'siteFeeds'
  | 'readOpml'
  | 'writeOpml'
  | 'refreshSources'
  | 'stopRefresh'
>;

/** Fetches sources when they are due or asked for. One round at a time: what is asked meanwhile follows. */
export function createSources(app: App, settings: SettingsService) {
  const { withPlace } = app;
  const busy = new Set<string>();
  const changed = (): void => broadcast({ type: 'sources-changed' });
  const { ask, wake, stop, schedule, over } = createRounds<Workplace>({
    setAlarm: (...when) => setAlarm(ALARM, ...when),
    clearAlarm: () => clearAlarm(ALARM),
    open: app.workplace,
    fetch: ({ store, gazetteer }, request) =>
      awakeDuring(
        refreshSources(
          { ...request, onChange },
          {
            store,
            derive: (article) => deriveArticle(article, gazetteer),
            fetch: fetchIt,
            nowMs: () => Date.now(),
            random: () => Math.random(),
            isGranted: isHostGranted,
            isOnline: () => navigator.onLine,
            sleep,
            onError: logFailure,
          },
        ),
      ),
    async ended(brought) {
      busy.clear();
      changed();
      if (!brought) return;
      await app.pages.refreshAll();
      await runUpkeep(app, settings);
    },
    nowMs: () => Date.now(),
    isOnline: () => navigator.onLine,
    onError: logFailure,
  });

  function onChange(id: string, isBusy: boolean): void {
    if (isBusy) busy.add(id);
    else busy.delete(id);
    changed();
  }

  const handlers: SourceHandlers = {
    listSources: () =>
      withPlace(async ({ store }) => {
        const [sources, patterns] = await Promise.all([store.listSources(), grantedPatterns()]);
        const rows = await Promise.all(
          sources.map(async ({ source, state }) => {
            const granted = patterns.length > 0 && (await isHostGranted(new URL(source.url).host));
            const reports = state?.reports ?? (await store.countBrought(source.id));
            return sourceRow(source, state, { nowMs: Date.now(), granted, busy: busy.has(source.id), reports });
          }),
        );
        return ok(rows.sort((a, b) => a.title.localeCompare(b.title) || (a.id < b.id ? -1 : 1)));
      }),
    addSources: ({ sources }) =>
      withPlace(async ({ store }) => {
        const added = await addSources(sources, { store, nowMs: () => Date.now() });
        if (!added.ok) return added;
        changed();
        // The permission may be asked for at this moment: what is not granted yet is fetched when it is.
        if (added.value.added.length > 0) void ask(added.value.added, 'added');
        return added;
      }),
    changeSource: (change) =>
      withPlace(async ({ store }) => {
        const source = await changeSource(change, { store, nowMs: () => Date.now() });
        if (!source.ok) return source;
        changed();
        if (change.url !== undefined || change.paused === false) void ask([change.id], 'asked');
        return source;
      }),
    keepSourceAddress: ({ id }) =>
      withPlace(async ({ store }) => {
        const kept = await keepAddress(id, store);
        changed();
        return kept.ok ? ok({}) : kept;
      }),
    findFeeds: ({ url, usual }) =>
      withPlace(({ store }) =>
        awakeDuring(findFeeds(url, usual, { store, fetch: fetchIt, nowMs: () => Date.now(), sleep, isGranted: isHostGranted })),
      ),
    siteFeeds: ({ tabId }) =>
      withPlace(async ({ store }) => {
        const snapshot = await app.pages.snapshot(tabId);
        const site = snapshot?.url ?? null;
        if (snapshot === null || site === null) return ok([]);
        const feeds = await declaredFeeds(snapshot.feeds, snapshot.outlet?.url ?? site, store);
        const refused = (url: string) => isHostGranted(new URL(url).host).then((granted) => !granted);
        return ok(await Promise.all(feeds.map(async (feed) => (feed.known ? { ...feed, refused: await refused(feed.url) } : feed))));
      }),
    readOpml: ({ text }) => withPlace(({ store }) => feedsOfOpml(text, store)),
    writeOpml: () => withPlace(async ({ store }) => ok({ text: await opmlOfSources('Sidelight', store) })),
    refreshSources: async ({ ids }) => {
      void withPlace(async ({ store }) => {
        const all = ids ?? (await store.listSources()).filter(({ source }) => !source.paused).map(({ source }) => source.id);
        return ok(await ask(all, 'asked'));
      });
      return ok({ started: true });
    },
    stopRefresh: async () => {
      stop();
      return ok({ stopped: true });
    },
  };

  /** Adds the listeners; called synchronously at start. */
  function serve(): void {
    onAlarm(ALARM, wake);
    // Those that are woken for a page ask no index.
    void oncePerSession(SCHEDULED, schedule).catch(logFailure);
    onPermissionsChanged(
      (origins) =>
        void withPlace(async ({ store }) => {
          // A round that was just asked for may be about the same sources.
          await over();
          const waiting: string[] = [];
          for (const { source, state } of await store.listSources()) {
            const { host } = new URL(source.url);
            // One that was never looked at and is not of these hosts has its own time: the reader may have stopped it.
            const isMissing = state === null ? isAmong(origins, host) : state.failure?.code === 'no-permission';
            if (isMissing && !source.paused && (await isHostGranted(host))) waiting.push(source.id);
          }
          if (waiting.length > 0) await ask(waiting, 'added');
          return ok(undefined);
        }),
    );
  }

  return { handlers, serve, start: schedule };
}

function logFailure(error: unknown): void {
  // The stack names our files, never an address.
  console.error('Sidelight: fetching sources failed', error instanceof Error ? error.stack : 'unknown');
}
