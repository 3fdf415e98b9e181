import { guessLanguage } from '../../text/language.ts';
import { detectTopics } from '../../topics/detect.ts';
import { buildGazetteer, type Gazetteer, openGazetteer } from '../../topics/gazetteer.ts';
import { zonesOfText } from '../../topics/zones.ts';
import { type Arguments, readArguments, textOption } from '../arguments.ts';
import { answerLimit, type BatchRow, optionalTextField, RowError, runBatch, textField } from '../batch.ts';
import { loadBuiltinGazetteer } from '../builtin-gazetteer.ts';
import { type CliIo, type Command, UsageError } from '../command.ts';
import { readGivenTopics } from '../given-topics.ts';
import { decodeText, inputName, printJson, readInput } from '../io.ts';
import { printedTopic } from './printed-topic.ts';

const HELP = `usage: sidelight topics FILE [--title TEXT] [--language TAG] [--gazetteer FILE] [--no-builtin]
       sidelight topics --batch FILE [--gazetteer FILE] [--no-builtin]

Which topics a text speaks of, where it names them, and how much it is about each.
FILE is plain text, or with --batch NDJSON rows {"id","text","title"?,"language"?}; "-" is standard input, .gz is accepted.

  --title TEXT      the text's headline
  --language TAG    the text's language ("uk"); guessed where not given
  --gazetteer FILE  further topics, NDJSON rows {"id","kind","names":{"en":["…"]}}
  --no-builtin      look for the given topics only`;

/** Mentions a topic keeps at most, tried in turn until the answer fits its limit. */
const MENTION_STEPS = [Number.POSITIVE_INFINITY, 100, 50, 25, 12, 6, 3, 2, 1];

/** `sidelight topics`: see docs and `--help`. */
export const topicsCommand: Command = {
  name: 'topics',
  summary: 'which topics a text speaks of, and how much',
  help: HELP,
  run,
};

interface Look {
  gazetteer: Gazetteer;
  relations: boolean;
}

async function run(args: string[], io: CliIo): Promise<number> {
  const given = readArguments(args, {
    batch: { type: 'string' },
    gazetteer: { type: 'string' },
    'no-builtin': { type: 'boolean' },
    language: { type: 'string' },
    title: { type: 'string' },
  });
  const batch = textOption(given, 'batch');
  const file = given.positionals[0];
  if (given.positionals.length > 1) throw new UsageError('topics takes one file; for several use --batch');
  if ((batch === undefined) === (file === undefined))
    throw new UsageError('topics wants a file, or --batch FILE; see sidelight topics --help');
  const list = textOption(given, 'gazetteer');
  if (list === '-' && (batch ?? file) === '-') throw new UsageError('only one of the inputs can be standard input');
  const look = await openLook(list, given.values['no-builtin'] !== true, io);
  if (batch !== undefined) {
    if (textOption(given, 'title') !== undefined) throw new UsageError('--title goes with a single file; rows carry their own');
    const fallback = languageOption(given);
    return runBatch(batch, io, {}, (input) => answerRow(input, look, fallback));
  }
  const bytes = await readInput(file!, io);
  const text = decodeText(bytes, undefined, inputName(file!));
  const answer = describe(text, textOption(given, 'title') ?? null, languageOption(given) ?? null, look);
  const shorter = withinLimit(answer, answerLimit(bytes.length), 2);
  if (shorter === null) throw new UsageError(`the answer would be over ten times ${inputName(file!)}; give more of the text`);
  await printJson(io, shorter);
  return 0;
}

function languageOption(given: Arguments): string | undefined {
  const tag = textOption(given, 'language');
  if (tag !== undefined && !/^[a-z]{2,8}(?:[-_][a-z0-9]{1,8})*$/i.test(tag))
    throw new UsageError(`--language wants a tag such as "uk", not "${tag}"`);
  return tag;
}

async function openLook(list: string | undefined, builtin: boolean, io: CliIo): Promise<Look> {
  const layers = builtin ? [loadBuiltinGazetteer()] : [];
  if (list !== undefined) layers.push(buildGazetteer(await readGivenTopics(list, io)));
  const gazetteer = openGazetteer(layers);
  if (!gazetteer.ok) throw new UsageError(`the built-in topics cannot be read (${gazetteer.error.code}); run "npm run data"`);
  return { gazetteer: gazetteer.value, relations: builtin };
}

function answerRow(input: BatchRow, look: Look, fallback: string | undefined): object {
  const text = textField(input.row, 'text');
  const title = optionalTextField(input.row, 'title') ?? null;
  const language = optionalTextField(input.row, 'language') ?? fallback ?? null;
  const answer = describe(text, title, language || null, look);
  const id = Buffer.byteLength(JSON.stringify(input.row.id ?? null)) + 32;
  const shorter = withinLimit(answer, input.answerLimit() - id, 0);
  if (shorter === null) throw new RowError('answer-too-large', 'the answer would be over ten times its input');
  return shorter;
}

interface Answer {
  language: string | null;
  topics: ReturnType<typeof printedTopic>[];
}

function describe(text: string, title: string | null, language: string | null, look: Look): Answer {
  const zones = zonesOfText(text, title);
  const known = language ?? guessLanguage(title && !text.startsWith(title) ? `${title}\n${text}` : text);
  const topics = detectTopics({ language: known, parts: zones.parts }, look.gazetteer, { relations: look.relations });
  return { language: known, topics: topics.map((topic) => printedTopic(topic, zones.bases)) };
}

/**
 * Keeps the first mentions of each topic, saying how many there were, and at last the most salient topics alone, until the answer, printed with
 * that indent, fits; null where nothing does.
 */
function withinLimit(answer: Answer, limit: number, indent: number): object | null {
  for (const most of MENTION_STEPS) {
    const shorter = { ...answer, topics: answer.topics.map((topic) => shortened(topic, most)) };
    if (Buffer.byteLength(JSON.stringify(shorter, null, indent)) < limit) return shorter;
  }
  const topics: object[] = [];
  let left = limit - 64;
  for (const topic of answer.topics) {
    const one = shortened(topic, 1);
    // In the list it stands two levels deeper.
    const printed = JSON.stringify(one, null, indent);
    left -= Buffer.byteLength(printed) + 1 + 2 * indent * printed.split('\n').length;
    if (left < 0) break;
    topics.push(one);
  }
  return topics.length === 0 && answer.topics.length > 0 ? null : { ...answer, topics };
}

function shortened(topic: Answer['topics'][number], most: number): object {
  if (topic.mentions.length <= most) return topic;
  return { ...topic, mentions: topic.mentions.slice(0, most), mentionCount: topic.mentions.length };
}
