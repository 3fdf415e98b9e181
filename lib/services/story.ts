import type { Article } from '../core/article.ts';
import { canonicalUrl } from '../core/canonical-url.ts';
import { countBetween } from '../core/course-figures.ts';
import type { FieldEdit } from '../core/field-edit.ts';
import { countDays, localDay, type ZoneOffset } from '../core/local-days.ts';
import { reportKey } from '../core/report-key.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { Story, StoryReport } from '../core/story.ts';
import { documentTerms } from '../index/vector.ts';
import { copyEvidence } from '../ranking/copies.ts';
import { tellsOfEvent } from '../ranking/groups.ts';
import { buildQuery } from '../ranking/query.ts';
import { type StoryText, whatEachAdds } from '../ranking/story.ts';
import type { RankingDocument, RankingQuery } from '../ranking/types.ts';
import type { StoredArticle } from '../store/store.ts';
import { detectTopics } from '../topics/detect.ts';
import { toRow } from './article-row.ts';
import { hiddenArticles, noCopies } from './corrections.ts';
import { EVERYTHING } from './course-subject.ts';
import { type CoverageDeps, describe } from './coverage.ts';
import { articleText } from './derive.ts';
import { articleEdits } from './field-edits.ts';
import { memberTerms, relatedRows, statistics, toDocument } from './related-rows.ts';
import { sameReporters } from './same-reporters.ts';
import { joinCounts, joinDetected, joinStored, type SameTopics, sameTopics } from './same-topics.ts';
import { createStages } from './stages.ts';
import { type StoryGroup, standsOf } from './story-stands.ts';

/** What a story is put together with. */
export interface StoryDeps extends Omit<CoverageDeps, 'news' | 'stages'> {
  /** The reader's time zone. */
  offset: ZoneOffset;
}

/** Labels by which a topic's name is told from others in a text: in its report's language and in English. */
const LABEL_LANGUAGES = ['en', null];

/**
 * The reports that tell of the same event as a stored one, by the ranking that the popup has for an open page, in the order of time. Reads at most the
 * candidates of one page view, and the texts of the reports shown. Fails with `not-found`.
 */
export async function storyOf(articleId: string, deps: StoryDeps): Promise<Result<Story>> {
  const { store } = deps;
  const [[anchor], corrections, outlets, edits] = await Promise.all([
    store.getArticles([articleId]),
    store.listCorrections(),
    store.listOutlets(),
    articleEdits(store),
  ]);
  if (anchor === undefined) return fail('not-found', 'That report is not in the index any more.');
  const [same, people, separate] = [sameTopics(corrections), sameReporters(corrections), noCopies(corrections)];
  const outletNames = new Map(outlets.map(({ id, name }) => [id, name]));
  const url = canonicalUrl(anchor.article.url);
  const hidden = url === null ? new Set<string>() : await hiddenArticles(corrections, deps.salt, url);

  const query = await queryOf(anchor, same, edits, deps);
  const beside = { hidden, apart: separate, same, edits, address: reportKey(url) };
  const { rows, articles } = await relatedRows(query, beside, { ...deps, stages: createStages() });
  const groups = withAnchor(
    toDocument(anchor, same, edits),
    rows
      .filter(({ head }) => tellsOfEvent(head))
      .map(({ head, copies }) => ({ head: head.document, copies: copies.map(({ document, why }) => ({ document, why })) })),
    separate,
  );
  const ids = groups.flatMap(({ head, copies }) => [head.id, ...copies.map(({ document }) => document.id)]);
  const stored = new Map([...articles, [articleId, anchor]]);
  const texts = new Map<string, Article>(
    (
      await store.readArticles(
        ids.flatMap((id) => stored.get(id)?.docId ?? []),
        { text: true },
      )
    ).map(({ article }) => [article.id, article]),
  );
  const adds = whatEachAdds(groups.map((group) => storyText(group, texts, deps, same)));
  const stands = standsOf(anchor.article.id, groups, { articles: stored, outletNames, apart: separate });
  const reports = ids.flatMap((id): StoryReport[] => {
    const article = texts.get(id);
    const stand = stands.reports.get(id);
    if (article === undefined || stand === undefined) return [];
    const more = adds.get(id);
    return [
      {
        article: toRow(article, outletNames, people, edits),
        ...stand,
        adds: more === undefined ? null : { ...more, topics: more.topics.flatMap((topic) => labelled(topic, deps)) },
      },
    ];
  });
  reports.sort(
    (a, b) => (a.article.publishedAtMs ?? Infinity) - (b.article.publishedAtMs ?? Infinity) || (a.article.id < b.article.id ? -1 : 1),
  );
  return ok({
    anchorId: articleId,
    headline: toRow(anchor.article, outletNames, people, edits).headline,
    reports,
    independent: stands.independent,
    atLeast: stands.atLeast,
    outlets: new Set(reports.map(({ article }) => article.outletName)).size,
    languages: new Set(reports.flatMap(({ article }) => article.language ?? [])).size,
    indexReports: await reportsBetween(reports, deps),
  });
}

