import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../lib/search/parse-query.ts';
import { leavesOf } from '../../../lib/search/query-tree.ts';

const SHAPES: [string, (times: number) => string][] = [
  ['opening brackets', (times) => '('.repeat(times)],
  ['closing brackets', (times) => ')'.repeat(times)],
  ['brackets around brackets', (times) => `${'('.repeat(times)}a${')'.repeat(times)}`],
  ['empty brackets', (times) => '()'.repeat(times)],
  ['quotation marks', (times) => '"'.repeat(times)],
  ['quotation marks that open only', (times) => '„a '.repeat(times)],
  ['minus signs', (times) => '-'.repeat(times)],
  ['minus signs and words', (times) => '-a '.repeat(times)],
  ['NOT', (times) => 'NOT '.repeat(times)],
  ['OR', (times) => 'OR '.repeat(times)],
  ['alternatives', (times) => 'a OR '.repeat(times)],
  ['filters without values', (times) => 'outlet:'.repeat(times)],
  ['unknown filters', (times) => 'colour:x '.repeat(times)],
  ['one long word', (times) => 'a'.repeat(times)],
  ['one long filter', (times) => `outlet:${'a'.repeat(times)}`],
  ['characters without spaces', (times) => '外'.repeat(times)],
  ['stars', (times) => `a${'*'.repeat(times)}`],
];

describe('hostile queries', () => {
  it.each(SHAPES)('%s: ten thousand are read at once, and time grows with length alone', (_name, make) => {
    const timeOf = (times: number): number => {
      const text = make(times);
      return Math.min(
        ...Array.from({ length: 5 }, () => {
          const startMs = performance.now();
          const { root, notices } = parseQuery(text);
          expect(leavesOf(root).length).toBeLessThanOrEqual(48);
          expect(JSON.stringify(notices).length).toBeLessThan(4_000);
          return performance.now() - startMs;
        }),
      );
    };
    timeOf(10_000);
    const [short, long] = [timeOf(10_000), timeOf(80_000)];
    expect(short).toBeLessThan(50);
    // Eight times as long: quadratic work would take sixty-four times as much. Below two milliseconds the machine's noise decides.
    expect(long).toBeLessThan(24 * Math.max(short, 2));
  });
});
