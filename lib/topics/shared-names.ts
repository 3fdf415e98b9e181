import { isOfLanguage, type MatchContext } from './gates.ts';
import { topicId } from './gazetteer.ts';
import type { Layer } from './layer.ts';
import type { Match } from './match.ts';

/** Of the names found at one place: those of topics which have them in the text's language, where some have; each topic once. */
export function ofOwnLanguage(matches: Match[], { layers, languages }: MatchContext): Match[] {
  if (matches.length < 2) return matches;
  const own = matches.filter(({ layer, alias }) => isOfLanguage(layer, alias, languages[layers.indexOf(layer)]!));
  return onceEach(own.length > 0 ? own : matches, layers);
}

/** A topic that several layers know by a name is named by it once at a place, as the first of them has it. */
export function onceEach(matches: Match[], layers: Layer[]): Match[] {
  if (matches.length < 2 || layers.length < 2) return matches;
  const seen = new Set<string>();
  return matches.filter(({ layer, alias, from }) => {
    const key = `${from} ${topicId(layer, layer.aliasTopic[alias]!)}`;
    return !seen.has(key) && seen.add(key);
  });
}
