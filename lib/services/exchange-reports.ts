import type { Article, Provenance } from '../core/article.ts';
import type { ArticleRow } from '../core/coverage.ts';
import type { BackupContent } from '../store/backup-source.ts';
import type { HereRows } from '../sync/plan.ts';
import { winner } from '../sync/register.ts';
import type { Replica } from '../sync/replica.ts';
import { addressOf, isShown, itemKey, pinKey } from '../sync/rows-to-parts.ts';
import { toRow } from './article-row.ts';
import { articleOf } from './import-items.ts';
import type { MergePlace } from './merge-here.ts';
import { ReportPeople } from './report-people.ts';

/** Rows of the reports that are to be pinned or gathered here, by address; those the index lacks are added to `content`, without their texts. */
export async function reportsFor(
  merged: Replica,
  rows: HereRows,
  { store, nowMs }: MergePlace,
  content: BackupContent,
): Promise<(address: string) => ArticleRow | undefined> {
  const here = new Set([...rows.pins.map(pinKey), ...rows.collectionItems.map(itemKey)]);
  const [people, outlets] = [await ReportPeople.of(store), await store.listOutlets()];
  const outletNames = new Map(outlets.map(({ id, name }) => [id, name]));
  const provenance: Provenance = { kind: 'import', source: 'exchange', licence: null, addedAtMs: nowMs };
  const found = new Map<string, ArticleRow>();
  for (const [key, entry] of merged) {
    if (!/^(?:pin|item) /.test(key) || here.has(key) || !isShown(key, merged)) continue;
    const { article: given } = winner(entry.here)!.value as { article: ArticleRow };
    const address = addressOf(given);
    if (found.has(address)) continue;
    // At this very address: a pin of another form of it (www, amp) would be another thing to all devices, and this one would seem taken away.
    const known = (await store.findArticleByUrl(address, { text: false }))?.article ?? null;
    const article = known ?? (await reportOf(given, address, provenance, people));
    const isTaken = known === null && (await store.docIdsOf([article.id]))[0] !== null;
    if (known === null && !isTaken) content.articles.push(article);
    for (const [id, { name }] of people.newOutlets) outletNames.set(id, name);
    found.set(address, { ...toRow(article, outletNames), ...(known === null && { outletName: given.outletName }) });
  }
  content.outlets = [...people.newOutlets.values()];
  content.reporters = [...people.newReporters.values()];
  return (address) => found.get(address);
}

async function reportOf(given: ArticleRow, address: string, provenance: Provenance, people: ReportPeople): Promise<Article> {
  const { id, headline, outletName, datePublished, publishedAtMs, language, sample } = given;
  const authors = given.authors.map(({ name }) => ({ name, isOrganisation: false }));
  const item = { title: headline, addedAtMs: null, state: null, tags: [], note: null, authors, outlet: outletName, description: null };
  const article = await articleOf(address, { ...item, url: address, datePublished, language }, provenance, people);
  return { ...article, id, headline, datePublished, publishedAtMs, language, sample };
}
