import { buildMemoryIndex, evaluateMemory, type MemoryIndex } from '../../../lib/index/memory.ts';
import type { IndexDocument } from '../../../lib/index/types.ts';
import { documentTerms } from '../../../lib/index/vector.ts';
import type { Engine } from '../engine.ts';

/** The pure in-memory index of the command line. It is immutable: an insertion builds it again. */
export function createMemory(): Engine {
  const docs: IndexDocument[] = [];
  let index: MemoryIndex | null = null;
  return {
    async open() {},
    async add(batch) {
      for (const { id, title, standfirst, body } of batch) {
        docs.push({ docId: id, publishedMin: id, terms: documentTerms({ title, standfirst, body }, []) });
      }
    },
    async finish() {
      index = buildMemoryIndex(docs);
    },
    async insert() {
      // Node measures no insertion: nothing there is kept on disk.
      throw new Error('immutable');
    },
    async query({ terms }) {
      return index === null ? 0 : evaluateMemory(index, terms, 20).length;
    },
    async close() {},
  };
}
