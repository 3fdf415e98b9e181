import { canonicalUrl } from '../core/canonical-url.ts';
import type { CopyRow, Coverage, CoverageRow, ReporterCard } from '../core/coverage.ts';
import { parseDateMs } from '../core/date.ts';
import type { Outlet } from '../core/outlet.ts';
import { reportKey } from '../core/report-key.ts';
import type { Reporter } from '../core/reporter.ts';
import { ok, type Result } from '../core/result.ts';
import type { PageSnapshot } from '../core/snapshot.ts';
import type { DetectedTopic, TopicKind, ZonedText } from '../core/topic.ts';
import { zonedText } from '../extract/zones.ts';
import type { TermImpact } from '../index/types.ts';
import { documentTerms } from '../index/vector.ts';
import type { ReasonTexts } from '../ranking/explain.ts';
import { missingTopics } from '../ranking/missing-topics.ts';
import { buildQuery } from '../ranking/query.ts';
import { timeline } from '../ranking/timeline.ts';
import type { RankingQuery, TermStatistics } from '../ranking/types.ts';
import type { Store, StoredArticle } from '../store/store.ts';
import { minHashSignature } from '../text/shingles.ts';
import { detectTopics } from '../topics/detect.ts';
import type { Gazetteer } from '../topics/gazetteer.ts';
import { creditOf } from './agency-credit.ts';
import { toRow } from './article-row.ts';
import { hiddenArticles, noCopies } from './corrections.ts';
import { eventSources } from './event-sources.ts';
import { articleEdits } from './field-edits.ts';
import { isFollowed, type NewsNeeds, newsOf } from './followed.ts';
import { ownReport } from './own-report.ts';
import { pageEvidence } from './page-evidence.ts';
import { memberTerms, merged, relatedRows, statistics } from './related-rows.ts';
import { type OpenPage, pageReporterCards, type ReporterDeps, readReporter, reporterCard } from './reporters.ts';
import { sameReporters } from './same-reporters.ts';
import { joinCounts, joinDetected, type SameTopics, sameTopics } from './same-topics.ts';
import { createStages, type Stages } from './stages.ts';
import type { PageAnalysis } from './tab-pages.ts';

/** What an analysis works with. */
export interface CoverageDeps {
  store: Store;
  gazetteer: Gazetteer;
  /** Secret of this installation, for marks that carry none; null while no correction was ever made. */
  salt: string | null;
  /** What reports are marked as new by; without it none is. */
  news?: NewsNeeds;
  /** The interface's texts, for the reasons. */
  texts: ReasonTexts;
  /** Where time is noted by stage; without it none is measured. */
  stages?: Stages;
}

/** Reporters of related reports shown beside the page's own. */
const MAX_REPORTERS = 4;
const GROUP_ORDER = ['same-event', 'background', 'other-language'] as const;
/** Publication times fetched for the coverage strip. */
const TIMELINE_REPORTS = 5000;

