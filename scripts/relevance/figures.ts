import { groupOf } from '../../lib/ranking/groups.ts';
import { aboveThreshold } from '../../lib/ranking/rows.ts';
import type { JudgedRow, PageWorld } from './worlds.ts';

/** Rows a page shows at most. */
const MOST_ROWS = 30;

/** How well a threshold divides, over pages whose subject is held and pages whose subject is not. */
export interface ShownFigures {
  /** Of the judged rows shown, and of the relevant reports a page could show. */
  precision: number;
  recall: number;
  /** Pages with a right row. */
  anyRight: number;
  /** Precision of the label "same event". */
  sameEvent: number;
  /** Pages without their subject that show nothing wrong, and the mean of their wrong rows. */
  nothing: number;
  rows: number;
  /** Area under the curve: a page with its subject has a stronger best row than one without. */
  area: number;
}

/** Which judgement counts: the labels as they stand, or without those that are unclear (judgement-rules.ts). */
export type Judgement = (row: JudgedRow) => boolean | null;

/** Figures of pages; both kinds must be there. A row counts as shown exactly as in the browser, before copies are folded. */
export function shownFigures(pages: PageWorld[], judgement: Judgement): ShownFigures {
  const held = pages.filter(({ relevantHeld }) => relevantHeld > 0);
  const removed = pages.filter(({ relevantHeld }) => relevantHeld === 0);
  const shown = held.map(({ rows }) => judgedShown(rows, judgement));
  const wrong = removed.map(({ rows }) => judgedShown(rows, judgement));
  const all = shown.flat();
  const same = all.filter((row) => groupOf(row) === 'same-event');
  return {
    precision: share(all, judgement),
    recall: all.filter(judgement).length / held.reduce((sum, { relevantHeld }) => sum + Math.min(MOST_ROWS, relevantHeld), 0),
    anyRight: share(shown, (rows) => rows.some(judgement)),
    sameEvent: share(same, judgement),
    nothing: share(wrong, (rows) => rows.length === 0),
    rows: wrong.flat().length / wrong.length,
    area: areaUnderCurve(held.map(best), removed.map(best)),
  };
}

/** Three digits, or a dash where nothing was counted. */
export function digits(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(3);
}

function judgedShown(rows: JudgedRow[], judgement: Judgement): JudgedRow[] {
  return aboveThreshold(rows)
    .filter((row) => judgement(row) !== null)
    .slice(0, MOST_ROWS);
}

function best({ rows }: PageWorld): number {
  return Math.max(0, ...rows.filter(({ relevant }) => relevant !== null).map(({ evidence }) => evidence));
}

function areaUnderCurve(higher: number[], lower: number[]): number {
  let wins = 0;
  for (const a of higher) for (const b of lower) wins += a > b ? 1 : a === b ? 0.5 : 0;
  return wins / (higher.length * lower.length);
}

function share<T>(items: T[], test: (item: T) => boolean | null): number {
  return items.filter((item) => test(item) === true).length / items.length;
}
