import MiniSearch, { type Query } from 'minisearch';
import { tokenise } from '../../../lib/text/tokenise.ts';
import type { BenchDocument } from '../corpus.ts';
import type { Engine } from '../engine.ts';
import { outletOf, type TypedEngine } from '../typed.ts';
import { keepValue, keptValue } from './kept-value.ts';

const OPTIONS = { fields: ['title', 'standfirst', 'body'], idField: 'id', tokenize: tokenise, processTerm: (term: string) => term };
const BOOST = { title: 3, standfirst: 1.5 };

/** MiniSearch with our tokeniser and the same field weights. */
export function createMiniSearch(): Engine & TypedEngine {
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
        boost: BOOST,
        boostTerm: (term) => weights.get(term) ?? 1,
      });
      return found.slice(0, 20).length;
    },
    /** It has no phrases: their words are asked for, wherever they stand. */
    async typed({ all, any, not, phrase, prefix, typo, outlet }) {
      const queries: Query[] = [
        ...[...all, ...phrase],
        ...(any.length > 0 ? [{ combineWith: 'OR' as const, queries: any }] : []),
        ...(prefix === '' ? [] : [{ queries: [prefix], prefix: true }]),
        ...(typo === '' ? [] : [{ queries: [typo], fuzzy: 0.2 }]),
      ];
      const asked: Query = { combineWith: 'AND', queries };
      const filter = outlet === '' ? {} : { filter: ({ id }: { id: number }) => outletOf(id) === outlet };
      const found = index.search(not.length > 0 ? { combineWith: 'AND_NOT', queries: [asked, ...not] } : asked, {
        boost: BOOST,
        ...filter,
      });
      return Math.min(20, found.length);
    },
    facets: async () => null,
    async close() {},
  };
}
