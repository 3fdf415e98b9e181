import { createCopies } from './copies-001-first.ts';
import { createFirstTables } from './main-001-first.ts';
import { createRecentTexts } from './main-002-recent-texts.ts';
import { createReporterKeys } from './main-003-reporter-keys.ts';
import { createSources } from './main-004-sources.ts';
import { createLibrary } from './main-005-library.ts';
import { createSync } from './sync-001-first.ts';
import { createTexts } from './texts-001-first.ts';
import { createTextGroups } from './texts-002-groups.ts';

/** One step of a schema, run inside the upgrade transaction. */
export type Migration = (database: IDBDatabase, transaction: IDBTransaction) => void;

/** Steps of the main database, append-only: its version is their number. */
export const MAIN_MIGRATIONS: readonly Migration[] = [
  createFirstTables,
  createRecentTexts,
  createReporterKeys,
  createSources,
  createLibrary,
];

/** Steps of the database of texts, append-only. */
export const TEXTS_MIGRATIONS: readonly Migration[] = [createTexts, createTextGroups];

/** Steps of the database of rolling copies, append-only. */
export const COPIES_MIGRATIONS: readonly Migration[] = [createCopies];

/** Steps of the database of what is exchanged with other devices, append-only. */
export const SYNC_MIGRATIONS: readonly Migration[] = [createSync];
