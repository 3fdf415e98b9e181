import { monthFirst, yearFirst } from './printed-dates.ts';
import { authorParts, initialedName, joined } from './printed-names.ts';
import { ended, oneLine, stopAfter, type TextRun } from './rich-text.ts';
import { accessedOf, type CitationOptions, type CitedReport } from './source.ts';
import type { YearLetterRules } from './year-letters.ts';

/** More authors than this are cut: the first nineteen, an ellipsis, the last. */
const AUTHORS_MAX = 20;

/** Which references get a letter behind the year. */
export const APA_LETTERS: YearLetterRules = {
  // Without an author the title is in front.
  begins: (report) => apaAuthors(report) || oneLine(report.title),
  byDate: true,
  undated: true,
};

/**
 * One reference in APA style. Source: Publication Manual of the American Psychological Association, 7th edition (2020), chapters 9 and 10: authors inverted
 * with initials, an organisation whole, no author: the title moves to the front, no date: "n.d.", the day of reading only where there is no date, a letter
 * behind the year of those that begin alike; articles of newspapers and magazines (outlet in italics), pages without an outlet (title in italics).
 */
export function apaReference(report: CitedReport, options: CitationOptions, letter = ''): TextRun[] {
  const { outlet, published, url } = report;
  const title = oneLine(report.title);
  const authors = apaAuthors(report);
  const date = `(${published === null ? `n.d.${letter && `-${letter}`}` : yearFirst(published, letter)})`;
  const titleRun: TextRun = { text: ended(title), ...(outlet === null && { italic: true }) };
  const accessed = published === null ? accessedOf(report, options) : null;
  const site = outlet === null || oneLine(outlet) === authors ? null : oneLine(outlet);
  return [
    ...(authors === '' ? [titleRun, { text: ` ${date}.` }] : [{ text: `${ended(authors)} ${date}. ` }, titleRun]),
    ...(site === null ? [] : [{ text: ' ' }, { text: site, italic: true as const }, { text: stopAfter(site) }]),
    ...(url === null ? [] : [{ text: accessed === null ? ' ' : ` Retrieved ${monthFirst(accessed)}, from ` }, { text: url, url }]),
  ];
}

function apaAuthors(report: CitedReport): string {
  const names = authorParts(report).map((parts) => oneLine(initialedName(parts)));
  if (names.length > AUTHORS_MAX) return `${names.slice(0, AUTHORS_MAX - 1).join(', ')}, … ${names.at(-1)}`;
  return joined(names, ', & ');
}
