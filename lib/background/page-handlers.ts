import { canonicalUrl, parseWebUrl } from '../core/canonical-url.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { ContentHandlers, PageHandlers } from '../messaging/router.ts';
import { putGateInto } from '../platform/gate-script.ts';
import { interfaceLocale } from '../platform/interface-texts.ts';
import { broadcast } from '../platform/messages.ts';
import { documentIn, glanceAt, tabUrl } from '../platform/page-reader.ts';
import { correctionRows } from '../services/corrections.ts';
import { type TabRecord, tabKey } from '../services/known-page.ts';
import { markAlias, markNotCopy, markNotRelated, markNotTopic, markSameTopic } from '../services/mark-wrong.ts';
import { mayReadUnasked } from '../services/modes.ts';
import { addOwnTopic, refuseTopic } from '../services/own-topics.ts';
import { pinPage } from '../services/pin-page.ts';
import { pinArticle, setPinState } from '../services/pins.ts';
import { restoreSamples, type TakenSamples, takeSamples } from '../services/samples.ts';
import { searchIds, searchStore } from '../services/search.ts';
import { searchFacets } from '../services/search-facets.ts';
import { topicsNamed } from '../services/search-filters.ts';
import type { SettingsService } from '../services/settings.ts';
import { restorePin, trashPins } from '../services/trash.ts';
import type { Store } from '../store/store.ts';
import type { App } from './app.ts';
import { createLateText } from './late-text.ts';
import { pageSalt } from './page-salt.ts';
import { createPeopleHandlers } from './people-handlers.ts';
import type { SafekeepingHandlers } from './safekeeping.ts';
import { createSaveHandlers, keepDeps } from './save-handlers.ts';
import { noteShown } from './shown-news.ts';
import type { SourceHandlers } from './sources.ts';
import { updateBadge, updateMarks } from './tab-changed.ts';
import { noteChange, runUpkeep, tendTrash } from './upkeep.ts';

