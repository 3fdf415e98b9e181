import type { Article, Provenance } from '../core/article.ts';
import { canonicalUrl } from '../core/canonical-url.ts';
import { parseDateMs } from '../core/date.ts';
import type { Feed, FeedEntry } from '../core/feed.ts';
import type { Outlet } from '../core/outlet.ts';
import type { Reporter } from '../core/reporter.ts';
import { isSameSite } from '../core/same-site.ts';
import type { PageAuthor, PageSnapshot } from '../core/snapshot.ts';
import type { Source, SourceEntry } from '../core/source.ts';
import type { ReportVersion } from '../core/user-data.ts';
import { agencyName } from '../extract/agency-name.ts';
import { entryAddresses } from '../feeds/entry-addresses.ts';
import { entryKeys, recognise } from '../feeds/identity.ts';
import { recordsFromSnapshot } from '../packs/from-snapshot.ts';
import { toArticle, toOutlet, toReporter } from '../packs/to-core.ts';
import type { Store } from '../store/store.ts';
import { agencyOfText } from './agency-credit.ts';
import { type EntryContext, snapshotOfEntry, spokenLanguage } from './entry-snapshot.ts';
import { hostOf, ReportPeople } from './report-people.ts';
import { versionOf } from './report-versions.ts';

/** Entries of one document that are taken in: the newest. As many as `Store.sourceEntries` remembers. */
const ENTRIES_MAX = 5_000;
/** Characters of an entry's text that are taken in: longer than nearly every report, and derived in a fraction of a second. */
const TEXT_MAX = 100_000;
/** A text that is shorter than this share of the one that is here is a shorter version of it, not a better one. */
const SHORTER = 0.5;

/** What a document brings, beside what the index holds. Nothing is written yet. */
export interface FeedHarvest {
  /** Entries that were not known of this source, with the reports they became. */
  entries: SourceEntry[];
  outlets: Outlet[];
  reporters: Reporter[];
  /** Reports that are new or say something new, oldest first. */
  articles: Article[];
  /** Of those, reports the index did not hold. */
  added: number;
  /** What reports that are renewed said before, and say now. */
  versions: ReportVersion[];
  /** Entries without title or address, or that nothing tells from others: no reports. */
  leftOut: number;
}

type Known = Pick<Store, 'sourceEntries' | 'findArticleByUrl' | 'getArticles' | 'findReporters' | 'listOutlets'>;

/**
 * What the index is to take in of a feed. Entries are recognised through changed ids, addresses and titles; a report that another source, a
 * pack or the user brought stays as it is, and only counts as this source's too (`SourceEntry.joined`).
 */
export async function harvestFeed(feed: Feed, source: Source, store: Known, nowMs: number): Promise<FeedHarvest> {
  const usable = newest(feed.entries.filter(({ title, url }) => title !== null && canonicalUrl(url) !== null));
  const noted = await store.sourceEntries(source.id);
  const known = new Map(noted.flatMap(({ articleId, keys }) => keys.map((key) => [key, articleId] as const)));
  const own = new Set(noted.flatMap(({ articleId, joined }) => (joined ? [] : articleId)));
  const addresses = entryAddresses(usable, known);
  const shared = addresses.flatMap((address) => address?.shared ?? []);
  const names = recognise(usable, new Map([...known, ...shared.map((key) => [key, ''] as const)]));
  const keys = entryKeys(usable).map((own, at) => {
    const note = addresses[at]?.shared;
    return note === undefined ? own : [...own.filter((key) => !key.startsWith('u')), note];
  });
  const before = await store.getArticles([...new Set(names.filter((name) => name !== null))]);
  const stored = new Map(before.map(({ article }) => [article.id, article]));
  const harvest: FeedHarvest = { entries: [], outlets: [], reporters: [], articles: [], added: 0, versions: [], leftOut: 0 };
  harvest.leftOut = feed.entries.length - usable.length;
  const provenance: Provenance = { kind: 'feed', source: source.title, licence: null, addedAtMs: nowMs };
  const people = await ReportPeople.of(store);
  const context = { feed, spoken: spokenLanguage({ ...feed, entries: usable }) };
  const taken = new Set<string>();
  for (const [at, entry] of usable.entries()) {
    const address = addresses[at] ?? null;
    const recognised = stored.get(names[at] ?? '') ?? null;
    const url = address?.url ?? '';
    const there = recognised?.url === url ? recognised : ((await store.findArticleByUrl(url))?.article ?? null);
    const made = address === null ? null : await articleOf(entry, url, context, source, provenance, people);
    if (made === null) {
      harvest.leftOut++;
      continue;
    }
    // The last: a report that has moved away from this address, which its id was made of.
    const found = recognised ?? there ?? (names[at] === null ? ((await store.getArticles([made.id]))[0]?.article ?? null) : null);
    const id = found?.id ?? names[at] ?? made.id;
    if (taken.has(id)) continue;
    taken.add(id);
    const isOwn = found === null || own.has(id);
    if (names[at] === null || keys[at]?.some((key) => !known.has(key)))
      harvest.entries.push({ articleId: id, keys: keys[at] ?? [], ...(!isOwn && { joined: true }) });
    // An address where another report is by now stays that report's; one that was made up is not better than the one that is here.
    const isBetter = address?.shared === undefined && (there === null || there.id === id);
    const wanted = isBetter ? made : { ...made, url: found?.url ?? made.url };
    const article = found === null ? { ...made, id } : isOwn ? renewed(found, wanted) : null;
    if (article === null) continue;
    harvest.articles.push(article);
    if (found === null) harvest.added++;
    else harvest.versions.push(versionOf(found, found.provenance.addedAtMs, 'feed'), versionOf(article, nowMs, 'feed'));
  }
  const used = new Set(harvest.articles.flatMap(({ authors }) => authors.flatMap(({ reporterId }) => reporterId ?? [])));
  harvest.reporters = [...people.newReporters.values(), ...people.changedReporters.values()].filter(({ id }) => used.has(id));
  harvest.outlets = [...people.newOutlets.values()];
  harvest.articles.sort((a, b) => (a.publishedAtMs ?? 0) - (b.publishedAtMs ?? 0));
  return harvest;
}

