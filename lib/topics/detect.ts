import type { DetectedTopic, ZonedText } from '../core/topic.ts';
import { isStateOfUnion } from './country-gates.ts';
import { type Finding, type Gathering, gatherTopics } from './gather.ts';
import { findTopic, type Gazetteer, labelAt, relationLabel } from './gazetteer.ts';
import { KINDS } from './layer-format.ts';
import { withoutRefused } from './refused.ts';
import { relationsOf } from './relations.ts';
import { MAIN_FROM, placesOf, salienceOf } from './salience.ts';

/** How topics are looked for. */
export interface DetectOptions {
  /** Whether a folded word is known vocabulary, as the user's index shows: such a word is no typing error. */
  isKnownWord?: (folded: string) => boolean;
  /** Whether pairs of countries are topics too. Default true. */
  relations?: boolean;
}

const RELATION = KINDS.indexOf('relation');
const GEORGIA = 'country:GE';

/**
 * Topics that a text names, with the places, by salience and then id. Mentions' offsets are UTF-16 indexes into
 * `text.parts[mention.part].text`. Total and linear: any string, of any length, is a text.
 */
export function detectTopics(text: ZonedText, gazetteer: Gazetteer, options: DetectOptions = {}): DetectedTopic[] {
  const gathering = gatherTopics(text, gazetteer, options.isKnownWord);
  if (gazetteer.refused.size > 0) takeOutRefused(gathering, gazetteer.refused);
  const places = placesOf(text);
  const topics: DetectedTopic[] = [];
  const dropped = new Set<string>();
  const saliences = new Map<string, number>();
  const labels = new Map<string, string>();
  for (const finding of gathering.byId.values()) {
    const { id, kind, mentions, named } = finding;
    if (!isBelieved(finding, gathering)) {
      dropped.add(id);
      continue;
    }
    const raw = salienceOf(places, mentions);
    // A typing error alone is too weak to say what a text is about.
    const salience = round(named === 0 ? Math.min(raw, MAIN_FROM - 0.05) : raw);
    saliences.set(id, salience);
    const label = labelOf(finding, gazetteer, text.language);
    if (kind === 'country') labels.set(id, label);
    topics.push({ id, kind, label, salience, main: salience >= MAIN_FROM, mentions });
  }
  if (options.relations !== false) {
    const countries = gathering.countries.filter((country) => country.bound || !dropped.has(country.id));
    const named = gazetteer.layers.some((layer) => layer.topicKind.includes(RELATION));
    for (const { id, salience, mentions: found } of relationsOf(text, countries, saliences, places)) {
      const mentions = withoutRefused(id, found, gazetteer.refused);
      if (mentions.length === 0) continue;
      const rounded = round(salience);
      const label = pairLabel(id, gazetteer, text.language, labels, named);
      topics.push({ id, kind: 'relation', label, salience: rounded, main: rounded >= MAIN_FROM, mentions });
    }
  }
  return topics.sort((a, b) => b.salience - a.salience || (a.id < b.id ? -1 : 1));
}

/** What a phrase does not mean counts for nothing: neither what the text is about, nor a pair that a country stands in. */
function takeOutRefused(gathering: Gathering, refusals: ReadonlySet<string>): void {
  for (const finding of gathering.byId.values()) {
    const kept = withoutRefused(finding.id, finding.mentions, refusals);
    if (kept.length === finding.mentions.length) continue;
    finding.mentions = kept;
    finding.named = kept.filter(({ method }) => method !== 'fuzzy').length;
    finding.sure = Math.min(finding.sure, kept.length);
  }
  gathering.countries = gathering.countries.filter(({ id, mention }) => withoutRefused(id, [mention], refusals).length > 0);
}

/** Whether a topic's mentions prove it; a name that people bear does so only where no person was named first. */
function isBelieved({ id, sure, bare, firm, person, personFirst }: Finding, { text, english, byId }: Gathering): boolean {
  if (sure === 0) return false;
  if (firm > 0) return true;
  if (person && (personFirst || bare === 0)) return false;
  return id !== GEORGIA || !english || !isStateOfUnion(text, (other) => byId.get(other)?.mentions.length ?? 0);
}

function labelOf({ id, layer, topic }: Finding, { layers }: Gazetteer, language: string | null): string {
  if (layers.length === 1) return labelAt(layers, [topic], language) ?? id;
  const topics = layers.map((other) => (other === layer ? topic : findTopic(other, id)));
  return labelAt(layers, topics, language) ?? id;
}

/** Label of a pair of countries: its own where a layer has it as a topic, else from the labels of the two. */
function pairLabel(id: string, gazetteer: Gazetteer, language: string | null, labels: Map<string, string>, named: boolean): string {
  const [a, b] = id.slice('relation:'.length).split('-');
  if (a === undefined || b === undefined || (named && gazetteer.layers.some((layer) => findTopic(layer, id) >= 0)))
    return gazetteer.label(id, language) ?? id;
  return relationLabel(a, b, (code) => labels.get(`country:${code}`) ?? gazetteer.label(`country:${code}`, language));
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
