import { describe, expect, it } from 'vitest';
import { formatBytes, formatCount, formatShare, pluralCategory } from '../../../../lib/text/format/numbers.ts';

describe('numbers for people', () => {
  it('counts with separators', () => {
    expect(formatCount(4210, 'en-GB')).toBe('4,210');
    expect(formatCount(4210, 'not a locale!')).toBe('4,210');
  });
  it('clamps shares', () => {
    expect(formatShare(0.424, 'en')).toBe('42%');
    expect(formatShare(7, 'en')).toBe('100%');
  });
  it('sizes with units', () => {
    expect(formatBytes(0, 'en-GB')).toBe('0 byte');
    expect(formatBytes(1234, 'en-GB')).toBe('1.2 kB');
    expect(formatBytes(48_000_000, 'en-GB')).toBe('48 MB');
  });
  it('knows plural categories', () => {
    expect(pluralCategory(1, 'en')).toBe('one');
    expect(pluralCategory(3, 'uk')).toBe('few');
  });
});
