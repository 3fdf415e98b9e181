import { APA_LETTERS, apaReference } from './apa.ts';
import { toBiblatex } from './biblatex.ts';
import { toBibtex } from './bibtex.ts';
import { CHICAGO_LETTERS, chicagoAuthorDate, chicagoEntry, chicagoNote } from './chicago.ts';
import { toCslItems } from './csl-json.ts';
import { gostRecord, gostReference } from './gost.ts';
import { htmlList, toHtml } from './html.ts';
import { toCitationCsv, toMarkdown } from './lists.ts';
import { mlaEntry } from './mla.ts';
import { plainText, type TextRun } from './rich-text.ts';
import { toRis } from './ris.ts';
import type { CitationOptions, CitedReport } from './source.ts';
import { type YearLetterRules, yearLetters } from './year-letters.ts';

/** A form in which reports are cited. */
export interface CitationFormat {
  /** The file: what a name ends in, and its media type. */
  extension: string;
  mediaType: string;
  /** All reports, in the order given. */
  write(reports: readonly CitedReport[], options: CitationOptions): string;
  /** The same for pasting into a text that shows italics and links; null where the form is for programs. */
  rich: ((reports: readonly CitedReport[], options: CitationOptions) => string) | null;
}

type Entry = (report: CitedReport, options: CitationOptions, letter: string) => TextRun[];

function style(entry: Entry, letterRules?: YearLetterRules): CitationFormat {
  const entries = (reports: readonly CitedReport[], options: CitationOptions): TextRun[][] => {
    const letters = letterRules === undefined ? new Map<string, string>() : yearLetters(reports, letterRules);
    return reports.map((report) => entry(report, options, letters.get(report.id) ?? ''));
  };
  return {
    extension: 'txt',
    mediaType: 'text/plain',
    write: (reports, options) =>
      entries(reports, options)
        .map((runs) => `${plainText(runs)}\n`)
        .join(''),
    rich: (reports, options) => htmlList(entries(reports, options)),
  };
}
const exchange = (extension: string, mediaType: string, write: CitationFormat['write']): CitationFormat => ({
  extension,
  mediaType,
  write,
  rich: null,
});

/** Every form by its name on the command line; docs/exports.md says what each follows. */
export const CITATION_FORMATS = {
  bibtex: exchange('bib', 'application/x-bibtex', toBibtex),
  biblatex: exchange('bib', 'application/x-bibtex', toBiblatex),
  ris: exchange('ris', 'application/x-research-info-systems', toRis),
  'csl-json': exchange(
    'json',
    'application/vnd.citationstyles.csl+json',
    (reports, options) => `${JSON.stringify(toCslItems(reports, options), null, 2)}\n`,
  ),
  csv: exchange('csv', 'text/csv', toCitationCsv),
  markdown: exchange('md', 'text/markdown', toMarkdown),
  html: { ...exchange('html', 'text/html', toHtml), rich: toHtml },
  apa: style(apaReference, APA_LETTERS),
  chicago: style(chicagoEntry),
  'chicago-note': style(chicagoNote),
  'chicago-author-date': style(chicagoAuthorDate, CHICAGO_LETTERS),
  mla: style(mlaEntry),
  gost: style(gostReference),
  'gost-2018': style(gostRecord),
} as const satisfies Record<string, CitationFormat>;

/** Name of a form. */
export type CitationFormatName = keyof typeof CITATION_FORMATS;

/** Whether a text names a form. */
export function isCitationFormat(name: string): name is CitationFormatName {
  return Object.hasOwn(CITATION_FORMATS, name);
}
