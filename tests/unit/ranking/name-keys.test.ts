import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKeys } from '../../../lib/ranking/names/name-keys.ts';

/** What two texts have in common, apart from how often. */
function shared(a: string, b: string): string[] {
  const keys = new Set(nameKeys(b));
  return nameKeys(a).filter((key) => keys.has(key));
}

describe('nameKeys', () => {
  it.each([
    ['Ukrainian', 'Зеленський'],
    ['Arabic', 'زيلينسكي'],
    ['Chinese', '泽连斯基'],
    ['Thai', 'เซเลนสกี'],
    ['Greek', 'Ζελένσκι'],
    ['Serbian', 'Зеленски'],
  ])('maps Zelensky in %s to a key of the English name', (_, name) => {
    expect(shared('Zelensky spoke', name)).not.toEqual([]);
  });

  it('maps inflected names to the key of the plain one', () => {
    expect(shared('Orban', 'Орбана')).toContain('=LPN');
    expect(shared('Оpinion Oreshnik', 'Орешником')).toContain('=LCNK');
  });

  it('reads the digits of every script alike', () => {
    expect(shared('at least 59 dead', '۵۹ نفر')).toContain('=59');
    expect(shared('at least 59 dead', '५९ लोग')).toContain('=59');
  });

  it('finds words that languages share', () => {
    expect(shared('президент', 'presidente')).toEqual(['=presi']);
  });

  it('does not map different names to each other', () => {
    expect(shared('Zelensky', 'Макрон')).toEqual([]);
    expect(shared('Meloni', '普京')).toEqual([]);
  });

  it('is total and bounded', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        (text) => nameKeys(text).length <= 400 && nameKeys(text).every((key) => key.startsWith('=')),
      ),
    );
  });
});
