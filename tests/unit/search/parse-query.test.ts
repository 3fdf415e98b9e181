import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmptyQuery, parseQuery } from '../../../lib/search/parse-query.ts';

describe('parseQuery', () => {
  it('takes the last word as a prefix, unless something follows it', () => {
    expect(parseQuery('oreshnik miss')).toMatchObject({ words: ['oreshnik'], prefix: 'miss' });
    expect(parseQuery('oreshnik miss ')).toMatchObject({ words: ['oreshnik', 'miss'], prefix: null });
  });

  it('reads every operator, quoted values too', () => {
    const query = parseQuery('lathe reporter:"Jo Doe" outlet:herald topic:Oreshnik lang:uk-UA after:2024-05 before:2026 ');
    expect(query).toEqual({
      words: ['lathe'],
      prefix: null,
      phrases: [],
      reporters: ['Jo Doe'],
      outlets: ['herald'],
      topics: ['Oreshnik'],
      languages: ['uk'],
      afterMs: Date.UTC(2024, 4, 1),
      beforeMs: Date.UTC(2026, 0, 1),
    });
  });

  it('keeps quoted phrases apart, even one not closed', () => {
    expect(parseQuery('“carousel lathe” plant ').phrases).toEqual([['carousel', 'lathe']]);
    expect(parseQuery('"foreign minis').phrases).toEqual([['foreign', 'minis']]);
    expect(parseQuery('„Орєшнік“')).toMatchObject({ phrases: [['орєшнік']], prefix: null });
  });

  it('takes unknown operators, empty values and unreadable dates as words', () => {
    expect(parseQuery('colour:red before:yesterday lang:klingon! ').words).toEqual([
      'colour',
      'red',
      'before',
      'yesterday',
      'lang',
      'klingon',
    ]);
    expect(parseQuery('outlet: ').words).toEqual(['outlet']);
  });

  it('knows an empty query', () => {
    for (const text of ['', '   ', '—', '""']) expect(isEmptyQuery(parseQuery(text))).toBe(true);
    expect(isEmptyQuery(parseQuery('before:2020'))).toBe(false);
  });

  it('is total and bounded', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('reporter:', '"', 'before:2020', '«', ' ', ':', 'lang:en', '中国'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const query = parseQuery(pieces.join(''));
        expect(query.words.length).toBeLessThanOrEqual(24);
        expect([...query.words, ...query.phrases.flat()].every((word) => word.length > 0)).toBe(true);
      }),
    );
  });
});
