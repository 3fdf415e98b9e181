import { rankMember, setOf } from '../../lib/cli/commands/related-batch.ts';
import type { DevelopmentSet } from './development-sets.ts';

const FIRST = 5;
const CANDIDATES = 80;
const DAY_MS = 86_400_000;

/** Rows of one class, with examples to read. */
export type Classes = Map<string, string[]>;

/** What is wrong in the first five rows of a set's pages, and where the relevant reports are that these rows keep out, each by class. */
export function rankingErrors(set: DevelopmentSet): { wrong: Classes; missed: Classes; rows: number; relevant: number } {
  const index = setOf(set.reports);
  const wrong: Classes = new Map();
  const missed: Classes = new Map();
  let rows = 0;
  let relevant = 0;
  for (const [page, judged] of set.judged) {
    const wanted = [...judged].filter(([, grade]) => grade > 0).map(([id]) => id);
    if (wanted.length === 0) continue;
    const ranking = (rankMember(index, page, set.reports.length, 'same-event') ?? []).filter((id) => (judged.get(id) ?? 0) >= 0);
    const first = ranking.slice(0, Math.min(FIRST, wanted.length));
    rows += first.length;
    relevant += wanted.length;
    const faults = first.filter((id) => !wanted.includes(id));
    for (const id of faults) add(wrong, classOfRow(set, page, id), `${textOf(set, page)} ≠ ${textOf(set, id)}`);
    if (faults.length === 0) continue;
    for (const id of wanted) {
      const rank = ranking.indexOf(id);
      if (rank >= first.length) add(missed, classOfRank(rank, set, page, id), `${textOf(set, page)} = ${textOf(set, id)}`);
    }
  }
  return { wrong, missed, rows, relevant };
}

function classOfRow(set: DevelopmentSet, page: string, id: string): string {
  const [own, other] = [set.rows.get(page)!, set.rows.get(id)!];
  if (set.name === 'ecbplus') return own.topic === other.topic ? 'the look-alike event' : 'another event';
  return set.isUnclear(page, id) ? 'headings that meet: not clearly wrong' : `another heading, ${apart(set, page, id)}`;
}

function classOfRank(rank: number, set: DevelopmentSet, page: string, id: string): string {
  const where = rank < 20 ? 'to rank 20' : rank < CANDIDATES ? `to rank ${CANDIDATES}` : `beyond rank ${CANDIDATES}`;
  return `${where}, ${apart(set, page, id)}`;
}

function apart(set: DevelopmentSet, page: string, id: string): string {
  const [a, b] = [page, id].map((one) => set.byId.get(one)!.row.publishedAtMs);
  if (a === null || b === null || a === undefined || b === undefined) return 'undated';
  const days = Math.abs(a - b) / DAY_MS;
  return days < 1 ? 'the same day' : days <= 7 ? 'within a week' : days <= 30 ? 'within a month' : 'further apart';
}

function textOf(set: DevelopmentSet, id: string): string {
  const { row } = set.byId.get(id)!;
  return `${row.title ?? ''} ${row.text ?? ''}`.trim().replace(/\s+/g, ' ').slice(0, 110);
}

function add(classes: Classes, name: string, example: string): void {
  classes.set(name, [...(classes.get(name) ?? []), example]);
}
