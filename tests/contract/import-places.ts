import 'fake-indexeddb/auto';
import { DEFAULT_SETTINGS } from '../../lib/core/settings.ts';
import { createLibraryData } from '../../lib/services/library-data.ts';
import { createPackImports } from '../../lib/services/pack-imports.ts';
import { exportBackup } from '../../lib/store/backup.ts';
import { openCopies } from '../../lib/store/indexed-db/copies.ts';
import { type IndexedDbStore, openStore } from '../../lib/store/indexed-db/open-store.ts';
import { salvage } from '../../lib/store/indexed-db/salvage.ts';
import { openSyncState } from '../../lib/store/indexed-db/sync-state.ts';
import { openGazetteer } from '../../lib/topics/gazetteer.ts';
import { value } from './checks.ts';
import { open, type Profile, profile, settingsOf } from './profiles.ts';
import { derive } from './sample-data.ts';

/** When everything happens in these libraries, epoch ms. */
export const NOW = Date.UTC(2026, 10, 27);

/** A library page with a store of its own, or that of a profile, which may be killed. `announced` stands for the background. */
export async function library(announced: (store: IndexedDbStore) => Promise<unknown> = async () => {}, of: Profile | null = null) {
  const own = of ?? profile();
  const store = of === null ? value(await openStore({ databaseName: `import-${own.name}`, derive, nowMs: () => NOW })) : await open(own);
  const place = { store, gazetteer: value(openGazetteer([])), refreshTopics: async () => {} };
  const at = { open: async () => ({ ok: true as const, value: place }), nowMs: () => NOW };
  const data = createLibraryData({
    ...at,
    openCopies: () => openCopies({ databaseName: 'copies' }),
    salvage: (settings) => salvage(settings),
    imports: createPackImports(at),
    fetch,
    version: '0.1.0',
    settings: async () => own.settings,
    salt: async () => null,
    devices: async () => ({ openSyncState, random: (length) => new Uint8Array(length), isGranted: async () => false }),
    announce: async () => void (await announced(store)),
    changed: () => {},
  });
  return { store, data, of: own, settings: settingsOf(own) };
}

/** A page and its store. */
export type Library = Awaited<ReturnType<typeof library>>;

/** Pocket's table, with these rows. */
export const pocket = (rows: string, name = 'part_000000.csv'): File => new File([`title,url,time_added,tags,status\n${rows}`], name);

/** Nobody stops it, and nobody looks. */
export const steps = () => ({ signal: new AbortController().signal, onProgress: () => {} });

/** Imports files, and answers with what the preview said. */
export async function bring({ data }: Pick<Library, 'data'>, ...files: File[]) {
  const preview = value(await data.previewImport(files, steps()));
  value(await data.applyImport(preview.id));
  return preview;
}

/** All that is in a store, as one text. */
export async function backup(store: IndexedDbStore, settings = DEFAULT_SETTINGS): Promise<string> {
  let text = '';
  for await (const line of exportBackup(store, settings)) text += line;
  return text;
}
