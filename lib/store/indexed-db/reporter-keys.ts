import type { Reporter } from '../../core/reporter.ts';
import { fold } from '../../text/fold.ts';
import { nameSpelling } from '../../text/name-spelling.ts';
import { read, type StoreContext } from './context.ts';
import type { WriteTransaction } from './schema.ts';

/** What a reporter is looked up by: each spelling of the name, folded and as it sounds in Latin and Cyrillic letters, and each profile page. */
export function reporterKeys({ name, alternateNames, sameAs }: Pick<Reporter, 'name' | 'alternateNames' | 'sameAs'>): string[] {
  return [...new Set([...[name, ...alternateNames].flatMap(nameKeys), ...sameAs.map(profileKey)])];
}

/** Part of every transaction that writes reporters. Keys of reporters that are gone stay: they lead nowhere. */
export function putReporterKeys(transaction: WriteTransaction, reporters: Reporter[]): Promise<unknown>[] {
  const table = transaction.objectStore('reporterKeys');
  return reporters.flatMap((reporter) => reporterKeys(reporter).map((key) => table.put(0, [key, reporter.id])));
}

/** See `Store.findReporters`. Three requests a name, whatever the number of reporters. */
export async function findReporters(
  context: StoreContext,
  { names, profiles }: { names: string[]; profiles: string[] },
): Promise<Reporter[]> {
  const transaction = read(context, ['reporterKeys', 'reporters']);
  const keys = [...new Set([...names.flatMap(nameKeys), ...profiles.map(profileKey)])];
  const table = transaction.objectStore('reporterKeys');
  const found = await Promise.all(keys.map((key) => table.getAllKeys(IDBKeyRange.bound([key], [key, []]))));
  const ids = [...new Set(found.flat().map(([, id]) => id))];
  const reporters = await Promise.all(ids.map((id) => transaction.objectStore('reporters').get(id)));
  // A key may be of an earlier writing of the reporter.
  return reporters.filter((reporter) => reporter !== undefined && reporterKeys(reporter).some((key) => keys.includes(key))) as Reporter[];
}

/** Rows of before the second key are found by it once they are written again; until then they are proposed. */
function nameKeys(name: string): string[] {
  const spelling = nameSpelling(name);
  return [`n:${fold(name)}`, ...(spelling === null ? [] : [`s:${spelling}`])];
}

function profileKey(url: string): string {
  return `u:${url}`;
}
