import { toCsv } from '../text/format/csv.ts';
import { accessedOf, type CitationOptions, type CitedDate, type CitedReport, isoDate } from './source.ts';

const COLUMNS = [
  'id',
  'title',
  'authors',
  'outlet',
  'published',
  'modified',
  'language',
  'section',
  'url',
  'keywords',
  'description',
  'accessed',
];

/** Reports as CSV with a first line of names; several authors or keywords are parted by "; ". */
export function toCitationCsv(reports: readonly CitedReport[], options: CitationOptions): string {
  const date = (value: CitedDate | null) => (value === null ? null : isoDate(value));
  const rows = reports.map((report) => [
    report.id,
    report.title,
    report.authors.map(({ name }) => name).join('; '),
    report.outlet,
    date(report.published),
    date(report.modified),
    report.language,
    report.section,
    report.url,
    report.keywords.join('; '),
    report.description,
    date(accessedOf(report, options)),
  ]);
  return toCsv([COLUMNS, ...rows]);
}

/** Reports as a Markdown list (CommonMark): authors, linked title, outlet, date, and the day it was looked at. */
export function toMarkdown(reports: readonly CitedReport[], options: CitationOptions): string {
  return reports
    .map((report) => {
      const { authors, title, url, outlet, published } = report;
      const accessed = accessedOf(report, options);
      const names = authors.map(({ name }) => escaped(name)).join(', ');
      const parts = [
        names === '' ? null : names,
        url === null ? escaped(title) : `[${escaped(title)}](<${url.replace(/[<>\\\s]/g, encodeURIComponent)}>)`,
        outlet === null ? null : `*${escaped(outlet)}*`,
        published === null ? null : isoDate(published),
        accessed === null ? null : `accessed ${isoDate(accessed)}`,
      ];
      return `- ${parts.filter((part) => part !== null).join('. ')}.\n`;
    })
    .join('');
}

function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/&(?=[#\w]+;)/g, '\\&');
}
