import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countAxis, spacedMarks } from '../../../../lib/text/format/count-axis.ts';

it('an axis of counts has few whole equal steps and holds the highest', () => {
  expect([countAxis(0), countAxis(1), countAxis(7), countAxis(83)]).toEqual([
    [0, 1],
    [0, 1],
    [0, 2, 4, 6, 8],
    [0, 50, 100],
  ]);
  fc.assert(
    fc.property(fc.nat({ max: 1e7 }), (highest) => {
      const axis = countAxis(highest);
      expect(axis.at(-1)).toBeGreaterThanOrEqual(highest);
      expect(axis.length).toBeLessThanOrEqual(5);
      expect(axis.every((mark, i) => Number.isInteger(mark) && mark === i * axis[1]!)).toBe(true);
    }),
  );
});

it('marks stand where the text changes, and apart', () => {
  expect(spacedMarks(['a', 'a', 'b', 'c', 'c', 'd'], 2)).toEqual([
    { at: 0, text: 'a' },
    { at: 2, text: 'b' },
    { at: 5, text: 'd' },
  ]);
  expect(spacedMarks([], 2)).toEqual([]);
});
