import { escapeHtml, oneLine, richText, type TextRun } from './rich-text.ts';
import { accessedOf, type CitationOptions, type CitedReport, isoDate } from './source.ts';

/** What a page of ours may do when it is opened from disk: nothing but show itself. */
export const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Reports as a list of HTML on a page of its own: authors, linked title, outlet, date, and the day it was looked at. */
export function toHtml(reports: readonly CitedReport[], options: CitationOptions): string {
  const items = reports.map((report) => `<li dir="auto"${langOf(report.language)}>${richText(listed(report, options))}</li>\n`);
  return htmlPage('Reports', `<ul>\n${items.join('')}</ul>\n`, ENGLISH);
}

/** In which language and direction the words of a page's own are; texts of others say theirs. */
export interface PageLanguage {
  /** BCP 47. */
  lang: string;
  dir: string;
}
const ENGLISH: PageLanguage = { lang: 'en', dir: 'ltr' };

/** Attribute for an element whose text is in another language than the page; nothing where that is not known. */
export function langOf(language: string | null | undefined): string {
  return language ? ` lang="${escapeHtml(language)}"` : '';
}

/** Citations as a list; each stands in an element of its own, so that marks which turn its direction end with it. */
export function htmlList(entries: readonly TextRun[][]): string {
  return `<ul>\n${entries.map((runs) => `<li dir="auto">${richText(runs)}</li>\n`).join('')}</ul>\n`;
}

/** A whole page around a body: no scripts, nothing fetched, works from disk. `body` is HTML of ours; the title is text. */
export function htmlPage(title: string, body: string, { lang, dir }: PageLanguage, style = ''): string {
  return `<!doctype html>
<html lang="${escapeHtml(lang)}" dir="${dir === 'rtl' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="x-dns-prefetch-control" content="off">
<title>${escapeHtml(title)}</title>
<style>body{font:16px/1.5 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem}pre{white-space:pre-wrap;font:13px/1.5 monospace}${style}</style>
</head>
<body>
${body}</body>
</html>
`;
}

function listed(report: CitedReport, options: CitationOptions): TextRun[] {
  const { authors, title, url, outlet, published } = report;
  const accessed = accessedOf(report, options);
  const names = authors
    .map(({ name }) => oneLine(name))
    .filter(Boolean)
    .join(', ');
  const parts: TextRun[] = [
    ...(names === '' ? [] : [{ text: names }]),
    { text: oneLine(title), ...(url !== null && { url }) },
    ...(outlet === null ? [] : [{ text: oneLine(outlet), italic: true as const }]),
    ...(published === null ? [] : [{ text: isoDate(published) }]),
    ...(accessed === null ? [] : [{ text: `accessed ${isoDate(accessed)}` }]),
  ];
  return [...parts.flatMap((part, index) => (index === 0 ? [part] : [{ text: '. ' }, part])), { text: '.' }];
}
