import { mergeWords, splitVocabulary } from '../../index/vocabulary.ts';
import { commit, type StoreContext, settled } from './context.ts';
import { putState, requireState } from './state.ts';

// Blocks of one source read in a step; a block holds the words that share their first two characters.
const BLOCKS_A_STEP = 48;

/**
 * Writes the next vocabulary blocks of a merge's target, in one transaction with the checkpoint; `merge.block` becomes null with the last. Small
 * targets take one step; for large ones the small sources are first divided into blocks, one a step.
 */
export function mergeVocabulary(context: StoreContext): Promise<void> {
  return commit(context, 'merge-words', ['meta', 'vocabulary'], 'relaxed', async (transaction) => {
    const state = await requireState(transaction);
    const job = state.merge;
    if (job === null || job.block === null) return;
    const table = transaction.objectStore('vocabulary');
    const sources = state.segments.filter(({ id }) => job.sources.includes(id));
    const small = sources.filter(({ kind }) => kind === 'small');
    const requests: Promise<unknown>[] = [];
    if (job.kind === 'small') {
      const whole = await Promise.all(
        sources.map(({ id, kind }) => table.getAll(kind === 'small' ? IDBKeyRange.only([id, '']) : IDBKeyRange.bound([id, ''], [id, []]))),
      );
      requests.push(table.put(mergeWords(['\n', ...whole.flat()]), [job.target, '']));
      state.merge = { ...job, block: null };
    } else if (job.divided < small.length) {
      const { id } = small[job.divided]!;
      for (const [block, words] of splitVocabulary((await table.get([id, ''])) ?? '\n')) requests.push(table.put(words, [id, block]));
      state.merge = { ...job, divided: job.divided + 1 };
    } else {
      const after = job.block;
      const found = await Promise.all(
        sources.map(async ({ id }) => {
          const range = IDBKeyRange.bound([id, after], [id, []], true, true);
          const [keys, texts] = await Promise.all([table.getAllKeys(range, BLOCKS_A_STEP), table.getAll(range, BLOCKS_A_STEP)]);
          return keys.map((key, i) => ({ block: key[1], text: texts[i]! }));
        }),
      );
      // A source that filled its answer may hold more blocks after its last: nothing beyond the least such block is complete.
      const frontiers = found.filter((blocks) => blocks.length === BLOCKS_A_STEP).map((blocks) => blocks.at(-1)!.block);
      const frontier = frontiers.reduce<string | null>((least, block) => (least === null || block < least ? block : least), null);
      const byBlock = new Map<string, string[]>();
      for (const { block, text } of found.flat()) {
        if (frontier === null || block <= frontier) byBlock.set(block, [...(byBlock.get(block) ?? []), text]);
      }
      for (const [block, texts] of byBlock) requests.push(table.put(mergeWords(texts), [job.target, block]));
      state.merge = { ...job, block: frontier };
    }
    await settled([...requests, putState(transaction, state)]);
  });
}
