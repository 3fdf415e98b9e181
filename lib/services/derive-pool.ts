import type { Article } from '../core/article.ts';
import type { Result } from '../core/result.ts';
import type { DerivedArticle } from '../store/store.ts';

/** A thread that derives. */
export interface DeriveThread {
  /** Takes the layers of topics to look for. */
  openTopics(layers: Uint8Array[]): Promise<Result<void>>;
  derive(articles: Article[]): Promise<Result<DerivedArticle[]>>;
}

/** Articles that one thread is given at a time, so that all have something to do. */
const SHARE = 50;

/**
 * Derives in several threads at once; what a thread cannot do is done by `alone`. Answers in the order given. `threads` know the topics they are to look
 * for.
 */
export async function deriveInThreads(
  articles: Article[],
  threads: DeriveThread[],
  alone: (articles: Article[]) => DerivedArticle[],
): Promise<DerivedArticle[]> {
  const derived: DerivedArticle[][] = [];
  let next = 0;
  await Promise.all(
    threads.map(async (thread) => {
      while (next < articles.length) {
        const from = next;
        next += SHARE;
        const some = articles.slice(from, from + SHARE);
        const answer = await thread.derive(some);
        derived[from / SHARE] = answer.ok && answer.value.length === some.length ? answer.value : alone(some);
      }
    }),
  );
  return derived.flat();
}
