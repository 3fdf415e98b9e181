import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { soundKey, transliterationKey } from '../../../lib/text/transliterate.ts';

describe('transliterationKey', () => {
  it.each([
    ['Oreshnik', 'Oreschnik', 'Oresznik', 'Orešnik', 'Орешник', 'Орєшнік', 'ОРЕШНИК'],
    ['Lukashenko', 'Łukaszenko', 'Lukaschenko', 'Лукашенко', 'Лукашенка'.replace(/а$/, 'о')],
    ['Zelenskyy', 'Zelensky', 'Zelenskiy', 'Зеленский', 'Зеленський'],
    ['Kharkiv', 'Харків'],
  ])('%s and its other spellings share a key', (...spellings) => {
    expect(new Set(spellings.map(transliterationKey)).size).toBe(1);
  });

  it('keeps different names apart', () => {
    const names = ['Oreshnik', 'Iskander', 'Kinzhal', 'Tsirkon', 'Sarmat', 'Zelensky', 'Zaluzhny'];
    expect(new Set(names.map(transliterationKey)).size).toBe(names.length);
  });

  it('has none for other scripts', () => {
    expect(transliterationKey('俄罗斯')).toBe('');
    expect(transliterationKey('روسيا')).toBe('');
  });

  it('is total, and its hashed form as long', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 90 }),
        (word) => soundKey(word, 0, word.length).length === transliterationKey(word).length,
      ),
    );
  });
});
