import { fail, ok, type Result } from '../core/result.ts';
import { readOwnFile } from '../platform/background-events.ts';
import { keepStorage } from '../platform/keep-storage.ts';
import { deriveArticle } from '../services/derive.ts';
import { buildTopicLayer } from '../services/topic-layer.ts';
import { type IndexedDbStore, openStore } from '../store/indexed-db/open-store.ts';
import type { TopicLayer } from '../store/topic-layer.ts';
import { type Gazetteer, openGazetteer } from '../topics/gazetteer.ts';
import { LAYER_VERSION, layerMark } from '../topics/layer-format.ts';
import { ensureStarterPack } from './starter-pack.ts';

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

const GAZETTEER_FILE = '/data/builtin.gaz';

/**
 * Opens gazetteer and store side by side, with this version's starter pack in the index. Topics that packs brought and the built-in
 * list does not know are a layer of their own, which the store keeps ready. For the background, and for pages of ours that read the store themselves.
 * `onRebuildDue`: see `StoreOptions`.
 */
export async function openWorkplace(onRebuildDue?: () => void): Promise<Result<Workplace>> {
  let topics: { gazetteer: Gazetteer; layerId: string } | null = null;
  keepStorage();
  const [bytes, opened] = await Promise.all([
    builtinLayer(),
    openStore({
      // Rebuild and restore run after this function has settled the gazetteer.
      derive: (article) => deriveArticle(article, topics!.gazetteer),
      nowMs: () => Date.now(),
      ...(onRebuildDue && { onRebuildDue }),
    }),
  ]);
  if (!opened.ok) return opened;
  if (!bytes.ok) return bytes;
  const store = opened.value;
  const first = await readTopics(bytes.value, store);
  if (!first.ok) return first;
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
  await ensureStarterPack(place);
  return ok(place);
}

/** Built-in topics and those of packs. A layer that is missing, of another version or damaged is built. */
async function readTopics(builtin: Uint8Array, store: IndexedDbStore): Promise<Result<{ gazetteer: Gazetteer; layerId: string }>> {
  const madeWith = `${LAYER_VERSION} ${layerMark(builtin)}`;
  const kept = await store.readTopicLayer();
  const whole = kept?.madeWith === madeWith ? open(builtin, kept) : null;
  if (whole?.ok) return whole;
  const alone = openGazetteer([builtin], { packaged: 1 });
  return alone.ok ? open(builtin, await buildTopicLayer(store, alone.value, madeWith)) : alone;
}

function open(builtin: Uint8Array, { id, bytes }: TopicLayer): Result<{ gazetteer: Gazetteer; layerId: string }> {
  const opened = openGazetteer(bytes.length === 0 ? [builtin] : [builtin, bytes], { packaged: 1 });
  return opened.ok ? ok({ gazetteer: opened.value, layerId: id }) : opened;
}

async function builtinLayer(): Promise<Result<Uint8Array>> {
  try {
    return ok(await readOwnFile(GAZETTEER_FILE));
  } catch {
    return fail('storage-failed', 'Sidelight’s own topic list could not be read.');
  }
}
