import type { CitationFormatName } from '../citations/formats.ts';
import type { ExportSubject } from './method-note.ts';

/** Which reports to cite, in which form. */
export interface CiteRequest {
  /** In the order in which they are to stand. */
  articleIds: string[];
  format: CitationFormatName;
  subject: ExportSubject;
}

/** Citations ready to be copied or saved. */
export interface CitedReports {
  /** Without the method note. */
  text: string;
  /** The same as HTML for pasting; null for forms that programs read. */
  rich: string | null;
  /** The file: citations, and the method note where the form has a place for it. */
  file: { name: string; mediaType: string; text: string };
  /** The method note as a file of its own. */
  note: { name: string; text: string; isInFile: boolean };
  /** Reports cited, and those that are in the index no more. */
  reports: number;
  missing: number;
}
