import type { Article } from '../core/article.ts';
import { authorProfiles } from '../core/author-profiles.ts';
import type { ArticleRow, ReporterCard } from '../core/coverage.ts';
import type { FieldEdit } from '../core/field-edit.ts';
import type { Outlet } from '../core/outlet.ts';
import type { Reporter } from '../core/reporter.ts';
import { isSameSite } from '../core/same-site.ts';
import type { PageAuthor, PageSnapshot } from '../core/snapshot.ts';
import { biosOf } from '../core/stated-bio.ts';
import { ABOUT_SALIENCE } from '../core/topic.ts';
import { mayBeOneName } from '../ranking/names/person-names.ts';
import type { Store, StoredArticle } from '../store/store.ts';
import { fold } from '../text/fold.ts';
import { toRow } from './article-row.ts';
import { correctedReporter, editsOf } from './field-edits.ts';
import { hostOf } from './report-people.ts';
import type { SameReporters } from './same-reporters.ts';
import { joinStored, type SameTopics } from './same-topics.ts';

/** What reporter cards are made with. */
export interface ReporterDeps {
  store: Store;
  /** Outlet id to name, for rows. */
  outletNames: ReadonlyMap<string, string>;
  /** A topic's label for people, or null where the gazetteer knows none. */
  topicLabel(id: string): string | null;
  /** Topics that the user said are one count as one beat. */
  same: SameTopics;
  /** Reporters that the user said are one have one card, of all their reports but those that are not theirs. */
  people: SameReporters;
  /** Fields of reports that the user corrected, for rows. */
  edits: readonly FieldEdit[];
  /** Pseudo-terms of what the user follows, and since when reports of it are new (epoch ms). */
  followed: ReadonlyMap<string, number>;
}

/** The page whose authors are looked for. */
export interface OpenPage {
  snapshot: PageSnapshot;
  host: string | null;
  /** The report it is, where the index holds it. */
  self: Pick<Article, 'id' | 'authors'> | null;
  outlets: readonly Outlet[];
}

/** Latest reports looked at to compute beats; more change the picture little and cost time. */
const BEAT_REPORTS = 30;
/** Reports among which the latest by date are looked for: they arrive nearly in the order of their dates. */
const RECENT_REPORTS = 8;
const MAX_BEATS = 4;
const MAX_RECENT = 3;

/** A reporter as the user corrected them, and which fields are the user's: nothing else that is known takes their place. */
export type ReadReporter = Reporter & { edited: ReadonlySet<FieldEdit['field']> };

/** The reporter that an id is read as; another of those who are one where that row is gone. Null where nobody is left. */
export async function readReporter(id: string, { store, people }: Pick<ReporterDeps, 'store' | 'people'>): Promise<ReadReporter | null> {
  const own = people.of(id);
  const [left] = await store.getReporters(people.members(own));
  if (left === undefined) return null;
  const edits = await editsOf('reporter', left.id, store);
  return { ...correctedReporter(left, edits), id: own, edited: new Set(edits.map(({ field }) => field)) };
}

/** The card of a stored reporter: facts with their source, beats and recent reports computed from the index. What it lacks is taken from those who are the same, but for what the user corrected. */
export async function reporterCard(reporter: ReadReporter, deps: ReporterDeps, recent = MAX_RECENT): Promise<ReporterCard> {
  const ids = deps.people.members(reporter.id);
  const [docIds, others] = await Promise.all([
    reportsBy(reporter.id, BEAT_REPORTS, deps),
    ids.length === 1 ? [] : deps.store.getReporters(ids.slice(1)),
  ]);
  const [topics, articles] = await Promise.all([
    deps.store.topicsOf(docIds),
    deps.store.getArticlesByDocId(docIds.slice(0, Math.max(RECENT_REPORTS, recent)), { text: false }),
  ]);
  const all = [reporter, ...others];
  const [newest] = all.flatMap(biosOf).sort((a, b) => b.atMs - a.atMs);
  const own = reporter.edited.has('bio');
  const bio = own ? null : newest;
  const outletId = all.find((one) => one.outletId !== null)?.outletId ?? null;
  return {
    id: reporter.id,
    name: reporter.name,
    jobTitle: reporter.edited.has('jobTitle') ? reporter.jobTitle : (all.find(({ jobTitle }) => jobTitle !== null)?.jobTitle ?? null),
    outletName: outletId === null ? null : (deps.outletNames.get(outletId) ?? null),
    bio: own ? reporter.bio : (bio?.text ?? null),
    bioSource: bio?.source ?? null,
    bioAtMs: bio?.atMs ?? null,
    languages: [...new Set(all.flatMap(({ languages }) => languages))],
    beats: beatsOf(topics, deps),
    recent: recentOf(articles, recent, deps),
    onThisPage: false,
    followed: ids.some((id) => deps.followed.has(`@${id}`)),
    sample: reporter.sample,
    ...(reporter.edited.size > 0 && { edited: [...reporter.edited] }),
  };
}

