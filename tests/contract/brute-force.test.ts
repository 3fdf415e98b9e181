import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinTerms } from '../../lib/index/packed-terms.ts';
import type { TermImpact } from '../../lib/index/types.ts';
import { openStore } from '../../lib/store/indexed-db/open-store.ts';
import { runs } from '../support/runs.ts';
import { settle, value } from './checks.ts';
import { article } from './sample-data.ts';

let opened = 0;

const TERMS = Array.from({ length: 40 }, (_, i) => (i % 4 === 0 ? `#t${i}` : `word${i}`));
const terms = fc.uniqueArray(fc.record({ term: fc.constantFrom(...TERMS), impact: fc.integer({ min: 1, max: 255 }) }), {
  selector: (entry) => entry.term,
  maxLength: 12,
});
const id = fc.integer({ min: 0, max: 900 });
function adding(minLength: number, maxLength: number) {
  const docs = fc.uniqueArray(fc.record({ id, terms }), { selector: (doc) => doc.id, minLength, maxLength });
  return fc.record({ kind: fc.constant('add' as const), docs });
}

const step = fc.oneof(
  { weight: 4, arbitrary: adding(1, 60) },
  // Enough to be sealed at once, so that segments pile up and merge.
  { weight: 4, arbitrary: adding(128, 160) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), ids: fc.array(id, { maxLength: 60 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('upkeep' as const), times: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'settle' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'rebuild' as const }) },
);
// Whole weights: sums are exact in any order of adding.
const question = fc.array(fc.record({ term: fc.constantFrom(...TERMS), weight: fc.integer({ min: 1, max: 50 }) }), {
  minLength: 1,
  maxLength: 12,
});

describe('the index against adding up by hand', () => {
  it('gives the same documents, scores and order after any inserts, replacements, deletions, seals, merges and rebuilds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 14 }),
        fc.array(question, { minLength: 1, maxLength: 3 }),
        async (steps, questions) => {
          const termsOf = new Map<string, TermImpact[]>();
          const derived = (own: TermImpact[]) => ({
            topics: [],
            vector: joinTerms([]),
            terms: joinTerms(own),
            signature: new Uint32Array(0),
            nameKeys: [],
            agency: null,
          });
          const store = value(
            await openStore({
              databaseName: `brute-${opened++}`,
              nowMs: () => 0,
              derive: ({ id: own }) => derived(termsOf.get(own) ?? []),
            }),
          );
          for (const action of steps) {
            if (action.kind === 'add') {
              for (const doc of action.docs) termsOf.set(`a${doc.id}`, doc.terms);
              value(await store.addArticles(action.docs.map((doc) => ({ article: article(`a${doc.id}`), derived: derived(doc.terms) }))));
            } else if (action.kind === 'remove') {
              for (const own of action.ids) termsOf.delete(`a${own}`);
              value(await store.removeArticles(action.ids.map((own) => `a${own}`)));
            } else if (action.kind === 'upkeep') {
              for (let i = 0; i < action.times; i++) await store.upkeep();
            } else if (action.kind === 'settle') {
              await settle(store);
            } else {
              value(await store.startRebuild());
              await settle(store);
            }
          }
          expect((await store.status()).articles).toBe(termsOf.size);
          const living = new Set([...termsOf.values()].flat().map(({ term }) => term));
          const words = TERMS.filter((term) => term.startsWith('word') && living.has(term));
          const found = async () => (await store.wordsWithPrefix('word', 50)).map(({ word }) => word).sort();
          // Before and after deleted documents leave the segments; only a rebuild under way knows less.
          if ((await store.status()).rebuilding === null) expect(await found()).toEqual([...words].sort());
          await settle(store);
          expect(await found()).toEqual([...words].sort());
          for (const { word } of await store.similarWords('word17', 50)) expect(words).toContain(word);
          const stored = await store.getArticles([...termsOf.keys()]);
          for (const asked of questions) {
            const expected = stored
              .map(({ docId, article: { id: own } }) => ({
                docId,
                score: asked.reduce(
                  (sum, { term, weight }) => sum + weight * (termsOf.get(own)!.find((entry) => entry.term === term)?.impact ?? 0),
                  0,
                ),
              }))
              .filter(({ score }) => score > 0)
              .sort((a, b) => b.score - a.score || b.docId - a.docId)
              .slice(0, 25);
            // While a rebuild runs the index is partial; every history here lets it end.
            await settle(store);
            expect(await store.evaluate(asked, 25)).toEqual(expected);
          }
          store.close();
        },
      ),
      { numRuns: runs(40) },
    );
  }, 120_000);
});
