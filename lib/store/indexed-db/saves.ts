import type { Result } from '../../core/result.ts';
import type { ReportVersion, Save } from '../../core/user-data.ts';
import { commit, read, type StoreContext, settled } from './context.ts';
import { loosen } from './loose.ts';
import { commitMade } from './made.ts';
import { attempt } from './storage-failure.ts';

/** See `Store.putSave`. */
export function putSave(context: StoreContext, save: Save): Promise<Result<void>> {
  return attempt(() =>
    context.exclusively(() =>
      commitMade(context, 'saves', ['saves'], async (transaction, note) => {
        await transaction.objectStore('saves').put(save);
        note('change');
      }),
    ),
  );
}

/** See `Store.deleteSave`. */
export function deleteSave(context: StoreContext, articleId: string): Promise<Result<void>> {
  return attempt(() =>
    context.exclusively(() =>
      commitMade(context, 'saves', ['saves'], async (transaction, note) => {
        await transaction.objectStore('saves').delete(articleId);
        await loosen(transaction, [articleId]);
        note('change');
      }),
    ),
  );
}

/** See `Store.addVersions`. */
export function addVersions(context: StoreContext, versions: ReportVersion[]): Promise<Result<void>> {
  return attempt(async () => {
    if (versions.length === 0) return;
    await context.exclusively(() =>
      commit(context, 'versions', ['versions'], 'strict', async (transaction) => {
        const table = transaction.objectStore('versions');
        const known = await Promise.all(versions.map(({ id }) => table.getKey(id)));
        await settled(versions.flatMap((version, at) => (known[at] === undefined ? [table.put(version)] : [])));
      }),
    );
  });
}

/** See `Store.versionsOf`. */
export async function versionsOf(context: StoreContext, articleId: string): Promise<ReportVersion[]> {
  const rows = await read(context, ['versions']).objectStore('versions').index('articleId').getAll(articleId);
  return rows.sort((a, b) => a.seenAtMs - b.seenAtMs);
}
