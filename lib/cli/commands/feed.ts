import type { FeedDocument, FeedProblem, FeedProblemCode, FeedReading } from '../../core/feed.ts';
import { DOCUMENT_MAX_BYTES } from '../../feeds/limits.ts';
import { type FeedSource, readFeed } from '../../feeds/read-feed.ts';
import { isGzip, unpackGzip } from '../../feeds/unpack.ts';
import { addressOption, readArguments, refuseOptions, textOption } from '../arguments.ts';
import { answerLimit, type BatchRow, optionalTextField, RowError, runBatch } from '../batch.ts';
import { type CliIo, type Command, UsageError } from '../command.ts';
import { fetchDocument } from '../fetch-document.ts';
import { inputName, printJson, readInput } from '../io.ts';

const HELP = `usage: sidelight feed FILE|URL [--url URL] [--content-type TYPE]
       sidelight feed --batch FEEDS.ndjson
Prints what a feed (RSS, RDF, Atom, JSON Feed), sitemap, sitemap index or OPML file says.
  FILE            "-" for standard input; may be gzip
  URL             an http(s) address: the one case in which this command uses the network
  --url           the address of the file: links resolve against it
  --content-type  as the server stated it
  --batch         rows {"id", "text" | "base64", "contentType"?, "url"?}; base64 may hold gzip; one answer a line`;

/** What standard error says of a document that was read all the same. */
const PROBLEMS: Record<FeedProblemCode, string> = {
  'bad-address': 'addresses that are not http(s) or cannot be read',
  'bad-bytes': 'bytes that are wrong in its encoding',
  'bad-date': 'dates that cannot be read',
  'broken-xml': 'tags that do not match',
  'cut-short': 'ends before its last tag',
  'entity-refused': 'entities that are not plain text, or too many',
  'text-cut': 'texts that were cut',
  'too-deep': 'elements too deep within others',
  'too-many-entries': 'more entries than are read',
  'unknown-encoding': 'an encoding nobody knows',
  'wrong-content-type': 'a content type that is not that of a feed',
  'wrong-encoding': 'another encoding than it states',
};

/** `sidelight feed`: feeds, sitemaps and OPML files to their entries. */
export const feedCommand: Command = {
  name: 'feed',
  summary: 'parse a feed, sitemap or OPML',
  help: HELP,
  async run(args, io) {
    const given = readArguments(args, {
      url: { type: 'string' },
      'content-type': { type: 'string' },
      batch: { type: 'string' },
    });
    const batch = textOption(given, 'batch');
    const [source, ...more] = given.positionals;
    if (batch !== undefined) {
      if (source !== undefined) throw new UsageError(`feed --batch takes no file; "${source}" is one too many`);
      refuseOptions(given, ['url', 'content-type'], '--batch, whose rows have their own');
      return runBatch(batch, io, {}, answerRow);
    }
    if (source === undefined || more.length > 0) throw new UsageError('feed wants one file or address, or --batch');
    if (isAddress(source)) refuseOptions(given, ['url', 'content-type'], 'an address, whose server says both');
    const options = { url: addressOption(given, 'url') ?? null, contentType: textOption(given, 'content-type') ?? null };
    const { reading, inputBytes } = await readSource(source, options, io);
    const answer = printed(reading.document);
    // As in a batch, where indents do not count either.
    if (Buffer.byteLength(JSON.stringify(answer)) > answerLimit(inputBytes))
      throw new UsageError(`the answer would be over ten times ${inputName(source)}: its entries hold next to nothing; give another file`);
    for (const problem of reading.problems) io.note(`sidelight: ${inputName(source)}: ${described(problem)}\n`);
    await printJson(io, answer);
    return 0;
  },
};

function isAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

async function readSource(source: string, options: FeedSource, io: CliIo): Promise<{ reading: FeedReading; inputBytes: number }> {
  const found = isAddress(source) ? await fetchDocument(source, DOCUMENT_MAX_BYTES) : { bytes: await readInput(source, io), ...options };
  const bytes = new Uint8Array(found.bytes);
  const unpacked = isGzip(bytes) ? await unpackGzip(bytes, DOCUMENT_MAX_BYTES) : { ok: true as const, value: bytes };
  const reading = unpacked.ok ? readFeed(unpacked.value, found) : unpacked;
  if (!reading.ok) throw new UsageError(`${inputName(source)}: ${reading.error.message} Give another file or address`);
  return { reading: reading.value, inputBytes: unpacked.ok ? unpacked.value.length : 0 };
}

async function answerRow({ row, measureBy }: BatchRow): Promise<object> {
  const source = { contentType: optionalTextField(row, 'contentType') ?? null, url: optionalTextField(row, 'url') ?? null };
  const base64 = optionalTextField(row, 'base64');
  const input = base64 === undefined ? optionalTextField(row, 'text') : await bytesOf(base64, measureBy);
  if (input === undefined) throw new RowError('bad-row', 'the row has neither "text" nor "base64"');
  const reading = readFeed(input, source);
  if (!reading.ok) throw new RowError(reading.error.code, reading.error.message);
  return printed(reading.value.document);
}

async function bytesOf(base64: string, measureBy: BatchRow['measureBy']): Promise<Uint8Array> {
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(base64)) throw new RowError('bad-row', '"base64" holds something else than base64');
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  if (!isGzip(bytes)) return bytes;
  const unpacked = await unpackGzip(bytes, DOCUMENT_MAX_BYTES);
  if (!unpacked.ok) throw new RowError(unpacked.error.code, unpacked.error.message);
  measureBy(unpacked.value.length);
  return unpacked.value;
}

/** A document as the contract prints it. */
function printed(document: FeedDocument): object {
  switch (document.format) {
    case 'opml': {
      const { format, title, feeds } = document;
      return { format, title, language: null, feeds: feeds.map(({ title, url, siteUrl }) => ({ title, url, siteUrl })) };
    }
    case 'sitemap-index':
      return { format: document.format, title: null, language: null, sitemaps: document.sitemaps };
    default: {
      const { format, title, language, entries } = document;
      return { format, title, language, entries };
    }
  }
}

function described({ code, count }: FeedProblem): string {
  return `${PROBLEMS[code]}${count > 1 ? ` (${count} times)` : ''}`;
}
