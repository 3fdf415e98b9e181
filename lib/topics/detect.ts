import type { DetectedTopic, Mention, Zone, ZonedText } from '../core/topic.ts';
import { type Scan, scanText } from '../text/scan.ts';
import { contextOf } from './context.ts';
import { type Gazetteer, topicId } from './gazetteer.ts';
import { KINDS, ROLE_MASK, ROLES } from './layer-format.ts';
import { nestedIn } from './nested.ts';
import { longestAt, type Match, mayStart } from './match.ts';
import { MAIN_FROM, salienceOf } from './salience.ts';

/** How topics are looked for. */
export interface DetectOptions {
  /** Whether a folded word is known vocabulary, as the user's index shows: such a word is no typing error. */
  isKnownWord?: (folded: string) => boolean;
  /** Whether pairs of countries are topics too. Default true. */
  relations?: boolean;
}

/**
 * Topics that a text names, with the places, by salience and then id. Mentions' offsets are UTF-16 indexes into
 * `text.parts[mention.part].text`. Total and linear: any string, of any length, is a text.
 */
export function detectTopics(text: ZonedText, gazetteer: Gazetteer, _options: DetectOptions = {}): DetectedTopic[] {
  const found = new Map<string, { layerKind: number; mentions: Mention[] }>();
  let total = 0;
  for (const part of text.parts) total += part.text.length;
  for (const [p, part] of text.parts.entries()) {
    const scan = scanText(part.text);
    const context = contextOf(scan, gazetteer.layers, text.language);
    for (let at = 0; at < scan.count; ) {
      let any = false;
      for (const layer of gazetteer.layers) any ||= mayStart(layer, scan, at);
      const matches =
        any || (scan.units[scan.from[at]!]! >= 0x590 && scan.units[scan.from[at]!]! < 0x700) ? longestAt(scan, at, context) : [];
      if (matches.length === 0) {
        at++;
        continue;
      }
      for (const match of matches) addMention(found, match, scan, part.text, part.zone, p);
      for (const match of nestedIn(scan, matches[0]!, context)) addMention(found, match, scan, part.text, part.zone, p);
      at = matches[0]!.to;
    }
  }
  const topics: DetectedTopic[] = [];
  for (const [id, { layerKind, mentions }] of found) {
    const salience = Math.round(1e4 * salienceOf(featuresOf(mentions, text, total))) / 1e4;
    topics.push({
      id,
      kind: KINDS[layerKind]!,
      label: gazetteer.label(id, text.language) ?? id,
      salience,
      main: salience >= MAIN_FROM,
      mentions,
    });
  }
  return topics.sort((a, b) => b.salience - a.salience || (a.id < b.id ? -1 : 1));
}

function addMention(
  found: Map<string, { layerKind: number; mentions: Mention[] }>,
  match: Match,
  scan: Scan,
  text: string,
  zone: Zone,
  part: number,
): void {
  const role = ROLES[match.layer.aliasFlags[match.alias]! & ROLE_MASK];
  if (role === 'blocker' || role === 'money' || role === 'compound') return;
  const topic = match.layer.aliasTopic[match.alias]!;
  const id = topicId(match.layer, topic);
  const entry = found.get(id) ?? { layerKind: match.layer.topicKind[topic]!, mentions: [] };
  found.set(id, entry);
  const start = scan.start[match.from]! + match.clitic;
  const end = scan.end[match.to - 1]!;
  entry.mentions.push({ start, end, surface: text.slice(start, end), zone, method: match.inflected ? 'inflected' : 'exact', part });
}

function featuresOf(mentions: Mention[], text: ZonedText, total: number) {
  const starts: number[] = [];
  let offset = 0;
  for (const part of text.parts) {
    starts.push(offset);
    offset += part.text.length;
  }
  const places = mentions.map((m) => starts[m.part]! + m.start);
  const first = Math.min(...places);
  const length = Math.max(total, 1);
  return {
    inTitle: mentions.some((m) => m.zone === 'title'),
    inLead: mentions.some((m) => m.zone === 'lead'),
    inSecond: false,
    spread: (Math.max(...places) - first) / length,
    first: first / length,
    weight: mentions.length,
  };
}
