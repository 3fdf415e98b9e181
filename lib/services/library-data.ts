import type { Article } from '../core/article.ts';
import { canonicalJson } from '../core/canonical-json.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { DEFAULT_SETTINGS, parseSettings, restoredSettings, type SettingsChoice } from '../core/settings.ts';
import type { ActivityEntry, Settings } from '../core/user-data.ts';
import type { CiteRequest } from '../exports/cited-reports.ts';
import type { LibraryWords } from '../exports/library-html.ts';
import type { ImportPreview, ImportSteps } from '../imports/preview.ts';
import type { JobControl } from '../messaging/job-port.ts';
import { packLines } from '../packs/lines.ts';
import { allRows } from '../store/all-rows.ts';
import { BACKUP_LINE_BYTES, BACKUP_TABLES, type BackupTable } from '../store/backup-source.ts';
import { finishRestore } from '../store/finish-restore.ts';
import type { CopyStore } from '../store/indexed-db/copies.ts';
import type { IndexedDbStore } from '../store/indexed-db/open-store.ts';
import type { Salvaged } from '../store/indexed-db/salvage.ts';
import { attemptEach, attemptResult } from '../store/indexed-db/storage-failure.ts';
import type { RestorePreview } from '../store/restore.ts';
import type { Gazetteer } from '../topics/gazetteer.ts';
import { carrySalt } from './corrections.ts';
import { deriveArticle } from './derive.ts';
import { chunks } from './file-chunks.ts';
import { createLibraryCopies } from './library-copies.ts';
import type { createLibraryDevices } from './library-devices.ts';
import type { ImportSet } from './library-import.ts';
import { createLibraryPacks } from './library-packs.ts';
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

/** How often an import is planned anew where something is changed meanwhile. */
const TRIES = 5;
/** What plans a restore and takes it back: the library's first file stays small. */
const restoring = () => import('../store/restore.ts');
/** What was written until then is taken back. */
const CANCELLED = fail('cancelled', 'It was cancelled; nothing of it was written.');
/** How the library page's restore tables are called there. */
const RESTORE_KINDS = { followed: 'follows' } as const;

