/** What was exported, in the reader's own terms. */
export type ExportSubject =
  /** `query` as it was searched for, filters included; `total` reports matched: with some of its words where `some`, since none has all. */
  | { kind: 'search'; query: string; total: number; atLeast: boolean; some?: boolean; order: 'best' | 'newest' }
  | { kind: 'collection'; name: string }
  /** Reports marked one by one, or all that a list shows. */
  | { kind: 'selection'; list: 'pins' | 'saved' | 'search' }
  | { kind: 'report' };

/** How a set of reports came about: enough to make it again. Times are ISO 8601. */
export interface MethodNote {
  program: string;
  madeAt: string;
  subject: ExportSubject;
  /** Reports in the export; of those asked for, how many the index lacked. */
  reports: number;
  missing: number;
  index: { reports: number; reporters: number; outlets: number; updatedAt: string | null };
  /** Sources with their last fetch that succeeded; null for never. */
  sources: { title: string; url: string; fetchedAt: string | null; paused: boolean }[];
  packs: { name: string; date: string | null; sha256: string; source: string }[];
  /** What the reader corrected, and no source brings: of topics, reports and reporters, and single fields. */
  corrections: number;
}

const LISTS = { pins: 'pinned reports', saved: 'saved pages', search: 'results of a search' } as const;

/** The note as lines of plain English text, one fact a line. No line holds a line end. */
export function methodLines(note: MethodNote): string[] {
  const { index, sources, packs, corrections } = note;
  return [
    `Method note. Made with ${note.program} on ${note.madeAt}.`,
    ...subjectLines(note.subject),
    `Reports in this file: ${note.reports}.${note.missing > 0 ? ` Not in the index any more: ${note.missing}.` : ''}`,
    `Index: ${index.reports} reports, ${index.reporters} reporters, ${index.outlets} outlets${index.updatedAt === null ? '' : `, last changed ${index.updatedAt}`}.`,
    `Sources: ${sources.length}.`,
    ...sources.map(
      ({ title, url, fetchedAt, paused }) =>
        `- ${title} <${url}>, ${fetchedAt === null ? 'never fetched' : `last fetched ${fetchedAt}`}${paused ? ', paused' : ''}`,
    ),
    `Packs: ${packs.length}.`,
    ...packs.map(
      ({ name, date, sha256, source }) =>
        `- ${name}${date === null ? '' : `, version of ${date}`}${sha256 === '' ? '' : `, sha256 ${sha256}`}${source === '' ? '' : `, from ${source}`}`,
    ),
    ...(corrections === 0 ? [] : [`Corrections by the reader, which no source brings: ${corrections}.`]),
    'To repeat it: fetch the same sources and packs, and ask for the same. All of it was found in this index, nothing on a server.',
  ].map((line) => line.replace(/[\s\p{Cc}]+/gu, ' '));
}

function subjectLines(subject: ExportSubject): string[] {
  switch (subject.kind) {
    case 'search':
      return [
        `Search: ${subject.query}`,
        ...(subject.some === true ? ['No report has all of these words; those counted have some of them.'] : []),
        `Reports that ${subject.some === true ? 'have some' : 'match'}: ${subject.atLeast ? 'at least ' : ''}${subject.total}; ${subject.order === 'best' ? 'best first, as Sidelight ranks them' : 'newest first'}.`,
      ];
    case 'collection':
      return [`Collection: ${subject.name}`];
    case 'selection':
      return [`Chosen by hand from ${LISTS[subject.list]}.`];
    case 'report':
      return ['One report, chosen by hand.'];
  }
}
