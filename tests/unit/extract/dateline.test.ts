import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closingCredit, signingAgency } from '../../../lib/extract/closing-credit.ts';
import { closingAgency, datelineOf } from '../../../lib/extract/dateline.ts';

describe('datelineOf', () => {
  it.each([
    ['Hamburg (dpa/lno) – The port', 'Hamburg', 'dpa/lno'],
    ['LONDON, March 3 (Reuters) - The port', 'LONDON', 'Reuters'],
    ['Kyiv, Ukraine (AP) — The port', 'Kyiv, Ukraine', 'AP'],
    ['МОСКВА, 3 марта. /ТАСС/. Порт', 'МОСКВА', 'ТАСС'],
    ['МОСКВА, 3 мар — РИА Новости. Порт', 'МОСКВА', 'РИА Новости'],
    ['新华社北京3月3日电 记者', '北京', '新华社'],
    ['(Reuters) - The port', null, 'Reuters'],
    ['SAN FRANCISCO, Calif. — The port', 'SAN FRANCISCO, Calif.', null],
    ['Port-au-Prince, Haiti (AP) — The port', 'Port-au-Prince, Haiti', 'AP'],
    ['Frankfurt am Main (dpa) – The port', 'Frankfurt am Main', 'dpa'],
    ['Rostow-am-Don (dpa) – The port', 'Rostow-am-Don', 'dpa'],
    ['The council met (AFP) and left', null, null],
    ['NASA – the agency', null, null],
    ['', null, null],
  ])('reads %j', (paragraph, place, agency) => {
    expect(datelineOf(paragraph)).toEqual({ place, agency });
  });

  it('reads the agency behind the last sentence, and no other brackets', () => {
    expect(['he said. (Courier mit dpa)', 'he said (Reuters).', 'he said. (Jane Doe)', ''].map(closingAgency)).toEqual([
      'dpa',
      'Reuters',
      null,
      null,
    ]);
  });

  it('never throws and stays quick', () => {
    const read = (text: string) => [datelineOf(text), closingAgency(text), closingCredit([text]), signingAgency(text)];
    fc.assert(fc.property(fc.string(), (text) => void read(text)));
    const start = performance.now();
    for (const text of ['A '.repeat(5000), 'Aa, '.repeat(5000), `(${'a '.repeat(5000)}`]) read(text);
    for (const line of ['By '.repeat(50), `By ${'a, '.repeat(40)}`, '— '.repeat(80), '. '.repeat(80), `Source: ${'a and '.repeat(25)}`])
      read(line);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
