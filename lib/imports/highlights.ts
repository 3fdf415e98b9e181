import { importSink } from './sink.ts';
import type { ImportReading } from './types.ts';

/** What Omnivore's export keeps an item's highlights in, by the item's slug. */
const FILE = /(?:^|\/)highlights\/([^/]+)\.md$/i;

/** A file of an archive that may hold what was highlighted in one page. */
export interface HighlightsFile {
  /** Its path in the archive. */
  name: string;
  pieces: readonly Uint8Array[];
  isCut: boolean;
}

/** Whether an archive keeps highlights under this name. */
export function isHighlightsFile(name: string): boolean {
  return FILE.test(name);
}

/**
 * Highlights of an archive as notes of the pages they are from: `names` has the addresses by slug. `left`: names of files that belong to no page of the archive. Source:
 * `packages/api/src/jobs/export.ts` and `highlightToMarkdown` of omnivore-app/omnivore: quotes, and notes below them, in Markdown.
 */
export function readHighlights(
  files: readonly HighlightsFile[],
  names: ReadonlyMap<string, string>,
): { reading: ImportReading; left: string[] } {
  const sink = importSink();
  const left: string[] = [];
  for (const [index, { name, pieces, isCut }] of files.entries()) {
    const url = names.get(FILE.exec(name)?.[1] ?? '');
    if (url === undefined) {
      left.push(name);
      continue;
    }
    if (isCut) sink.problem('cut-short', index + 1);
    const decoder = new TextDecoder();
    const note = pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode();
    sink.add({ url, note }, index + 1);
  }
  const { items } = sink;
  return {
    reading: { format: 'omnivore-highlights', items, feeds: [], problems: sink.problems(), untaken: [], names: new Map() },
    left,
  };
}

/** A passage of a page as a quotation in Markdown. */
export function quotation(passage: string): string {
  return passage
    .trim()
    .split(/\r\n?|\n/)
    .map((line) => `> ${line}`)
    .join('\n');
}
