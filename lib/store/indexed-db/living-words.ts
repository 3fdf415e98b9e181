import type { CountedWord } from '../../index/vocabulary.ts';
import type { StoreContext } from './context.ts';
import { isDeleted, visitPostings } from './postings.ts';

/** Words whose postings are read at most: beginnings are asked for with every key that is typed. */
const LOOKED_AT_MAX = 256;
const AT_ONCE = 64;

/**
 * The first `limit` of counted words, ranked by whoever calls, that occur in a document which is not deleted: counts go down, and words leave the vocabulary, only when
 * a merge leaves the deleted documents out. `dead`: how many those are; a word of more documents, or of the delta tier, has one that lives.
 */
export async function livingWords(
  context: StoreContext,
  ranked: CountedWord[],
  limit: number,
  { dead, delta }: { dead: number; delta: ReadonlyMap<string, number> },
): Promise<CountedWord[]> {
  if (dead === 0) return ranked.slice(0, limit);
  const found: CountedWord[] = [];
  let looked = 0;
  for (let from = 0; from < ranked.length && found.length < limit && looked < LOOKED_AT_MAX; from += AT_ONCE) {
    const some = ranked.slice(from, from + AT_ONCE);
    const doubtful = some.flatMap(({ word, count }) => (count <= dead && !delta.has(word) ? [word] : []));
    const living = await livingOf(context, doubtful);
    found.push(...some.filter(({ word }) => living.has(word) || !doubtful.includes(word)));
    looked += doubtful.length;
  }
  return found.slice(0, limit);
}

async function livingOf(context: StoreContext, words: string[]): Promise<Set<string>> {
  const living = new Set<string>();
  if (words.length === 0) return living;
  await visitPostings(context, words, (_state, snapshot) => (term, docId) => {
    if (!isDeleted(snapshot, docId)) living.add(words[term]!);
  });
  return living;
}
