import { invertedName, nameParts } from './names.ts';
import { accessedOf, type CitationOptions, type CitedDate, type CitedReport } from './source.ts';

/**
 * Reports as RIS records of type NEWS, or ELEC (a web page) where no outlet is known; lines ended by CR LF, UTF-8. Source: RIS format specifications (Research Information Systems), tags as
 * Zotero and EndNote read them: T2 the outlet, PY the year, DA `YYYY/MM/DD/`, Y2 the day it was looked at.
 */
export function toRis(reports: readonly CitedReport[], options: CitationOptions): string {
  return reports
    .map((report) => {
      const { published, language } = report;
      const accessed = accessedOf(report, options);
      const tags: [string, string | null][] = [
        ['TY', report.outlet === null ? 'ELEC' : 'NEWS'],
        ['ID', report.id],
        ...report.authors.map(({ name, isOrganisation }): [string, string] => [
          'AU',
          invertedName(nameParts(name, isOrganisation, language)),
        ]),
        ['TI', report.title],
        ['T2', report.outlet],
        ['PY', published === null ? null : String(published.year)],
        ['DA', published === null ? null : slashed(published)],
        ['Y2', accessed === null ? null : slashed(accessed)],
        ['UR', report.url],
        ['LA', language],
        ['SE', report.section],
        ['AB', report.description],
        ...report.keywords.map((keyword): [string, string] => ['KW', keyword]),
        ['ER', ''],
      ];
      return tags.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${oneLine(value)}\r\n`])).join('');
    })
    .join('\r\n');
}

/** RIS wants all three slashes, whatever is known. */
function slashed({ year, month, day }: CitedDate): string {
  const two = (number: number | null) => (number === null ? '' : String(number).padStart(2, '0'));
  return `${year}/${two(month)}/${two(day)}/`;
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
