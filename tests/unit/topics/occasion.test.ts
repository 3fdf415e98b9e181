import { describe, expect, it } from 'vitest';
import { occasionOf } from '../../../lib/topics/occasion.ts';

describe('occasionOf', () => {
  it.each([
    ['en', 'They met in the final of the Davis Cup', -3.5],
    ['en', 'Two were killed in a flood', -2.5],
    ['ru', 'Чемпионат прошёл тихо', -3.5],
    ['uk-UA', 'Унаслідок землетрусу загинули двоє', -2.5],
    ['de', 'Ein Erdbeben', -1.5],
    ['fr', 'Deux morts', -1.5],
    ['en', 'The ambassador was summoned', 1],
    ['ru', 'Вызван посол страны', 1],
    ['en', 'Voters protest', -1.1],
    ['de', 'Das Ministerium kündigt etwas an', 0.4],
    ['fr', 'Un accord militaire', 1.7],
    ['pl', 'Ostrzał miasta', -1.5],
    ['en', 'An important word', -0.5],
    ['en', 'Reddish light', -0.5],
    ['ja', 'オリンピック', 0],
    ['constructor', 'killed', 0],
    [null, 'killed', 0],
  ])('%s: %s', (language, paragraph, expected) => {
    expect(occasionOf(paragraph, language)).toBeCloseTo(expected, 9);
  });
});
