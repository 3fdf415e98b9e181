import { monthFirst } from './printed-dates.ts';
import { authorParts, joined, readName, sortedName } from './printed-names.ts';
import { inQuotes } from './quoted-title.ts';
import { ended, oneLine, stopAfter, type TextRun } from './rich-text.ts';
import { accessedOf, type CitationOptions, type CitedReport } from './source.ts';
import type { YearLetterRules } from './year-letters.ts';

/** In a bibliography more authors than ten are cut after seven; in a note more than three after the first. */
const LISTED_MAX = 10;
const LISTED_WHEN_CUT = 7;
const NOTED_MAX = 3;

/**
 * One entry of a bibliography in Chicago style, notes and bibliography. Source: The Chicago Manual of Style, 17th edition (2017), chapter 14: names, articles of
 * newspapers and news sites, unsigned ones under the outlet's name, web pages, the day of reading where there is no date.
 */
export function chicagoEntry(report: CitedReport, options: CitationOptions): TextRun[] {
  const { outlet, published } = report;
  const authors = listedAuthors(report);
  const outletRun = outlet === null ? null : { text: oneLine(outlet), italic: true as const };
  const quoted = { text: inQuotes(oneLine(report.title), '.') };
  const front: TextRun[] =
    authors !== ''
      ? [{ text: `${ended(authors)} ` }, quoted, ...(outletRun === null ? [] : [{ text: ' ' }, outletRun])]
      : outletRun === null
        ? [quoted]
        : [outletRun, { text: `${stopAfter(outletRun.text)} ` }, quoted];
  const parted = authors !== '' && outletRun !== null ? ',' : '';
  const date = published === null ? (parted === '' ? '' : stopAfter(outletRun?.text ?? '')) : `${parted} ${monthFirst(published)}.`;
  return [...front, { text: date }, ...accessedAndAddress(report, options)];
}

/** The same reference as a note: names as they are read, commas between the parts. */
export function chicagoNote(report: CitedReport, options: CitationOptions): TextRun[] {
  const { outlet, published, url } = report;
  const names = authorParts(report).map((parts) => oneLine(readName(parts)));
  const authors = names.length > NOTED_MAX ? `${names[0]} et al.` : joined(names, names.length > 2 ? ', and ' : ' and ');
  const accessed = published === null ? accessedOf(report, options) : null;
  const parts: TextRun[][] = [
    ...(outlet === null ? [] : [[{ text: oneLine(outlet), italic: true as const }]]),
    ...(published === null ? [] : [[{ text: monthFirst(published) }]]),
    ...(accessed === null ? [] : [[{ text: `accessed ${monthFirst(accessed)}` }]]),
    ...(url === null ? [] : [[{ text: url, url }]]),
  ];
  return [
    ...(authors === '' ? [] : [{ text: `${authors}, ` }]),
    { text: inQuotes(oneLine(report.title), parts.length === 0 ? '.' : ',') },
    ...parts.flatMap((part, index) => [{ text: index === 0 ? ' ' : ', ' }, ...part]),
    ...(parts.length === 0 ? [] : [{ text: '.' }]),
  ];
}

/** Which entries of a list of references get a letter behind the year. */
export const CHICAGO_LETTERS: YearLetterRules = {
  begins: (report) => listedAuthors(report) || oneLine(report.outlet ?? report.title),
  byDate: false,
  undated: false,
};

/** One entry of a list of references in Chicago style, author and date (the same manual, chapter 15): the year stands behind the names, with a letter where another begins alike. */
export function chicagoAuthorDate(report: CitedReport, options: CitationOptions, letter = ''): TextRun[] {
  const { outlet, published } = report;
  const authors = listedAuthors(report);
  const year = published === null ? 'n.d.' : `${published.year}${letter}.`;
  const outletRun = outlet === null ? null : { text: oneLine(outlet), italic: true as const };
  const front: TextRun[] =
    authors !== '' ? [{ text: ended(authors) }] : outletRun !== null ? [outletRun, { text: stopAfter(outletRun.text) }] : [];
  const quoted = { text: inQuotes(oneLine(report.title), '.') };
  const day = published?.month == null ? '' : monthFirst(published);
  const behind: TextRun[] =
    authors !== '' && outletRun !== null
      ? [{ text: ' ' }, outletRun, { text: day === '' ? stopAfter(outletRun.text) : `, ${day}.` }]
      : [{ text: day === '' ? '' : ` ${day}.` }];
  const lead: TextRun[] = front.length === 0 ? [quoted, { text: ` ${year}` }] : [...front, { text: ` ${year} ` }, quoted];
  return [...lead, ...behind, ...accessedAndAddress(report, options)];
}

function listedAuthors(report: CitedReport): string {
  const all = authorParts(report);
  const kept = all.length > LISTED_MAX ? all.slice(0, LISTED_WHEN_CUT) : all;
  const names = kept.map((parts, index) => oneLine(index === 0 ? sortedName(parts) : readName(parts)));
  return kept.length < all.length ? `${names.join(', ')}, et al.` : joined(names, ', and ');
}

function accessedAndAddress(report: CitedReport, options: CitationOptions): TextRun[] {
  const { url } = report;
  if (url === null) return [];
  const accessed = report.published === null ? accessedOf(report, options) : null;
  return [{ text: accessed === null ? ' ' : ` Accessed ${monthFirst(accessed)}. ` }, { text: url, url }, { text: '.' }];
}
