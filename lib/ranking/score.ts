import { evidence, likelihood } from './calibrate.ts';
import { companyOf, NO_COMPANY } from './company.ts';
import { countNameKeys, isOtherLanguage, measure } from './features.ts';
import type { Company, Features, RankedDocument, RankingDocument, RankingOptions, RankingQuery, TermStatistics } from './types.ts';
import { type PreparedDocument, type PreparedQuery, prepareDocument, preparePageAsReport, prepareQuery } from './vectors.ts';
import { COMPANY, DECAY, RANK } from './weights.ts';

/**
 * Ranks candidates for a page, best first; ties go to the nearer date, then to the id. The page itself is left out, and in `background`
 * every report later than the page. `stats` should cover the words of page and candidates and their topics as `#id`
 * (`termsToCount` lists them).
 */
export function rankRelated(
  query: RankingQuery,
  candidates: RankingDocument[],
  stats: TermStatistics,
  options: RankingOptions,
): RankedDocument[] {
  const prepared = candidates.map((document) => prepareDocument(document, stats));
  // Across languages only are names compared, and counted over all candidates.
  const nameStats = countNameKeys(candidates.some((document) => isOtherLanguage(query, document)) ? candidates : []);
  return rankPrepared(prepareQuery(query, stats), prepared, stats, nameStats, options);
}

/** `rankRelated` over reports prepared once for many pages. */
export function rankPrepared(
  page: PreparedQuery,
  candidates: Iterable<PreparedDocument>,
  stats: TermStatistics,
  nameStats: TermStatistics,
  options: RankingOptions,
): RankedDocument[] {
  const ranked: Measured[] = [];
  for (const report of candidates) {
    if (report.document.id === page.query.id) continue;
    const features = measure(page, report, stats, nameStats);
    if (options.mode === 'background' && features.days !== null && features.days > 0) continue;
    ranked.push({ report, document: report.document, rank: combine(features, options.mode), features });
  }
  const likeliest = ranked.sort(byRank).slice(0, COMPANY.rows);
  const companies = companyOf(
    preparePageAsReport(page.query, stats),
    likeliest.map(({ report }) => report),
  );
  const best = likeliest.map(({ document, rank, features }, place): RankedDocument => {
    const company = companies[place]!;
    const alone = evidence(features, company);
    const score = likelihood(features, company, alone);
    return { document, features, company, evidence: alone, score, rank: rank + inCompany(features, company) };
  });
  const others = ranked.slice(best.length).map(({ document, rank, features }): RankedDocument => {
    return { document, rank, features, company: NO_COMPANY, evidence: 0, score: 0 };
  });
  return [...best.sort(byRank), ...others];
}

type Placed = Pick<RankedDocument, 'document' | 'rank' | 'features'>;

interface Measured extends Placed {
  report: PreparedDocument;
}

/** Words and pseudo-terms whose counts ranking needs: those of the page and of the candidates. */
export function termsToCount(query: RankingQuery, candidates: RankingDocument[]): string[] {
  const terms = new Set<string>();
  for (const { term } of query.words) terms.add(term);
  for (const { vector } of candidates) for (const { term } of vector) terms.add(term);
  for (const { id } of query.topics) terms.add(`#${id}`);
  return [...terms];
}

/** What the order goes by. */
export function combine(features: Features, mode: RankingOptions['mode']): number {
  const { words, topics, brevity, names, otherLanguage } = features;
  const shared = otherLanguage
    ? RANK.crossWords * words + RANK.crossNames * names + RANK.crossTopics * topics
    : words + RANK.topics * brevity * topics;
  if (features.days === null) return shared;
  const distance = Math.abs(features.days);
  const slow = Math.exp(-distance / DECAY.slowDays);
  const fast = mode === 'same-event' ? Math.exp(-distance / DECAY.fastDays) : 0;
  const byItself = otherLanguage ? RANK.crossDate * slow + RANK.crossFastDate * fast : 0;
  return shared * (1 + RANK.slowDate * slow + RANK.fastDate * fast) + byItself;
}

/**
 * Down for reports that stand in a crowd of their own, away from the best rows. Never up, which would favour the page's language; and short
 * pages share too little to tell.
 */
function inCompany({ otherLanguage, brevity }: Features, { toBest, toThird }: Company): number {
  return otherLanguage || toThird === 0 ? 0 : RANK.company * (1 - brevity) * Math.min(0, toBest - toThird);
}

function byRank(a: Placed, b: Placed): number {
  return (
    b.rank - a.rank ||
    Math.abs(a.features.days ?? Number.MAX_VALUE) - Math.abs(b.features.days ?? Number.MAX_VALUE) ||
    (a.document.id < b.document.id ? -1 : a.document.id > b.document.id ? 1 : 0)
  );
}
