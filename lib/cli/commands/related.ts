import type { RankingMode } from '../../ranking/types.ts';
import { detectTopics } from '../../topics/detect.ts';
import { openGazetteer } from '../../topics/gazetteer.ts';
import { type Arguments, countOption, readArguments, refuseOptions, textOption } from '../arguments.ts';
import { type CliIo, type Command, UsageError } from '../command.ts';
import { inputName, readTextInput } from '../io.ts';
import { builtinLayers } from './builtin-layers.ts';
import { prepareSet, rankMember } from './related-batch.ts';
import { type DocsLine, readDocs } from './related-rows.ts';

const HELP = `usage: sidelight related PAGE --pack PACK [--k 20] [--url URL] [--json]
       sidelight related --docs FILE [--queries IDS] [--k 20] [--mode same-event|background]

Ranks related reports.
PAGE is a saved page or a plain text; its related reports come from PACK, with a reason each.
With --docs every report of a set (NDJSON rows {"id","title","text","date"?,"language"?,"source"?}) is taken as the article being
read and ranked against the others: one line {"query","ranking":[ids]} each. "-" is standard input, .gz is accepted.

  --queries FILE  only these ids, one a line, in this order
  --k N           how many reports a ranking has at most (default 20); of a page none has more than 30
  --mode MODE     same-event (default), or background: only what was published before
  --pack FILE     the reports to choose from
  --json          print data, not a table; places of topics are offsets into headline, description, text and captions as extract prints them`;

/** `sidelight related`: see `--help`. */
export const relatedCommand: Command = { name: 'related', summary: 'rank related reports', help: HELP, run };

async function run(args: string[], io: CliIo): Promise<number> {
  const given = readArguments(args, {
    docs: { type: 'string' },
    queries: { type: 'string' },
    k: { type: 'string' },
    mode: { type: 'string' },
    pack: { type: 'string' },
    url: { type: 'string' },
    json: { type: 'boolean' },
  });
  const docs = textOption(given, 'docs');
  if (docs !== undefined) {
    if (given.positionals.length > 0 || textOption(given, 'pack') !== undefined) {
      throw new UsageError('related takes either --docs, or a page and --pack');
    }
    refuseOptions(given, ['url', 'json'], '--docs');
    return runSet(docs, given, io);
  }
  if (textOption(given, 'queries') !== undefined) throw new UsageError('--queries goes with --docs');
  // Loaded when needed: a set is ranked without the store.
  const { relatedPage } = await import('./related-page.ts');
  return relatedPage(given, io);
}

async function runSet(source: string, given: Arguments, io: CliIo): Promise<number> {
  const limit = countOption(given, 'k', 20);
  const mode = readMode(textOption(given, 'mode'));
  const wanted = textOption(given, 'queries');
  if (wanted === '-' && source === '-') throw new UsageError('only one of the inputs can be standard input');
  const ids = wanted === undefined ? null : (await readTextInput(wanted, io)).split(/\r?\n/).filter((id) => id.trim() !== '');
  const lines = await readDocs(source, io);
  const gazetteer = openGazetteer(builtinLayers(io));
  if (!gazetteer.ok) throw new UsageError(`the built-in topics cannot be read (${gazetteer.error.code}); run "npm run data"`);
  const rows = lines.flatMap((line) => (line.ok ? [line.row] : []));
  const detect = (zones: Parameters<typeof detectTopics>[0]) => detectTopics(zones, gazetteer.value);
  const set = prepareSet(rows, detect, (done) => io.progress?.(`${done} of ${rows.length} reports read`));

  let failed = false;
  const byId = indexById(lines);
  const ranking = (id: string) => (rankMember(set, id, limit, mode) ?? []).map((found) => byId.get(found)?.id);
  const questions = ids === null ? lines.map(questionOf) : ids.map((id) => questionFor(id, byId));
  for (const [index, question] of questions.entries()) {
    if (index % 20 === 0) io.progress?.(`${index} of ${questions.length} rankings`);
    if ('error' in question) failed = true;
    await io.out(`${JSON.stringify('error' in question ? question : { query: question.query, ranking: ranking(question.id) })}\n`);
  }
  if (ids !== null) noteBroken(lines, source, io);
  return failed ? 1 : 0;
}

type Question = { query: string | number; id: string } | { query: string | number | null; error: { code: string; message: string } };

function questionOf(line: DocsLine): Question {
  return line.ok ? { query: line.id, id: line.row.id } : { query: line.id, error: { code: line.code, message: line.message } };
}

function questionFor(id: string, byId: ReadonlyMap<string, DocsLine>): Question {
  const known = byId.get(id);
  return known === undefined ? { query: id, error: { code: 'not-found', message: 'no row of the set has this id' } } : questionOf(known);
}

function indexById(lines: DocsLine[]): Map<string, DocsLine> {
  const byId = new Map<string, DocsLine>();
  for (const line of lines) {
    if (line.id !== null && !byId.has(String(line.id))) byId.set(String(line.id), line);
  }
  return byId;
}

function noteBroken(lines: DocsLine[], source: string, io: CliIo): void {
  const broken = lines.filter((line) => !line.ok).length;
  if (broken > 0) io.note(`sidelight: ${broken} rows of ${inputName(source)} are no reports and were left out\n`);
}

function readMode(text: string | undefined): RankingMode {
  if (text === undefined || text === 'same-event') return 'same-event';
  if (text === 'background') return 'background';
  throw new UsageError(`--mode is same-event or background, not "${text}"`);
}
