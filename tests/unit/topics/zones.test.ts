import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zonesOfText } from '../../../lib/topics/zones.ts';

describe('zonesOfText', () => {
  it('takes a title that the text repeats, after white space too, as its beginning', () => {
    expect(zonesOfText('Big news\n\nSomething.', 'Big news')).toEqual({
      parts: [
        { zone: 'title', text: 'Big news' },
        { zone: 'lead', text: 'Something.' },
      ],
      bases: [0, 10],
    });
    expect(zonesOfText('\n Big news\n\nSomething.', 'Big news').bases).toEqual([2, 12]);
  });

  it('keeps another title apart', () => {
    const zones = zonesOfText('Something.', 'Big news');
    expect(zones.parts[0]).toEqual({ zone: 'title', text: 'Big news' });
    expect(zones.bases).toEqual([-1, 0]);
  });

  it('ends the lead at a sentence after sixty words', () => {
    const long = `${'word '.repeat(70)}end. Then more.\n\nLast.`;
    expect(zonesOfText(long, null).parts.map((p) => p.zone)).toEqual(['lead', 'body', 'body']);
    expect(zonesOfText(long, null).parts[1]?.text).toBe('Then more.');
  });

  it('gives parts that stand where their bases say, for any text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '.', '中', '\ud800', 'B'), maxLength: 300 });
    fc.assert(
      fc.property(text, fc.option(text), (body, title) => {
        const { parts, bases } = zonesOfText(body, title);
        for (const [i, part] of parts.entries()) {
          if (bases[i] === -1) expect(part.text).toBe(title);
          else expect(body.slice(bases[i], bases[i]! + part.text.length)).toBe(part.text);
        }
      }),
    );
  });
});
