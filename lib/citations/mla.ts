import { dayFirst } from './printed-dates.ts';
import { authorParts, readName, sortedName } from './printed-names.ts';
import { inQuotes } from './quoted-title.ts';
import { ended, oneLine, type TextRun } from './rich-text.ts';
import { accessedOf, type CitationOptions, type CitedReport } from './source.ts';

/**
 * One entry of a list of works cited in MLA style. Source: MLA Handbook, 9th edition (2021): names (5.5–5.8: two are named, of three or more the first and "et
 * al."), no author: the title comes first (5.22), the container in italics (5.31), dates (5.68–5.78), the address without its protocol (5.95), the day of
 * reading as an optional last element (5.111).
 */
export function mlaEntry(report: CitedReport, options: CitationOptions): TextRun[] {
  const { outlet, published, url } = report;
  const [first, second, ...more] = authorParts(report);
  const authors =
    first === undefined
      ? ''
      : more.length > 0
        ? `${oneLine(sortedName(first))}, et al.`
        : second === undefined
          ? oneLine(sortedName(first))
          : `${oneLine(sortedName(first))}, and ${oneLine(readName(second))}`;
  const accessed = accessedOf(report, options);
  const parts: TextRun[][] = [
    ...(outlet === null ? [] : [[{ text: oneLine(outlet), italic: true as const }]]),
    ...(published === null ? [] : [[{ text: dayFirst(published) }]]),
    [{ text: url.replace(/^https?:\/\//i, ''), url }],
  ];
  return [
    ...(authors === '' ? [] : [{ text: `${ended(authors)} ` }]),
    { text: `${inQuotes(oneLine(report.title), '.')} ` },
    ...parts.flatMap((part, index) => (index === 0 ? part : [{ text: ', ' }, ...part])),
    { text: accessed === null ? '.' : `. Accessed ${dayFirst(accessed)}.` },
  ];
}
