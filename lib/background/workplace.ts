import { fail, ok, type Result } from '../core/result.ts';
import { readOwnFile } from '../platform/background-events.ts';
import { keepStorage } from '../platform/keep-storage.ts';
import { deriveArticle } from '../services/derive.ts';
import { type IndexedDbStore, openStore } from '../store/indexed-db/open-store.ts';
import { buildGazetteer, type Gazetteer, openGazetteer } from '../topics/gazetteer.ts';
import { ensureStarterPack } from './starter-pack.ts';

/** What is needed to answer anything about pages and reports. */
export interface Workplace {
  store: IndexedDbStore;
  gazetteer: Gazetteer;
}

const GAZETTEER_FILE = '/data/builtin.gaz';

/**
 * Opens gazetteer and store side by side, with this version's starter pack in the index. Topics that packs brought and the built-in
 * list does not know are a layer of their own. For the background, and for pages of ours that read the store themselves.
 * `onRebuildDue`: see `StoreOptions`.
 */
export async function openWorkplace(onRebuildDue?: () => void): Promise<Result<Workplace>> {
  let gazetteer: Gazetteer | null = null;
  keepStorage();
  const [bytes, opened] = await Promise.all([
    builtinLayer(),
    openStore({
      // Rebuild and restore run after this function has settled the gazetteer.
      derive: (article) => deriveArticle(article, gazetteer as Gazetteer),
      nowMs: () => Date.now(),
      ...(onRebuildDue && { onRebuildDue }),
    }),
  ]);
  if (!opened.ok) return opened;
  if (!bytes.ok) return bytes;
  const builtin = openGazetteer([bytes.value], { packaged: 1 });
  if (!builtin.ok) return builtin;
  const further = (await opened.value.listTopics()).filter((topic) => builtin.value.kind(topic.id) === null);
  const whole = further.length === 0 ? builtin : openGazetteer([bytes.value, buildGazetteer(further)], { packaged: 1 });
  if (!whole.ok) return whole;
  gazetteer = whole.value;
  const place = { store: opened.value, gazetteer };
  await ensureStarterPack(place);
  return ok(place);
}

async function builtinLayer(): Promise<Result<Uint8Array>> {
  try {
    return ok(await readOwnFile(GAZETTEER_FILE));
  } catch {
    return fail('storage-failed', 'Sidelight’s own topic list could not be read.');
  }
}
