import type { Mention } from '../core/topic.ts';
import { nameKey } from '../text/name-key.ts';
import { scanText } from '../text/scan.ts';
import { contextOf, languagesOf } from './context.ts';
import { detectTopics } from './detect.ts';
import { findTopic, type Gazetteer, topicId } from './gazetteer.ts';
import { layerText } from './layer.ts';
import { KINDS, ROLE_MASK, ROLES, stepAt } from './layer-format.ts';
import { longestAt, type Match } from './match.ts';
import { withoutRefused } from './refused.ts';

/** What is no name of its topic: words that silence one, or that mean it only beside others. */
const NO_NAMES: readonly string[] = ['blocker', 'money', 'compound'];

/**
 * Topics that have all of `name` as a name, in any language; in small letters too, as people type. A name is looked up as it stands: it needs
 * no text around it, as one on a page may. Where a topic is shown by this very name it alone is meant; where something else than a country has
 * it, a country that speaks through it ("Kyiv" for Ukraine) is left out. What the list does not have so is looked for as on pages.
 */
export function topicsCalled(name: string, gazetteer: Gazetteer): string[] {
  const written = name.normalize('NFC').trim();
  const spellings = [...new Set([written, capitalised(written), written.toUpperCase()])];
  for (const find of [namesakes, onPages]) {
    for (const spelling of spellings) {
      const found = find(spelling, gazetteer);
      if (found.length > 0) return found;
    }
  }
  return [];
}

function namesakes(name: string, gazetteer: Gazetteer): string[] {
  const scan = scanText(name);
  if (scan.count === 0) return [];
  const context = contextOf(scan, gazetteer, languagesOf(gazetteer, null));
  const matches = longestAt(scan, 0, context).filter((match) => {
    const whole = match.to === scan.count && match.clitic === 0 && match.particle === 0 && !match.head;
    return whole && !NO_NAMES.includes(roleOf(match)) && !isRefused(idOf(match), name, gazetteer);
  });
  const labelled = matches.filter((match) => isLabel(name, idOf(match), gazetteer));
  const spoken = (match: Match): boolean => isCountry(match) && roleOf(match) !== 'name';
  const own = matches.some((match) => !isCountry(match)) ? matches.filter((match) => !spoken(match)) : matches;
  return [...new Set((labelled.length > 0 ? labelled : own).map(idOf))];
}

function onPages(name: string, gazetteer: Gazetteer): string[] {
  return detectTopics({ language: null, parts: [{ zone: 'title', text: name }] }, gazetteer)
    .filter(({ mentions }) => mentions.some(({ start, end }) => start === 0 && end === name.length))
    .map((topic) => topic.id);
}

function capitalised(name: string): string {
  return name.replace(/(?<![\p{L}\p{N}])\p{Ll}/gu, (letter) => letter.toUpperCase());
}

function idOf({ layer, alias }: Match): string {
  return topicId(layer, layer.aliasTopic[alias]!);
}

function roleOf({ layer, alias }: Match): string {
  return ROLES[layer.aliasFlags[alias]! & ROLE_MASK]!;
}

function isCountry({ layer, alias }: Match): boolean {
  return KINDS[layer.topicKind[layer.aliasTopic[alias]!]!] === 'country';
}

function isRefused(id: string, surface: string, { refused }: Gazetteer): boolean {
  const mention: Mention = { start: 0, end: surface.length, surface, zone: 'title', method: 'exact', part: 0 };
  return withoutRefused(id, [mention], refused).length === 0;
}

/** Whether a topic is shown by this name, in one of its languages. */
function isLabel(name: string, id: string, { layers }: Gazetteer): boolean {
  const wanted = nameKey(name);
  return layers.some((layer) => {
    const topic = findTopic(layer, id);
    if (topic < 0) return false;
    const { labelFirst, labelFirstBase, labelText, labelTextBase } = layer;
    const end = stepAt(labelFirst, labelFirstBase, topic + 1);
    for (let i = stepAt(labelFirst, labelFirstBase, topic); i < end; i++) {
      if (nameKey(layerText(layer, labelText, labelTextBase, i)) === wanted) return true;
    }
    return false;
  });
}
