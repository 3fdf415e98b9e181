import { packLines } from '../packs/lines.ts';
import { extensionVersion } from '../platform/extension.ts';
import { readOwnFile } from '../platform/own-files.ts';
import { loadStarterVersion, saveStarterVersion } from '../platform/settings.ts';
import { deriveArticle } from '../services/derive.ts';
import { installPack } from '../services/install-pack.ts';
import { packId } from '../services/plan-pack.ts';
import { scanPack } from '../services/scan-pack.ts';
import type { Store } from '../store/store.ts';
import type { Workplace } from './workplace.ts';

const STARTER_FILE = '/data/starter.pack.ndjson';

/** Whether this version's starter pack is still to be imported: it was not yet, or the database was cleared since. */
export async function isStarterPackDue(store: Store): Promise<boolean> {
  const [imported, { updatedAtMs }] = await Promise.all([loadStarterVersion(), store.status()]);
  return imported !== extensionVersion() || updatedAtMs === null;
}

/** Imports the starter pack, unless the reader removed an earlier version of it; an import cut short is simply done again. */
export async function importStarterPack(place: Workplace): Promise<void> {
  const bytes = await readOwnFile(STARTER_FILE);
  const reading = await scanPack(() => packLines([bytes]));
  if (!reading.ok) return;
  const { store } = place;
  const wasRemoved = async (): Promise<boolean> => {
    const [earlier, { updatedAtMs }, made, packs] = await Promise.all([
      loadStarterVersion(),
      store.status(),
      store.made(),
      store.listPacks(),
    ]);
    // A removal is something the reader made: where the index lost its record, that still tells it from one that was cleared.
    return (
      earlier !== null && (updatedAtMs !== null || made.writes > 0) && packs.every(({ id }) => id !== packId(reading.value.manifest.name))
    );
  };
  if (await wasRemoved()) return saveStarterVersion(extensionVersion());
  const written = await installPack(reading.value, {
    store,
    derive: (articles) => articles.map((article) => deriveArticle(article, place.gazetteer)),
    knowsTopic: (id) => place.gazetteer.kind(id) !== null,
    topicsStored: () => place.refreshTopics(),
    nowMs: Date.now(),
  });
  // A pack of its name that the reader took from elsewhere, and signed, is not replaced, now or at the next wake.
  if (written.ok || written.error.code === 'bad-pack') await saveStarterVersion(extensionVersion());
}
