import type { IndexedDbStore } from '../../lib/store/indexed-db/open-store.ts';

/** What Chromium says where a file of the database is gone. */
export async function unreadable(): Promise<never> {
  throw new DOMException('Failed to read large IndexedDB value', 'DataError');
}

/** A store that was opened, and of which nothing can be read. */
export const UNREADABLE = new Proxy({} as IndexedDbStore, { get: (_store, name) => (name === 'then' ? undefined : unreadable) });
