import 'fake-indexeddb/auto';
import type { Article } from '../../core/article.ts';
import { packLines } from '../../packs/lines.ts';
import { toTopic } from '../../packs/to-core.ts';
import { deriveArticle } from '../../services/derive.ts';
import { importPack, readWholePack } from '../../services/import-pack.ts';
import { openStore } from '../../store/indexed-db/open-store.ts';
import type { Store } from '../../store/store.ts';
import { buildGazetteer, type Gazetteer, openGazetteer } from '../../topics/gazetteer.ts';
import { type CliIo, UsageError } from '../command.ts';
import { inputName, openInput } from '../io.ts';
import { builtinLayers } from './builtin-layers.ts';

/** A pack's reports in a store of this process's memory: the same store as the browser's, on another IndexedDB. */
export interface OpenedPack {
  store: Store;
  gazetteer: Gazetteer;
  /** Exit status so far: 1 where lines of the pack could not be used, else 0. */
  status: 0 | 1;
}

/** No command reads the clock: what is loaded counts as added at the epoch. */
const NOW_MS = 0;
let databases = 0;

/**
 * Loads a pack whole. Single bad lines are left out with a note. Throws UsageError where it cannot be read, is none, or is not what its
 * maker published.
 */
export async function openPackFile(source: string, io: CliIo): Promise<OpenedPack> {
  const reading = await readWholePack(packLines(openInput(source, io)));
  if (!reading.ok) throw new UsageError(`${inputName(source)}: ${reading.error.message}`);
  const left = reading.value.unreadable;
  if (left > 0) io.note(`sidelight: ${left} lines of ${inputName(source)} could not be used; see "sidelight pack verify"\n`);

  const own = reading.value.records.flatMap((record) => (record.type === 'topic' ? [toTopic(record)] : []));
  const gazetteer = openGazetteer([...builtinLayers(io), buildGazetteer(own)]);
  if (!gazetteer.ok) throw new UsageError(`the built-in topics cannot be read (${gazetteer.error.code}); run "npm run data"`);
  const derive = (article: Article) => deriveArticle(article, gazetteer.value);
  databases++;
  const store = await openStore({ databaseName: `pack-${databases}`, derive, nowMs: () => NOW_MS });
  if (!store.ok) throw new UsageError(`the pack cannot be loaded (${store.error.code})`);
  const imported = await importPack(reading.value, {
    store: store.value,
    derive,
    nowMs: NOW_MS,
    onProgress: (done) => io.progress?.(`${Math.round(100 * done)} % of the pack loaded`),
  });
  if (!imported.ok) throw new UsageError(`${inputName(source)}: ${imported.error.message}`);
  return { store: store.value, gazetteer: gazetteer.value, status: left > 0 ? 1 : 0 };
}
