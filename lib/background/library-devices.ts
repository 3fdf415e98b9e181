import { isOriginGranted } from '../platform/permissions.ts';
import { openSyncState } from '../store/indexed-db/sync-state.ts';

/** What exchange and sync need of the browser; loaded with them. */
export const deviceDeps = {
  openSyncState,
  isGranted: isOriginGranted,
  random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
};