function newest(entries: FeedEntry[]): FeedEntry[] {
  if (entries.length <= ENTRIES_MAX) return entries;
  const dated = entries.map((entry) => ({ entry, ms: parseDateMs(entry.datePublished ?? entry.dateModified) ?? Number.NEGATIVE_INFINITY }));
  dated.sort((a, b) => (b.ms === a.ms ? 0 : b.ms - a.ms));
  return dated.slice(0, ENTRIES_MAX).map(({ entry }) => entry);
}

/** The report as it is to be, or null where what is here stays. */
function renewed(known: Article, made: Article): Article | null {
  if (known.provenance.kind !== 'feed') return null;
  const isNew =
    known.headline !== made.headline ||
    (made.dateModified !== null && parseDateMs(made.dateModified) !== parseDateMs(known.dateModified)) ||
    (made.publishedAtMs !== null && known.publishedAtMs === null) ||
    (made.language !== null && known.language === null);
  const isLonger = made.text.length > known.text.length;
  if (!isNew && !isLonger && known.url === made.url) return null;
  const text = made.text.length < SHORTER * known.text.length ? known.text : made.text;
  const description = made.description ?? known.description;
  const authors = made.authors.length === 0 ? known.authors : made.authors;
  const { datePublished, publishedAtMs } = made.publishedAtMs === null ? known : made;
  const language = made.language ?? known.language;
  return { ...made, id: known.id, text, description, language, datePublished, publishedAtMs, authors, provenance: known.provenance };
}

async function articleOf(
  entry: FeedEntry,
  url: string,
  context: EntryContext,
  source: Source,
  provenance: Provenance,
  people: ReportPeople,
): Promise<Article | null> {
  const outlet = outletOf(url, source, people);
  const given = { ...entry, content: entry.content?.slice(0, TEXT_MAX) ?? null };
  const announced = snapshotOfEntry(given, url, { ...context, names: [source.title, outlet.name] });
  const snapshot = { ...announced, authors: signersOf(announced), outlet };
  const records = recordsFromSnapshot(snapshot);
  const main = records.find((record) => record.type === 'article');
  if (main === undefined) return null;
  const outletRecord = records.find((record) => record.type === 'outlet');
  const outletId = outletRecord === undefined ? null : people.outletId(toOutlet(outletRecord, provenance));
  const ids = new Map<string, string>();
  for (const record of records) {
    if (record.type === 'reporter') ids.set(record.id, await people.reporterId({ ...toReporter(record, provenance), outletId }));
  }
  const signed = main.authors.map(({ name, reporterId }) => ({
    name,
    reporterId: reporterId === null ? null : (ids.get(reporterId) ?? null),
  }));
  return { ...toArticle(main, provenance), outletId, authors: signed };
}

/** Who signs an entry; where no person and no agency does, the agency that its text names. */
function signersOf({ authors, description, paragraphs }: PageSnapshot): PageAuthor[] {
  if (authors.some(({ name, type }) => type === undefined || agencyName(name) !== null)) return authors;
  const agency = agencyOfText([description ?? '', ...paragraphs]);
  return agency === null ? authors : [{ name: agency, url: null, jobTitle: null, bio: null, sameAs: [], type: 'Organization' }];
}

/** The publisher of an address: the source's own, or another site's that the source points to. */
function outletOf(url: string, source: Source, people: ReportPeople): { name: string; url: string } {
  const host = hostOf(url);
  const known = people.outletAt(host);
  const own = hostOf(source.siteUrl ?? source.url);
  const home = isSameSite(own, host) ? (source.siteUrl ?? `${new URL(url).origin}/`) : `${new URL(url).origin}/`;
  return { name: known?.name ?? (isSameSite(own, host) ? source.title : host), url: known?.url ?? home };
}
