import type { KeptCopy } from '../core/copy.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { Salvaged } from '../store/indexed-db/salvage.ts';
import { attemptResult } from '../store/indexed-db/storage-failure.ts';
import type { LibraryDeps, LibraryPlace } from './library-data.ts';

/** A backup, and what is not in it: null where it holds everything. `isUnfinished`: a restore could not be finished; what it has still to bring. */
export interface Exported {
  file: Blob;
  /** Changes the user had made by then; null where something is not in it. */
  changes: number | null;
  lost: (Pick<Salvaged, 'lost' | 'textsLost' | 'trimmed'> & { isUnfinished?: boolean }) | null;
}

type CopyDeps = Pick<LibraryDeps, 'settings' | 'openCopies' | 'salvage'> & {
  /** Opens the store; marks have their salt then. */
  openCarrying(): Promise<Result<LibraryPlace>>;
  /** Finishes a restore that is under way. */
  goOn(place: LibraryPlace): Promise<Result<void>>;
};

/** The library page's ways to copies: a whole backup, or what can be read of one, and the rolling copies. */
export function createLibraryCopies({ openCarrying, goOn, settings, openCopies, salvage }: CopyDeps) {
  const whole = (): Promise<Result<Exported>> =>
    attemptResult<Exported>(async () => {
      const place = await openCarrying();
      if (!place.ok) return place;
      const { exportBackup } = await import('../store/backup.ts');
      const { store } = place.value;
      // Where that fails, what is here is worth a file all the same.
      if ((await store.restoreLeft()) !== null) await goOn(place.value);
      // Before the file: what changes while it is written counts as new.
      const { changes } = await store.made();
      const lines: string[] = [];
      for await (const line of exportBackup(store, await settings())) lines.push(line);
      const file = new Blob(lines, { type: 'application/x-ndjson' });
      if ((await store.restoreLeft()) === null) return ok({ file, changes, lost: null });
      return ok({ file, changes: null, lost: { lost: [], textsLost: 0, trimmed: 0, isUnfinished: true } });
    });

  return {
    async exportBackup(): Promise<Result<Exported>> {
      const backup = await whole();
      if (backup.ok) return backup;
      const saved = await salvage(await settings());
      if (!saved.ok) return backup;
      const { file, ...lost } = saved.value;
      return ok({ file, changes: null, lost });
    },

    /** Newest first. */
    async listCopies(): Promise<Result<KeptCopy[]>> {
      const copies = await openCopies();
      if (!copies.ok) return copies.error.code === 'not-found' ? ok([]) : copies;
      try {
        return ok(await copies.value.list());
      } finally {
        copies.value.close();
      }
    },

    /** A rolling copy as a backup file. */
    async copyFile(id: number): Promise<Result<Blob>> {
      const copies = await openCopies();
      if (!copies.ok) return copies;
      try {
        const file = await copies.value.read(id);
        return file === null ? fail('not-found', 'That copy is not there any more: look again.') : ok(file);
      } catch (error) {
        if (error instanceof DOMException || error instanceof TypeError)
          return fail('checksum-mismatch', 'That copy is damaged: take another one.');
        throw error;
      } finally {
        copies.value.close();
      }
    },
  };
}
