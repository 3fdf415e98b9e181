import { expect, it } from 'vitest';
import { phraseFinder } from '../../../lib/page-marks/find-phrases.ts';

// A ratio, not a time. One pattern of all phrases took thousands of times as long as this, most of it for compiling, at once, in the page.
it('looking for two hundred phrases for the first time costs little more than two hundred searches', () => {
  const text = Array.from({ length: 700 }, (_, i) => (i % 9 === 0 ? `Name${i % 400}` : 'words')).join(' ');
  const phrases = Array.from({ length: 200 }, (_, i) => `Name${i} Further`);
  let startMs = performance.now();
  const found = phraseFinder(phrases)!(text);
  const firstMs = performance.now() - startMs;
  let leastMs = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 20; run++) {
    startMs = performance.now();
    for (const phrase of phrases) text.indexOf(phrase);
    leastMs = Math.min(leastMs, performance.now() - startMs);
  }
  expect(found).toEqual([]);
  expect(firstMs / leastMs).toBeLessThan(300);
});
