import { stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { PageSnapshot } from '../../core/snapshot.ts';
import { addressOption, readArguments, refuseOptions, textOption } from '../arguments.ts';
import { type BatchRow, optionalTextField, RowError, runBatch, textField } from '../batch.ts';
import { type CliIo, type Command, UsageError } from '../command.ts';
import { inputName, printJson, readInput } from '../io.ts';
import { readSnapshot } from '../page-file.ts';
import { isPlainText } from '../plain-name.ts';

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
    if (batch === undefined) {
      refuseOptions(given, ['root'], 'a single page');
      const [source, ...more] = given.positionals;
      if (source === undefined || more.length) throw new UsageError('extract wants one page, or --batch with --root');
      const url = addressOption(given, 'url') ?? '';
      await printJson(io, printed(await extractFile(source, url, textOption(given, 'encoding'), io)));
      return 0;
    }
    refuseOptions(given, ['url', 'encoding'], '--batch, whose rows have their own');
    const root = textOption(given, 'root');
    if (root === undefined) throw new UsageError('extract --batch wants --root, the folder the pages are in');
    if (given.positionals.length) throw new UsageError(`extract --batch takes no page; "${given.positionals[0]}" is one too many`);
    if (!(await isFolder(resolve(io.cwd, root)))) throw new UsageError(`there is no folder ${root}; check --root`);
    return runBatch(batch, io, {}, (input) => answerRow(input, root, io));
  },
};

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function answerRow({ row, measureBy }: BatchRow, root: string, io: CliIo): Promise<object> {
  const folder = resolve(io.cwd, root);
  const path = textField(row, 'html');
  const inside = relative(folder, resolve(folder, path));
  if (inside === '' || /^\.\.(?:[\\/]|$)/.test(inside) || isAbsolute(inside))
    throw new RowError('bad-row', '"html" leads out of the root folder');
  // By its place in the folder, which is all that an error may name; "-" is a file here.
  const bytes = await readInput(`.${sep}${inside}`, { ...io, cwd: folder });
  measureBy(bytes.length);
  const url = optionalTextField(row, 'url') ?? '';
  return printed(await readSnapshot(bytes, url, { encoding: optionalTextField(row, 'encoding'), plain: isPlainText(inside) }));
}

async function extractFile(source: string, url: string, encoding: string | undefined, io: CliIo): Promise<PageSnapshot> {
  return readSnapshot(await readInput(source, io), url, {
    encoding,
    name: inputName(source),
    ...(source !== '-' && { plain: isPlainText(source) }),
  });
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
