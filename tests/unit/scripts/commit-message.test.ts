import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../../scripts/commit-message.mjs';

describe('commit messages', () => {
  it.each([
    'feat(store): seal segments in steps\n\nA killed background goes on where it was.',
    'fix: count the rows of the popup\n\nThe badge said one more.\n# a comment of git',
    'feat(index)!: new segment layout\n\nDerived tables are rebuilt.',
    'Merge branch "x"',
  ])('%j is fine', (message) => {
    expect(faultsOf(message)).toEqual([]);
  });

  it.each([
    ['update stuff', /subject must read/],
    ['feat(store): seal segments.\n\nWhy.', /full stop/],
    ['feat(store): Added segments\n\nWhy.', /imperative/],
    ['feat(store): seal segments', /says why/],
    ['feat(store): seal segments\nWhy at once.', /blank line/],
    [`fix: ${'x'.repeat(120)}\n\nWhy.`, /longer than 100/],
  ])('%j is not', (message, fault) => {
    expect(faultsOf(message).join('\n')).toMatch(fault);
  });
});
