import { fail, ok, type Result } from '../core/result.ts';
import { keepStorage } from '../platform/keep-storage.ts';
import { forgetOwnFileCopies, readLargeOwnFile } from '../platform/own-files.ts';
import { deriveArticle } from '../services/derive.ts';
import { type IndexedDbStore, openStore, type StoreOptions } from '../store/indexed-db/open-store.ts';
import { attemptResult } from '../store/indexed-db/storage-failure.ts';
import type { Gazetteer } from '../topics/gazetteer.ts';
import { importStarterPack, isStarterPackDue } from './starter-pack.ts';
import { GAZETTEER_FILE, readTopics, type TopicsInUse } from './topics-in-use.ts';

/** What is needed to answer anything about pages and reports. */
export interface Workplace {
  store: IndexedDbStore;
  /** The topics as last read: see `refreshTopics`. */
  readonly gazetteer: Gazetteer;
  /** Id of the packs' topics in it. */
  readonly layerId: string;
  /** Reads the packs' topics again if they are others by now, here or in another page; builds their layer where nobody has yet. */
  refreshTopics(): Promise<void>;
}

/**
 * Opens gazetteer and store side by side, with this version's starter pack in the index. Topics that packs brought and the built-in
 * list does not know are a layer of their own, which the store keeps ready. For the background, and for pages of ours that read the store themselves.
 */
export function openWorkplace(told: Pick<StoreOptions, 'onRebuildDue' | 'onClosed'>): Promise<Result<Workplace>> {
  return attemptResult(() => openAll(told));
}

async function openAll(told: Pick<StoreOptions, 'onRebuildDue' | 'onClosed'>): Promise<Result<Workplace>> {
  let topics: TopicsInUse | null = null;
  keepStorage();
  const [bytes, opened] = await Promise.all([
    builtinLayer(),
    openStore({
      // Rebuild and restore run after this function has settled the gazetteer.
      derive: (article) => deriveArticle(article, topics!.gazetteer),
      nowMs: () => Date.now(),
      ...told,
    }),
  ]);
  if (!opened.ok) return opened;
  if (!bytes.ok) return bytes;
  const store = opened.value;
  const [first, starterIsDue] = await Promise.all([readTopics(bytes.value, store), isStarterPackDue(store)]);
  if (!first.ok) {
    // The next opening reads the list itself.
    await forgetOwnFileCopies();
    return first;
  }
  topics = first.value;
  const place: Workplace = {
    store,
    get gazetteer() {
      return topics!.gazetteer;
    },
    get layerId() {
      return topics!.layerId;
    },
    async refreshTopics() {
      if ((await store.topicLayerId()) === topics!.layerId) return;
      const again = await readTopics(bytes.value, store);
      if (again.ok) topics = again.value;
    },
  };
  if (starterIsDue) await importStarterPack(place);
  return ok(place);
}

async function builtinLayer(): Promise<Result<Uint8Array>> {
  try {
    return ok(await readLargeOwnFile(GAZETTEER_FILE, import.meta.env.TOPICS_MARK ?? ''));
  } catch {
    return fail('storage-failed', 'Sidelight’s own topic list could not be read.');
  }
}
