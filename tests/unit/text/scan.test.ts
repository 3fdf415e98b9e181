import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Scan from '../../../lib/text/scan.ts';

function words(text: string): string[] {
  const scan = Scan.scanText(text);
  return Array.from({ length: scan.count }, (_, i) => Scan.foldedWord(scan, i));
}

function surfaces(text: string): string[] {
  const scan = Scan.scanText(text);
  return Array.from({ length: scan.count }, (_, i) => text.slice(scan.start[i], scan.end[i]));
}

describe('scanText', () => {
  it.each([
    ['Café Łódź STRASSE straße', ['cafe', 'lodz', 'strasse', 'strasse']],
    ['Ёлка Київ Кам’янське', ['елка', 'київ', 'камянське']],
    ['Кии\u0306в и\u0306', ['кийв', 'й']],
    ['RS-26 F16', ['rs', '26', 'f', '16']],
    ['U.S. and J.K. Rowling', ['us', 'and', 'jk', 'rowling']],
    ["Russia's l'Ukraine", ['russia', 's', 'l', 'ukraine']],
    ['聯盟MS號', ['联', '盟', 'ms', '号']],
    ['ロシア軍がウクライナ', ['ロシア', '军', 'が', 'ウクライナ']],
    ['ＮＡＴＯ Oreﬁeld', ['nato', 'orefield']],
    ['so\u00adft zero\u200bwidth', ['soft', 'zerowidth']],
    ['Mосква', ['москва']],
    ['\ud800 lone \udfff', ['lone']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('leads back to the text', () => {
    expect(surfaces('in the U.S., Łódź')).toEqual(['in', 'the', 'U.S.', 'Łódź']);
  });

  it('tells gaps and capitals', () => {
    const scan = Scan.scanText('One two-three, «Four». МИДа US');
    expect([...scan.gap.subarray(0, scan.count)]).toEqual([
      Scan.GAP_HARD,
      Scan.GAP_SPACE,
      Scan.GAP_HYPHEN,
      Scan.GAP_COMMA,
      Scan.GAP_HARD,
      Scan.GAP_SPACE,
    ]);
    expect([...scan.capital.subarray(0, scan.count)]).toEqual([1, 0, 0, 1, 3, 2]);
  });

  it('gives words in order, inside the text, with hashes of what they fold to, for any string', () => {
    const text = fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), maxLength: 500 });
    fc.assert(
      fc.property(text, (source) => {
        const scan = Scan.scanText(source);
        let before = 0;
        for (let i = 0; i < scan.count; i++) {
          expect(scan.start[i]).toBeGreaterThanOrEqual(before);
          expect(scan.end[i]).toBeGreaterThan(scan.start[i]!);
          expect(scan.length[i]).toBeGreaterThan(0);
          before = scan.end[i]!;
        }
        expect(before).toBeLessThanOrEqual(source.length);
      }),
    );
  });
});
