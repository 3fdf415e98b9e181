import type { Article } from '../core/article.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { askJobs, type JobChannel, type JobControl, serveJobs } from '../messaging/job-port.ts';
import { deriveArticle } from '../services/derive.ts';
import { answered, type DeriveThread, deriveInThreads } from '../services/derive-pool.ts';
import { createPackImports, type ImportPlace, type PackImports } from '../services/pack-imports.ts';
import { openStore, type StoreOptions } from '../store/indexed-db/open-store.ts';
import { openedOnce } from '../store/opened-once.ts';
import type { Gazetteer } from '../topics/gazetteer.ts';
import { GAZETTEER_FILE, openTopicLayers, readTopics, type TopicsInUse } from './topics-in-use.ts';

/** Threads that derive, at most: with more of them, writing is what takes the time. */
const HELPERS_MAX = 3;

/** Reports of an import that are derived by the thread itself before it starts others: one takes a second of the processor until it knows the topics. */
const ALONE_AT_FIRST = 400;

/** What a thread beside the library page is asked for. */
export type ImportJobs = {
  preview(args: { file: Blob; url: string | null }, control: JobControl): ReturnType<PackImports['preview']>;
  apply(args: { previewId: string }, control: JobControl): ReturnType<PackImports['apply']>;
  resume(args: null, control: JobControl): ReturnType<PackImports['resume']>;
};

type HelperJobs = {
  openTopics(args: { layers: Uint8Array[] }): ReturnType<DeriveThread['openTopics']>;
  derive(args: { articles: Article[] }): ReturnType<DeriveThread['derive']>;
};

/** A thread that was started, and its end. */
export interface StartedThread {
  channel: JobChannel;
  end(): void;
}

/** The thread that imports packs, or one that helps it: which of both, the first call tells. `start` starts another one. */
export function serveImportThread(scope: JobChannel, start: () => StartedThread): void {
  let topics: Gazetteer | null = null;
  const onRebuildDue = (): void => scope.postMessage({ rebuildDue: true });
  const imports = createPackImports({
    open: openedOnce((onClosed) => openPlace(start, { onClosed, onRebuildDue })),
    nowMs: () => Date.now(),
  });
  const jobs: ImportJobs & HelperJobs = {
    preview: ({ file, url }, control) => imports.preview(file, url, control),
    apply: ({ previewId }, control) => imports.apply(previewId, control),
    resume: (_args, control) => imports.resume(control),
    openTopics: async ({ layers }) => {
      const opened = openTopicLayers(layers);
      if (!opened.ok) return opened;
      topics = opened.value;
      return ok(undefined);
    },
    derive: async ({ articles }) => {
      const known = topics;
      if (known === null) return fail('unexpected', 'No topics were given.');
      return ok(articles.map((article) => deriveArticle(article, known)));
    },
  };
  serveJobs(scope, jobs);
}

/** The store and the topics, read here: this thread has no part of the browser's API. The page has opened the same store before. */
async function openPlace(start: () => StartedThread, told: Pick<StoreOptions, 'onRebuildDue' | 'onClosed'>): Promise<Result<ImportPlace>> {
  let topics: TopicsInUse | null = null;
  const alone = (articles: Article[]) => articles.map((article) => deriveArticle(article, topics!.gazetteer));
  const [builtin, opened] = await Promise.all([
    fetch(GAZETTEER_FILE).then(async (answer) => new Uint8Array(await answer.arrayBuffer())),
    openStore({ derive: (article) => deriveArticle(article, topics!.gazetteer), nowMs: () => Date.now(), ...told }),
  ]);
  if (!opened.ok) return opened;
  const store = opened.value;
  const first = await readTopics(builtin, store);
  if (!first.ok) return first;
  topics = first.value;
  let helpers: Promise<{ threads: DeriveThread[]; end(): void }> | null = null;
  let derived = 0;
  const endHelpers = (): void => {
    void helpers?.then(({ end }) => end());
    helpers = null;
  };
  return ok({
    store,
    get gazetteer() {
      return topics!.gazetteer;
    },
    async refreshTopics() {
      if ((await store.topicLayerId()) === topics!.layerId) return;
      const again = await readTopics(builtin, store);
      if (!again.ok) return;
      topics = again.value;
      endHelpers();
    },
    async deriveAll(articles) {
      derived += articles.length;
      if (derived <= ALONE_AT_FIRST) return alone(articles);
      helpers ??= startHelpers(topics!.layers, start);
      const { threads } = await helpers;
      return threads.length === 0 ? alone(articles) : deriveInThreads(articles, threads, alone);
    },
    importEnded() {
      endHelpers();
      derived = 0;
    },
  });
}

async function startHelpers(layers: Uint8Array[], start: () => StartedThread): Promise<{ threads: DeriveThread[]; end(): void }> {
  const count = Math.min(HELPERS_MAX, (navigator.hardwareConcurrency || 1) - 1);
  const started = Array.from({ length: count }, start);
  const threads = await Promise.all(
    started.map(async ({ channel }) => {
      const { openTopics, derive } = askJobs<HelperJobs>(channel, ['openTopics', 'derive']);
      const thread: DeriveThread = { openTopics: (given) => openTopics({ layers: given }), derive: (articles) => derive({ articles }) };
      return (await answered(thread.openTopics(layers))).ok ? [thread] : [];
    }),
  );
  return {
    threads: threads.flat(),
    end: () => {
      for (const { end } of started) end();
    },
  };
}
