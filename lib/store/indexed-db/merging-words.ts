import { countLeft } from '../../index/lost-words.ts';
import { joinVocabulary, mergeWords, takeBlocks } from '../../index/vocabulary.ts';
import { commit, type StoreContext, settled } from './context.ts';
import type { WriteTransaction } from './schema.ts';
import { putSmallVocabulary } from './sealing.ts';
import { readLost } from './slot-tables.ts';
import { type MergeJob, putState, requireState, type SegmentInfo } from './state.ts';

// Blocks of one source read in a step; a block holds the words that share their first two characters.
const BLOCKS_A_STEP = 8;

interface SourceBlock {
  block: string;
  text: string;
  /** Where the next block begins in a small source's text. */
  end: number;
}

/**
 * Writes the next vocabulary blocks of a merge's target, in one transaction with the checkpoint; `merge.block` becomes null with the last. Small
 * targets take one step.
 */
export function mergeVocabulary(context: StoreContext): Promise<void> {
  return commit(context, 'merge-words', ['meta', 'vocabulary'], 'relaxed', async (transaction) => {
    const state = await requireState(transaction);
    const job = state.merge;
    if (job === null || job.block === null) return;
    const sources = job.sources.map((source) => state.segments.find(({ id }) => id === source)!);
    const left = await leftIn(context, transaction, job);
    state.merge =
      job.kind === 'small'
        ? await mergeWhole(transaction, job, sources, left)
        : await mergeBlocks(transaction, { ...job, block: job.block }, sources, left);
    if (state.merge.block === null) context.cache.lost = null;
    await putState(transaction, state);
  });
}

/** What is left of a word's count without the documents that the merge left out; undefined where it left out none. */
type Left = Parameters<typeof mergeWords>[1];

async function leftIn(context: StoreContext, transaction: WriteTransaction, { target }: MergeJob): Promise<Left> {
  // Of a large merge they are megabytes: read once, not with every step. All are noted before the first word is merged.
  if (context.cache.lost?.target !== target) context.cache.lost = { target, counts: await readLost(transaction) };
  const { counts } = context.cache.lost;
  return counts.hashes.length === 0 ? undefined : (word, count) => countLeft(counts, word, count);
}

async function mergeWhole(transaction: WriteTransaction, job: MergeJob, sources: SegmentInfo[], left: Left): Promise<MergeJob> {
  const table = transaction.objectStore('vocabulary');
  const texts = await Promise.all(sources.map(({ id }) => table.getAll(IDBKeyRange.bound([id, ''], [id, []]))));
  await settled(putSmallVocabulary(transaction, job.target, mergeWords(['\n', ...texts.flat()], left)));
  return { ...job, block: null };
}

async function mergeBlocks(
  transaction: WriteTransaction,
  job: MergeJob & { block: string },
  sources: SegmentInfo[],
  left: Left,
): Promise<MergeJob> {
  const table = transaction.objectStore('vocabulary');
  const found = await Promise.all(
    sources.map(({ id, kind }, i) =>
      kind === 'small' ? fromText(transaction, id, job.wordsRead[i] ?? 0) : fromBlocks(transaction, id, job.block),
    ),
  );
  // A source that filled its answer may hold more blocks after its last: nothing beyond the least such block is complete.
  const frontiers = found.filter((blocks) => blocks.length === BLOCKS_A_STEP).map((blocks) => blocks.at(-1)!.block);
  const frontier = frontiers.reduce<string | null>((least, block) => (least === null || block < least ? block : least), null);
  const taken = found.map((blocks) => blocks.filter(({ block }) => frontier === null || block <= frontier));
  const byBlock = new Map<string, string[]>();
  for (const { block, text } of taken.flat()) byBlock.set(block, [...(byBlock.get(block) ?? []), text]);
  const merged = [...byBlock].map(([block, texts]) => [block, mergeWords(texts, left)] as const);
  await settled(merged.filter(([, text]) => text !== '\n').map(([block, text]) => table.put(text, [job.target, block])));
  return { ...job, block: frontier, wordsRead: taken.map((blocks, i) => blocks.at(-1)?.end ?? job.wordsRead[i] ?? 0) };
}

async function fromText(transaction: WriteTransaction, id: number, from: number): Promise<SourceBlock[]> {
  const pieces = await transaction.objectStore('vocabulary').getAll(IDBKeyRange.bound([id, ''], [id, []]));
  return takeBlocks(joinVocabulary(pieces), from, BLOCKS_A_STEP);
}

async function fromBlocks(transaction: WriteTransaction, id: number, after: string): Promise<SourceBlock[]> {
  const table = transaction.objectStore('vocabulary');
  const range = IDBKeyRange.bound([id, after], [id, []], true, true);
  const [keys, texts] = await Promise.all([table.getAllKeys(range, BLOCKS_A_STEP), table.getAll(range, BLOCKS_A_STEP)]);
  return keys.map((key, i) => ({ block: key[1], text: texts[i]!, end: 0 }));
}
