import 'fake-indexeddb/auto';
import { DEFAULT_SETTINGS, restoredSettings, type SettingsChoice } from '../../lib/core/settings.ts';
import type { Settings } from '../../lib/core/user-data.ts';
import { carrySalt, hiddenArticles } from '../../lib/services/corrections.ts';
import { applyRestoredSettings } from '../../lib/services/upkeep.ts';
import { exportBackup } from '../../lib/store/backup.ts';
import { finishRestore } from '../../lib/store/finish-restore.ts';
import { type IndexedDbStore, openStore } from '../../lib/store/indexed-db/open-store.ts';
import { beginRestore, previewRestore, type RestorePreview } from '../../lib/store/restore.ts';
import { check, value } from './checks.ts';
import { derive } from './sample-data.ts';

/** A browser profile: its database, its settings, its salt. */
export interface Profile {
  name: string;
  settings: Settings;
  salt: string | null;
  /** Commits still allowed before a kill. */
  allowed: number;
}

/** Stands for the browser killing whoever is at work: nothing after it runs. */
export class Killed extends Error {}

/** The page that marks are made on. */
export const PAGE = 'https://news.example/a';
let profiles = 0;

/** A fresh profile. */
export function profile(over: Partial<Profile> = {}): Profile {
  return { name: `profile-${profiles++}`, settings: DEFAULT_SETTINGS, salt: null, allowed: Number.POSITIVE_INFINITY, ...over };
}

/** Its store; one more commit than allowed is a kill. */
export async function open(of: Profile): Promise<IndexedDbStore> {
  const afterCommit = (): void => {
    of.allowed--;
    if (of.allowed < 0) throw new Killed();
  };
  return value(await openStore({ databaseName: of.name, derive, nowMs: () => 7, afterCommit }));
}

/** Its backup. */
export async function lines(store: IndexedDbStore, of: Profile): Promise<string[]> {
  value(await carrySalt(store, of.salt));
  const all: string[] = [];
  for await (const line of exportBackup(store, of.settings)) all.push(line);
  return all;
}

/** Reports that its marks hide on the page. */
export const hidden = async (store: IndexedDbStore, of: Profile) =>
  [...(await hiddenArticles(await store.listCorrections(), of.salt, PAGE))].sort();

/** What the background does with restored settings. */
export const settingsOf = (of: Profile) => ({
  restore: async (given: Settings, choice: SettingsChoice) => {
    of.settings = restoredSettings(of.settings, given, choice);
    return { ...of.settings, grantedHosts: [], permissionMissing: false, missingHosts: [] };
  },
});

/** Restores a backup to its end. */
export async function restore(store: IndexedDbStore, of: Profile, backup: string[], choice: SettingsChoice): Promise<RestorePreview> {
  const preview = value(await previewRestore(store, backup, of.settings));
  value(await beginRestore(store, preview, choice));
  await applyRestoredSettings(store, settingsOf(of));
  value(await finishRestore(store));
  check((await store.restoreLeft()) === null, 'the restore is not finished');
  return preview;
}
