import { fail, ok, type Result } from '../core/result.ts';
import { readOwnFile } from '../platform/background-events.ts';
import { readPage, tabUrl } from '../platform/page-reader.ts';
import { getSession, removeSession, setSession } from '../platform/session.ts';
import { loadSettings } from '../platform/settings.ts';
import { analysePage } from '../services/coverage.ts';
import { deriveArticle } from '../services/derive.ts';
import { createTabPages, type TabPages } from '../services/tab-pages.ts';
import { openStore } from '../store/indexed-db/open-store.ts';
import type { Store } from '../store/store.ts';
import { type Gazetteer, openGazetteer } from '../topics/gazetteer.ts';
import { ensureStarterPack } from './starter-pack.ts';
import { tabChanged } from './tab-changed.ts';

/** What the background works with once it is needed. */
export interface Workplace {
  store: Store;
  gazetteer: Gazetteer;
}

/** The background's parts. Nothing is opened before something is asked. */
export interface App {
  workplace(): Promise<Result<Workplace>>;
  pages: TabPages;
}

const GAZETTEER_FILE = '/data/builtin.gaz';

/** Builds the background. Opening the store and the gazetteer overlaps; a failed opening is tried again at the next request. */
export function createApp(): App {
  let opening: Promise<Result<Workplace>> | null = null;

  function workplace(): Promise<Result<Workplace>> {
    opening ??= open().then((opened) => {
      if (!opened.ok) opening = null;
      return opened;
    });
    return opening;
  }

  const pages = createTabPages({
    session: { get: getSession, set: setSession, remove: removeSession },
    readTab: readPage,
    tabUrl,
    loadSettings,
    async analyse(snapshot) {
      const place = await workplace();
      return place.ok ? analysePage(snapshot, place.value) : place;
    },
    changed: tabChanged,
  });
  return { workplace, pages };
}

async function open(): Promise<Result<Workplace>> {
  const gazetteer = await openBuiltinGazetteer();
  if (!gazetteer.ok) return gazetteer;
  const store = await openStore({ derive: (article) => deriveArticle(article, gazetteer.value), nowMs: () => Date.now() });
  if (!store.ok) return store;
  const place = { store: store.value, gazetteer: gazetteer.value };
  await ensureStarterPack(place);
  return ok(place);
}

async function openBuiltinGazetteer(): Promise<Result<Gazetteer>> {
  try {
    return openGazetteer([await readOwnFile(GAZETTEER_FILE)]);
  } catch {
    return fail('storage-failed', 'Sidelight’s own topic list could not be read.');
  }
}
