import * as C from '../text/characters.ts';
import type { Scan } from '../text/scan.ts';
import type { MatchContext } from './gates.ts';
import type { Gazetteer } from './gazetteer.ts';
import { languageIndex } from './language-index.ts';
import type { Layer } from './layer.ts';
import { FOLLOWER_OPENINGS } from './opening.ts';

/** Words of four letters or more with which a part is no headline. */
const MOST_OF_HEADLINE = 40;

const NO_FOLLOWERS = new Uint8Array(FOLLOWER_OPENINGS);

/** The index of a text's language in each layer, as `MatchContext` wants it. */
export function languagesOf({ layers }: Gazetteer, language: string | null): number[] {
  return layers.map((layer) => languageIn(layer, language));
}

/** Gates for one part of a text: what its language is to each layer, and what its capitals can prove. */
export function contextOf(scan: Scan, { layers }: Gazetteer, languages: number[], followers: Uint8Array = NO_FOLLOWERS): MatchContext {
  const { count, bits, length, capital } = scan;
  let capitals = 0;
  let cased = 0;
  let anyLower = false;
  for (let i = 0; i < count && !(anyLower && cased > MOST_OF_HEADLINE); i++) {
    const word = bits[i]!;
    if (word & C.LOWER) anyLower = true;
    if (!(word & (C.LOWER | C.UPPER)) || length[i]! < 4) continue;
    cased++;
    if (capital[i]) capitals++;
  }
  return {
    layers,
    languages,
    followers,
    titleCase: cased >= 4 && cased <= MOST_OF_HEADLINE && capitals >= 0.8 * cased,
    allCapitals: !anyLower && cased >= 3,
  };
}

function languageIn(layer: Layer, language: string | null): number {
  return language === null ? -2 : languageIndex(layer, language);
}
