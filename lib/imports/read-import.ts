import { fail, ok, type Result } from '../core/result.ts';
import { readFeed } from '../feeds/read-feed.ts';
import { markedEncoding } from '../text/encoding.ts';
import { bibtexReader } from './bibtex.ts';
import { linkReader } from './html-links.ts';
import { cslReader, omnivoreReader, pocketHighlightsReader } from './json-items.ts';
import { recognise } from './recognise.ts';
import { lineReader, risReader } from './ris.ts';
import { type ImportSink, importSink } from './sink.ts';
import { tableReader } from './table.ts';
import type { ImportedFeed, ImportFormat, ImportReader, ImportReading, UnreadFile } from './types.ts';

/** Characters looked at to recognise a file. */
const HEAD = 65_536;
/** A list of feeds is small. */
const OPML_MAX = 5_000_000;

/** How a reading goes on. */
export interface ReadingOptions {
  signal?: AbortSignal;
  /** Bytes read so far. */
  onProgress?: (bytes: number) => void;
}

interface Opened {
  file: { format: ImportFormat; reader: ImportReader; feeds: ImportedFeed[] } | null;
}

/**
 * Reads a file of another program, piece by piece, whatever its size: recognised by its content, each record checked, what is not understood counted with its place. Total:
 * bad bytes become U+FFFD, broken records are left out. Files of our own are recognised and not read. Fails with `cancelled` when the signal says so.
 */
export async function readImport(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: ReadingOptions = {},
): Promise<Result<ImportReading | UnreadFile>> {
  const sink = importSink();
  let decoder: TextDecoder | null = null;
  let head = '';
  const open: Opened = { file: null };
  let bytes = 0;
  let damaged = 0;

  const begin = (): UnreadFile | null => {
    const found = recognise(head);
    if (found.format === null) return found;
    const feeds: ImportedFeed[] = [];
    open.file = { format: found.format, reader: readerOf(found.format, found.delimiter, sink, feeds), feeds };
    open.file.reader.write(head);
    head = '';
    return null;
  };
  const take = (text: string): UnreadFile | null => {
    damaged += text.match(/\ufffd/g)?.length ?? 0;
    if (open.file !== null) {
      open.file.reader.write(text);
      return null;
    }
    head += text;
    return head.length < HEAD ? null : begin();
  };

  for await (const chunk of chunks) {
    if (options.signal?.aborted) return fail('cancelled', 'The import was cancelled.');
    decoder ??= new TextDecoder(markedEncoding(chunk) ?? 'utf-8');
    const unread = take(decoder.decode(chunk, { stream: true }));
    if (unread !== null) return ok(unread);
    bytes += chunk.length;
    options.onProgress?.(bytes);
  }
  const unread = take(decoder?.decode() ?? '') ?? (open.file === null ? begin() : null);
  if (unread !== null) return ok(unread);
  const { format, reader, feeds } = open.file as NonNullable<Opened['file']>;
  reader.end();
  if (damaged > 0) sink.problem('bad-bytes', 1, damaged);
  return ok({ format, items: sink.items, feeds, problems: sink.problems(), untaken: sink.untaken(), names: sink.names });
}

function readerOf(format: ImportFormat, delimiter: string | null, sink: ImportSink, feeds: ImportedFeed[]): ImportReader {
  switch (format) {
    case 'pocket-csv':
    case 'raindrop-csv':
    case 'instapaper-csv':
    case 'csv':
      return tableReader(delimiter ?? ',', sink);
    case 'pocket-html':
    case 'instapaper-html':
    case 'bookmarks':
      return linkReader(sink);
    case 'omnivore':
      return omnivoreReader(sink);
    case 'pocket-highlights':
      return pocketHighlightsReader(sink);
    case 'csl-json':
      return cslReader(sink);
    case 'ris':
      return risReader(sink);
    case 'bibtex':
      return bibtexReader(sink);
    case 'addresses':
      return lineReader(
        (line, number) => {
          if (line.trim() !== '') sink.add({ url: line.replace(/^\ufeff/, '') }, number);
        },
        () => {},
      );
    case 'opml':
      return opmlReader(sink, feeds);
    case 'omnivore-highlights':
    case 'backup':
    case 'pack':
      return { write: () => {}, end: () => {} };
  }
}

function opmlReader(sink: ImportSink, feeds: ImportedFeed[]): ImportReader {
  let text = '';
  return {
    write(piece) {
      if (text.length <= OPML_MAX) text += piece;
    },
    end() {
      if (text.length > OPML_MAX) return sink.problem('too-many', 1);
      const read = readFeed(text);
      if (!read.ok || read.value.document.format !== 'opml') return sink.problem('broken', 1);
      read.value.document.feeds.forEach(({ url, title, siteUrl, folders }, index) => {
        if (url === null) sink.problem('not-web', index + 1);
        else feeds.push({ url, title: title ?? '', siteUrl, folders });
      });
    },
  };
}
