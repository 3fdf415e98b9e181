import { nameParts } from './names.ts';
import { dayAndMonth, dotted } from './printed-dates.ts';
import { initialedName, initialsFirst } from './printed-names.ts';
import { oneLine, type TextRun } from './rich-text.ts';
import { accessedOf, type CitationOptions, type CitedReport } from './source.ts';

/** Persons named in a heading at most; with more, the record begins with the title. */
const HEADING_MAX = 3;
/** Persons whom a statement of responsibility names: four, or of five and more the first three. */
const STATED_MAX = 4;
const STATED_WHEN_CUT = 3;
const CYRILLIC = /\p{sc=Cyrillic}/u;

/**
 * One reference behind the text in the form of GOST R 7.0.5-2008 (section 7; parts of an electronic resource 10): up to three persons stand before the title, with
 * no comma in the name, of four and more the first behind a slash; organisations behind a slash; the outlet behind two; then year, day, address and day
 * of reading. Words of the standard's own are Russian; "and others" and months follow the report's script.
 */
export function gostReference(report: CitedReport, options: CitationOptions): TextRun[] {
  const { persons, organisations } = namesOf(report);
  const many = persons.length > HEADING_MAX;
  const heading = many ? '' : persons.map((parts) => initialedName(parts, '')).join(', ');
  const stated = [...(many ? [`${initialsFirst(persons[0] as (typeof persons)[0])} ${others(report)}`] : []), ...organisations];
  const { published } = report;
  const issue = [
    report.outlet === null ? null : oneLine(report.outlet),
    published === null ? null : String(published.year),
    published === null ? null : dayAndMonth(published, isCyrillic(report)),
  ].filter((part) => part !== null);
  const title = withStatement(oneLine(report.title), stated);
  const body = report.outlet === null ? [title, ...issue].map(stopped).join(' ') : `${title} // ${issue.map(stopped).join(' ')}`;
  return [{ text: `${heading === '' ? '' : `${heading} `}${body}` }, ...address(report, options, ' ')];
}

/**
 * One record in the form of GOST R 7.0.100-2018 (parts of electronic resources): the first of up to three persons heads it, all are named
 * behind a slash (of five and more the first three); the kind of text; the outlet, or the host where none is known, as a site.
 */
export function gostRecord(report: CitedReport, options: CitationOptions): TextRun[] {
  const { persons, organisations } = namesOf(report);
  const [first] = persons;
  const heading = first === undefined || persons.length > HEADING_MAX ? '' : `${initialedName(first)} `;
  const cut = persons.length > STATED_MAX;
  const named = (cut ? persons.slice(0, STATED_WHEN_CUT) : persons).map(initialsFirst).join(', ');
  const stated = [...(named === '' ? [] : [cut ? `${named} ${others(report)}` : named]), ...organisations];
  const { published, outlet } = report;
  const container = outlet !== null ? oneLine(outlet) : report.url === null ? null : new URL(report.url).host.replace(/^www\./, '');
  const issue = [
    container === null ? null : `${container} : сайт`,
    published === null ? null : String(published.year),
    published === null ? null : dayAndMonth(published, isCyrillic(report)),
  ].filter((part) => part !== null);
  const title = withStatement(oneLine(report.title), stated);
  return [
    { text: `${heading}${stopped(title)} – Текст : электронный${issue.length === 0 ? '.' : ` // ${issue.map(stopped).join(' – ')}`}` },
    ...address(report, options, ' – '),
  ];
}

function namesOf({ authors, language }: CitedReport) {
  const named = authors.filter(({ name }) => name.trim() !== '');
  return {
    persons: named.flatMap(({ name, isOrganisation }) => (isOrganisation ? [] : [nameParts(name, false, language)])),
    organisations: named.flatMap(({ name, isOrganisation }) => (isOrganisation ? [oneLine(name)] : [])),
  };
}

function withStatement(title: string, stated: readonly string[]): string {
  return stated.length === 0 ? title : `${title} / ${stated.join(' ; ')}`;
}

function others(report: CitedReport): string {
  return isCyrillic(report) ? '[и др.]' : '[et al.]';
}

function isCyrillic({ title }: CitedReport): boolean {
  return CYRILLIC.test(title);
}

/** The standard ends each area with a full stop, and never writes two. */
function stopped(text: string): string {
  return /[.?!…]$/u.test(text) ? text : `${text}.`;
}

/** The address, parted by `before` from what stands before it; nothing where none is known. */
function address(report: CitedReport, options: CitationOptions, before: string): TextRun[] {
  const { url } = report;
  if (url === null) return [];
  const accessed = accessedOf(report, options);
  return [{ text: `${before}URL: ` }, { text: url, url }, { text: accessed === null ? '.' : ` (дата обращения: ${dotted(accessed)}).` }];
}
