import { fail, ok, type Result } from '../core/result.ts';
import { packLines } from '../packs/lines.ts';
import { openPack } from '../packs/read.ts';
import type { RemovalCounts } from '../store/pack-source.ts';
import { activityOf } from './activity.ts';
import { deriveArticle } from './derive.ts';
import { fetchDocument } from './fetch-document.ts';
import { type ImportSummary, type PackReading, readWholePack } from './import-pack.ts';
import { installPack } from './install-pack.ts';
import type { LibraryDeps, LibraryPlace } from './library-data.ts';
import { packId as packIdOf, planPack } from './plan-pack.ts';
import { type PackRow, type PackSummary, summarisePlan, whose } from './preview-pack.ts';

type PackDeps = Pick<LibraryDeps, 'open' | 'nowMs' | 'announce' | 'changed' | 'fetch'>;

/** A pack of 100,000 reports has about 300 MB; over a slow line that takes its time. */
const PACK_MAX_BYTES = 500_000_000;
const PACK_TIMEOUT_MS = 600_000;

/** The library page's packs: preview, import, list, removal. Previews live as long as the page; an import that was cut off is taken up again. */
export function createLibraryPacks(deps: PackDeps) {
  const previews = new Map<string, { file: Blob; reading: PackReading; url: string | null }>();

  async function install(place: LibraryPlace, reading: PackReading, onProgress: (done: number) => void): Promise<Result<ImportSummary>> {
    const { store } = place;
    // In case this page goes: what it wrote is to be tidied.
    await deps.announce();
    const imported = await installPack(reading, {
      store,
      derive: (article) => deriveArticle(article, place.gazetteer),
      ...(await planning(place)),
      topicsStored: () => place.refreshTopics(),
      onProgress,
    });
    // What stays is a file that could not be stored: the next visit tries again.
    if (imported.ok || imported.error.code === 'bad-pack') await store.dropStagedPack();
    await deps.announce();
    deps.changed();
    return imported;
  }

  /** Topics of other packs are known to the gazetteer too, but may come in another version. */
  async function planning(place: LibraryPlace) {
    const stored = new Set((await place.store.listTopics()).map(({ id }) => id));
    return { nowMs: deps.nowMs(), knowsTopic: (id: string) => place.gazetteer.kind(id) !== null && !stored.has(id) };
  }

  async function preview(file: Blob, url: string | null): Promise<Result<PackSummary & { id: string }>> {
    const place = await deps.open();
    if (!place.ok) return place;
    const reading = await readWholePack(packLines(chunks(file)));
    if (!reading.ok) return reading;
    const fatal = reading.value.problems.find((problem) => problem.fatal);
    if (fatal !== undefined) return fail('bad-pack', fatal.message);
    const { store } = place.value;
    const plan = await planPack(reading.value, { store, ...(await planning(place.value)) });
    const id = `pack ${previews.size + 1}`;
    previews.set(id, { file, reading: reading.value, url });
    return ok({ id, ...summarisePlan(reading.value, plan, file.size) });
  }

  return {
    previewPack: (file: Blob, _name: string) => preview(file, null),

    /** Fetches a pack, once, because the reader asked, and notes that in the activity. The permission for the host must be there. */
    async previewPackFrom(url: string): Promise<Result<PackSummary & { id: string }>> {
      const place = await deps.open();
      if (!place.ok) return place;
      const atMs = deps.nowMs();
      const answer = await fetchDocument(
        { url, etag: null, lastModified: null },
        { fetch: deps.fetch, timeoutMs: PACK_TIMEOUT_MS, maxBytes: PACK_MAX_BYTES, unpackedBytes: PACK_MAX_BYTES },
      );
      await place.value.store.addActivity(activityOf(url, null, 'pack', answer, atMs));
      if (answer.kind === 'read') return preview(new Blob([answer.body]), url);
      const code = answer.kind === 'failed' ? answer.failure : 'refused';
      if (code === 'private-address') return fail('no-permission', 'Addresses of this computer and its network are not fetched.');
      return code === 'too-large'
        ? fail('too-large', 'The pack is larger than Sidelight reads.')
        : fail('page-unreachable', 'Nothing could be read at this address.');
    },

    async applyPack(previewId: string, onProgress: (done: number) => void): Promise<Result<ImportSummary>> {
      const [place, preview] = [await deps.open(), previews.get(previewId)];
      if (!place.ok) return place;
      if (preview === undefined) return fail('not-found', 'That preview is not there any more: choose the file again.');
      const staged = await place.value.store.stagePack(preview.file);
      if (!staged.ok) return staged;
      const installed = await install(place.value, preview.reading, onProgress);
      const pack =
        preview.url === null ? undefined : (await place.value.store.listPacks()).find(({ name }) => name === preview.reading.manifest.name);
      // Only to ask again there: without it the pack is whole all the same.
      if (installed.ok && pack !== undefined && preview.url !== null) await place.value.store.putPack({ ...pack, url: preview.url });
      return installed;
    },

    /** Name of the pack whose import was cut off; null where there is none. */
    async packLeft(): Promise<Result<string | null>> {
      const place = await deps.open();
      return place.ok ? ok(await stagedName(place.value)) : place;
    },

    /** Goes on with an import that was cut off. */
    async continuePack(onProgress: (done: number) => void): Promise<Result<ImportSummary>> {
      const place = await deps.open();
      if (!place.ok) return place;
      const file = await place.value.store.stagedPack();
      if (file === null) return ok({ added: 0, updated: 0 });
      const reading = await readWholePack(packLines(chunks(file)));
      return reading.ok ? install(place.value, reading.value, onProgress) : reading;
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
        rows.push({ id, name, licence, source, url: pack.url ?? null, ...whose(pack), ...counts });
      }
      return ok(rows);
    },

    async removalOf(packId: string): Promise<Result<RemovalCounts>> {
      const place = await deps.open();
      return place.ok ? ok(await place.value.store.removalOf(packId)) : place;
    },

    /** Takes a pack and what nobody else holds away, step by step; cut off, the background completes it. `onStep` is told of the reports gone. */
    async removePack(packId: string, onStep: (articles: number) => void): Promise<Result<void>> {
      const place = await deps.open();
      if (!place.ok) return place;
      const { store } = place.value;
      const started = await store.startRemoval(packId, false);
      if (!started.ok) return started;
      const left = await stagedName(place.value);
      if (left !== null && packIdOf(left) === packId) await store.dropStagedPack();
      await deps.announce();
      let gone = 0;
      for (;;) {
        const step = await store.continueRemoval(false);
        if (!step.ok) return step;
        if (step.value === null) break;
        gone += step.value.articles.length;
        onStep(gone);
      }
      await place.value.refreshTopics();
      deps.changed();
      return ok(undefined);
    },
  };
}

async function stagedName({ store }: LibraryPlace): Promise<string | null> {
  const file = await store.stagedPack();
  const pack = file === null ? null : await openPack(packLines(chunks(file)));
  return pack?.ok ? pack.value.manifest.name : null;
}

/** A file's bytes as they are read. */
export async function* chunks(file: Blob): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
