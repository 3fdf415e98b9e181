import { describe, expect, it } from 'vitest';
import { phraseFinder } from '../../../lib/page-marks/find-phrases.ts';

function found(phrases: string[], text: string): [number, string][] {
  return (phraseFinder(phrases)?.(text) ?? []).map(({ phrase, start, end }) => [phrase, text.slice(start, end)]);
}

describe('phrases to mark', () => {
  it('are whole words as they are written, the longest first', () => {
    expect(found(['Korea', 'North Korea'], 'North Korea, South Korea and Koreans; korea')).toEqual([
      [1, 'North Korea'],
      [0, 'Korea'],
    ]);
  });

  it('may stand on two lines, and hold signs that mean something in a pattern', () => {
    expect(found(['RS-26 Rubezh', 'C++ (R)'], 'the RS-26\n   Rubezh and C++ (R).')).toEqual([
      [0, 'RS-26\n   Rubezh'],
      [1, 'C++ (R)'],
    ]);
  });

  it('stand among letters in scripts without spaces, and not in others', () => {
    expect(found(['榛树', 'Орешник'], '俄罗斯的榛树导弹 Орешников Орешник')).toEqual([
      [0, '榛树'],
      [1, 'Орешник'],
    ]);
    expect(found(['Oreshnik'], 'Oreshniks preOreshnik Oreshnik2 Oreshnik')).toEqual([[0, 'Oreshnik']]);
  });

  it('are none where nothing is given', () => {
    expect(phraseFinder([])).toBeNull();
    expect(phraseFinder(['', '  '])).toBeNull();
  });
});