/** Everything a page's surfaces show: topics with evidence, related reports with reasons, reporters, timeline. */
export async function analysePage(snapshot: PageSnapshot, deps: CoverageDeps): Promise<Result<PageAnalysis>> {
  const { store, gazetteer } = deps;
  const stages = deps.stages ?? createStages();
  const zones = zonedText(snapshot);
  const url = canonicalUrl(snapshot.url);
  const words = pageWords(snapshot);
  // Asked for before the text is worked on: the database answers meanwhile.
  const wordCounts = statistics(
    store,
    words.map(({ term }) => term),
  );
  const asked = Promise.all([
    store.listCorrections(),
    store.listPinIds(),
    store.listOutlets(),
    store.status(),
    articleEdits(store),
    url === null ? null : store.findArticleByUrl(url, { text: false }),
    wordCounts,
    snapshot.authors.length === 0
      ? []
      : store.findReporters({
          names: snapshot.authors.map(({ name }) => name),
          profiles: snapshot.authors.flatMap(({ url, sameAs }) => [url, ...sameAs]).filter((address) => address !== null),
        }),
    ownReport(url, store, { text: false }),
  ]);
  const found = detectTopics(zones, gazetteer);
  stages.end('detect');
  // Behind the words: what is read of the index for one question is there for the next.
  const topicCounts = wordCounts.then(() =>
    statistics(
      store,
      found.map(({ id }) => `#${id}`),
    ),
  );
  const [[corrections, pinIds, outlets, index, edits, self, wordStats, reporters, own], topicStats] = await Promise.all([
    asked,
    topicCounts,
  ]);
  const pinned = new Set(pinIds);
  const outletNames = namesOfOutlets(outlets);
  const same = sameTopics(corrections);
  const people = sameReporters(corrections);
  const topics = joinDetected(found, same, (id) => describe(gazetteer, id, zones.language));
  const hidden = url === null ? new Set<string>() : await hiddenArticles(corrections, deps.salt, url);
  const apart = noCopies(corrections);
  stages.end('lists');

  const asOneStats = await statistics(store, memberTerms(topics, same));
  const query = pageQuery(snapshot, zones, topics, words, self, joinCounts(merged(merged(wordStats, topicStats), asOneStats), same));
  stages.end('query');
  const [{ rows, articles }, strip, reporterNeeds] = await Promise.all([
    relatedRows(query, { hidden, apart, same, edits, address: reportKey(url) }, { ...deps, stages }),
    coverageTimeline(query, topics, same, store, index),
    reporterDeps({ store, gazetteer }, query.language, { outletNames, same, people, edits }),
  ]);
  const toCoverageRow = (row: (typeof rows)[number]): CoverageRow[] => {
    const head = articles.get(row.head.document.id);
    if (head === undefined) return [];
    const copies = row.copies.flatMap(({ document: { id }, why }): CopyRow[] => {
      const copy = articles.get(id);
      return copy === undefined
        ? []
        : [{ article: toRow(copy.article, outletNames, people, edits), why, agency: creditOf(copy, outletNames) }];
    });
    const { group, reason } = row;
    const newFrom = deps.news === undefined ? null : newsOf(head, reporterNeeds, deps.news);
    const article = toRow(head.article, outletNames, people, edits);
    return [{ article, group, score: row.head.score, reason, copies, ...(newFrom !== null && { newFrom }) }];
  };
  const coverageRows = rows.flatMap(toCoverageRow);
  const page = { snapshot, host: hostOf(snapshot), self: self?.article ?? null, outlets };
  const cards = await reportersOf(page, coverageRows, reporters, reporterNeeds);
  stages.end('reporters');
  const coverage: Coverage = {
    topics,
    rows: coverageRows,
    event: eventSources(snapshot, query, rows, articles, outletNames, apart),
    missing: missingTopics(
      query,
      rows.map((row) => row.head.document),
      (id) => describe(gazetteer, id, query.language),
    ),
    reporters: cards,
    timeline: strip,
    index,
    followedTopics: topics.flatMap(({ id }) => (isFollowed(`#${id}`, reporterNeeds) ? [id] : [])),
  };
  return ok({
    coverage,
    evidence: pageEvidence(zones, topics),
    pinnedIds: coverageRows.map(({ article }) => article.id).filter((id) => pinned.has(id)),
    ...(own !== null && { ownId: own.id }),
    stagesMs: stages.spent,
  });
}

function pageWords(snapshot: PageSnapshot): TermImpact[] {
  const fields = { title: snapshot.headline ?? '', standfirst: snapshot.description ?? '', body: snapshot.paragraphs.join('\n\n') };
  return documentTerms(fields, []);
}

function pageQuery(
  snapshot: PageSnapshot,
  zones: ZonedText,
  topics: DetectedTopic[],
  words: TermImpact[],
  self: StoredArticle | null,
  stats: TermStatistics,
): RankingQuery {
  const input = {
    id: self?.article.id ?? null,
    headline: snapshot.headline ?? '',
    outletId: self?.article.outletId ?? null,
    publishedAtMs: parseDateMs(snapshot.datePublished),
    datePublished: snapshot.datePublished,
    zones,
    topics,
    words,
    signature: minHashSignature(`${snapshot.headline ?? ''}\n${snapshot.paragraphs.join('\n\n')}`),
  };
  return buildQuery(input, stats);
}

