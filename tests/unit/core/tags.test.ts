import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedTags, cleanTag, countTags, TAG_MAX, tagKey } from '../../../lib/core/tags.ts';

describe('tags', () => {
  it('are kept as typed, but for what is around them', () => {
    expect(['#Oreshnik ', '  arms   control', 'a, b', ' # ', ''].map(cleanTag)).toEqual(['Oreshnik', 'arms control', 'a b', null, null]);
    expect(cleanTag('x'.repeat(500))).toHaveLength(TAG_MAX);
  });

  it('of any text clean to themselves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
        const tag = cleanTag(typed);
        if (tag !== null) expect(tagKey(cleanTag(tag)!)).toBe(tagKey(tag));
      }),
    );
  });

  it('are added once, whatever their case, and removed whatever their case', () => {
    expect(changedTags(['Kyiv'], ['kyiv', 'Львів', '#'], [])).toEqual(['Kyiv', 'Львів']);
    expect(changedTags(['Kyiv', 'Львів'], [], ['ЛЬВІВ'])).toEqual(['Kyiv']);
  });

  it('are counted in the spelling that most use', () => {
    expect(countTags([{ tags: ['kyiv', 'b'] }, { tags: ['Kyiv'] }, { tags: ['Kyiv'] }])).toEqual([
      { tag: 'Kyiv', count: 3 },
      { tag: 'b', count: 1 },
    ]);
  });
});
