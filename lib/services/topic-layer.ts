import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Store } from '../store/store.ts';
import type { TopicLayer, TopicLayerSource } from '../store/topic-layer.ts';
import { buildGazetteer, type Gazetteer } from '../topics/gazetteer.ts';

/** The layer of the topics that packs brought and the built-in list does not know, built anew and kept. */
export async function buildTopicLayer(
  store: Pick<Store, 'listTopics'> & TopicLayerSource,
  builtin: Gazetteer,
  madeWith: string,
): Promise<TopicLayer> {
  const further = (await store.listTopics()).filter(({ id }) => builtin.kind(id) === null);
  const bytes = new Uint8Array(further.length === 0 ? [] : buildGazetteer(further));
  const layer = { madeWith, id: bytesToHex(sha256(bytes)), bytes };
  await store.putTopicLayer(layer);
  return layer;
}
