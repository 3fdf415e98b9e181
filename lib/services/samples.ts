import type { Article } from '../core/article.ts';
import { ok, type Result } from '../core/result.ts';
import type { DerivedArticle, RemovedSamples, Store } from '../store/store.ts';

/** Puts removed samples back: outlets and reporters first, so that no report names one that is missing. */
export async function restoreSamples(
  { articles, reporters, outlets }: RemovedSamples,
  { store, derive }: { store: Pick<Store, 'putOutlets' | 'putReporters' | 'addArticles'>; derive(article: Article): DerivedArticle },
): Promise<Result<void>> {
  const steps = [
    () => store.putOutlets(outlets),
    () => store.putReporters(reporters),
    () => store.addArticles(articles.map((article) => ({ article, derived: derive(article) }))),
  ];
  for (const step of steps) {
    const done = await step();
    if (!done.ok) return done;
  }
  return ok(undefined);
}
