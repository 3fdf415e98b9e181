import type { Article } from '../core/article.ts';
import { ok, type Result } from '../core/result.ts';
import type { HeldRecords, InstalledPack } from '../core/source.ts';
import type { DerivedArticle, RemovedSamples, Store } from '../store/store.ts';
import { finishRemovals } from './sources.ts';

/** Samples that were removed, and the packs of which nothing was left. */
export interface TakenSamples extends RemovedSamples {
  packs: { pack: InstalledPack; held: HeldRecords }[];
}

/** Removes the samples and, from the list of packs, those of which nothing is left: with neither, no report is lost. */
export async function takeSamples(store: Store): Promise<Result<TakenSamples>> {
  const removed = await store.removeSamples();
  if (!removed.ok) return removed;
  const samples = new Set(removed.value.articles.map(({ id }) => id));
  const packs: TakenSamples['packs'] = [];
  for (const pack of await store.listPacks()) {
    const held = await store.heldBy(pack.id);
    // Without checksum it may still be written.
    if (pack.sha256 === '' || !held.articles.some((id) => samples.has(id)) || (await isHere(held, store))) continue;
    if (!(await store.startRemoval(pack.id, true)).ok) continue;
    packs.push({ pack, held });
    // A step that fails is done again by upkeep.
    await finishRemovals(store, { holder: pack.id });
  }
  return ok({ ...removed.value, packs });
}

async function isHere(held: HeldRecords, store: Store): Promise<boolean> {
  const [docIds, reporters, outlets, topics] = await Promise.all([
    store.docIdsOf(held.articles),
    store.getReporters(held.reporters),
    store.listOutlets(),
    store.listTopics(),
  ]);
  return (
    reporters.length > 0 ||
    docIds.some((docId) => docId !== null) ||
    outlets.some(({ id }) => held.outlets.includes(id)) ||
    topics.some(({ id }) => held.topics.includes(id))
  );
}

/** Puts removed samples back: what a pack holds is noted first, as when it came, then outlets and reporters, so that no report names one that is missing. */
export async function restoreSamples(
  { articles, reporters, outlets, packs }: TakenSamples,
  { store, derive }: { store: Store; derive(article: Article): DerivedArticle },
): Promise<Result<void>> {
  const steps: (() => Promise<Result<unknown>>)[] = [
    ...packs.flatMap(({ pack, held }) => [() => store.putPack({ ...pack, sha256: '' }), () => store.addHoldings(pack.id, held)]),
    () => store.putOutlets(outlets),
    () => store.putReporters(reporters),
    () => store.addArticles(articles.map((article) => ({ article, derived: derive(article) }))),
    ...packs.map(
      ({ pack }) =>
        () =>
          store.putPack(pack),
    ),
  ];
  for (const step of steps) {
    const done = await step();
    if (!done.ok) return done;
  }
  return ok(undefined);
}