function labelled(id: string, { gazetteer, texts }: StoryDeps): { id: string; label: string }[] {
  const known = describe(gazetteer, id, texts.locale);
  // A pair of countries is there wherever both are.
  return known === null || known.kind === 'relation' ? [] : [{ id, label: known.label }];
}

async function queryOf(
  { article, signature }: StoredArticle,
  same: SameTopics,
  edits: readonly FieldEdit[],
  { store, gazetteer }: StoryDeps,
): Promise<RankingQuery> {
  const zones = articleText(article);
  const topics = joinDetected(detectTopics(zones, gazetteer), same, (id) => describe(gazetteer, id, zones.language));
  const words = documentTerms({ title: article.headline, standfirst: article.description ?? '', body: article.text }, []);
  const asked = [...words.map(({ term }) => term), ...topics.map(({ id }) => `#${id}`), ...memberTerms(topics, same)];
  const stats = joinCounts(await statistics(store, asked), same);
  const { id, outletId } = article;
  const { headline, datePublished, publishedAtMs } = toRow(article, new Map(), undefined, edits);
  return buildQuery({ id, headline, outletId, publishedAtMs, datePublished, zones, topics, words, signature }, stats);
}

/** The report itself among the others: with its copies where it has some, else by itself. The earliest of a group is its head. */
function withAnchor(anchor: RankingDocument, groups: StoryGroup[], apart: ReadonlySet<string>): StoryGroup[] {
  const isCopy = ({ document }: { document: RankingDocument }): boolean =>
    !apart.has(anchor.id) && !apart.has(document.id) && copyEvidence(anchor, document) !== null;
  const joined = groups.filter(({ head, copies }) => [{ document: head }, ...copies].some(isCopy));
  const members = [anchor, ...joined.flatMap(({ head, copies }) => [head, ...copies.map(({ document }) => document)])];
  const head = members.reduce((a, b) => ((b.publishedAtMs ?? Infinity) < (a.publishedAtMs ?? Infinity) ? b : a));
  const known = new Map(joined.flatMap(({ copies }) => copies.map(({ document, why }) => [document.id, why] as const)));
  const copies = members
    .filter((document) => document !== head)
    .map((document) => ({ document, why: copyEvidence(head, document) ?? known.get(document.id) ?? ('text' as const) }));
  return [{ head, copies }, ...groups.filter((group) => !joined.includes(group))];
}

function storyText(group: StoryGroup, articles: ReadonlyMap<string, Article>, { gazetteer }: StoryDeps, same: SameTopics): StoryText {
  const { head, copies } = group;
  const article = articles.get(head.id);
  const topics = joinStored(
    [head, ...copies.map(({ document }) => document)].flatMap((document) => document.topics),
    same,
  ).sort((a, b) => b.salience - a.salience || (a.id < b.id ? -1 : 1));
  return {
    id: head.id,
    language: head.language,
    publishedAtMs: head.publishedAtMs,
    topics: topics.map(({ id }) => ({
      id,
      labels: [head.language, ...LABEL_LANGUAGES].flatMap((language) => gazetteer.label(id, language) ?? []),
    })),
    text: [head.headline, article?.description ?? '', article?.text ?? ''].join('\n'),
  };
}

async function reportsBetween(reports: StoryReport[], { store, offset }: StoryDeps): Promise<number | null> {
  const days = reports.flatMap(({ article }) =>
    article.publishedAtMs === null ? [] : [localDay(Math.floor(article.publishedAtMs / 60_000), offset)],
  );
  if (days.length === 0) return null;
  const { minutes } = await store.match({ where: EVERYTHING, weights: [], order: 'newest', limit: 0, minutes: true });
  return countBetween(countDays(minutes[0] ?? [], offset), Math.min(...days), Math.max(...days) + 1);
}
