import { nameParts } from './names.ts';
import { accessedOf, type CitationOptions, type CitedDate, type CitedReport } from './source.ts';

/** A name as CSL-JSON has it. */
type CslName = { literal: string } | { family: string; given: string; 'non-dropping-particle'?: string; suffix?: string };

/** One item of CSL-JSON, as far as reports fill it. */
export interface CslItem {
  id: string;
  /** A page of which no outlet is known is a web page, as in BibLaTeX and the styles. */
  type: 'article-newspaper' | 'webpage';
  title: string;
  author?: CslName[];
  'container-title'?: string;
  issued?: { 'date-parts': [number[]] };
  accessed?: { 'date-parts': [number[]] };
  URL?: string;
  language?: string;
  section?: string;
  abstract?: string;
  keyword?: string;
}

/** Reports as CSL-JSON items. Source: the schema csl-data.json of the Citation Style Language, version 1.0.2. */
export function toCslItems(reports: readonly CitedReport[], options: CitationOptions): CslItem[] {
  return reports.map((report) => {
    const { url, authors, outlet, published, language, section, description, keywords } = report;
    const accessed = accessedOf(report, options);
    return {
      id: report.id,
      type: outlet === null ? 'webpage' : 'article-newspaper',
      title: report.title,
      ...(authors.length > 0 && { author: authors.map((author) => cslName(author, language)) }),
      ...(outlet !== null && { 'container-title': outlet }),
      ...(published !== null && { issued: dateParts(published) }),
      ...(accessed !== null && { accessed: dateParts(accessed) }),
      ...(url !== null && { URL: url }),
      ...(language !== null && { language }),
      ...(section !== null && { section }),
      ...(description !== null && { abstract: description }),
      ...(keywords.length > 0 && { keyword: keywords.join(', ') }),
    };
  });
}

function cslName({ name, isOrganisation }: CitedReport['authors'][number], language: string | null): CslName {
  const parts = nameParts(name, isOrganisation, language);
  if ('literal' in parts) return parts;
  const { family, given, particle, suffix } = parts;
  return { family, given, ...(particle !== '' && { 'non-dropping-particle': particle }), ...(suffix !== '' && { suffix }) };
}

function dateParts({ year, month, day }: CitedDate): { 'date-parts': [number[]] } {
  return { 'date-parts': [[year, ...(month === null ? [] : [month, ...(day === null ? [] : [day])])]] };
}
