/** Topics of packs, packed for the matcher: derived from the topics table, so that a wake reads them and builds nothing. */
export interface TopicLayer {
  /** What it was made with: format and built-in list. Another one makes another layer. */
  madeWith: string;
  /** Names these bytes: the same bytes, the same id. */
  id: string;
  /** Empty where packs brought no topic. */
  bytes: Uint8Array<ArrayBuffer>;
}

/** What keeping the layer in step with the topics needs of a store, beside the port. */
export interface TopicLayerSource {
  /** The kept layer; null where there is none, or topics were written since. */
  readTopicLayer(): Promise<TopicLayer | null>;
  /** Id of the kept layer, null as above. */
  topicLayerId(): Promise<string | null>;
  /** Keeps a layer. Where its bytes or what it was made with are others than before, all reports are to be looked through anew (`retopicSome`). */
  putTopicLayer(layer: TopicLayer): Promise<void>;
  /**
   * Derives the next reports again (≤ 50 ms or one report) and replaces those whose topics change; answers whether all are done. `layerId` is that
   * of the layer the store's `derive` works with: with another than the kept one nothing is done. Killed at any point it goes on.
   */
  retopicSome(layerId: string): Promise<boolean>;
}
