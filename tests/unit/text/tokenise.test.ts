import { describe, expect, it } from 'vitest';
import { highlightRanges } from '../../../lib/search/highlight.ts';
import { fold } from '../../../lib/text/fold.ts';
import { tokenise } from '../../../lib/text/tokenise.ts';

describe('tokenise', () => {
  it.each([
    ['Hindi', 'हिन्दी'],
    ['Hindi, with a nukta', 'लड़का'],
    ['Bengali', 'বাংলা'],
    ['Bengali, with a joiner', 'র‍্যাব'],
    ['Gujarati', 'ગુજરાતી'],
    ['Punjabi', 'ਪੰਜਾਬੀ'],
    ['Tamil', 'தமிழ்'],
    ['Telugu', 'తెలుగు'],
    ['Kannada', 'ಕನ್ನಡ'],
    ['Malayalam', 'മലയാളം'],
    ['Sinhala', 'සිංහල'],
    ['Arabic', 'محمّد'],
    ['stretched Arabic', 'محمـــد'],
    ['Hebrew', 'שָׁלוֹם'],
    ['Russian, with a stress', 'за́мок'],
    ['Ukrainian', 'їжачок'],
    ['French', 'élève'],
    ['Korean', '한국어'],
    ['Armenian', 'հայերեն'],
    ['Georgian', 'ქართული'],
    ['Amharic', 'አማርኛ'],
  ])('takes a word of %s for one token, which is found and marked', (_, word) => {
    const text = `— ${word}, ${word}.`;
    const tokens = tokenise(text);
    expect(tokens).toEqual([fold(word), fold(word)]);
    const marked = highlightRanges(text, { words: tokens, prefixes: [], phrases: [] });
    expect(marked.map(([start, end]) => text.slice(start, end))).toEqual([word, word]);
  });

  it.each([
    ['محمّد', 'محمد'],
    ['مُحَمَّدٌ', 'محمد'],
    ['رحمٰن', 'رحمن'],
    ['שָׁלוֹם', 'שלום'],
    ['Ки́ев', 'Киев'],
  ])('finds %s as %s', (written, plain) => {
    expect(tokenise(written)).toEqual(tokenise(plain));
  });

  it('keeps letters of their own apart, and cuts scripts without spaces as ever', () => {
    expect(tokenise('أحمد й ї ў')).toEqual(['أحمد', 'й', 'ї', 'ў']);
    expect(tokenise('ภาษาไทย')).toEqual(['ภา', 'าษ', 'ษา', 'าไ', 'ไท', 'ทย']);
    expect(tokenise('ที่นี่')).toEqual(['ท', 'น']);
    expect(tokenise('ພາສາລາວ ບໍ່')).toEqual(['ພາສາລາວ', 'ບ']);
    expect(tokenise('ភាសា')).toEqual(['ភ', 'ស']);
    expect(tokenise('葛󠄀城 がく 中国x')).toEqual(['葛', '城', 'がく', '中国', 'x']);
  });
});
