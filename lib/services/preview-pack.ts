import { ok, type Result } from '../core/result.ts';
import type { Store } from '../store/store.ts';
import type { PackReading } from './import-pack.ts';

/** What a pack would add, before anything is written. */
export interface PackSummary {
  name: string;
  licence: string | null;
  articles: number;
  reporters: number;
  outlets: number;
  topics: number;
  /** Reports of the pack that are in the index already. */
  known: number;
  /** Reports marked as invented samples. */
  samples: number;
  unreadable: number;
}

/** Compares a pack that was read with the index. */
export async function summarisePack(reading: PackReading, store: Store): Promise<Result<PackSummary>> {
  const { manifest, records } = reading;
  const articles = records.flatMap((record) => (record.type === 'article' ? [record] : []));
  const count = (type: string): number => records.filter((record) => record.type === type).length;
  const known = await store.getArticles(
    articles.map(({ id }) => id),
    { text: false },
  );
  return ok({
    name: manifest.name,
    licence: manifest.licence,
    articles: articles.length,
    reporters: count('reporter'),
    outlets: count('outlet'),
    topics: count('topic'),
    known: known.length,
    samples: articles.filter(({ sample }) => sample).length,
    unreadable: reading.unreadable,
  });
}
