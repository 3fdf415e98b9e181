import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delimiterOf, readTable } from '../../../lib/cli/csv-table.ts';

/** Cells as RFC 4180 writes them, each quoted where it must be. */
function written(rows: string[][], delimiter: string, lineEnd: string): string {
  const cell = (text: string) => (/["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join(delimiter) + lineEnd).join('');
}

describe('readTable', () => {
  it('gives each row the line on which it begins, whatever ends the lines', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['a,b', '', '"x', 'y",2', '', '3,"say ""no"""', ''].join(end);
      expect(readTable(text, ',')).toEqual({
        rows: [
          { line: 1, cells: ['a', 'b'] },
          { line: 3, cells: [`x${end}y`, '2'] },
          { line: 6, cells: ['3', 'say "no"'] },
        ],
        faults: [],
      });
    }
  });

  it('names the lines that break the rules, and reads on behind them', () => {
    const text = 'a,b\n1,5" gun\n2,"x"y\n\n3,fine\n4,"open\n5,"also fine"\n6,"never closed';
    const { rows, faults } = readTable(text, ',');
    expect(rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, 'a', 'b'],
      [5, '3', 'fine'],
      [7, '5', 'also fine'],
    ]);
    expect(faults).toEqual([
      { line: 2, problem: 'a quote stands inside a cell that is not quoted' },
      { line: 3, problem: 'a cell goes on behind its closing quote (a quote inside is written twice)' },
      { line: 6, problem: 'a cell goes on behind its closing quote (a quote inside is written twice)' },
      { line: 8, problem: 'a quote is not closed' },
    ]);
  });

  it('does not let a quote that is never closed take the rows behind it', () => {
    const { rows, faults } = readTable(`a,b\n1,"open\n${'2,fine\n'.repeat(600_000)}`, ',');
    expect([rows.length, faults.length]).toEqual([600_001, 1]);
  });

  it('reads what spreadsheets write: a line that names the delimiter', () => {
    expect(readTable('sep=;\r\na;b\r\n1;2\r\n', ';').rows).toEqual([
      { line: 2, cells: ['a', 'b'] },
      { line: 3, cells: ['1', '2'] },
    ]);
  });

  it('gives back any cells that were written (property)', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '榛', ' ', ',', ';', '\t', '"', '\n', '\r\n', '=') });
    const rows = fc.integer({ min: 2, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width })));
    fc.assert(
      fc.property(rows, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), (given, delimiter, lineEnd) => {
        const table = readTable(written(given, delimiter, lineEnd), delimiter);
        expect(table).toEqual({ rows: given.map((cells) => ({ line: expect.any(Number), cells })), faults: [] });
      }),
    );
  });

  it('never throws, and never gives a line that is not there (property)', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ') }), (text) => {
        const { rows, faults } = readTable(text, ',');
        const lines = text.split(/\r\n|\n|\r/).length;
        for (const { line } of [...rows, ...faults]) expect(line >= 1 && line <= lines).toBe(true);
      }),
    );
  });
});

describe('delimiterOf', () => {
  const rate = (cells: string[]): number => cells.filter((cell) => cell === 'url' || cell === 'title').length;
  it.each([
    ['url,title', ','],
    ['"url";"title"', ';'],
    ['sep=\t\nurl\ttitle', '\t'],
    ['\n\nurl|title\n1,2,3,4', '|'],
    ['url;title;a,b,c,d,e', ';'],
    ['nothing', ','],
    ['', ','],
    ['"', ','],
  ])('finds that of %j', (text, delimiter) => {
    expect(delimiterOf(text, rate)).toBe(delimiter);
  });
});
