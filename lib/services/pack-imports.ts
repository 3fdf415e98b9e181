import type { Article } from '../core/article.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { isGzip, unpackGzip } from '../feeds/unpack.ts';
import type { JobControl } from '../messaging/job-port.ts';
import { packLines } from '../packs/lines.ts';
import type { DerivedArticle } from '../store/store.ts';
import { deriveArticle } from './derive.ts';
import { chunks } from './file-chunks.ts';
import type { ImportSummary } from './import-pack.ts';
import { installPack } from './install-pack.ts';
import type { LibraryPlace } from './library-data.ts';
import { packId, planPack, planReports } from './plan-pack.ts';
import { PACK_MAX_BYTES, PACK_TOO_LARGE, type PackSummary, summarisePlan } from './preview-pack.ts';
import { type PackLines, type ScannedPack, scanPack } from './scan-pack.ts';

/** Reading and writing whole packs: in the page that asks, or in a thread beside it. Stopped work answers `cancelled`. */
export interface PackImports {
  /** Reads a pack and compares it with what is here; writes nothing. `url`: where it was fetched. */
  preview(file: Blob, url: string | null, control: JobControl): Promise<Result<PackSummary & { id: string }>>;
  /** Adds a previewed pack. Its file is kept until all of it is there, so that `resume` can go on. */
  apply(previewId: string, control: JobControl): Promise<Result<ImportSummary>>;
  /** Goes on with an import that was cut off or stopped. */
  resume(control: JobControl): Promise<Result<ImportSummary>>;
}

/** Where packs are imported. */
export interface ImportPlace extends LibraryPlace {
  /** Derives with the topics of the place; default: here and now. */
  deriveAll?(articles: Article[]): Promise<DerivedArticle[]>;
  /** Called when an import is over, whichever way. */
  importEnded?(): void;
}

/** What importing works with. */
export interface PackImportDeps {
  open(): Promise<Result<ImportPlace>>;
  nowMs(): number;
}

/** Imports packs into the store of a place. Previews live as long as this does. */
export function createPackImports(deps: PackImportDeps): PackImports {
  const previews = new Map<string, { file: Blob; scanned: ScannedPack; url: string | null; areNew: boolean }>();

  /** Topics of other packs are known to the gazetteer too, but may come in another version. */
  async function planning(place: LibraryPlace) {
    const stored = new Set((await place.store.listTopics()).map(({ id }) => id));
    return { store: place.store, nowMs: deps.nowMs(), knowsTopic: (id: string) => place.gazetteer.kind(id) !== null && !stored.has(id) };
  }

  async function install(
    scanned: ScannedPack,
    url: string | null,
    control: JobControl & { areNew?: boolean },
  ): Promise<Result<ImportSummary>> {
    const opened = await deps.open();
    if (!opened.ok) return opened;
    const place = opened.value;
    const { store } = place;
    const here = (articles: Article[]) => articles.map((article) => deriveArticle(article, place.gazetteer));
    const installed = await installPack(scanned, {
      ...(await planning(place)),
      store,
      derive: (articles) => place.deriveAll?.(articles) ?? here(articles),
      topicsStored: () => place.refreshTopics(),
      url,
      ...control,
    }).finally(() => place.importEnded?.());
    const pack = (await store.listPacks()).find(({ id }) => id === packId(scanned.manifest.name));
    // Stopped half-way, the reader decides what becomes of it; what the disk had no room for is tried again at the next visit.
    if (!installed.ok && installed.error.code === 'cancelled' && pack?.sha256 === '') await store.stopStagedPack();
    else if (installed.ok || installed.error.code === 'bad-pack' || installed.error.code === 'cancelled') await store.dropStagedPack();
    return installed;
  }

  return {
    async preview(given, url, control) {
      const place = await deps.open();
      if (!place.ok) return place;
      const unpacked = await unpackedFile(given);
      if (!unpacked.ok) return unpacked;
      const file = unpacked.value;
      const read = share(control, 0, 0.5);
      const scanned = await scanPack(linesOf(file, read));
      if (control.signal?.aborted) return CANCELLED;
      if (!scanned.ok) return scanned;
      if (scanned.value.fault !== null) return fail('bad-pack', scanned.value.fault);
      const planned = await planning(place.value);
      const plan = await planPack(scanned.value, planned);
      const before = plan.here === null ? [] : (await planned.store.heldBy(plan.pack.id)).articles;
      const still = new Set<string>();
      const articles = { inFile: 0, added: 0, changed: 0, kept: 0 };
      for await (const some of planReports(scanned.value, planned)) {
        if (control.signal?.aborted) return CANCELLED;
        for (const kind of ['inFile', 'added', 'changed', 'kept'] as const) articles[kind] += some.counts[kind];
        if (before.length > 0) for (const held of some.held) still.add(held);
        control.onProgress?.(0.5 + articles.inFile / (2 * scanned.value.counts.articles));
      }
      const id = `pack ${previews.size + 1}`;
      previews.set(id, { file, scanned: scanned.value, url, areNew: articles.added === articles.inFile });
      const missing = before.filter((articleId) => !still.has(articleId)).length;
      return ok({ id, ...summarisePlan(scanned.value, plan, { articles, missing, bytes: file.size }) });
    },

    async apply(previewId, control) {
      const [place, preview] = [await deps.open(), previews.get(previewId)];
      if (!place.ok) return place;
      if (preview === undefined) return fail('not-found', 'That preview is not there any more: choose the file again.');
      return place.value.store.importing(async () => {
        const staged = await place.value.store.stagePack(preview.file);
        return staged.ok ? install(preview.scanned, preview.url, { ...control, areNew: preview.areNew }) : staged;
      });
    },

    async resume(control) {
      const place = await deps.open();
      if (!place.ok) return place;
      const { store } = place.value;
      return store.importing(async () => {
        const left = await store.stagedPack();
        if (left === null) return ok({ added: 0, updated: 0 });
        // Goes on from now on: cut off, it is taken up by itself again.
        const staged = await store.stagePack(left.file);
        if (!staged.ok) return staged;
        const scanned = await scanPack(linesOf(left.file, {}));
        return scanned.ok ? install(scanned.value, null, control) : scanned;
      });
    },
  };
}

const CANCELLED = fail('cancelled', 'It was stopped; nothing was written.');

/** A pack's file without its gzip. What is left of a damaged one fails by its checksum. */
async function unpackedFile(file: Blob): Promise<Result<Blob>> {
  if (!isGzip(new Uint8Array(await file.slice(0, 2).arrayBuffer()))) return ok(file);
  const unpacked = await unpackGzip(new Uint8Array(await file.arrayBuffer()), PACK_MAX_BYTES);
  if (unpacked.ok) return ok(new Blob([unpacked.value]));
  return unpacked.error.code === 'too-large' ? PACK_TOO_LARGE : fail('bad-pack', 'The gzip data of the pack are damaged.');
}

/** A file's lines, as often as asked. Tells how much of it is read; ends early when it is to stop. */
export function linesOf(file: Blob, { onProgress, signal }: JobControl): PackLines {
  return () => packLines(chunks(file, onProgress, signal));
}

function share({ onProgress, signal }: JobControl, from: number, width: number): JobControl {
  return { signal, ...(onProgress && { onProgress: (done: number) => onProgress(from + width * done) }) };
}
