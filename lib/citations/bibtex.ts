import { accessedOf, type CitationOptions, type CitedReport, isoDate } from './source.ts';
import { entryKey, texAddress, texAuthors, texEscaped } from './tex.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/**
 * Reports as BibTeX entries in UTF-8: `article` with the outlet as journal, `misc` where no outlet is known. Keys are made of family name, year and the
 * title's first long word, each once; titles keep their capitals. Source: the BibTeX manual (Patashnik 1988); `url`, `urldate`, `day`, `language` as
 * biblatex and Zotero read them.
 */
export function toBibtex(reports: readonly CitedReport[], options: CitationOptions): string {
  const taken = new Set<string>();
  return reports
    .map((report) => {
      const { outlet, published } = report;
      const accessed = accessedOf(report, options);
      const fields: [string, string | null][] = [
        ['author', texAuthors(report)],
        ['title', `{${texEscaped(report.title)}}`],
        ['journal', outlet === null ? null : texEscaped(outlet)],
        ['year', published === null ? null : String(published.year)],
        ['day', published?.day == null ? null : String(published.day)],
        ['url', texAddress(report.url)],
        ['urldate', accessed === null ? null : isoDate(accessed)],
        ['language', report.language],
        ['keywords', report.keywords.length === 0 ? null : report.keywords.map(texEscaped).join(', ')],
      ];
      const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}}`]));
      // A macro, so that each style spells the month.
      if (published?.month != null)
        lines.splice(lines.findIndex((line) => line.startsWith('  year')) + 1, 0, `  month = ${MONTHS[published.month - 1]}`);
      return `@${outlet === null ? 'misc' : 'article'}{${entryKey(report, taken)},\n${lines.join(',\n')}\n}\n`;
    })
    .join('\n');
}
