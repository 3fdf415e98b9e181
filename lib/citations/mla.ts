import { dayFirst } from './printed-dates.ts';
import { authorParts, readName, sortedName } from './printed-names.ts';
import { inQuotes } from './quoted-title.ts';
import { ended, oneLine, type TextRun } from './rich-text.ts';
import { accessedOf, type CitationOptions, type CitedReport } from './source.ts';

/**
 * One entry of a list of works cited in MLA style. Source: MLA Handbook, 9th edition (2021), chapter 5: names (two are named, of three or more the first and "et
 * al."), no author: the title comes first, the container in italics, dates, the address without its protocol, the day of reading as an optional last element.
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
    ...(url === null ? [] : [[{ text: url.replace(/^https?:\/\//i, ''), url }]]),
  ];
  return [
    ...(authors === '' ? [] : [{ text: `${ended(authors)} ` }]),
    { text: inQuotes(oneLine(report.title), '.') },
    ...(parts.length === 0 ? [] : [{ text: ' ' }]),
    ...parts.flatMap((part, index) => (index === 0 ? part : [{ text: ', ' }, ...part])),
    ...(parts.length === 0 ? [] : [{ text: accessed === null ? '.' : `. Accessed ${dayFirst(accessed)}.` }]),
  ];
}