/** The background's answers to our own pages. */
export function createPageHandlers(
  app: App,
  settings: SettingsService,
  others: SourceHandlers & SafekeepingHandlers,
  startSources: () => Promise<void>,
): PageHandlers {
  const { withPlace } = app;
  /** Removed last, for undo: in memory, as a pack brings samples back at any time. */
  let samples: TakenSamples | null = null;
  /** Surfaces that show the report mark it anew. */
  async function pinsChanged<Value>(done: Promise<Result<Value>>): Promise<Result<Value>> {
    const result = await done;
    if (result.ok) broadcast({ type: 'pins-changed' });
    return result;
  }
  const status = async (store: Store) => ok(await store.status());
  /** A correction that holds on every page: the one it was made on shows it already, the others follow. */
  const everywhere = async <T>(tabId: number | null, made: Promise<Result<T>>): Promise<Result<T>> => {
    const marked = await made;
    if (marked.ok) void app.pages.refreshAll(tabId);
    return marked;
  };

  return {
    ...others,
    ...createSaveHandlers(app),
    ...createPeopleHandlers(app),
    getPage: async ({ tabId }) => {
      const state = await app.pages.get(tabId);
      await noteShown(state, app);
      return ok(state);
    },
    analysePage: async ({ tabId }) => {
      const analysed = await app.pages.analyse(tabId, true);
      if (analysed.ok) await noteShown(analysed.value, app);
      return analysed;
    },
    search: ({ query, ...asked }) =>
      withPlace(async ({ store, gazetteer }) =>
        ok(await searchStore(query, store, { ...asked, topicsNamed: (typed) => topicsNamed(typed, gazetteer) })),
      ),
    searchIds: ({ query, ...asked }) =>
      withPlace(async ({ store, gazetteer }) =>
        ok(await searchIds(query, store, { ...asked, topicsNamed: (typed) => topicsNamed(typed, gazetteer) })),
      ),
    searchFacets: ({ query }) =>
      withPlace(async ({ store, gazetteer }) =>
        ok(
          await searchFacets(query, store, {
            topicsNamed: (typed) => topicsNamed(typed, gazetteer),
            topicLabel: (id) => gazetteer.label(id, interfaceLocale()),
          }),
        ),
      ),
    listPins: () => withPlace(async ({ store }) => ok(await store.listPins())),
    listPinIds: () => withPlace(async ({ store }) => ok(await store.listPinIds())),
    pinArticle: ({ articleId }) => pinsChanged(withPlace((place) => pinArticle(articleId, keepDeps(place)))),
    pinPage: ({ tabId }) =>
      pinsChanged(
        withPlace(async (place) => {
          // What is on the screen by now: the page may have gone on since it was read.
          const snapshot = await app.pages.readNow(tabId);
          if (snapshot === null) return fail('not-found', 'There is no article on this page.');
          const pinned = await pinPage(snapshot, keepDeps(place));
          if (pinned.ok) await app.pages.refresh(tabId);
          return pinned;
        }),
      ),
    unpin: ({ pinId }) =>
      pinsChanged(
        withPlace(async ({ store }) => {
          const trashed = await trashPins([pinId], { store, nowMs: Date.now });
          if (!trashed.ok) return trashed;
          if (trashed.value.length === 0) return fail('not-found', 'This report is not pinned.');
          await tendTrash(store);
          return ok({ pinId });
        }),
      ),
    restorePin: ({ pinId }) => pinsChanged(withPlace(({ store }) => restorePin(pinId, store))),
    setPinState: ({ pinId, state }) => withPlace(({ store }) => setPinState(pinId, state, { store, nowMs: Date.now })),
    markNotRelated: (args) => {
      const marked = withPlace(async ({ store }) =>
        markNotRelated(args, args.articleId, { store, pages: app.pages, salt: await pageSalt(), nowMs: Date.now() }),
      );
      // Said in the library: the page may be open somewhere.
      return args.tabId === null ? everywhere(null, marked) : marked;
    },
    markNotCopy: ({ tabId, articleId, ofId }) =>
      everywhere(
        tabId,
        withPlace(({ store }) => markNotCopy(tabId, articleId, ofId, { store, pages: app.pages, nowMs: Date.now() })),
      ),
    markNotTopic: ({ tabId, topicId, surfaces }) =>
      everywhere(
        tabId,
        withPlace(async ({ store, refreshTopics }) => {
          const marked = await markNotTopic(tabId, topicId, surfaces, { store, pages: app.pages, refreshTopics, nowMs: Date.now() });
          // Stored reports are looked through for the phrases.
          if (marked.ok) void runUpkeep(app, settings);
          return marked;
        }),
      ),
    markAlias: ({ tabId, topicId, alias }) =>
      everywhere(
        tabId,
        withPlace(async ({ store, gazetteer, refreshTopics }) => {
          const marked = await markAlias(tabId, topicId, alias, { store, pages: app.pages, gazetteer, refreshTopics, nowMs: Date.now() });
          // Stored reports are looked through for the name.
          if (marked.ok) void runUpkeep(app, settings);
          return marked;
        }),
      ),
    markSameTopic: ({ tabId, topicId, other }) =>
      everywhere(
        tabId,
        withPlace(async ({ store, gazetteer, refreshTopics }) => {
          const marked = await markSameTopic(tabId, topicId, other, {
            store,
            pages: app.pages,
            gazetteer,
            refreshTopics,
            nowMs: Date.now(),
          });
          // Phrases that are refused for one are refused for the other.
          if (marked.ok) void runUpkeep(app, settings);
          return marked;
        }),
      ),
    addTopic: ({ name, language }) =>
      withPlace(async ({ store, gazetteer, refreshTopics }) => {
        const added = await addOwnTopic(name, language, { store, gazetteer, nowMs: Date.now() });
        if (!added.ok) return added;
        await refreshTopics();
        await app.pages.refreshAll();
        void runUpkeep(app, settings);
        return added;
      }),
    refuseTopic: ({ name }) => withPlace(({ store }) => refuseTopic(name, { store, nowMs: Date.now() })),
    listCorrections: () =>
      withPlace(async ({ store, gazetteer }) => ok(await correctionRows(store, (id) => gazetteer.label(id, interfaceLocale())))),
    undoCorrection: ({ correctionId }) =>
      withPlace(async ({ store, refreshTopics }) => {
        const undone = await store.deleteCorrection(correctionId);
        if (!undone.ok) return undone;
        await refreshTopics();
        await app.pages.refreshAll();
        if (undone.value) void runUpkeep(app, settings);
        return ok({ undone: undone.value });
      }),
    getSettings: async () => ok(await settings.state()),
    setMode: async ({ mode }) => ok(await settings.setMode(mode)),
    setSite: async ({ host, rule }) => {
      const state = await settings.setSite(host, rule);
      if (rule === 'blocked') await app.pages.forgetHost(host);
      return ok(state);
    },
    setPreference: async (change) => {
      const changed = await settings.setPreference(change);
      // Pages that are open show it at once.
      for (const { tabId, state } of await app.pages.known()) {
        if (change.showBadge !== undefined) await updateBadge(tabId, state, change.showBadge);
        if (change.markTopics !== undefined) await updateMarks(tabId, state, change.markTopics);
      }
      return ok(changed);
    },
    getIndexStatus: () => withPlace(({ store }) => status(store)),
    removeSamples: () =>
      withPlace(async ({ store }) => {
        const removed = await takeSamples(store);
        if (!removed.ok) return removed;
        samples = removed.value;
        await app.pages.refreshAll();
        return status(store);
      }),
    restoreSamples: () =>
      withPlace(async (place) => {
        if (samples === null) return fail('not-found', 'The samples are not at hand any more: add their pack again.');
        const restored = await restoreSamples(samples, keepDeps(place));
        if (!restored.ok) return restored;
        samples = null;
        await app.pages.refreshAll();
        return status(place.store);
      }),
    rebuildIndex: () =>
      withPlace(async ({ store }) => {
        const started = await store.startRebuild();
        if (!started.ok) return started;
        void runUpkeep(app, settings);
        return ok({ started: true });
      }),
    dataChanged: async ({ reports }) => {
      await noteChange(app, settings);
      if (reports) {
        void app.pages.refreshAll();
        // Sources may be among it.
        await startSources();
      }
      return ok(await settings.state());
    },
  };
}

