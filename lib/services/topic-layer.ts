import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { GazetteerEntry } from '../core/topic.ts';
import type { Correction } from '../core/user-data.ts';
import type { Store } from '../store/store.ts';
import type { TopicLayer, TopicLayerSource } from '../store/topic-layer.ts';
import { buildGazetteer, type Gazetteer } from '../topics/gazetteer.ts';
import { REFUSED_ID, refusedEntries } from '../topics/refused.ts';
import { refusalsOf } from './corrections.ts';

/**
 * The layer of the topics that packs brought and the built-in list does not know, of the user's own, of the names the user gave to any topic, and of the
 * phrases they said do not mean one; built anew and kept.
 */
export async function buildTopicLayer(
  store: Pick<Store, 'listTopics' | 'listCorrections'> & TopicLayerSource,
  builtin: Gazetteer,
  madeWith: string,
): Promise<TopicLayer> {
  const [topics, corrections] = await Promise.all([store.listTopics(), store.listCorrections()]);
  const further = [...topics, ...ownTopics(corrections)].filter(({ id }) => builtin.kind(id) === null && !id.startsWith(REFUSED_ID));
  const entries = [...withAliases(further, corrections, builtin), ...refusedEntries(refusalsOf(corrections))];
  const bytes = new Uint8Array(entries.length === 0 ? [] : buildGazetteer(entries));
  const layer = { madeWith, id: bytesToHex(sha256(bytes)), bytes };
  await store.putTopicLayer(layer);
  return layer;
}

/** The user's own topics, as entries. */
export function ownTopics(corrections: Correction[]): GazetteerEntry[] {
  return corrections.flatMap((entry) =>
    entry.kind === 'own-topic' ? [{ id: entry.topicId, kind: 'topic' as const, names: { [entry.language ?? 'und']: [entry.name] } }] : [],
  );
}

/** Entries with the user's names beside their own; a built-in topic that got one is an entry of that name alone. A name of a topic that is gone waits. */
function withAliases(further: GazetteerEntry[], corrections: Correction[], builtin: Gazetteer): GazetteerEntry[] {
  const entries = new Map(further.map((entry) => [entry.id, entry]));
  for (const correction of corrections) {
    if (correction.kind !== 'alias') continue;
    const { topicId, alias, language } = correction;
    const kind = builtin.kind(topicId);
    const entry = entries.get(topicId) ?? (kind === null ? null : { id: topicId, kind, names: {} });
    if (entry === null) continue;
    const tag = language ?? 'und';
    entries.set(topicId, { ...entry, names: { ...entry.names, [tag]: [...(entry.names[tag] ?? []), alias] } });
  }
  return [...entries.values()];
}
