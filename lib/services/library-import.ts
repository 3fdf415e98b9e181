import { fail, ok, type Result } from '../core/result.ts';
import { mergeItems } from '../imports/merge-items.ts';
import type { ImportFile, ImportPreview, ImportSteps } from '../imports/preview.ts';
import { readImport } from '../imports/read-import.ts';
import type { ImportedFeed, ImportedItem, ImportProblemCode } from '../imports/types.ts';
import { type ImportPlace, type ImportPlan, planImport } from './import-items.ts';

/** What the files of an import hold together: each address once. */
export interface ImportSet {
  files: ImportFile[];
  items: Map<string, ImportedItem>;
  feeds: ImportedFeed[];
}

/** How many rows a preview shows. */
export const ROWS_SHOWN = 100;

/** Reads files one after the other. Half of the progress is theirs; fails only where it is cancelled. */
export async function readFiles(
  files: readonly { name: string; size: number; chunks(): AsyncIterable<Uint8Array> }[],
  { signal, onProgress }: ImportSteps,
): Promise<Result<ImportSet>> {
  const set: ImportSet = { files: [], items: new Map(), feeds: [] };
  const all: ImportedItem[] = [];
  const size = files.reduce((sum, file) => sum + file.size, 0) || 1;
  let before = 0;
  for (const file of files) {
    const read = await readImport(file.chunks(), { signal, onProgress: (bytes) => onProgress((before + bytes) / size / 2) });
    if (!read.ok) return read;
    before += file.size;
    if (read.value.format === null) {
      set.files.push({ name: file.name, format: null, refused: read.value.reason, records: 0, problems: [] });
      continue;
    }
    const { format, items, feeds, problems } = read.value;
    set.files.push({ name: file.name, format, refused: null, records: items.length + feeds.length, problems });
    for (const item of items) all.push(item);
    set.feeds.push(...feeds);
  }
  set.items = mergeItems(all);
  return ok(set);
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
  return ok({ id, files: set.files, pins, rows: plan.pins.slice(0, ROWS_SHOWN), sources: plan.sources, problems });
}

/** The plan of a set as things are now: the library may have changed since its preview. */
export function planSet(set: ImportSet, place: ImportPlace): Promise<ImportPlan | null> {
  const from = [...new Set(set.files.flatMap(({ format }) => format ?? []))].join(', ');
  return planImport(set.items, set.feeds, from, place);
}
