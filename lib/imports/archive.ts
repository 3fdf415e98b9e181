import { Unzip, UnzipInflate } from 'fflate';

/** A file of an archive, unpacked as far as it could be. */
export interface ArchivedFile {
  name: string;
  pieces: Uint8Array[];
  /** Not all of it is here: it is damaged, or larger than what is unpacked of an archive. */
  isCut: boolean;
}

/** Bytes that are unpacked of an archive at most: lists of 100,000 pages are smaller. */
const UNPACKED_MAX = 100_000_000;
/** Packed bytes that are unpacked at once, to a thousand times as many at most: what has come of them is counted after each. */
const STEP = 32_768;
/** Names of files that may be lists, or highlights; the rest (pictures) is passed over without unpacking it. */
const LISTS = /\.(?:csv|tsv|txt|html?|json|ris|bib|opml|xml|md)$/i;
/** Omnivore's texts of pages, many times as large as all lists: unpacked, they would use up what an archive may unpack to. */
const TEXTS = /(?:^|\/)content\/[^/]+\.html$/i;

/** Whether a file begins as a ZIP archive does. */
export function isArchive(chunk: Uint8Array): boolean {
  return chunk[0] === 0x50 && chunk[1] === 0x4b && chunk[2] === 3 && chunk[3] === 4;
}

/** The files of a ZIP archive that may be lists of pages, one after the other as they are read; `onOther` is told the names of the others. Total: what is damaged ends early. */
export async function* archivedFiles(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  max = UNPACKED_MAX,
  onOther: (name: string) => void = () => {},
): AsyncGenerator<ArchivedFile, void> {
  const ready: ArchivedFile[] = [];
  let open: ArchivedFile | null = null;
  let left = max;
  const close = (isCut: boolean): void => {
    if (open !== null) ready.push({ ...open, isCut });
    open = null;
  };
  const unzip = new Unzip((file) => {
    close(true);
    if (file.name.endsWith('/')) return;
    if (!LISTS.test(file.name) || TEXTS.test(file.name)) return onOther(file.name);
    open = { name: file.name, pieces: [], isCut: false };
    // Stored and deflated: what every program reads.
    if (file.compression !== 0 && file.compression !== 8) return close(true);
    file.ondata = (error, piece, isLast) => {
      if (open === null) return;
      left -= piece?.length ?? 0;
      if (error !== null || left < 0) return close(true);
      open.pieces.push(piece);
      if (isLast) close(false);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for await (const chunk of chunks) {
      for (let at = 0; at < chunk.length && left >= 0; at += STEP) unzip.push(chunk.subarray(at, at + STEP));
      yield* ready.splice(0);
      if (left < 0) break;
    }
  } catch (error) {
    // What the chunks' source throws is its own; the archive's faults are those of the file that is open.
    if (!isFlateError(error)) throw error;
  }
  close(true);
  yield* ready;
}

function isFlateError(error: unknown): boolean {
  return error instanceof Error && typeof (error as Error & { code?: unknown }).code === 'number';
}
