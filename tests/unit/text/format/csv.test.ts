import { expect, it } from 'vitest';
import { toCsv } from '../../../../lib/text/format/csv.ts';

it('quotes what needs it, and hands no formula to a spreadsheet', () => {
  const rows = [
    ['plain', 'with, comma', 'a "word"', null, 7],
    ['two\nlines', '=1+1', '-2', '@x', -3],
  ];
  expect(toCsv(rows)).toBe(`plain,"with, comma","a ""word""",,7\r\n"two\nlines",'=1+1,'-2,'@x,-3\r\n`);
});
