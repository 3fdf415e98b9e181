/** A date as far as it is known; month and day 1-based. */
export interface CitedDate {
  year: number;
  month: number | null;
  day: number | null;
}

/** What is cited of a report. */
export interface CitedReport {
  id: string;
  /** Null where it is not known. */
  url: string | null;
  title: string;
  /** As the report names them; agencies and desks (`isOrganisation`) are never taken apart. */
  authors: { name: string; isOrganisation: boolean }[];
  outlet: string | null;
  published: CitedDate | null;
  modified: CitedDate | null;
  /** BCP 47 primary tag. */
  language: string | null;
  section: string | null;
  keywords: string[];
  description: string | null;
  /** The day the reader saved or pinned it; stands before what is given for all. */
  accessed?: CitedDate | null;
}

/** What belongs to a citation and not to the report. */
export interface CitationOptions {
  /** The day the addresses were looked at, for reports that have none of their own; null leaves it out. */
  accessed: CitedDate | null;
}

/** The day a report was looked at at its address, as far as anybody noted it; null where no address is known. */
export function accessedOf(report: CitedReport, options: CitationOptions): CitedDate | null {
  return report.url === null ? null : (report.accessed ?? options.accessed);
}

const STATED = /^\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?![\d-])/;

/** A date as stated ("2026", "2026-01", "2026-01-29T12:00:00Z"): the stated day, whatever the time zone; null where it cannot be read. */
export function citedDate(text: string | null): CitedDate | null {
  const match = text === null ? null : STATED.exec(text);
  if (match === null) return null;
  const [year, month, day] = [
    Number(match[1]),
    match[2] === undefined ? null : Number(match[2]),
    match[3] === undefined ? null : Number(match[3]),
  ];
  const whole = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  return whole.getUTCMonth() === (month ?? 1) - 1 && whole.getUTCDate() === (day ?? 1) ? { year, month, day } : null;
}

/** As ISO 8601, as far as it is known. */
export function isoDate({ year, month, day }: CitedDate): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return [String(year).padStart(4, '0'), ...(month === null ? [] : [two(month), ...(day === null ? [] : [two(day)])])].join('-');
}
