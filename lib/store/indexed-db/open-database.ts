import { type DBSchema, type IDBPDatabase, wrap } from 'idb';
import type { Migration } from './migrations/list.ts';

/**
 * Opens a database at the version that is the number of its migrations, running those it lacks in the one upgrade
 * transaction. Rejects with a `VersionError` where the database is newer; nothing is touched then. Gives way when
 * newer code wants to upgrade. `onClosed`: the connection gave way, or the browser ended it (storage cleared, a failing disk): open another one.
 */
export function openDatabase<S extends DBSchema>(
  factory: IDBFactory,
  name: string,
  migrations: readonly Migration[],
  onClosed: () => void = () => {},
): Promise<IDBPDatabase<S>> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, migrations.length);
    request.onupgradeneeded = (event) => {
      for (const migrate of migrations.slice(event.oldVersion)) migrate(request.result, request.transaction!);
    };
    request.onsuccess = () => {
      const database = request.result;
      database.onversionchange = () => {
        database.close();
        onClosed();
      };
      database.onclose = onClosed;
      resolve(wrap(database) as IDBPDatabase<S>);
    };
    request.onerror = () => reject(request.error);
  });
}
