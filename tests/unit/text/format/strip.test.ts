import { describe, expect, it } from 'vitest';
import { layOutStrip } from '../../../../lib/text/format/strip.ts';

describe('layOutStrip', () => {
  it('draws a bar for each non-empty bin, inside the box', () => {
    const bars = layOutStrip([0, 1, 400, 0, 4], 372, 30);
    expect(bars.map((bar) => bar.bin)).toEqual([1, 2, 4]);
    for (const bar of bars) {
      expect(bar.height).toBeGreaterThanOrEqual(2);
      expect(bar.y).toBeGreaterThanOrEqual(0);
      expect(bar.x + bar.width).toBeLessThanOrEqual(372);
      expect(bar.y + bar.height).toBeCloseTo(30);
    }
  });
  it('draws nothing from nothing', () => {
    expect(layOutStrip([], 10, 10)).toEqual([]);
    expect(layOutStrip([0, Number.NaN], 10, 10)).toEqual([]);
  });
});
