import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedEdits, editDistance } from '../../../lib/index/edit-distance.ts';
import {
  decodeWords,
  encodeWords,
  mergeWords,
  splitWords,
  takeBlocks,
  vocabularyBlock,
  wordsNear,
  wordsWithPrefix,
} from '../../../lib/index/vocabulary.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ж', '漢', 'z'), minLength: 1, maxLength: 6 });
const counts = fc.dictionary(word, fc.integer({ min: 1, max: 99 }), { noNullPrototype: true });

describe('vocabulary text', () => {
  it('round-trips, splits into blocks and answers prefixes', () => {
    fc.assert(
      fc.property(counts, word, (input, prefix) => {
        const text = encodeWords(Object.entries(input));
        expect(Object.fromEntries(decodeWords(text).map(({ word, count }) => [word, count]))).toEqual(input);
        expect(new Set(wordsWithPrefix(text, prefix).map(({ word }) => word))).toEqual(
          new Set(Object.keys(input).filter((own) => own.startsWith(prefix))),
        );
        const blocks = splitWords(Object.entries(input));
        expect([...blocks.values()].flatMap(decodeWords)).toEqual(decodeWords(text));
        for (const [block, lines] of blocks) for (const { word } of decodeWords(lines)) expect(vocabularyBlock(word)).toBe(block);
      }),
    );
  });

  it('is cut into the same blocks piece by piece', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 5 }), (input, limit) => {
        const text = encodeWords(Object.entries(input));
        const pieces: [string, string][] = [];
        for (let from = 0; ; ) {
          const next = takeBlocks(text, from, limit);
          pieces.push(...next.map(({ block, text: own }): [string, string] => [block, own]));
          if (next.length < limit) break;
          from = next.at(-1)!.end;
        }
        expect(pieces).toEqual([...splitWords(Object.entries(input))]);
      }),
    );
  });

  it('adds counts when merged', () => {
    expect(mergeWords(['\na 1\nb 2\n', '\nb 3\n', '\n'])).toBe('\na 1\nb 5\n');
  });

  it('skips damaged lines', () => {
    expect(decodeWords('\nok 2\nbad\nworse x\n 3\nnone 0\n')).toEqual([{ word: 'ok', count: 2 }]);
  });

  it('finds a word behind a typing mistake', () => {
    const text = encodeWords([
      ['oreshnik', 5],
      ['votkinsk', 2],
      ['oresteia', 1],
    ]);
    expect(wordsNear(text, 'oreshnkik').map(({ word, edits }) => [word, edits])).toEqual([['oreshnik', 1]]);
    expect(wordsNear(text, 'votknisk').map(({ word, edits }) => [word, edits])).toEqual([['votkinsk', 1]]);
  });
});

describe('editDistance', () => {
  it('agrees with the unbounded recurrence', () => {
    const slow = (a: string, b: string): number => {
      const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
      for (let i = 0; i <= a.length; i++) {
        for (let j = 0; j <= b.length; j++) {
          if (i === 0 || j === 0) table[i]![j] = i + j;
          else {
            const options = [table[i - 1]![j]! + 1, table[i]![j - 1]! + 1, table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)];
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) options.push(table[i - 2]![j - 2]! + 1);
            table[i]![j] = Math.min(...options);
          }
        }
      }
      return table[a.length]![b.length]!;
    };
    const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(
      fc.property(short, short, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(slow(a, b), limit + 1));
      }),
    );
  });

  it('grants short words no edits', () => {
    expect([allowedEdits('war'), allowedEdits('plant'), allowedEdits('oreshnik')]).toEqual([0, 1, 2]);
  });
});
