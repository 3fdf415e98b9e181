import { accessedOf, type CitationOptions, type CitedReport, isoDate } from './source.ts';
import { entryKey, texAddress, texAuthors, texEscaped } from './tex.ts';

/**
 * Reports as BibLaTeX entries in UTF-8: `article` with the outlet as journal, `online` where no outlet is known; dates as far as they are known.
 * Source: the biblatex manual (Kime, Wemheuer, Lehman), sections 2.1 to 2.3; Chinese, Japanese and Korean names are whole names in braces.
 */
export function toBiblatex(reports: readonly CitedReport[], options: CitationOptions): string {
  const taken = new Set<string>();
  return reports
    .map((report) => {
      const { outlet, published, description } = report;
      const accessed = accessedOf(report, options);
      const fields: [string, string | null][] = [
        ['author', texAuthors(report)],
        ['title', `{${texEscaped(report.title)}}`],
        ['journaltitle', outlet === null ? null : texEscaped(outlet)],
        ['date', published === null ? null : isoDate(published)],
        ['url', texAddress(report.url)],
        ['urldate', accessed === null ? null : isoDate(accessed)],
        ['language', report.language],
        ['keywords', report.keywords.length === 0 ? null : report.keywords.map(texEscaped).join(', ')],
        ['abstract', description === null ? null : texEscaped(description)],
      ];
      const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}}`]));
      return `@${outlet === null ? 'online' : 'article'}{${entryKey(report, taken)},\n${lines.join(',\n')}\n}\n`;
    })
    .join('\n');
}
