import { describe, expect, it } from 'vitest';
import { occasionOf } from '../../../lib/topics/occasion.ts';

describe('occasionOf', () => {
  it.each([
    ['en', 'They met in the final of the Davis Cup', -3.3],
    ['en', 'Two were killed in a flood', -2.3],
    ['ru', 'Чемпионат прошёл тихо', -3.3],
    ['uk-UA', 'Унаслідок землетрусу загинули двоє', -2.3],
    ['de', 'Ein Erdbeben', -1.3],
    ['fr', 'Deux morts', -1.3],
    ['en', 'The ambassador was summoned', 1.2],
    ['ru', 'Вызван посол страны', 1.2],
    ['pl', 'Ostrzał miasta', -1.3],
    ['en', 'An important word', -0.3],
    ['en', 'Reddish light', -0.3],
    ['ja', 'オリンピック', 0],
    ['constructor', 'killed', 0],
    [null, 'killed', 0],
  ])('%s: %s', (language, paragraph, expected) => {
    expect(occasionOf(paragraph, language)).toBeCloseTo(expected, 9);
  });
});