/** What reporter cards need beside the reporter. What is not at hand is read from the store. */
export async function reporterDeps(
  place: { store: Store; gazetteer: Gazetteer },
  language: string | null,
  atHand: Partial<Pick<ReporterDeps, 'outletNames' | 'same' | 'people' | 'edits'>> = {},
): Promise<ReporterDeps> {
  const { store, gazetteer } = place;
  const [corrections, outletNames, edits, follows] = await Promise.all([
    atHand.same && atHand.people ? [] : store.listCorrections(),
    atHand.outletNames ?? store.listOutlets().then(namesOfOutlets),
    atHand.edits ?? articleEdits(store),
    store.listFollows(),
  ]);
  return {
    store,
    outletNames,
    same: atHand.same ?? sameTopics(corrections),
    people: atHand.people ?? sameReporters(corrections),
    edits,
    topicLabel: (id) => label(gazetteer, id, language),
    followed: new Map(follows.map(({ id, seenAtMs }) => [id, seenAtMs ?? Number.POSITIVE_INFINITY])),
  };
}

function namesOfOutlets(outlets: readonly Outlet[]): Map<string, string> {
  return new Map(outlets.map(({ id, name }) => [id, name]));
}

async function reportersOf(page: OpenPage, rows: CoverageRow[], known: Reporter[], deps: ReporterDeps): Promise<ReporterCard[]> {
  // In the order in which the groups are shown, so that the reports seen first have their reporters here.
  const shownOrder = GROUP_ORDER.flatMap((group) => rows.filter((row) => row.group === group));
  const authorIds = new Set(shownOrder.flatMap(({ article }) => article.authors.flatMap(({ reporterId }) => reporterId ?? [])));
  const onPage = await pageReporterCards(page, known, deps, authorIds);
  const ids = [...authorIds].filter((id) => !onPage.some((card) => card.id === id));
  const others = (await Promise.all(ids.slice(0, MAX_REPORTERS).map((id) => readReporter(id, deps)))).filter((one) => one !== null);
  return [...onPage, ...(await Promise.all(others.map((reporter) => reporterCard(reporter, deps))))];
}

async function coverageTimeline(
  query: RankingQuery,
  topics: DetectedTopic[],
  same: SameTopics,
  store: Store,
  index: Coverage['index'],
): Promise<Coverage['timeline']> {
  const main = topics.find((topic) => topic.main);
  if (main === undefined) return null;
  const ids = same.members(main.id);
  const { times, found } = ids.length === 1 ? await timesOf(main.id, store) : await timesOfAll(ids, store);
  const strip = timeline(times, query.publishedAtMs, { indexSize: index.articles, outlets: index.outlets });
  return strip !== null && found >= TIMELINE_REPORTS ? { ...strip, atLeast: true } : strip;
}

async function timesOf(id: string, store: Store): Promise<{ times: number[]; found: number }> {
  const times = await store.publicationTimes(`#${id}`, TIMELINE_REPORTS);
  return { times, found: times.length };
}

/** Publication times of reports that have any of the topics, each report once. */
async function timesOfAll(ids: string[], store: Store): Promise<{ times: number[]; found: number }> {
  const found = await store.evaluate(
    ids.map((id) => ({ term: `#${id}`, weight: 1 })),
    TIMELINE_REPORTS,
  );
  const stored = await store.getArticlesByDocId(
    found.map(({ docId }) => docId),
    { text: false },
  );
  return { times: stored.flatMap(({ article }) => article.publishedAtMs ?? []), found: found.length };
}

/** A topic's name in a language, else in English, and its kind; null where nobody knows it. */
export function describe(gazetteer: Gazetteer, id: string, language: string | null): { label: string; kind: TopicKind } | null {
  const name = label(gazetteer, id, language);
  const kind = gazetteer.kind(id);
  return name === null || kind === null ? null : { label: name, kind };
}

function hostOf(snapshot: PageSnapshot): string | null {
  return snapshot.url === null ? null : new URL(snapshot.url).host;
}

function label(gazetteer: Gazetteer, id: string, language: string | null): string | null {
  return gazetteer.label(id, language) ?? gazetteer.label(id, 'en');
}
