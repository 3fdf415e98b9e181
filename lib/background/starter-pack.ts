import { packLines } from '../packs/lines.ts';
import { readOwnFile } from '../platform/background-events.ts';
import { extensionVersion } from '../platform/extension.ts';
import { loadStarterVersion, saveStarterVersion } from '../platform/settings.ts';
import { deriveArticle } from '../services/derive.ts';
import { importPack, readWholePack } from '../services/import-pack.ts';
import type { Workplace } from './workplace.ts';

const STARTER_FILE = '/data/starter.pack.ndjson';

/** Imports the starter pack of this version unless that was done; an import cut short is simply done again. */
export async function ensureStarterPack(place: Workplace): Promise<void> {
  const version = extensionVersion();
  if ((await loadStarterVersion()) === version) return;
  const reading = await readWholePack(packLines([await readOwnFile(STARTER_FILE)]));
  if (!reading.ok) return;
  const imported = await importPack(reading.value, {
    store: place.store,
    derive: (article) => deriveArticle(article, place.gazetteer),
    knowsTopic: (id) => place.gazetteer.kind(id) !== null,
    topicsStored: () => place.refreshTopics(),
    nowMs: Date.now(),
  });
  if (imported.ok) await saveStarterVersion(version);
}
