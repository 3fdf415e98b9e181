import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BestList } from '../../../lib/index/accumulator.ts';
import { buildMemoryIndex, evaluateMemory, memoryFrequency } from '../../../lib/index/memory.ts';

const term = fc.constantFrom('a', 'b', 'c', '#d', '@e', 'f');
const terms = fc.uniqueArray(fc.record({ term, impact: fc.integer({ min: 1, max: 255 }) }), { selector: (entry) => entry.term });
const documents = fc.array(fc.record({ docId: fc.integer({ min: 0, max: 50 }), publishedMin: fc.nat(), terms }), { maxLength: 60 });
const query = fc.array(fc.record({ term, weight: fc.float({ min: Math.fround(0.1), max: 9, noNaN: true }) }), { maxLength: 6 });

describe('evaluateMemory', () => {
  it('answers as adding up by hand does', () => {
    fc.assert(
      fc.property(documents, query, fc.integer({ min: 0, max: 12 }), (docs, asked, limit) => {
        const latest = new Map(docs.map((doc) => [doc.docId, doc]));
        const expected = [...latest.values()]
          .map((doc) => ({
            docId: doc.docId,
            score: asked.reduce((sum, { term, weight }) => sum + weight * (doc.terms.find((own) => own.term === term)?.impact ?? 0), 0),
          }))
          .filter(({ score }) => score > 0)
          .sort((a, b) => b.score - a.score || b.docId - a.docId)
          .slice(0, limit);
        expect(evaluateMemory(buildMemoryIndex(docs), asked, limit)).toEqual(expected);
      }),
    );
  });

  it('answers nothing from an empty index', () => {
    const index = buildMemoryIndex([]);
    expect(evaluateMemory(index, [{ term: 'a', weight: 1 }], 5)).toEqual([]);
    expect(memoryFrequency(index, 'a')).toBe(0);
  });
});

describe('BestList', () => {
  it('keeps the best of any sequence', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 })), fc.integer({ min: 0, max: 9 }), (scores, limit) => {
        const list = new BestList(limit);
        scores.forEach((score, docId) => {
          list.push(docId, score);
        });
        const all = scores.map((score, docId) => ({ docId, score })).sort((a, b) => b.score - a.score || b.docId - a.docId);
        expect(list.sorted()).toEqual(all.slice(0, limit));
      }),
    );
  });
});
