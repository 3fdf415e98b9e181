import type { PackCounts, PackRecord } from './types.ts';

/** Types in the order their records stand in a pack: what is referred to comes first, so that an import resolves as it streams. */
export const RECORD_TYPES = ['outlet', 'reporter', 'topic', 'article'] as const satisfies readonly PackRecord['type'][];

/** The manifest's name for a type's count. */
export const COUNT_KEYS = {
  outlet: 'outlets',
  reporter: 'reporters',
  topic: 'topics',
  article: 'articles',
} as const satisfies Record<PackRecord['type'], keyof PackCounts>;

/** Order of a pack's records: by type, then by id in UTF-16 code units, whatever the locale. */
export function compareRecords(a: Pick<PackRecord, 'type' | 'id'>, b: Pick<PackRecord, 'type' | 'id'>): number {
  const byType = RECORD_TYPES.indexOf(a.type) - RECORD_TYPES.indexOf(b.type);
  if (byType !== 0) return byType;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** No records of any type. */
export function emptyCounts(): PackCounts {
  return { outlets: 0, reporters: 0, topics: 0, articles: 0 };
}