/** The background's answers to gates: a page is read only where the user's choice and the browser's grant both allow it. */
export function createContentHandlers(app: App, settings: SettingsService): ContentHandlers {
  const followText = createLateText({
    glance: glanceAt,
    lookAgain: putGateInto,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  return {
    async pageSeen({ isArticle }, tabId) {
      const [url, state] = await Promise.all([tabUrl(tabId), settings.state()]);
      const host = parseWebUrl(url)?.host;
      if (host === undefined || !mayReadUnasked(state, host, state.grantedHosts)) return ok({ extract: false });
      // Each time: what was known of the document before may be forgotten by now, as Chromium says "loading" where the address changes.
      void followText(tabId, isArticle);
      // Also after a navigation inside the page, which the browser does not announce: what was known is of another article.
      await app.pages.forget(tabId);
      if (!isArticle) {
        const passedOver: TabRecord = {
          url: canonicalUrl(url),
          state: { kind: 'needs-click', host, passedOver: true },
          snapshot: null,
          document: await documentIn(tabId),
          atMs: Date.now(),
        };
        // Where the browser's memory for us is full, the page is only said not to be read.
        await app.remember(tabKey(tabId), passedOver);
        broadcast({ type: 'page-state-changed', tabId });
        return ok({ extract: false });
      }
      await app.pages.analyse(tabId, false);
      return ok({ extract: true });
    },
  };
}
