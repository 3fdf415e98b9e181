import { citedArticle } from '../../citations/cited-article.ts';
import { CITATION_FORMATS, isCitationFormat } from '../../citations/formats.ts';
import { citedDate } from '../../citations/source.ts';
import { packLines } from '../../packs/lines.ts';
import { readWholePack } from '../../services/import-pack.ts';
import { readArguments, textOption } from '../arguments.ts';
import { type CliIo, type Command, UsageError } from '../command.ts';
import { inputName, openInput, readTextInput } from '../io.ts';

const HELP = `usage: sidelight cite PACK [--ids LIST] --format FORMAT [--now DATE]

Prints citations of a pack's reports, for reference managers and for people.

  --format F   for programs: bibtex, biblatex, ris, csl-json, csv; for people: markdown, html; in a style: apa (7), chicago (17, bibliography),
               chicago-note, chicago-author-date, mla (9), gost (R 7.0.5-2008), gost-2018 (R 7.0.100-2018)
  --ids LIST   only these reports, in this order: ids parted by commas, or @FILE with one a line (@- is standard input)
  --now DATE   the day the addresses were looked at, noted with each; without it none is`;

/** `sidelight cite`: see `--help`. */
export const citeCommand: Command = { name: 'cite', summary: 'print citations of a pack', help: HELP, run };

async function run(args: string[], io: CliIo): Promise<number> {
  const given = readArguments(args, { ids: { type: 'string' }, format: { type: 'string' }, now: { type: 'string' } });
  const [pack, ...more] = given.positionals;
  if (pack === undefined || more.length > 0) throw new UsageError('cite wants one pack; see sidelight cite --help');
  const format = textOption(given, 'format');
  if (format === undefined || !isCitationFormat(format))
    throw new UsageError(`cite wants --format ${Object.keys(CITATION_FORMATS).join(', ')}`);
  const now = textOption(given, 'now');
  const accessed = now === undefined ? null : citedDate(now);
  if (now !== undefined && accessed === null) throw new UsageError(`--now wants a date such as 2026-01-29, not "${now}"`);
  const list = textOption(given, 'ids');
  if (list === '@-' && pack === '-') throw new UsageError('the pack and the ids cannot both come from standard input');
  const wanted = list === undefined ? null : await idsOf(list, io);

  const reading = await readWholePack(packLines(openInput(pack, io)));
  if (!reading.ok) throw new UsageError(`${inputName(pack)}: ${reading.error.message}`);
  const { records, unreadable } = reading.value;
  if (unreadable > 0) io.note(`sidelight: ${unreadable} lines of ${inputName(pack)} could not be used; see "sidelight pack verify"\n`);
  const outlets = new Map(records.flatMap((record) => (record.type === 'outlet' ? [[record.id, record.name] as const] : [])));
  const articles = records.filter((record) => record.type === 'article');
  const byId = new Map(articles.map((article) => [article.id, article]));
  const unknown = wanted?.filter((id) => !byId.has(id)) ?? [];
  if (unknown.length > 0) io.note(`sidelight: not in the pack: ${unknown.slice(0, 10).join(', ')}${unknown.length > 10 ? ', …' : ''}\n`);
  const chosen = wanted === null ? articles : wanted.flatMap((id) => byId.get(id) ?? []);
  const reports = chosen.map((article) => citedArticle(article, outlets));
  await io.out(CITATION_FORMATS[format].write(reports, { accessed }));
  return unreadable + unknown.length > 0 ? 1 : 0;
}

async function idsOf(list: string, io: CliIo): Promise<string[]> {
  const text = list.startsWith('@') ? await readTextInput(list.slice(1), io) : list;
  const ids = text
    .split(list.startsWith('@') ? /\r?\n/ : ',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  if (ids.length === 0) throw new UsageError('--ids names no report');
  return [...new Set(ids)];
}
