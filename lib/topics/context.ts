import * as C from '../text/characters.ts';
import type { Scan } from '../text/scan.ts';
import type { MatchContext } from './gates.ts';
import type { Layer } from './layer.ts';

/** Gates for one part of a text: what its language is to each layer, and what its capitals can prove. */
export function contextOf(scan: Scan, layers: Layer[], language: string | null): MatchContext {
  let capitals = 0;
  let cased = 0;
  let anyLower = false;
  for (let i = 0; i < scan.count; i++) {
    const bits = scan.bits[i]!;
    if (bits & C.LOWER) anyLower = true;
    if (!(bits & (C.LOWER | C.UPPER)) || scan.length[i]! < 4) continue;
    cased++;
    if (scan.capital[i]) capitals++;
  }
  return {
    layers,
    languages: layers.map((layer) => languageIn(layer, language)),
    titleCase: cased >= 4 && cased <= 40 && capitals >= 0.8 * cased,
    allCapitals: !anyLower && cased >= 3,
  };
}

function languageIn(layer: Layer, language: string | null): number {
  if (language === null) return -2;
  const wanted = language.toLowerCase();
  const exact = layer.languages.indexOf(wanted);
  return exact >= 0 ? exact : layer.languages.indexOf(wanted.split('-', 1)[0]!);
}
