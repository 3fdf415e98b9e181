import { countReports, type Report, reportDocument, reportQuery } from '../../lib/cli/commands/related-batch.ts';
import { buildMemoryIndex, evaluateMemory, type MemoryIndex } from '../../lib/index/memory.ts';
import { topVector } from '../../lib/index/vector.ts';
import { rankRelated } from '../../lib/ranking/score.ts';
import type { RankedDocument, RankingDocument, RankingQuery, TermStatistics } from '../../lib/ranking/types.ts';
import { COMPANY } from '../../lib/ranking/weights.ts';
import type { DevelopmentSet } from './development-sets.ts';
import { seeded } from './seeded.ts';

/** Candidates the browser fetches. */
const CANDIDATES = 80;
/** Every so-many-th page of C and I is read without dates, so that a date can be told from the set it comes from. */
const UNDATED_EVERY = 5;

/** What the index holds besides the page. Sizes count reports; `few` keeps one to three relevant ones, `mixed` pools all sets. */
export type WorldName = 'full' | 'few' | '10' | '100' | 'mixed';

/** A row of a ranking with its judgement: `null` where it is unclear. */
export interface JudgedRow extends RankedDocument {
  relevant: boolean | null;
  /** The label alone says so: relevant by the set's own judgement, false for every other. `null` where the set excludes it. */
  byLabel: boolean | null;
}

/** A page before an index: the rows that the browser would rank, and how many relevant reports it could show. */
export interface PageWorld {
  set: DevelopmentSet['name'];
  world: WorldName;
  page: string;
  /** Cluster of the page, so that no part of a fit is tested on its own cluster. */
  cluster: string;
  relevantHeld: number;
  /** The page as it is asked about. */
  query: RankingQuery;
  rows: JudgedRow[];
}

/** An index in memory, with the statistics that the browser's would give. */
interface Holding {
  reports: Report[];
  documents: RankingDocument[];
  index: MemoryIndex;
  stats: TermStatistics;
}

/**
 * Every page of a set before several indexes, each once with its subject held and once with all of it removed (`relevantHeld` 0), along
 * the browser's path: 80 candidates of the index, 64 words a report. `worlds` says which; `mixed` needs the other sets.
 */
export function* pageWorlds(set: DevelopmentSet, others: DevelopmentSet[], worlds: readonly WorldName[], every = 1): Generator<PageWorld> {
  const random = seeded(12345);
  const whole = hold(set.reports);
  const mixed = worlds.includes('mixed') ? hold([set, ...others].flatMap(({ reports }) => reports)) : null;
  let count = 0;
  for (const [page, judged] of set.judged) {
    const relevant = new Set([...judged].filter(([, grade]) => grade > 0).map(([id]) => id));
    if (relevant.size === 0 || count++ % every !== 0) continue;
    const report = undated(set.byId.get(page)!, set.name !== 'ecbplus' && count % UNDATED_EVERY === 0);
    const foreign = ({ row }: Report) => row.id !== page && (judged.get(row.id) ?? 0) === 0;
    const see = (world: WorldName, holding: Holding, keep: (id: string) => boolean): PageWorld => {
      const query = reportQuery(report, holding.stats);
      const rows = ranked(query, holding, keep).map((row) => ({ ...row, ...judgement(set, page, row.document.id) }));
      const held = holding.reports.filter(({ row }) => relevant.has(row.id) && keep(row.id)).length;
      return {
        set: set.name,
        world,
        page,
        cluster: set.rows.get(page)!.topic ?? set.rows.get(page)!.cluster,
        relevantHeld: held,
        query,
        rows,
      };
    };
    const outside = (id: string) => (judged.get(id) ?? 0) === 0;
    for (const world of worlds) {
      if (world === 'full') {
        yield see(world, whole, () => true);
        yield see(world, whole, outside);
      } else if (world === 'few') {
        const kept = new Set(sample([...relevant], 1 + (count % 3), random));
        yield see(world, whole, (id) => !relevant.has(id) || kept.has(id));
      } else if (world === 'mixed') {
        if (count % 3 !== 0) continue;
        yield see(world, mixed!, () => true);
        yield see(world, mixed!, outside);
      } else {
        const rest = sample(set.reports.filter(foreign), Number(world) - 1, random);
        const kept = sample([...relevant], 1 + (count % 2), random).map((id) => set.byId.get(id)!);
        yield see(world, hold([...kept, ...rest]), () => true);
        yield see(world, hold(rest), () => true);
      }
    }
  }
}

function hold(reports: Report[]): Holding {
  const index = buildMemoryIndex(
    reports.map(({ terms, topics }, docId) => ({
      docId,
      publishedMin: 0,
      terms: [...terms, ...topics.map(({ id, salience }) => ({ term: `#${id}`, impact: Math.round(salience * 255) }))],
    })),
  );
  const documents = reports.map((report) => reportDocument(report, topVector(report.terms)));
  return { reports, documents, index, stats: countReports(reports) };
}

function ranked(query: RankingQuery, { documents, index, stats }: Holding, keep: (id: string) => boolean): RankedDocument[] {
  const candidates = evaluateMemory(index, query.terms, documents.length)
    .map(({ docId }) => documents[docId]!)
    .filter(({ id }) => id !== query.id && keep(id))
    .slice(0, CANDIDATES);
  return rankRelated(query, candidates, stats, { mode: 'same-event' }).slice(0, COMPANY.rows);
}

function judgement(set: DevelopmentSet, page: string, report: string): Pick<JudgedRow, 'relevant' | 'byLabel'> {
  const grade = set.judged.get(page)?.get(report) ?? 0;
  const byLabel = grade < 0 ? null : grade > 0;
  const unclear = byLabel === false && set.byId.has(report) && set.isUnclear(page, report);
  return { byLabel, relevant: unclear ? null : byLabel };
}

function undated(report: Report, apply: boolean): Report {
  return apply ? { ...report, row: { ...report.row, publishedAtMs: null } } : report;
}

function sample<T>(items: T[], size: number, random: () => number): T[] {
  const left = [...items];
  for (let i = 0; i < Math.min(size, left.length); i++) {
    const j = i + Math.floor(random() * (left.length - i));
    [left[i], left[j]] = [left[j]!, left[i]!];
  }
  return left.slice(0, size);
}
