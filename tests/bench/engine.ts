import type { BenchDocument, BenchQuestion } from './corpus.ts';

/** An engine under test. Where it cannot keep itself on disk it is measured in memory only. */
export interface Engine {
  /** Opens what is kept under this engine's origin, or begins empty. */
  open(): Promise<void>;
  /** Adds a batch while building. */
  add(docs: BenchDocument[]): Promise<void>;
  /** Ends a build: everything is kept on disk and in its final shape. */
  finish(): Promise<void>;
  /** Adds one report so that it survives a restart. */
  insert(doc: BenchDocument): Promise<void>;
  /** The best twenty reports for a question; how many were found. */
  query(question: BenchQuestion): Promise<number>;
  close(): Promise<void>;
}

/** Engines by name, in the order of the tables. */
export const ENGINE_NAMES = ['sidelight', 'fts5', 'minisearch', 'flexsearch', 'fuse'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

/** What an engine is, for the notes under a table. */
export const ENGINE_NOTES: Record<EngineName, string> = {
  sidelight: 'this index',
  fts5: 'SQLite FTS5, contentless, bm25, @sqlite.org/sqlite-wasm; opfs-sahpool in Chromium, memory in Node',
  minisearch: 'MiniSearch, kept as one JSON string in IndexedDB',
  flexsearch: 'FlexSearch (forward-free, in memory), kept as its export in IndexedDB; questions are not weighted',
  fuse: 'fuse.js over headlines only (it compares every record with every question), four words of a question',
};

/** Reports from which on an engine is not run, and why. */
export const ENGINE_LIMITS: Partial<Record<EngineName, { from: number; reason: string }>> = {
  minisearch: { from: 50_000, reason: 'its JSON of 200 MB and 2–3 GB of heap exceed the memory of this machine beside the others' },
  flexsearch: { from: 50_000, reason: 'exporting and reading back its maps exceeds ten minutes' },
};

/** Engines that answer typed queries. */
export const TYPED_ENGINES = ['sidelight', 'fts5', 'minisearch'] as const satisfies EngineName[];
export type TypedEngineName = (typeof TYPED_ENGINES)[number];
