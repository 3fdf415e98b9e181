import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlightRanges } from '../../../lib/search/highlight.ts';
import { countHeld, holdsPhrase, readTokens } from '../../../lib/search/match-text.ts';
import { searchNames } from '../../../lib/search/name-search.ts';
import { snippetOf } from '../../../lib/search/snippet.ts';
import { chooseCorrection, correctedText, wantsCorrection } from '../../../lib/search/spelling.ts';
import { scoreHit } from '../../../lib/search/title-rank.ts';

const phrase = (tokens: string[], prefix = false) => ({ tokens, prefix });
const wanted = (words: string[], prefix: string | null = null, phrases: ReturnType<typeof phrase>[] = []) => ({
  words,
  prefixes: prefix === null ? [] : [prefix],
  phrases,
});
const marked = (text: string, w: ReturnType<typeof wanted>) => highlightRanges(text, w).map(([start, end]) => text.slice(start, end));

describe('match-text', () => {
  const text = readTokens('A carousel lathe stood in the plant. The lathe was new.');
  it('verifies phrases by the order of words', () => {
    expect(holdsPhrase(text, phrase(['carousel', 'lathe']))).toBe(true);
    expect(holdsPhrase(text, phrase(['lathe', 'carousel']))).toBe(false);
    expect(holdsPhrase(text, phrase(['lathe', 'was']))).toBe(true);
    expect(holdsPhrase(text, phrase(['carousel', 'lat'], true))).toBe(true);
    expect(holdsPhrase(text, phrase(['carousel', 'lat']))).toBe(false);
  });
  it('counts words and prefix', () => {
    expect(countHeld(text, wanted(['lathe', 'missile'], 'pla'))).toEqual({ held: 2, of: 3 });
  });
});

describe('highlightRanges', () => {
  it('marks words whatever their case and marks, and the prefix as a whole word', () => {
    expect(marked('Élysée rejects the PLANTS', wanted(['elysee'], 'plan'))).toEqual(['Élysée', 'PLANTS']);
  });
  it('joins pairs of characters in scripts without spaces', () => {
    expect(marked('中国外交部否认', wanted(['外交', '交部']))).toEqual(['外交部']);
    expect(marked('交部与中国外交部', wanted([], null, [phrase(['外交', '交部'])]))).toEqual(['外交部']);
  });
  it('marks the words of a phrase only where they follow one another', () => {
    expect(marked('A lathe, a carousel lathe', wanted([], null, [phrase(['carousel', 'lathe'])]))).toEqual(['carousel', 'lathe']);
    expect(marked('A carousel lathes', wanted([], null, [phrase(['carousel', 'lat'], true)]))).toEqual(['carousel', 'lathes']);
  });
  it('stays inside the text, sorted, without overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 5 }), (text, words) => {
        let last = 0;
        for (const [start, end] of highlightRanges(text, wanted(words, words[0] ?? null))) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('snippetOf', () => {
  const text = `${'Nothing of note was said here. '.repeat(20)}Then a carousel lathe was found at the plant. ${'More followed later. '.repeat(20)}`;
  it('shows the stretch with the words', () => {
    const { text: snippet, highlights } = snippetOf(text, wanted(['carousel', 'plant']));
    expect(highlights.map(([start, end]) => snippet.slice(start, end))).toEqual(['carousel', 'plant']);
    expect(snippet).toContain('carousel lathe was found at the plant');
    expect(snippet.startsWith('…') && snippet.endsWith('…')).toBe(true);
    expect(snippet.length).toBeLessThan(240);
  });
  it('begins at the beginning where no word stands', () => expect(snippetOf('Short text.', wanted(['absent'])).text).toBe('Short text.'));
  it('never cuts a character in two', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('😀', 'a', ' ', '中'), { maxLength: 500 }), (units) =>
        snippetOf(units.join(''), wanted(['a'])).text.isWellFormed(),
      ),
    );
  });
});

describe('searchNames', () => {
  const items = [
    { id: 'herald', names: ['Northern Herald'] },
    { id: 'times', names: ['Evening Times', 'Вечірній час'] },
    { id: 'norther', names: ['Norther'] },
  ];
  it('forgives typing errors', () => expect(searchNames(items, 'nothern herld', 3)[0]?.id).toBe('herald'));
  it('lets a whole word beat likeness, in any script', () => {
    expect(searchNames(items, 'herald', 3)).toEqual([{ id: 'herald', score: 0.01 }]);
    expect(searchNames(items, 'вечірній', 3)[0]?.id).toBe('times');
  });
  it('answers nothing to nothing', () => expect(searchNames(items, '  ', 3)).toEqual([]));
});

describe('spelling', () => {
  it('corrects only words that no report holds', () => {
    expect(wantsCorrection({ word: 'oreshnkik', count: 0 })).toBe(true);
    expect(wantsCorrection({ word: 'oreshnik', count: 1 })).toBe(false);
    expect(wantsCorrection({ word: 'abc', count: 0 })).toBe(false);
  });
  it('prefers the same first letter among the nearest', () => {
    expect(
      chooseCorrection('lathr', [
        { word: 'bathr', count: 9 },
        { word: 'lathe', count: 2 },
      ]),
    ).toBe('lathe');
    expect(chooseCorrection('lathr', [])).toBeNull();
  });
  it('leaves the rest of the query as typed', () => {
    expect(correctedText('outlet:Herald Lahte "x"', new Map([['lahte', 'lathe']]), (word) => word.toLowerCase())).toBe(
      'outlet:Herald lathe "x"',
    );
  });
});

describe('scoreHit', () => {
  it('puts a headline that holds the query first', () => {
    const w = wanted(['lathe']);
    expect(scoreHit(1, 2, 'Lathe found', w)).toBeGreaterThan(scoreHit(2, 2, 'Something else', w));
  });
});
