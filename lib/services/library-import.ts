import { fail, ok, type Result } from '../core/result.ts';
import { archivedFiles, isArchive } from '../imports/archive.ts';
import { type HighlightsFile, isHighlightsFile, readHighlights } from '../imports/highlights.ts';
import { mergeItems } from '../imports/merge-items.ts';
import type { ImportFile, ImportPreview, ImportSteps } from '../imports/preview.ts';
import { readImport } from '../imports/read-import.ts';
import type { ImportedFeed, ImportedItem, ImportProblemCode, ImportReading, UnreadFile } from '../imports/types.ts';
import { type ImportPlace, type ImportPlan, planImport } from './import-items.ts';

/** What the files of an import hold together: each address once. */
export interface ImportSet {
  files: ImportFile[];
  items: Map<string, ImportedItem>;
  feeds: ImportedFeed[];
  /** See `ImportPreview`. */
  passedOver: { count: number; names: string[] };
  /** See `ImportPreview`. */
  joined: number;
}

/** How many rows a preview shows. */
export const ROWS_SHOWN = 100;
/** Names of files passed over that are shown. */
const PASSED_SHOWN = 10;

/** Reads files one after the other, and what archives hold. Half of the progress is theirs; fails only where it is cancelled. */
export async function readFiles(
  files: readonly { name: string; size: number; chunks(): AsyncIterable<Uint8Array> }[],
  { signal, onProgress }: ImportSteps,
): Promise<Result<ImportSet>> {
  const set: ImportSet = { files: [], items: new Map(), feeds: [], passedOver: { count: 0, names: [] }, joined: 0 };
  const all: ImportedItem[] = [];
  // Notes on pages of lists, which no reader takes for entries.
  const notes: ImportedItem[] = [];
  const size = files.reduce((sum, file) => sum + file.size, 0) || 1;
  let before = 0;
  const take = (name: string, { format, items, feeds, problems, untaken }: ImportReading, into = all): void => {
    set.files.push({ name, format, refused: null, records: items.length + feeds.length, problems, untaken });
    for (const item of items) into.push(item);
    set.feeds.push(...feeds);
  };
  const refuse = (name: string, refused: UnreadFile['reason']): void => {
    set.files.push({ name, format: null, refused, records: 0, problems: [], untaken: [] });
  };
  const passOver = (name: string): void => {
    set.passedOver.count++;
    if (set.passedOver.names.length < PASSED_SHOWN) set.passedOver.names.push(name);
  };
  for (const file of files) {
    const counted = counting(file.chunks(), (bytes) => onProgress((before + bytes) / size / 2));
    const [first, chunks] = await peek(counted);
    if (first !== undefined && isArchive(first)) {
      const listed = set.files.length;
      const names = new Map<string, string>();
      const highlights: HighlightsFile[] = [];
      let wasCut = false;
      for await (const { name, pieces, isCut } of archivedFiles(chunks, undefined, passOver)) {
        if (isHighlightsFile(name)) {
          highlights.push({ name, pieces, isCut });
          continue;
        }
        const read = await readImport(pieces, { signal });
        if (!read.ok) return read;
        // Archives hold more than lists: what else there is was not chosen by anybody, and is only named.
        if (read.value.format === null) {
          passOver(name);
          wasCut ||= isCut;
          continue;
        }
        for (const [key, url] of read.value.names) names.set(key, url);
        if (isCut) read.value.problems.push({ code: 'cut-short', count: 1, at: [] });
        take(`${file.name}/${name}`, read.value);
      }
      if (signal.aborted) return fail('cancelled', 'The import was cancelled.');
      const { reading, left } = readHighlights(highlights, names);
      if (reading.items.length > 0) take(`${file.name}/highlights`, reading, notes);
      for (const name of left) passOver(name);
      if (set.files.length === listed) refuse(file.name, 'zip');
      // What it was cut in is no list: more lists may have followed.
      else if (wasCut) set.files.at(-1)?.problems.push({ code: 'cut-short', count: 1, at: [] });
    } else {
      const read = await readImport(chunks, { signal });
      if (!read.ok) return read;
      if (read.value.format === null) refuse(file.name, read.value.reason);
      else take(file.name, read.value);
    }
    before += file.size;
  }
  const pages = mergeItems(all);
  set.joined = all.length - pages.size;
  set.items = notes.length === 0 ? pages : mergeItems([...pages.values(), ...notes]);
  return ok(set);
}

async function* counting(chunks: AsyncIterable<Uint8Array>, onBytes: (bytes: number) => void): AsyncGenerator<Uint8Array, void> {
  let bytes = 0;
  for await (const chunk of chunks) {
    yield chunk;
    bytes += chunk.length;
    onBytes(bytes);
  }
}

/** The first chunk, and all of them. */
async function peek(chunks: AsyncGenerator<Uint8Array, void>): Promise<[Uint8Array | undefined, AsyncGenerator<Uint8Array, void>]> {
  const { value: first } = await chunks.next();
  async function* whole(): AsyncGenerator<Uint8Array, void> {
    if (first instanceof Uint8Array) yield first;
    yield* chunks;
  }
  return [first ?? undefined, whole()];
}

/** Plans an import of a set, and says what it would do. */
export async function previewOf(
  id: string,
  set: ImportSet,
  place: Omit<ImportPlace, 'cancelled' | 'onProgress'>,
  { signal, onProgress }: ImportSteps,
): Promise<Result<ImportPreview>> {
  const plan = await planSet(set, { ...place, cancelled: () => signal.aborted, onProgress: (done) => onProgress(0.5 + done / 2) });
  if (plan === null) return fail('cancelled', 'The import was cancelled.');
  const pins = { new: 0, changed: 0, same: 0 };
  for (const { effect } of plan.pins) pins[effect]++;
  const counts = new Map<ImportProblemCode, number>();
  for (const { problems } of set.files) for (const { code, count } of problems) counts.set(code, (counts.get(code) ?? 0) + count);
  const problems = [...counts].map(([code, count]) => ({ code, count }));
  return ok({
    id,
    files: set.files,
    pins,
    rows: plan.pins.slice(0, ROWS_SHOWN),
    sources: plan.sources,
    passedOver: set.passedOver,
    joined: set.joined,
    problems,
  });
}

/** The plan of a set as things are now: the library may have changed since its preview. */
export function planSet(set: ImportSet, place: ImportPlace): Promise<ImportPlan | null> {
  const from = [...new Set(set.files.flatMap(({ format }) => format ?? []))].join(', ');
  return planImport(set.items, set.feeds, from, place);
}