/** Documents of a person's reports under any of their ids, those written to the index last first; none that is not theirs. */
export async function reportsBy(id: string, limit: number, { store, people }: Pick<ReporterDeps, 'store' | 'people'>): Promise<number[]> {
  const notTheirs = people.notTheirs(id);
  const terms = people.members(id).map((member) => ({ term: `@${member}`, weight: 1 }));
  const [candidates, others] = await Promise.all([
    store.evaluate(terms, limit + notTheirs.size),
    notTheirs.size === 0 ? [] : store.getArticles([...notTheirs], { text: false }),
  ]);
  const left = new Set(others.map(({ docId }) => docId));
  return candidates
    .map(({ docId }) => docId)
    .filter((docId) => !left.has(docId))
    .slice(0, limit);
}

/**
 * The people who wrote the open page, no agencies or desks. An author is taken for a stored reporter on evidence only: the same profile page under a like name, the same
 * folded name at the same outlet (by its site or its name) or on this very report, or, on a page that names no outlet, the same folded name as the author of a related report shown. What the page itself says of the author wins over what the index holds, and is named as source; what the user corrected wins over both.
 */
export async function pageReporterCards(
  page: OpenPage,
  reporters: Reporter[],
  deps: ReporterDeps,
  shownReporterIds: ReadonlySet<string> = new Set(),
): Promise<ReporterCard[]> {
  return Promise.all(
    page.snapshot.authors
      .filter(({ type }) => type === undefined)
      .map(async (author) => {
        const known = reporters.find(
          (reporter) =>
            !(page.self !== null && deps.people.notTheirs(reporter.id).has(page.self.id)) &&
            isSamePerson(author, page, reporter, deps, shownReporterIds),
        );
        const one = known === undefined ? null : await readReporter(known.id, deps);
        const card = one === null ? null : await reporterCard(one, deps);
        return fromPage(author, page, card);
      }),
  );
}

function fromPage(author: PageAuthor, { snapshot, host }: OpenPage, card: ReporterCard | null): ReporterCard {
  const edited = new Set(card?.edited);
  const statesBio = author.bio !== null && author.bio.trim() !== '' && !edited.has('bio');
  return {
    id: card?.id ?? `page:${fold(author.name)}`,
    name: edited.has('name') ? card!.name : author.name,
    jobTitle: edited.has('jobTitle') ? card!.jobTitle : (author.jobTitle ?? card?.jobTitle ?? null),
    outletName: snapshot.outlet?.name ?? card?.outletName ?? null,
    bio: statesBio ? author.bio : (card?.bio ?? null),
    bioSource: statesBio ? (host === null ? 'this page' : `author box on ${host}`) : (card?.bioSource ?? null),
    bioAtMs: statesBio ? null : (card?.bioAtMs ?? null),
    languages: card?.languages ?? [],
    beats: card?.beats ?? [],
    recent: card?.recent ?? [],
    onThisPage: true,
    followed: card?.followed ?? false,
    sample: card?.sample ?? false,
    ...(edited.size > 0 && { edited: [...edited] }),
  };
}

function isSamePerson(
  author: PageAuthor,
  { snapshot, self, outlets }: OpenPage,
  reporter: Reporter,
  deps: ReporterDeps,
  shownReporterIds: ReadonlySet<string>,
): boolean {
  const names = [reporter.name, ...reporter.alternateNames];
  const isAlike = names.some((known) => mayBeOneName(known, author.name));
  if (isAlike && authorProfiles(author, snapshot).some((url) => reporter.sameAs.includes(url))) return true;
  const name = fold(author.name);
  if (!names.some((known) => fold(known) === name)) return false;
  const id = deps.people.of(reporter.id);
  // Who signs the report of this page under this name: feeds name their outlet otherwise than its pages do.
  const signs = self?.authors.some((one) => one.reporterId !== null && deps.people.of(one.reporterId) === id && fold(one.name) === name);
  if (signs) return true;
  const outlet = outlets.find((one) => one.id === reporter.outletId);
  if (outlet?.url && snapshot.url !== null && isSameSite(hostOf(outlet.url), hostOf(snapshot.url))) return true;
  if (snapshot.outlet === null) return shownReporterIds.has(id);
  return outlet !== undefined && foldOutlet(outlet.name) === foldOutlet(snapshot.outlet.name);
}

// "The Kyiv Independent" and "Kyiv Independent" are one masthead.
function foldOutlet(name: string): string {
  return fold(name).replace(/^the /, '');
}

function beatsOf(reports: StoredArticle['topics'][], deps: ReporterDeps): ReporterCard['beats'] {
  const counts = new Map<string, number>();
  for (const topics of reports)
    for (const { id, salience } of joinStored(topics, deps.same)) if (salience >= ABOUT_SALIENCE) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .flatMap(([id, count]) => {
      const label = deps.topicLabel(id);
      return label === null ? [] : [{ id, label, count }];
    })
    .slice(0, MAX_BEATS);
}

function recentOf(articles: StoredArticle[], most: number, deps: ReporterDeps): ArticleRow[] {
  return articles
    .toSorted((a, b) => (b.article.publishedAtMs ?? 0) - (a.article.publishedAtMs ?? 0))
    .slice(0, most)
    .map((stored) => toRow(stored.article, deps.outletNames, deps.people, deps.edits));
}
