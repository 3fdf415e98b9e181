import type { Article } from '../core/article.ts';
import { fail, type Result } from '../core/result.ts';
import type { TermImpact } from '../index/types.ts';
import type { DerivedArticle } from '../store/store.ts';

/**
 * What is derived of articles, as it goes from one thread to another: a text is copied at once, a list of hundreds of small objects one by one. Terms
 * are joined by line feeds, and so are the terms of the vector.
 */
export type PackedDerived = Omit<DerivedArticle, 'terms' | 'vector'> & { terms: PackedList; vector: PackedList };

interface PackedList {
  terms: string;
  impacts: Uint8Array;
}

/** Packs what was derived of an article. */
export function packDerived({ terms, vector, ...rest }: DerivedArticle): PackedDerived {
  return { ...rest, terms: packList(terms), vector: packList(vector) };
}

/** What was packed. */
export function unpackDerived({ terms, vector, ...rest }: PackedDerived): DerivedArticle {
  return { ...rest, terms: unpackList(terms), vector: unpackList(vector) };
}

/** A thread that derives. */
export interface DeriveThread {
  /** Takes the layers of topics to look for. */
  openTopics(layers: Uint8Array[]): Promise<Result<void>>;
  derive(articles: Article[]): Promise<Result<PackedDerived[]>>;
}

/** Articles that one thread is given at a time, so that all have something to do. */
const SHARE = 50;

/** How long a thread may think about its share; one that says nothing for so long was ended by the browser. */
const ANSWER_MS = 30_000;

/**
 * Derives in several threads at once; what a thread cannot do is done by `alone`, and the thread is taken out of `threads`. Answers in the order given.
 * `threads` know the topics they are to look for.
 */
export async function deriveInThreads(
  articles: Article[],
  threads: DeriveThread[],
  alone: (articles: Article[]) => DerivedArticle[],
): Promise<DerivedArticle[]> {
  const derived: DerivedArticle[][] = [];
  let next = 0;
  const share = (): [number, Article[]] => {
    const from = next;
    next += SHARE;
    return [from / SHARE, articles.slice(from, next)];
  };
  await Promise.all(
    [...threads].map(async (thread) => {
      while (next < articles.length && threads.includes(thread)) {
        const [at, some] = share();
        const answer = await answered(thread.derive(some));
        const isWhole = answer.ok && answer.value.length === some.length;
        derived[at] = isWhole ? answer.value.map(unpackDerived) : alone(some);
        if (!isWhole && threads.includes(thread)) threads.splice(threads.indexOf(thread), 1);
      }
    }),
  );
  while (next < articles.length) {
    const [at, some] = share();
    derived[at] = alone(some);
  }
  return derived.flat();
}

/** What a thread answers; an error where it never does. */
export async function answered<T>(answer: Promise<Result<T>>, waitMs = ANSWER_MS): Promise<Result<T>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<Result<T>>((resolve) => {
    timer = setTimeout(() => resolve(fail('unexpected', 'A thread does not answer.')), waitMs);
  });
  return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
}

function packList(list: TermImpact[]): PackedList {
  // No term but one of a hostile id holds a line feed; the store leaves such a term out, too.
  const kept = list.filter(({ term }) => !term.includes('\n'));
  return { terms: kept.map(({ term }) => term).join('\n'), impacts: Uint8Array.from(kept, ({ impact }) => impact) };
}

function unpackList({ terms, impacts }: PackedList): TermImpact[] {
  return impacts.length === 0 ? [] : terms.split('\n').map((term, at) => ({ term, impact: impacts[at]! }));
}
