import type { HeldRecords } from '../../core/source.ts';
import type { RemovalCounts } from '../pack-source.ts';
import { read, type StoreContext } from './context.ts';
import { heldBy, KEPT_TABLES } from './holders.ts';
import { orphans } from './orphans.ts';
import { unheld } from './removals.ts';
import type { KeptArticle } from './schema.ts';

/** Articles looked at together: so many hold few enough requests open. */
const AT_ONCE = 1_000;

/** See `PackSource.removalOf`. It asks what `continueRemoval` asks, of everything at once. */
export async function removalOf(context: StoreContext, holder: string): Promise<RemovalCounts> {
  const held = await heldBy(context, holder);
  const rows: KeptArticle[] = [];
  let known = 0;
  let topics = 0;
  for (let from = 0; from === 0 || from < Math.max(held.articles.length, held.topics.length); from += AT_ONCE) {
    const some: HeldRecords = {
      ...held,
      articles: held.articles.slice(from, from + AT_ONCE),
      topics: held.topics.slice(from, from + AT_ONCE),
    };
    const reading = read(context, ['entries', 'holdings', 'articles', 'recentTexts', ...KEPT_TABLES]);
    const byId = reading.objectStore('articles').index('id');
    const keys = Promise.all(some.articles.map((id) => byId.getKey(id)));
    const gone = await unheld(context, reading, holder, some, false);
    known += (await keys).filter((key) => key !== undefined).length;
    rows.push(...gone.rows);
    topics += gone.topics.length;
  }
  const { reporters, outlets } = await orphans(context, rows, held, holder);
  const [people, places] = await namesHere(context, reporters, outlets);
  return { articles: rows.length, reporters: people, outlets: places, topics, kept: known - rows.length };
}

/** How many of these are stored: a pack may hold one that another removal took. */
async function namesHere(context: StoreContext, reporters: string[], outlets: string[]): Promise<[number, number]> {
  const reading = read(context, ['reporters', 'outlets']);
  const count = async (table: 'reporters' | 'outlets', ids: string[]) =>
    (await Promise.all(ids.map((id) => reading.objectStore(table).getKey(id)))).filter((key) => key !== undefined).length;
  return Promise.all([count('reporters', reporters), count('outlets', outlets)]);
}
