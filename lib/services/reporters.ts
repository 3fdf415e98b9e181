import type { ArticleRow, ReporterCard } from '../core/coverage.ts';
import type { Reporter } from '../core/reporter.ts';
import type { PageAuthor, PageSnapshot } from '../core/snapshot.ts';
import type { Store, StoredArticle } from '../store/store.ts';
import { fold } from '../text/fold.ts';
import { toRow } from './article-row.ts';
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
  followed: ReadonlySet<string>;
}

/** Latest reports looked at to compute beats; more change the picture little and cost time. */
const BEAT_REPORTS = 30;
/** Reports among which the latest by date are looked for: they arrive nearly in the order of their dates. */
const RECENT_REPORTS = 8;
const MAX_BEATS = 4;
const MAX_RECENT = 3;
/** A report counts towards a beat when it is about the topic, not when it names it in passing. */
const BEAT_SALIENCE = 0.5;

/** The card of a stored reporter: facts with their source, beats and recent reports computed from the index. */
export async function reporterCard(reporter: Reporter, deps: ReporterDeps): Promise<ReporterCard> {
  const candidates = await deps.store.evaluate([{ term: `@${reporter.id}`, weight: 1 }], BEAT_REPORTS);
  const docIds = candidates.map((candidate) => candidate.docId);
  const [topics, articles] = await Promise.all([
    deps.store.topicsOf(docIds),
    deps.store.getArticlesByDocId(docIds.slice(0, RECENT_REPORTS)),
  ]);
  return {
    id: reporter.id,
    name: reporter.name,
    jobTitle: reporter.jobTitle,
    outletName: reporter.outletId === null ? null : (deps.outletNames.get(reporter.outletId) ?? null),
    bio: reporter.bio,
    bioSource: reporter.bioSource,
    languages: reporter.languages,
    beats: beatsOf(topics, deps),
    recent: recentOf(articles, deps),
    onThisPage: false,
    followed: deps.followed.has(`@${reporter.id}`),
    sample: reporter.sample,
  };
}

/**
 * The people who wrote the open page, no agencies or desks. An author is taken for a stored reporter on evidence only: the same profile page, the same
 * folded name at the same outlet, or, on a page that names no outlet, the same folded name as the author of a related report shown. What the page itself says of the author wins over what the index holds, and is named as source.
 */
export async function pageReporterCards(
  snapshot: PageSnapshot,
  host: string | null,
  reporters: Reporter[],
  deps: ReporterDeps,
  shownReporterIds: ReadonlySet<string> = new Set(),
): Promise<ReporterCard[]> {
  return Promise.all(
    snapshot.authors
      .filter(({ type }) => type === undefined)
      .map(async (author) => {
        const known = reporters.find((reporter) => isSamePerson(author, snapshot, reporter, deps, shownReporterIds));
        const card = known === undefined ? null : await reporterCard(known, deps);
        return fromPage(author, snapshot, host, card);
      }),
  );
}

function fromPage(author: PageAuthor, snapshot: PageSnapshot, host: string | null, card: ReporterCard | null): ReporterCard {
  const statesBio = author.bio !== null && author.bio.trim() !== '';
  return {
    id: card?.id ?? `page:${fold(author.name)}`,
    name: author.name,
    jobTitle: author.jobTitle ?? card?.jobTitle ?? null,
    outletName: snapshot.outlet?.name ?? card?.outletName ?? null,
    bio: statesBio ? author.bio : (card?.bio ?? null),
    bioSource: statesBio ? (host === null ? 'this page' : `author box on ${host}`) : (card?.bioSource ?? null),
    languages: card?.languages ?? [],
    beats: card?.beats ?? [],
    recent: card?.recent ?? [],
    onThisPage: true,
    followed: card?.followed ?? false,
    sample: card?.sample ?? false,
  };
}

function isSamePerson(
  author: PageAuthor,
  snapshot: PageSnapshot,
  reporter: Reporter,
  deps: ReporterDeps,
  shownReporterIds: ReadonlySet<string>,
): boolean {
  const profiles = [author.url, ...author.sameAs].filter((url) => url !== null);
  if (profiles.some((url) => reporter.sameAs.includes(url))) return true;
  const name = fold(author.name);
  if (![reporter.name, ...reporter.alternateNames].some((known) => fold(known) === name)) return false;
  if (snapshot.outlet === null) return shownReporterIds.has(reporter.id);
  const outlet = reporter.outletId === null ? undefined : deps.outletNames.get(reporter.outletId);
  return outlet !== undefined && foldOutlet(outlet) === foldOutlet(snapshot.outlet.name);
}

// "The Kyiv Independent" and "Kyiv Independent" are one masthead.
function foldOutlet(name: string): string {
  return fold(name).replace(/^the /, '');
}

function beatsOf(reports: StoredArticle['topics'][], deps: ReporterDeps): ReporterCard['beats'] {
  const counts = new Map<string, number>();
  for (const topics of reports)
    for (const { id, salience } of joinStored(topics, deps.same)) if (salience >= BEAT_SALIENCE) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .flatMap(([id, count]) => {
      const label = deps.topicLabel(id);
      return label === null ? [] : [{ id, label, count }];
    })
    .slice(0, MAX_BEATS);
}

function recentOf(articles: StoredArticle[], deps: ReporterDeps): ArticleRow[] {
  return articles
    .toSorted((a, b) => (b.article.publishedAtMs ?? 0) - (a.article.publishedAtMs ?? 0))
    .slice(0, MAX_RECENT)
    .map((stored) => toRow(stored.article, deps.outletNames));
}
