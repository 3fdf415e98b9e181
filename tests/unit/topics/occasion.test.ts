import { describe, expect, it } from 'vitest';
import { occasionOf } from '../../../lib/topics/occasion.ts';

describe('occasionOf', () => {
  it.each([
    ['en', 'They met in the final of the Davis Cup', -3],
    ['en', 'Two were killed in a flood', -2],
    ['ru', 'Чемпионат прошёл тихо', -3],
    ['uk-UA', 'Унаслідок землетрусу загинули двоє', -2],
    ['de', 'Ein Erdbeben', -1],
    ['fr', 'Deux morts', -1],
    ['en', 'The ambassador was summoned', 0],
    ['en', 'Reddish light', 0],
    ['ja', 'オリンピック', 0],
    ['constructor', 'killed', 0],
    [null, 'killed', 0],
  ])('%s: %s', (language, paragraph, expected) => {
    expect(occasionOf(paragraph, language)).toBe(expected);
  });
});
