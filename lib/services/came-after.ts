import type { Article } from '../core/article.ts';

/** Whether a report came into the index after a time. What the reader saved is no news to them, and samples are none to anyone. */
export function cameAfter({ provenance, sample }: Article, atMs: number): boolean {
  return provenance.addedAtMs > atMs && provenance.kind !== 'saved-page' && !sample;
}
