import { basename, isAbsolute, relative, resolve } from 'node:path';
import type { PageSnapshot } from '../../core/snapshot.ts';
import { extractPage } from '../../extract/extract.ts';
import { readPlainText } from '../../extract/plain-text.ts';
import { readArguments, textOption } from '../arguments.ts';
import { type BatchRow, optionalTextField, RowError, runBatch, textField } from '../batch.ts';
import { decodePage } from '../charset.ts';
import { type CliIo, type Command, UsageError } from '../command.ts';
import { parsePage } from '../dom.ts';
import { decodeText, printJson, readInput } from '../io.ts';

/** Characters of text the command prints at most: whole articles, but no endless page. */
const MAX_CHARS = 2_000_000;
/** Characters of a page's source that are read. */
const MAX_SOURCE_CHARS = 12_000_000;

const HELP = `usage: sidelight extract PAGE [--url URL] [--encoding LABEL]
       sidelight extract --batch INDEX.ndjson --root DIR
Prints what a page says: is it an article, headline, authors, dates, language, text, and where each was read.
  PAGE        an HTML or .txt file, "-" for standard input; may be gzip
  --url       the page's address: links resolve against it
  --encoding  the page's encoding, where it does not declare it (a WHATWG label)
  --batch     rows {"id", "url", "html": "path under DIR", "encoding"?}; one answer a line
  --root      the folder the rows' paths are in`;

/** `sidelight extract`: pages and plain texts to their facts. */
export const extractCommand: Command = {
  name: 'extract',
  summary: 'is a page an article, and what does it say',
  help: HELP,
  async run(args, io) {
    const given = readArguments(args, {
      url: { type: 'string' },
      encoding: { type: 'string' },
      batch: { type: 'string' },
      root: { type: 'string' },
    });
    const batch = textOption(given, 'batch');
    const url = textOption(given, 'url');
    if (batch === undefined) {
      const [source, ...more] = given.positionals;
      if (source === undefined || more.length) throw new UsageError('extract wants one page, or --batch with --root');
      await printJson(io, printed(await extractFile(source, url ?? '', textOption(given, 'encoding'), io)));
      return 0;
    }
    const root = textOption(given, 'root');
    if (root === undefined) throw new UsageError('extract --batch wants --root, the folder the pages are in');
    if (given.positionals.length) throw new UsageError(`extract --batch takes no page; "${given.positionals[0]}" is one too many`);
    return runBatch(batch, io, {}, (input) => answerRow(input, root, io));
  },
};

async function answerRow({ row, measureBy }: BatchRow, root: string, io: CliIo): Promise<object> {
  const folder = resolve(io.cwd, root);
  const path = textField(row, 'html');
  const inside = relative(folder, resolve(folder, path));
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) throw new RowError('bad-row', '"html" leads out of the root folder');
  const file = resolve(folder, inside);
  const bytes = await readInput(file, io);
  measureBy(bytes.length);
  const url = optionalTextField(row, 'url') ?? '';
  return printed(isPlainText(file) ? readPlainText(decodeText(bytes), url) : readPage(bytes, url, optionalTextField(row, 'encoding')));
}

async function extractFile(source: string, url: string, encoding: string | undefined, io: CliIo): Promise<PageSnapshot> {
  const bytes = await readInput(source, io);
  if (isPlainText(source) || (source === '-' && !looksLikeHtml(bytes))) return readPlainText(decodeText(bytes), url);
  return readPage(bytes, url, encoding);
}

/** Facts of a page from its bytes, with its whole text. */
export function readPage(bytes: Uint8Array, url: string, encoding?: string): PageSnapshot {
  return extractPage(parsePage(decodePage(bytes, encoding).slice(0, MAX_SOURCE_CHARS)), url, { maxChars: MAX_CHARS });
}

function isPlainText(path: string): boolean {
  return /\.(?:txt|text)(?:\.gz)?$/i.test(basename(path));
}

function looksLikeHtml(bytes: Uint8Array): boolean {
  return /<(?:!doctype|html|head|body|title|meta|p|div|article|h1|script)\b/i.test(decodeText(bytes.subarray(0, 4096)));
}

/** A snapshot as the contract prints it (docs of fields: schema.org/NewsArticle). */
function printed(snapshot: PageSnapshot): object {
  const { paragraphs, captions, also, wordCount, provenance, ...facts } = snapshot;
  return {
    ...facts,
    text: paragraphs.join('\n\n'),
    wordCount,
    captions,
    ...(also.length > 0 && { also }),
    provenance,
  };
}
