import type { Article } from '../core/article.ts';
import { ok, type Result } from '../core/result.ts';
import type { ActivityEntry, Settings } from '../core/user-data.ts';
import type { CiteRequest } from '../exports/cited-reports.ts';
import type { LibraryWords } from '../exports/library-html.ts';
import { allRows } from '../store/all-rows.ts';
import { BACKUP_TABLES, type BackupTable } from '../store/backup-source.ts';
import type { CopyStore } from '../store/indexed-db/copies.ts';
import type { IndexedDbStore } from '../store/indexed-db/open-store.ts';
import type { Salvaged } from '../store/indexed-db/salvage.ts';
import { attemptEach, attemptResult } from '../store/indexed-db/storage-failure.ts';
import type { Gazetteer } from '../topics/gazetteer.ts';
import { carrySalt } from './corrections.ts';
import { deriveArticle } from './derive.ts';
import { createLibraryCopies } from './library-copies.ts';
import type { createLibraryDevices } from './library-devices.ts';
import { createLibraryPacks } from './library-packs.ts';
import { createLibraryRestores } from './library-restores.ts';
import type { Proposals } from './own-topics.ts';
import type { PackImports } from './pack-imports.ts';
import { removeSource, restoreSource } from './sources.ts';

/** The store, and the topics of built-in list and packs as last read. */
export interface LibraryPlace {
  store: IndexedDbStore;
  readonly gazetteer: Gazetteer;
  refreshTopics(): Promise<void>;
}

/** What the library page's data access works with. */
export interface LibraryDeps {
  open(): Promise<Result<LibraryPlace>>;
  nowMs(): number;
  fetch: typeof globalThis.fetch;
  /** The settings as they are here. */
  settings(): Promise<Settings>;
  /** Sidelight's own version. */
  version: string;
  /** The salt of marks that carry none; null while no mark was ever made. */
  salt(): Promise<string | null>;
  /** Tells the background that data came in: it applies restored settings, and goes on with whatever is unfinished should this page go. */
  announce(): Promise<void>;
  /** Called after data came in, so that the background tidies the index and open surfaces look again. */
  changed(): void;
  /** Opens the rolling copies. */
  openCopies(): Promise<Result<CopyStore>>;
  /** Reads what can be read of an index that cannot be opened or read as it should. */
  salvage(settings: Settings): Promise<Result<Salvaged>>;
  /** Where packs are read and written: in a thread of their own, so that the page stays responsive. */
  imports: PackImports;
  /** What exchange with other devices needs of the browser. */
  devices(): Promise<Pick<Parameters<typeof createLibraryDevices>[0], 'openSyncState' | 'random' | 'isGranted'>>;
}

/** The library page's access to the store: backup, restore, packs, activity. */
export function createLibraryData(deps: LibraryDeps) {
  async function openCarrying() {
    const place = await deps.open();
    if (!place.ok) return place;
    const carried = await carrySalt(place.value.store, await deps.salt());
    return carried.ok ? place : carried;
  }

  let devices: Promise<ReturnType<typeof createLibraryDevices>> | null = null;
  const withDevices = () => {
    devices ??= Promise.all([import('./library-devices.ts'), deps.devices()]).then(([{ createLibraryDevices }, more]) =>
      createLibraryDevices({ ...deps, ...more, openCarrying, goOn: (place, onProgress) => restores.goOn(place, { onProgress }) }),
    );
    return devices;
  };

  const copies = createLibraryCopies({ ...deps, openCarrying, goOn: (place) => restores.goOn(place, {}) });
  const restores = createLibraryRestores({ ...deps, openCarrying, copyFile: copies.copyFile });

  const calls = attemptEach({
    async listActivity(limit: number): Promise<Result<ActivityEntry[]>> {
      const place = await deps.open();
      return place.ok ? ok(await place.value.store.listActivity(limit)) : place;
    },

    async removeSource(id: string, keepReports: boolean): Promise<Result<{ reports: number; undo(): Promise<boolean> }>> {
      const place = await deps.open();
      if (!place.ok) return place;
      const { store, gazetteer } = place.value;
      const removed = await removeSource(id, keepReports, store);
      // Also where it failed half-way: the background goes on with it.
      await deps.announce();
      if (!removed.ok) return removed;
      deps.changed();
      const undo = async (): Promise<boolean> => {
        const derive = (article: Article) => deriveArticle(article, gazetteer);
        const restored = await attemptResult(() => restoreSource(removed.value, { store, derive }));
        await deps.announce();
        deps.changed();
        return restored.ok;
      };
      return ok({ reports: removed.value.steps.reduce((sum, { articles }) => sum + articles.length, 0), undo });
    },

    async topicProposals(): Promise<Result<Proposals>> {
      const place = await deps.open();
      if (!place.ok) return place;
      // The background may have added a topic since this page read them.
      await place.value.refreshTopics();
      const { topicProposals } = await import('./own-topics.ts');
      return ok(await topicProposals(place.value.store, place.value.gazetteer));
    },

    async citeReports(request: CiteRequest) {
      const place = await deps.open();
      if (!place.ok) return place;
      // Loaded when it is asked for: the library's first file stays small.
      const { citeReports } = await import('./cite-reports.ts');
      return citeReports(request, { store: place.value.store, nowMs: deps.nowMs(), dayOf, version: deps.version });
    },

    async exportHtml(words: LibraryWords): Promise<Result<Blob>> {
      const place = await deps.open();
      if (!place.ok) return place;
      const { store } = place.value;
      const { libraryHtml } = await import('../exports/library-html.ts');
      // No writer changes the store meanwhile: a page of one moment, as a backup is.
      return store.undisturbed(async () => {
        const parts: string[] = [];
        const rows = { tables: BACKUP_TABLES, rows: (table: string) => allRows(store, table as BackupTable) };
        for await (const part of libraryHtml(rows, words)) parts.push(part);
        return ok(new Blob(parts, { type: 'text/html' }));
      });
    },

    ...restores.calls,
    ...copies,
    ...createLibraryPacks(deps),
  });
  return {
    ...calls,
    exchange: async () => (await withDevices()).exchange,
    sync: async () => (await withDevices()).sync,
  };
}

/** The reader's own calendar day, ISO 8601. */
function dayOf(ms: number): string {
  const day = new Date(ms);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
