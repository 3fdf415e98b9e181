import { fail, ok, type Result } from '../core/result.ts';
import { readOwnFile } from '../platform/background-events.ts';
import { deriveArticle } from '../services/derive.ts';
import { type IndexedDbStore, openStore } from '../store/indexed-db/open-store.ts';
import { type Gazetteer, openGazetteer } from '../topics/gazetteer.ts';
import { ensureStarterPack } from './starter-pack.ts';

/** What is needed to answer anything about pages and reports. */
export interface Workplace {
  store: IndexedDbStore;
  gazetteer: Gazetteer;
}

const GAZETTEER_FILE = '/data/builtin.gaz';

/** Opens gazetteer and store, with this version's starter pack in it. For the background and for pages of ours that read the store themselves. */
export async function openWorkplace(): Promise<Result<Workplace>> {
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
