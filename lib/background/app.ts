import type { Result } from '../core/result.ts';
import { interfaceLocale, interfaceMessage } from '../platform/interface-texts.ts';
import { documentIn, readPage, tabUrl } from '../platform/page-reader.ts';
import { getSession, removeSession, sessionKeys, setSession } from '../platform/session.ts';
import { loadSalt, loadSettings } from '../platform/settings.ts';
import { analysePage } from '../services/coverage.ts';
import { keepInSession } from '../services/session-room.ts';
import { createStages } from '../services/stages.ts';
import { createTabPages, type TabPages } from '../services/tab-pages.ts';
import { attemptResult } from '../store/indexed-db/storage-failure.ts';
import { openedOnce } from '../store/opened-once.ts';
import { createTexts } from '../text/format/texts.ts';
import { shownNews } from './shown-news.ts';
import { tabChanged } from './tab-changed.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/** The background's parts. Nothing is opened before something is asked. */
export interface App {
  workplace(): Promise<Result<Workplace>>;
  /** Runs a task once the workplace is open; answers why where it cannot be opened. */
  withPlace<T>(task: (place: Workplace) => Promise<Result<T>>): Promise<Result<T>>;
  pages: TabPages;
  /** Keeps a JSON value in memory until the browser closes (see `getSession`); false where there is no room even without the pages that were read. */
  remember(key: string, value: unknown): Promise<boolean>;
}

/** Builds the background. Opening the store and the gazetteer overlaps; a failed opening is tried again at the next request. `onRebuildDue`: see `StoreOptions`. */
export function createApp(onRebuildDue: () => void): App {
  /** What the last opening of the workplace took, ms: for the benchmark. */
  let openingMs = 0;
  const texts = createTexts(interfaceMessage, interfaceLocale());

  const workplace = openedOnce(async (onClosed) => {
    const startedAtMs = performance.now();
    const opened = await openWorkplace({ onRebuildDue, onClosed });
    openingMs = performance.now() - startedAtMs;
    return opened;
  });

  async function withPlace<T>(task: (place: Workplace) => Promise<Result<T>>): Promise<Result<T>> {
    const place = await workplace();
    return place.ok ? task(place.value) : place;
  }

  const session = { get: getSession, set: setSession, remove: removeSession, keys: sessionKeys };
  const pages = createTabPages({
    session,
    readTab: (tabId) => {
      // Store and topics open while the page is read: by then they are ready, also where the background was just woken.
      void workplace();
      return readPage(tabId);
    },
    documentIn,
    nowMs: () => Date.now(),
    tabUrl,
    loadSettings,
    analyse: (snapshot) =>
      attemptResult(async () => {
        const stages = createStages(() => performance.now());
        const [place, salt, shown] = await Promise.all([workplace(), loadSalt(), shownNews()]);
        if (!place.ok) return place;
        stages.end('open');
        stages.spent.workplace = openingMs;
        return analysePage(snapshot, { ...place.value, salt, texts, stages, news: { nowMs: Date.now(), shown } });
      }),
    changed: tabChanged,
  });
  return { workplace, withPlace, pages, remember: (key, value) => keepInSession(session, key, value) };
}
