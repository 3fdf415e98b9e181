import { createLibraryExchange, type ExchangeDeps } from './library-exchange.ts';
import { createLibrarySync, type SyncDeps } from './library-sync.ts';

/** What the library page does with the reader's other devices: exchange through files, sync through a server. PouchDB is loaded where sync is on. */
export function createLibraryDevices(deps: ExchangeDeps & Pick<SyncDeps, 'fetch' | 'isGranted'>) {
  const exchange = createLibraryExchange(deps);
  return { exchange, sync: createLibrarySync({ ...deps, exchange, loadPouch: async () => (await import('pouchdb-browser')).default }) };
}
