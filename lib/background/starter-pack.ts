import { packLines } from '../packs/lines.ts';
import { readOwnFile } from '../platform/background-events.ts';
import { extensionVersion } from '../platform/extension.ts';
import { loadStarterVersion, saveStarterVersion } from '../platform/settings.ts';
import { deriveArticle } from '../services/derive.ts';
import { importPack, readWholePack } from '../services/import-pack.ts';
import type { Workplace } from './workplace.ts';

const STARTER_FILE = '/data/starter.pack.ndjson';

/**
 * Imports the starter pack of this version unless that was done; an import cut short is simply done again, and so is one whose database
 * was cleared since.
 */
export async function ensureStarterPack(place: Workplace): Promise<void> {
  const version = extensionVersion();
  const [imported, { updatedAtMs }] = await Promise.all([loadStarterVersion(), place.store.status()]);
  if (imported === version && updatedAtMs !== null) return;
  const reading = await readWholePack(packLines([await readOwnFile(STARTER_FILE)]));
  if (!reading.ok) return;
  const written = await importPack(reading.value, {
    store: place.store,
    derive: (article) => deriveArticle(article, place.gazetteer),
    knowsTopic: (id) => place.gazetteer.kind(id) !== null,
    topicsStored: () => place.refreshTopics(),
    nowMs: Date.now(),
  });
  if (written.ok) await saveStarterVersion(version);
}
