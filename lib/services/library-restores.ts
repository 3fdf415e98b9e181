import { canonicalJson } from '../core/canonical-json.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { DEFAULT_SETTINGS, parseSettings, restoredSettings, type SettingsChoice } from '../core/settings.ts';
import type { Settings } from '../core/user-data.ts';
import type { ImportPreview, ImportSteps } from '../imports/preview.ts';
import type { JobControl } from '../messaging/job-port.ts';
import { packLines } from '../packs/lines.ts';
import { BACKUP_LINE_BYTES } from '../store/backup-source.ts';
import { finishRestore } from '../store/finish-restore.ts';
import type { RestorePreview } from '../store/restore.ts';
import { chunks } from './file-chunks.ts';
import type { LibraryDeps, LibraryPlace } from './library-data.ts';
import type { ImportSet } from './library-import.ts';

type RestoreDeps = Pick<LibraryDeps, 'open' | 'nowMs' | 'settings' | 'announce' | 'changed'> & {
  /** Opens the store; marks have their salt then. */
  openCarrying(): Promise<Result<LibraryPlace>>;
  /** A rolling copy as a file. */
  copyFile(id: number): Promise<Result<Blob>>;
};

/** How often an import is planned anew where something is changed meanwhile. */
const TRIES = 5;
/** What plans a restore and takes it back: the library's first file stays small. */
const restoring = () => import('../store/restore.ts');
/** What was written until then is taken back. */
const CANCELLED = fail('cancelled', 'It was cancelled; nothing of it was written.');
/** How the library page's restore tables are called there. */
const RESTORE_KINDS = { followed: 'follows' } as const;

/** The library page's ways in: backups, rolling copies and files of other programs are looked at, written as one, and taken back. Previews live as long as the page. */
export function createLibraryRestores(deps: RestoreDeps) {
  const restores = new Map<string, RestorePreview>();
  /** The last restore or import of this page. `settings`: before it and after, where it changed them; `begun`: its number. */
  let undoable: { preview: RestorePreview; settings: { before: Settings; after: Settings } | null; begun: number } | null = null;
  /** The import that was looked at last. */
  let looked: { id: string; set: ImportSet } | null = null;
  let looks = 0;
  const nextId = (): string => String(restores.size + 1);

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

  async function previewFile(file: Blob, { onProgress, signal }: JobControl) {
    const place = await deps.openCarrying();
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

  const calls = {
    previewRestore: (file: Blob, control: JobControl = {}) => previewFile(file, control),

    async previewCopy(id: number, control: JobControl = {}) {
      const file = await deps.copyFile(id);
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
  };

  return { calls, goOn };
}

/** A restore that was cut off goes first: two at once are refused. */
async function finishEarlier({ store }: LibraryPlace, { signal }: JobControl): Promise<Result<void>> {
  const earlier = await finishRestore(store, { signal });
  if (!earlier.ok) return earlier;
  return earlier.value ? ok(undefined) : CANCELLED;
}

/** True for settings as a new installation has them: nobody chose them. */
function areUntouched({ mode, sites, blockedSites, showBadge, markTopics }: Settings): boolean {
  const { mode: first, showBadge: badge, markTopics: marks } = DEFAULT_SETTINGS;
  return mode === first && showBadge === badge && markTopics === marks && sites.length + blockedSites.length === 0;
}
