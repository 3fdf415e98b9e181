import { ok, type Result } from '../core/result.ts';
import type { TopicKind } from '../core/topic.ts';
import { hashText } from '../text/hash.ts';
import { buildSections } from './gazetteer-build.ts';
import { languageIndex } from './language-index.ts';
import { type Layer, layerText, openLayer } from './layer.ts';
import { KINDS, stepAt } from './layer-format.ts';
import { writeLayer } from './layer-write.ts';
import { refusalsIn } from './refused.ts';
import type { SourceEntry } from './source.ts';

/** Names of topics, ready to be looked for: the built-in layer and those of packs, the first to know a topic wins. */
export interface Gazetteer {
  layers: Layer[];
  /** A topic's name in a language, else in English, else in any; null for an id nobody knows. */
  label(id: string, language: string | null): string | null;
  kind(id: string): TopicKind | null;
  description(id: string): string | null;
  /** Phrases that the user said do not mean a topic (`refusal`). */
  refused: ReadonlySet<string>;
}

/** Packs entries into bytes that `openGazetteer` probes in place: deterministic, with version and checksum. */
export function buildGazetteer(entries: SourceEntry[]): Uint8Array {
  const { sections, maxWords, classes } = buildSections(entries);
  return writeLayer(sections, maxWords, classes);
}

/** How layers are opened. */
export interface OpenOptions {
  /** How many of the first layers came with the program, so that their checksums need no look. Default 0. */
  packaged?: number;
}

/** Opens layers in order of precedence. Fails as `openLayer` does when one of them is damaged, foreign or of a later version. */
export function openGazetteer(layers: Uint8Array[], { packaged = 0 }: OpenOptions = {}): Result<Gazetteer> {
  const opened: Layer[] = [];
  for (const [i, bytes] of layers.entries()) {
    const layer = openLayer(bytes, i < packaged);
    if (!layer.ok) return layer;
    opened.push(layer.value);
  }
  return ok({
    layers: opened,
    label: (id, language) => labelOf(opened, id, language),
    kind: (id) => kindOf(opened, id),
    description: (id) => descriptionOf(opened, id),
    refused: refusalsIn((id) => descriptionOf(opened, id)),
  });
}

/** Id of the topic at an index of a layer. */
export function topicId(layer: Layer, topic: number): string {
  return layerText(layer, layer.topicText, layer.topicTextBase, 2 * topic);
}

/** Index of a topic in a layer, -1 where it has none. */
export function findTopic(layer: Layer, id: string): number {
  const hash = hashText(id) >>> 16;
  let low = 0;
  let high = layer.topicHash.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (layer.topicHash[middle]! < hash) low = middle + 1;
    else high = middle;
  }
  for (; layer.topicHash[low] === hash; low++) if (topicId(layer, low) === id) return low;
  return -1;
}

const RELATION = /^relation:([A-Z]+)-([A-Z]+)$/;

function labelOf(layers: Layer[], id: string, language: string | null): string | null {
  const label = labelAt(
    layers,
    layers.map((layer) => findTopic(layer, id)),
    language,
  );
  const pair = label === null ? RELATION.exec(id) : null;
  return pair ? relationLabel(pair[1]!, pair[2]!, (code) => labelOf(layers, `country:${code}`, language)) : label;
}

/** Label of a pair of countries from their own; their codes where these have none. */
export function relationLabel(a: string, b: string, labelOfCountry: (code: string) => string | null): string {
  const [first, second] = a < b ? [a, b] : [b, a];
  return `${labelOfCountry(first) ?? first}–${labelOfCountry(second) ?? second}`;
}

/** Label of the topic that stands at the given index of each layer (-1 where it is in none): of the language, English, or any. */
export function labelAt(layers: Layer[], topics: number[], language: string | null): string | null {
  return (
    (language === null ? null : labelFor(layers, topics, language)) ?? labelFor(layers, topics, 'en') ?? labelFor(layers, topics, null)
  );
}

function labelFor(layers: Layer[], topics: number[], wanted: string | null): string | null {
  for (let i = 0; i < layers.length; i++) {
    const label = topics[i]! < 0 ? null : labelIn(layers[i]!, topics[i]!, wanted);
    if (label !== null) return label;
  }
  return null;
}

function labelIn(layer: Layer, topic: number, language: string | null): string | null {
  const whole = language === null ? -1 : layer.languages.indexOf(language);
  const near = language === null ? -1 : languageIndex(layer, language);
  const { labelFirst, labelFirstBase } = layer;
  for (let i = stepAt(labelFirst, labelFirstBase, topic); i < stepAt(labelFirst, labelFirstBase, topic + 1); i++) {
    const own = layer.labelLanguage[i]!;
    if (language === null || own === whole || own === near) return layerText(layer, layer.labelText, layer.labelTextBase, i);
  }
  return null;
}

function kindOf(layers: Layer[], id: string): TopicKind | null {
  for (const layer of layers) {
    const topic = findTopic(layer, id);
    if (topic >= 0) return KINDS[layer.topicKind[topic]!] ?? null;
  }
  return RELATION.test(id) ? 'relation' : null;
}

function descriptionOf(layers: Layer[], id: string): string | null {
  for (const layer of layers) {
    const topic = findTopic(layer, id);
    const text = topic < 0 ? '' : layerText(layer, layer.topicText, layer.topicTextBase, 2 * topic + 1);
    if (text !== '') return text;
  }
  return null;
}
