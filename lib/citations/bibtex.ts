import { invertedName, nameParts } from './names.ts';
import { type CitationOptions, type CitedReport, isoDate } from './source.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** What TeX takes for a command. */
const SPECIAL: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/**
 * Reports as BibTeX entries in UTF-8: `article` with the outlet as journal, `misc` where no outlet is known. Keys are made of family name, year and the
 * title's first long word, each once; titles keep their capitals. Source: the BibTeX manual (Patashnik 1988); `url`, `urldate`, `day`, `language` as
 * biblatex and Zotero read them.
 */
export function toBibtex(reports: readonly CitedReport[], { accessed }: CitationOptions): string {
  const taken = new Set<string>();
  return reports
    .map((report) => {
      const { outlet, published } = report;
      const fields: [string, string | null][] = [
        ['author', authorsOf(report)],
        ['title', `{${escaped(report.title)}}`],
        ['journal', outlet === null ? null : escaped(outlet)],
        ['year', published === null ? null : String(published.year)],
        ['day', published?.day == null ? null : String(published.day)],
        ['url', addressOf(report.url)],
        ['urldate', accessed === null ? null : isoDate(accessed)],
        ['language', report.language],
        ['keywords', report.keywords.length === 0 ? null : report.keywords.map(escaped).join(', ')],
      ];
      const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}}`]));
      // A macro, so that each style spells the month.
      if (published?.month != null)
        lines.splice(lines.findIndex((line) => line.startsWith('  year')) + 1, 0, `  month = ${MONTHS[published.month - 1]}`);
      return `@${outlet === null ? 'misc' : 'article'}{${keyOf(report, taken)},\n${lines.join(',\n')}\n}\n`;
    })
    .join('\n');
}

function authorsOf({ authors, language }: CitedReport): string | null {
  if (authors.length === 0) return null;
  return authors
    .map(({ name, isOrganisation }) => {
      const parts = nameParts(name, isOrganisation, language);
      // Braces keep a whole name whole, and an "and" within it from parting it.
      return 'literal' in parts ? `{${escaped(parts.literal)}}` : escaped(invertedName(parts));
    })
    .join(' and ');
}

function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\{}&%$#_~^]/g, (char) => SPECIAL[char] ?? char);
}

/** Addresses stand as they are; what would end the field is percent-encoded. */
function addressOf(url: string): string {
  return url.replace(/[{}\\\s]/g, (char) => encodeURIComponent(char));
}

function keyOf({ authors, published, title, language, url }: CitedReport, taken: Set<string>): string {
  const [first] = authors;
  const parts = first === undefined ? null : nameParts(first.name, first.isOrganisation, language);
  const family = parts === null ? '' : 'literal' in parts ? parts.literal : parts.family;
  const word = title.split(/[^\p{L}\p{N}]+/u).find((one) => one.length > 3) ?? '';
  const plain = (text: string) =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '');
  const stem = [plain(family) || plain(new URL(url).hostname.replace(/^www\./, '')), published?.year ?? '', plain(word)]
    .filter(Boolean)
    .join('-');
  let key = stem;
  for (let more = 2; taken.has(key); more++) key = `${stem}-${more}`;
  taken.add(key);
  return key;
}
