import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeNames } from '../../../lib/ranking/names/person-names.ts';

describe('names that may be one person’s', () => {
  it.each([
    ['Martin Fornusek', 'FORNUSEK Martin', 'name'],
    ['José Núñez', 'Jose Nunez', 'name'],
    ['张伟', '张伟', 'name'],
    ['Сергій Сидоренко', 'Sergiy Sydorenko', 'spelling'],
    ['Олексій Братущак', 'Oleksiy Bratushchak', 'spelling'],
    ['Ольга Ковальчук', 'Olha Kovalchuk', 'spelling'],
    ['Γιώργος Παπαδόπουλος', 'Giorgos Papadopoulos', 'sound'],
    ['محمد الخطيب', 'Mohammed al-Khatib', 'sound'],
  ] as const)('%s and %s: %s', (a, b, like) => {
    expect(likeNames(a, b)).toBe(like);
    expect(likeNames(b, a)).toBe(like);
  });

  it.each([
    ['Сергій Сидоренко', 'Serhii Sydorchuk'],
    ['Ivan Petrov', 'Ivan Petrova'],
    ['Anna Li', 'Anna Lee'],
    // One word is no name to compare spellings by.
    ['Сергій', 'Sergiy'],
    ['Γιώργος', 'Giorgos'],
    // Two names in one script are not compared by sound.
    ['Γιώργος Παππάς', 'Γιώργος Πόπης'],
    // Too few consonants.
    ['Λία Νία', 'Lia Nia'],
    ['', ''],
    ['…', '—'],
  ])('%s and %s: nothing', (a, b) => {
    expect(likeNames(a, b)).toBeNull();
  });

  it('says the same both ways, of any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => likeNames(a, b) === likeNames(b, a)));
  });
});
