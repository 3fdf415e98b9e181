import type { Result } from '../lib/core/result.ts';
import type { SyncChoice, SyncProblem, SyncStatus } from '../lib/core/sync-status.ts';

/** Sync with the user's other devices through a server that they name. Expected failures are values. */
export interface SyncData {
  /** Whether it is on, and how it went last. Asks nobody. */
  syncStatus(): Promise<Result<SyncStatus>>;
  /** Looks whether the server takes user and passphrase, switches on and syncs; the permission for its origin must be there. With a problem before that nothing is kept. `stop` ends it where it is. */
  switchOnSync(choice: SyncChoice, stop?: AbortSignal): Promise<Result<{ status: SyncStatus; problem: SyncProblem | null }>>;
  /** Does nothing where it is off. `stop` ends it where it is: what came or went stays, and the next one goes on. */
  syncNow(stop?: AbortSignal): Promise<Result<SyncStatus>>;
  /** Whether the opening of the library syncs; off at first. */
  setSyncAtOpening(whenOpened: boolean): Promise<Result<SyncStatus>>;
  /** Forgets server, password and keys. What is on the server stays there, and what was made here. */
  switchOffSync(): Promise<Result<SyncStatus>>;
}