/** The library page's access to the store: backup, restore, packs, activity. Previews live as long as the page. */
export function createLibraryData(deps: LibraryDeps) {
  const restores = new Map<string, RestorePreview>();
  /** The last restore or import of this page. `settings`: before it and after, where it changed them; `begun`: its number. */
  let undoable: { preview: RestorePreview; settings: { before: Settings; after: Settings } | null; begun: number } | null = null;
  /** The import that was looked at last. */
  let looked: { id: string; set: ImportSet } | null = null;
  let looks = 0;
  const nextId = (): string => String(restores.size + 1);

  async function openCarrying() {
    const place = await deps.open();
    if (!place.ok) return place;
    const carried = await carrySalt(place.value.store, await deps.salt());
    return carried.ok ? place : carried;
  }

  async function goOn({ store, refreshTopics }: LibraryPlace, { onProgress, signal }: JobControl): Promise<Result<void>> {
    await deps.announce();
    // The reports that follow are looked through for the topics that came before them.
    await refreshTopics();
    const finished = await finishRestore(store, {
      signal,
      onProgress: ({ articles, of }) => onProgress?.(of === 0 ? 1 : 1 - articles / of),
    });
    if (finished.ok && !finished.value) return CANCELLED;
    deps.changed();
    return finished.ok ? ok(undefined) : finished;
  }

  /** Takes the last restore or import of this page back, finished or under way. */
  async function takeBack(place: LibraryPlace, last: NonNullable<typeof undoable>): Promise<Result<void>> {
    const { undoRestore } = await restoring();
    const here = canonicalJson(await deps.settings());
    // Settings that were changed since stay.
    const isOurs = last.settings !== null && Object.values(last.settings).some((settings) => canonicalJson(settings) === here);
    const begun = await undoRestore(place.store, last.preview, isOurs ? last.settings!.before : null, last.begun);
    if (!begun.ok) return begun;
    undoable = null;
    return goOn(place, {});
  }

  /** Writes a preview whole, or, cancelled, nothing of it: what was written by then is taken back. */
  async function write(place: LibraryPlace, preview: RestorePreview, choice: SettingsChoice, control: JobControl): Promise<Result<void>> {
    const [before, { beginRestore }] = [await deps.settings(), await restoring()];
    // First: whatever happens after the first transaction, the background goes on with it.
    await deps.announce();
    const begun = await beginRestore(place.store, preview, choice, control);
    if (!begun.ok) return begun;
    const given = choice === 'keep' ? null : preview.settings;
    const settings = given === null ? null : { before, after: parseSettings(restoredSettings(before, given, choice)) };
    const last = { preview, settings, begun: begun.value };
    undoable = last;
    const done = await goOn(place, control);
    if (done.ok || done.error.code !== 'cancelled') return done;
    const undone = await takeBack(place, last);
    if (undone.ok) return done;
    // Not taken back, it goes on.
    deps.changed();
    return undone;
  }

  let devices: Promise<ReturnType<typeof createLibraryDevices>> | null = null;
  const withDevices = () => {
    devices ??= Promise.all([import('./library-devices.ts'), deps.devices()]).then(([{ createLibraryDevices }, more]) =>
      createLibraryDevices({ ...deps, ...more, openCarrying, goOn: (place, onProgress) => goOn(place, { onProgress }) }),
    );
    return devices;
  };

  const copies = createLibraryCopies({ ...deps, openCarrying });

  async function previewFile(file: Blob, { onProgress, signal }: JobControl) {
    const place = await openCarrying();
    if (!place.ok) return place;
    const lines = packLines(chunks(file, onProgress, signal), BACKUP_LINE_BYTES);
    const { previewRestore } = await restoring();
    const preview = await previewRestore(place.value.store, lines, await deps.settings(), signal);
    if (!preview.ok) return preview;
    const id = nextId();
    restores.set(id, preview.value);
    const { counts, settings, hasSettings } = preview.value;
    const rows = Object.entries(counts).map(([table, count]) => ({
      kind: RESTORE_KINDS[table as keyof typeof RESTORE_KINDS] ?? (table as Exclude<keyof RestorePreview['counts'], 'followed'>),
      inFile: count.new + count.changed + count.same,
      added: count.new,
      changed: count.changed,
    }));
    const settingsRow = { kind: 'settings' as const, inFile: 1, added: 0, changed: settings === null ? 0 : 1 };
    return ok({
      id,
      createdAtMs: null,
      counts: hasSettings ? [settingsRow, ...rows] : rows,
      settingsDiffer: settings !== null,
      settingsUntouched: areUntouched(await deps.settings()),
      unreadable: 0,
    });
  }

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

    previewRestore: (file: Blob, control: JobControl = {}) => previewFile(file, control),

    async previewCopy(id: number, control: JobControl = {}) {
      const file = await copies.copyFile(id);
      return file.ok ? previewFile(file.value, control) : file;
    },

    async applyRestore(previewId: string, choice: SettingsChoice, control: JobControl = {}): Promise<Result<void>> {
      const [place, preview] = [await deps.open(), restores.get(previewId)];
      if (!place.ok) return place;
      if (preview === undefined) return fail('not-found', 'That preview is not there any more: choose the file again.');
      const earlier = await finishEarlier(place.value, control);
      return earlier.ok ? write(place.value, preview, choice, control) : earlier;
    },

    async undoRestore(): Promise<Result<void>> {
      const place = await deps.open();
      if (!place.ok) return place;
      if (undoable === null) return fail('not-found', 'There is no restore to take back.');
      return takeBack(place.value, undoable);
    },

    /** Reads files of other programs, and says what importing them would do. */
    async previewImport(files: readonly File[], steps: ImportSteps): Promise<Result<ImportPreview>> {
      const place = await deps.open();
      if (!place.ok) return place;
      const { previewOf, readFiles } = await import('./library-import.ts');
      const set = await readFiles(
        files.map((file) => ({ name: file.name, size: file.size, chunks: () => chunks(file) })),
        steps,
      );
      if (!set.ok) return set;
      const id = String(++looks);
      const preview = await previewOf(id, set.value, { store: place.value.store, nowMs: deps.nowMs() }, steps);
      if (preview.ok) looked = { id, set: set.value };
      return preview;
    },

    /** Writes a previewed import: all pins, notes and sources at once, then the reports. `undoRestore` takes it back. */
    async applyImport(previewId: string, { onProgress, signal }: JobControl = {}): Promise<Result<void>> {
      const place = await deps.open();
      if (!place.ok) return place;
      if (looked?.id !== previewId) return fail('not-found', 'That preview is not there any more: choose the files again.');
      const { store } = place.value;
      const earlier = await finishEarlier(place.value, { signal });
      if (!earlier.ok) return earlier;
      const { planSet } = await import('./library-import.ts');
      for (let tries = 1; ; tries++) {
        const plan = await planSet(looked.set, {
          store,
          nowMs: deps.nowMs(),
          cancelled: () => signal?.aborted === true,
          onProgress: (done) => onProgress?.(done / 2),
        });
        if (plan === null) return CANCELLED;
        const written = await write(place.value, plan.restore, 'keep', { signal, onProgress: (done) => onProgress?.(0.5 + done / 2) });
        if (!written.ok && written.error.code === 'changed-meanwhile' && tries < TRIES) continue;
        looked = null;
        return written;
      }
    },

    async restoreLeft(): Promise<Result<{ articles: number; of: number } | null>> {
      const place = await deps.open();
      return place.ok ? ok(await place.value.store.restoreLeft()) : place;
    },

    async continueRestore(onProgress: (done: number) => void): Promise<Result<void>> {
      const place = await deps.open();
      return place.ok ? goOn(place.value, { onProgress }) : place;
    },

    ...copies,
    ...createLibraryPacks(deps),
  });
  return {
    ...calls,
    exchange: async () => (await withDevices()).exchange,
    sync: async () => (await withDevices()).sync,
  };
}

/** A restore that was cut off goes first: two at once are refused. */
async function finishEarlier({ store }: LibraryPlace, { signal }: JobControl): Promise<Result<void>> {
  const earlier = await finishRestore(store, { signal });
  if (!earlier.ok) return earlier;
  return earlier.value ? ok(undefined) : CANCELLED;
}

/** The reader's own calendar day, ISO 8601. */
function dayOf(ms: number): string {
  const day = new Date(ms);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** True for settings as a new installation has them: nobody chose them. */
function areUntouched({ mode, sites, blockedSites, showBadge, markTopics }: Settings): boolean {
  const { mode: first, showBadge: badge, markTopics: marks } = DEFAULT_SETTINGS;
  return mode === first && showBadge === badge && markTopics === marks && sites.length + blockedSites.length === 0;
}
