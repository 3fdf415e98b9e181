import { fail, ok, type Result } from '../core/result.ts';
import type { PackSource } from '../store/pack-source.ts';
import type { Store } from '../store/store.ts';
import { type ImportOptions, type ImportSummary, type PackReading, writeContent } from './import-pack.ts';
import { planPack } from './plan-pack.ts';

/** As for an import, with a store that notes packs. */
export interface InstallOptions extends ImportOptions {
  store: Store & PackSource;
}

/**
 * Imports a pack and notes what it holds, whose it is and of when. Refuses what `planPack` refuses. What the pack brings is noted before it is
 * written: cut off anywhere, the pack can be removed whole, and installing it again completes it.
 */
export async function installPack(reading: PackReading, options: InstallOptions): Promise<Result<ImportSummary>> {
  const fatal = reading.problems.find((problem) => problem.fatal);
  if (fatal) return fail('bad-pack', fatal.message);
  const { store } = options;
  const plan = await planPack(reading, options);
  if (plan.refusal !== null) return fail('bad-pack', 'This version cannot take the place of the one that is here.');
  // Without checksum until all is there: an import that was cut off is not taken for this version.
  const begun = await store.putPack({ ...plan.pack, sha256: '' });
  if (!begun.ok) return begun;
  const noted = await store.addHoldings(plan.pack.id, plan.held);
  if (!noted.ok) return noted;
  const written = await writeContent(plan.write, options);
  if (!written.ok) return written;
  const ended = await store.putPack(plan.pack);
  return ended.ok ? ok(written.value) : ended;
}
