import { fail, ok, type Result } from '../core/result.ts';
import type { ActivityEntry } from '../core/user-data.ts';
import { packLines } from '../packs/lines.ts';
import { exportBackup } from '../store/backup.ts';
import type { IndexedDbStore } from '../store/indexed-db/open-store.ts';
import { applyRestore, previewRestore, type RestorePreview } from '../store/restore.ts';
import type { Gazetteer } from '../topics/gazetteer.ts';
import { deriveArticle } from './derive.ts';
import { importPack, type PackReading, readWholePack } from './import-pack.ts';
import { type PackSummary, summarisePack } from './preview-pack.ts';

/** What the library page's data access works with. */
export interface LibraryDeps {
  open(): Promise<Result<{ store: IndexedDbStore; gazetteer: Gazetteer }>>;
  nowMs(): number;
  /** Called after data came in, so that the background tidies the index and open surfaces look again. */
  changed(): void;
}

/** How the library page's restore tables are called there. */
const RESTORE_KINDS = { followed: 'follows' } as const;

/** The library page's access to the store: backup, restore, pack files, activity. Previews live as long as the page. */
export function createLibraryData(deps: LibraryDeps) {
  const restores = new Map<string, RestorePreview>();
  const packs = new Map<string, PackReading>();
  const nextId = (): string => String(restores.size + packs.size + 1);

  return {
    async listActivity(limit: number): Promise<Result<ActivityEntry[]>> {
      const place = await deps.open();
      return place.ok ? ok(await place.value.store.listActivity(limit)) : place;
    },

    async exportBackup(): Promise<Result<Blob>> {
      const place = await deps.open();
      if (!place.ok) return place;
      const lines: string[] = [];
      for await (const line of exportBackup(place.value.store)) lines.push(line);
      return ok(new Blob(lines, { type: 'application/x-ndjson' }));
    },

    async previewRestore(file: Blob) {
      const place = await deps.open();
      if (!place.ok) return place;
      const preview = await previewRestore(place.value.store, packLines(chunks(file)));
      if (!preview.ok) return preview;
      const id = nextId();
      restores.set(id, preview.value);
      const counts = Object.entries(preview.value.counts).map(([table, count]) => ({
        kind: RESTORE_KINDS[table as keyof typeof RESTORE_KINDS] ?? (table as Exclude<keyof RestorePreview['counts'], 'followed'>),
        inFile: count.new + count.changed + count.same,
        added: count.new,
        changed: count.changed,
      }));
      return ok({ id, createdAtMs: null, counts, unreadable: 0 });
    },

    async applyRestore(previewId: string): Promise<Result<void>> {
      const [place, preview] = [await deps.open(), restores.get(previewId)];
      if (!place.ok) return place;
      if (preview === undefined) return fail('not-found', 'That preview is not there any more: choose the file again.');
      const applied = await applyRestore(place.value.store, preview);
      deps.changed();
      return applied;
    },

    async previewPack(file: Blob, _name: string): Promise<Result<PackSummary & { id: string }>> {
      const place = await deps.open();
      if (!place.ok) return place;
      const reading = await readWholePack(packLines(chunks(file)));
      if (!reading.ok) return reading;
      const fatal = reading.value.problems.find((problem) => problem.fatal);
      if (fatal !== undefined) return fail('bad-pack', fatal.message);
      const summary = await summarisePack(reading.value, place.value.store);
      if (!summary.ok) return summary;
      const id = nextId();
      packs.set(id, reading.value);
      return ok({ id, ...summary.value });
    },

    async applyPack(previewId: string, onProgress: (done: number) => void): Promise<Result<{ added: number; updated: number }>> {
      const [place, reading] = [await deps.open(), packs.get(previewId)];
      if (!place.ok) return place;
      if (reading === undefined) return fail('not-found', 'That preview is not there any more: choose the file again.');
      const { store, gazetteer } = place.value;
      const imported = await importPack(reading, {
        store,
        derive: (article) => deriveArticle(article, gazetteer),
        knowsTopic: (id) => gazetteer.kind(id) !== null,
        nowMs: deps.nowMs(),
        onProgress,
      });
      deps.changed();
      return imported;
    },
  };
}

async function* chunks(file: Blob): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
