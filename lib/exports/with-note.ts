import type { CitationFormatName } from '../citations/formats.ts';
import { escapeHtml } from '../citations/rich-text.ts';

/**
 * Puts a method note where a format has a place for it: lines that BibTeX takes for a comment, a section of its own in lists for people. Null where the
 * format has none (RIS, CSL-JSON, CSV): there it is a file of its own, so that no program takes it for a record.
 */
export function withMethodNote(format: CitationFormatName, text: string, lines: readonly string[]): string | null {
  switch (format) {
    case 'ris':
    case 'csl-json':
    case 'csv':
      return null;
    case 'bibtex':
    case 'biblatex':
      // Outside of entries BibTeX reads over everything but an at sign.
      return `${lines.map((line) => `% ${line.replaceAll('@', '(at)')}\n`).join('')}\n${text}`;
    case 'markdown':
      return `${text}\n## Method note\n\n${lines.map((line) => `    ${line}\n`).join('')}`;
    case 'html':
      return text.replace('</body>', () => `<h2>Method note</h2>\n<pre>${escapeHtml(lines.join('\n'))}</pre>\n</body>`);
    default:
      return `${text}\n${lines.join('\n')}\n`;
  }
}
