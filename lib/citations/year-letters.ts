import type { CitedDate, CitedReport } from './source.ts';

/** How a style tells apart what it would cite alike. */
export interface YearLetterRules {
  /** What the reference begins with, as printed: two that begin alike in one year need letters. */
  begins(report: CitedReport): string;
  /** Whether earlier reports come first, or the title alone decides. */
  byDate: boolean;
  /** Whether reports without a date get letters too. */
  undated: boolean;
}

/**
 * The letter behind the year for each report that needs one, by its id: "a" to "z", then "aa". Sources: Publication Manual of the APA, 7th edition, chapters 8 and 9
 * (by date, the year alone before days of it, then by title; "n.d." too); The Chicago Manual of Style, 17th edition, chapter 15 (by title).
 */
export function yearLetters(reports: readonly CitedReport[], rules: YearLetterRules): Map<string, string> {
  const alike = Map.groupBy(reports, (report) => `${report.published?.year ?? ''}\n${rules.begins(report)}`);
  const letters = new Map<string, string>();
  for (const group of alike.values()) {
    if (group.length < 2 || (group[0]?.published === null && !rules.undated)) continue;
    const sorted = group.toSorted(
      (a, b) =>
        (rules.byDate ? dayOf(a.published) - dayOf(b.published) : 0) || compare(sortingTitle(a), sortingTitle(b)) || compare(a.id, b.id),
    );
    for (const [at, { id }] of sorted.entries()) letters.set(id, letterOf(at));
  }
  return letters;
}

function dayOf(date: CitedDate | null): number {
  return (date?.month ?? 0) * 100 + (date?.day ?? 0);
}

/** Without an article in front, which no list is sorted by. */
function sortingTitle({ title }: CitedReport): string {
  return title.replace(/^[^\p{L}\p{N}]*(?:(?:an?|the)\s+)?/iu, '').toLowerCase();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function letterOf(at: number): string {
  const letter = String.fromCharCode(97 + (at % 26));
  return at < 26 ? letter : letterOf(Math.floor(at / 26) - 1) + letter;
}
