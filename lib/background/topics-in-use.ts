import { ok, type Result } from '../core/result.ts';
import { buildTopicLayer } from '../services/topic-layer.ts';
import type { IndexedDbStore } from '../store/indexed-db/open-store.ts';
import type { TopicLayer } from '../store/topic-layer.ts';
import { type Gazetteer, openGazetteer } from '../topics/gazetteer.ts';
import { LAYER_VERSION, layerMark } from '../topics/layer-format.ts';

/** Where the built-in topics are in the extension. */
export const GAZETTEER_FILE = '/data/builtin.gaz';

/** The topics that are looked for. */
export interface TopicsInUse {
  gazetteer: Gazetteer;
  /** Id of the packs' topics in it. */
  layerId: string;
  /** What the gazetteer is made of. */
  layers: Uint8Array[];
}

/** Built-in topics and those of packs. A layer that is missing, of another version or damaged is built. */
export async function readTopics(builtin: Uint8Array, store: IndexedDbStore): Promise<Result<TopicsInUse>> {
  const madeWith = `${LAYER_VERSION} ${layerMark(builtin)}`;
  const kept = await store.readTopicLayer();
  const whole = kept?.madeWith === madeWith ? open(builtin, kept) : null;
  if (whole?.ok) return whole;
  const alone = openTopicLayers([builtin]);
  return alone.ok ? open(builtin, await buildTopicLayer(store, alone.value, madeWith)) : alone;
}

/** Opens layers of which the first came with the extension. */
export function openTopicLayers(layers: Uint8Array[]): Result<Gazetteer> {
  return openGazetteer(layers, { packaged: 1 });
}

function open(builtin: Uint8Array, { id, bytes }: TopicLayer): Result<TopicsInUse> {
  const layers = bytes.length === 0 ? [builtin] : [builtin, bytes];
  const opened = openTopicLayers(layers);
  return opened.ok ? ok({ gazetteer: opened.value, layerId: id, layers }) : opened;
}
