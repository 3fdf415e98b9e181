import { fail, ok, type Result } from '../core/result.ts';
import { packLines } from '../packs/lines.ts';
import { openPack } from '../packs/read.ts';
import type { RemovalCounts } from '../store/pack-source.ts';
import { noteRequests } from './activity.ts';
import { fetchDocument, LEADS_AWAY } from './fetch-document.ts';
import { chunks } from './file-chunks.ts';
import type { ImportSummary } from './import-pack.ts';
import type { LibraryDeps, LibraryPlace } from './library-data.ts';
import { packId as packIdOf } from './plan-pack.ts';
import { PACK_MAX_BYTES, PACK_TOO_LARGE, type PackRow, type PackSummary, whose } from './preview-pack.ts';

type PackDeps = Pick<LibraryDeps, 'open' | 'nowMs' | 'announce' | 'changed' | 'fetch' | 'imports'>;

/** An import that is not done. */
export interface PackLeft {
  name: string;
  /** The reader stopped it: it goes on only when asked. */
  stopped: boolean;
}

type Preview = Promise<Result<PackSummary & { id: string }>>;
type OnProgress = (done: number) => void;

/** A large pack over a slow line takes its time. */
const PACK_TIMEOUT_MS = 600_000;

/** The library page's packs: preview, import, list, removal. Previews live as long as the page; an import that was cut off is taken up again. */
export function createLibraryPacks(deps: PackDeps) {
  const { imports } = deps;
  /** The import of this page that is under way, whichever of its views asked for it. */
  let running: { work: Promise<Result<ImportSummary>>; told: Set<OnProgress>; stop: AbortController } | null = null;

  function run(
    begin: (told: OnProgress, signal: AbortSignal) => Promise<Result<ImportSummary>>,
    onProgress: OnProgress,
    signal?: AbortSignal,
  ) {
    if (running === null) {
      const [told, stop] = [new Set<OnProgress>(), new AbortController()];
      const work = begin((done) => {
        for (const tell of told) tell(done);
      }, stop.signal).finally(() => {
        running = null;
      });
      running = { work, told, stop };
    }
    const { work, told, stop } = running;
    told.add(onProgress);
    if (signal?.aborted) stop.abort();
    else signal?.addEventListener('abort', () => stop.abort(), { once: true });
    return work;
  }

  async function announced(work: Promise<Result<ImportSummary>>): Promise<Result<ImportSummary>> {
    const imported = await work;
    const place = await deps.open();
    if (place.ok) await place.value.refreshTopics();
    await deps.announce();
    deps.changed();
    return imported;
  }

  return {
    previewPack: (file: Blob, _name: string, onProgress?: OnProgress, signal?: AbortSignal): Preview =>
      imports.preview(file, null, { signal, ...(onProgress && { onProgress }) }),

    /** Fetches a pack, once, because the reader asked, and notes that in the activity. The permission for the host must be there. */
    async previewPackFrom(url: string, onProgress?: OnProgress, signal?: AbortSignal): Preview {
      const place = await deps.open();
      if (!place.ok) return place;
      const atMs = deps.nowMs();
      const answer = await fetchDocument(
        { url, etag: null, lastModified: null },
        {
          fetch: deps.fetch,
          timeoutMs: PACK_TIMEOUT_MS,
          maxBytes: PACK_MAX_BYTES,
          unpackedBytes: PACK_MAX_BYTES,
          ...(signal && { signal }),
        },
      );
      await noteRequests({ url, source: null, why: 'pack', atMs }, answer, place.value.store);
      if (answer.kind === 'read') return imports.preview(new Blob([answer.body]), url, { signal, ...(onProgress && { onProgress }) });
      if (signal?.aborted) return fail('cancelled', 'It was stopped; nothing was written.');
      const code = answer.kind === 'failed' ? answer.failure : 'refused';
      if (code === 'leads-away') return fail(code, LEADS_AWAY);
      if (code === 'private-address') return fail('no-permission', 'Addresses of this computer and its network are not fetched.');
      return code === 'too-large' ? PACK_TOO_LARGE : fail('page-unreachable', 'Nothing could be read at this address.');
    },

    /** Adds a previewed pack, after the import that this page is at, if any. */
    async applyPack(previewId: string, onProgress: OnProgress, signal?: AbortSignal): Promise<Result<ImportSummary>> {
      while (running !== null) await running.work.catch(() => null);
      if (signal?.aborted) return fail('cancelled', 'It was stopped; nothing was written.');
      return run(
        async (told, stop) => {
          // In case this page goes: what it wrote is to be tidied.
          await deps.announce();
          return announced(imports.apply(previewId, { onProgress: told, signal: stop }));
        },
        onProgress,
        signal,
      );
    },

    /** The pack whose import is not done; null where there is none, or another page is at it. */
    async packLeft(): Promise<Result<PackLeft | null>> {
      const place = await deps.open();
      if (!place.ok) return place;
      if (running === null && (await place.value.store.isImporting())) return ok(null);
      return ok(await packLeftOf(place.value));
    },

    /** Goes on with an import that was cut off or stopped; where this page is at one already, waits for that. */
    async continuePack(onProgress: OnProgress, signal?: AbortSignal): Promise<Result<ImportSummary>> {
      return run(
        async (told, stop) => {
          await deps.announce();
          return announced(imports.resume({ onProgress: told, signal: stop }));
        },
        onProgress,
        signal,
      );
    },

    /** Lets an import that was stopped be: what it added stays. */
    async leavePack(): Promise<Result<void>> {
      const place = await deps.open();
      return place.ok ? place.value.store.dropStagedPack() : place;
    },

    async listPacks(): Promise<Result<PackRow[]>> {
      const place = await deps.open();
      if (!place.ok) return place;
      const { store } = place.value;
      const rows: PackRow[] = [];
      for (const pack of await store.listPacks()) {
        const { articles, reporters, outlets, topics } = await store.heldBy(pack.id);
        const { id, name, licence, source } = pack;
        const counts = { articles: articles.length, reporters: reporters.length, outlets: outlets.length, topics: topics.length };
        rows.push({ id, name, licence, source, url: pack.url ?? null, isWhole: pack.sha256 !== '', ...whose(pack), ...counts });
      }
      return ok(rows);
    },

    async removalOf(packId: string): Promise<Result<RemovalCounts>> {
      const place = await deps.open();
      return place.ok ? ok(await place.value.store.removalOf(packId)) : place;
    },

    /**
     * Takes a pack and what nobody else holds away, step by step; cut off, the background completes it. `onStep` is told of the reports gone. Its own
     * import ends first, whichever page is at it; another pack's is waited for.
     */
    async removePack(packId: string, onStep: (articles: number) => void): Promise<Result<void>> {
      const place = await deps.open();
      if (!place.ok) return place;
      const { store } = place.value;
      const stopped = (await isLeft(packId, place.value)) ? await store.stopStagedPack() : ok(undefined);
      if (!stopped.ok) return stopped;
      // What an import wrote meanwhile would be nobody's, and stay for ever.
      return store.importing(async () => {
        const started = await store.startRemoval(packId, false);
        if (!started.ok) return started;
        if (await isLeft(packId, place.value)) await store.dropStagedPack();
        await deps.announce();
        let gone = 0;
        for (;;) {
          const step = await store.continueRemoval(false, packId);
          if (!step.ok) return step;
          if (step.value === null) break;
          gone += step.value.articles.length;
          onStep(gone);
        }
        await place.value.refreshTopics();
        deps.changed();
        return ok(undefined);
      });
    },
  };
}

async function isLeft(packId: string, place: LibraryPlace): Promise<boolean> {
  const left = await packLeftOf(place);
  return left !== null && packIdOf(left.name) === packId;
}

async function packLeftOf({ store }: LibraryPlace): Promise<PackLeft | null> {
  const left = await store.stagedPack();
  const pack = left === null ? null : await openPack(packLines(chunks(left.file)));
  return left !== null && pack?.ok ? { name: pack.value.manifest.name, stopped: left.stopped } : null;
}
