import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlightRuns } from '../../../../lib/text/format/highlight.ts';

describe('highlightRuns', () => {
  it('marks ranges', () => {
    expect(
      highlightRuns('Oreshnik in Dnipro', [
        [12, 18],
        [0, 8],
      ]),
    ).toEqual([
      { text: 'Oreshnik', marked: true },
      { text: ' in ', marked: false },
      { text: 'Dnipro', marked: true },
    ]);
  });
  it('always returns the whole text', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.tuple(fc.integer({ min: -5, max: 40 }), fc.integer({ min: -5, max: 40 }))), (text, ranges) => {
        expect(
          highlightRuns(text, ranges)
            .map((run) => run.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
