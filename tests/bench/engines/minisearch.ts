import MiniSearch from 'minisearch';
import { tokenise } from '../../../lib/text/tokenise.ts';
import type { BenchDocument } from '../corpus.ts';
import type { Engine } from '../engine.ts';
import { keepValue, keptValue } from './kept-value.ts';

const OPTIONS = { fields: ['title', 'standfirst', 'body'], idField: 'id', tokenize: tokenise, processTerm: (term: string) => term };

/** MiniSearch with our tokeniser and the same field weights. */
export function createMiniSearch(): Engine {
  let index = new MiniSearch<BenchDocument>(OPTIONS);
  const keep = (): Promise<void> => keepValue(JSON.stringify(index));
  return {
    async open() {
      const kept = await keptValue();
      if (typeof kept === 'string') index = MiniSearch.loadJSON<BenchDocument>(kept, OPTIONS);
    },
    async add(docs) {
      index.addAll(docs);
    },
    finish: keep,
    async insert(doc) {
      index.add(doc);
      await keep();
    },
    async query({ terms }) {
      const weights = new Map(terms.map(({ term, weight }) => [term, weight]));
      const found = index.search([...weights.keys()].join(' '), {
        combineWith: 'OR',
        boost: { title: 3, standfirst: 1.5 },
        boostTerm: (term) => weights.get(term) ?? 1,
      });
      return found.slice(0, 20).length;
    },
    async close() {},
  };
}
