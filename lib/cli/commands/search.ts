import { searchStore } from '../../services/search.ts';
import { topicsNamed } from '../../services/search-filters.ts';
import { noticeText } from '../../text/format/query-notice.ts';
import { countOption, readArguments, textOption } from '../arguments.ts';
import { type CliIo, type Command, UsageError } from '../command.ts';
import { ENGLISH } from '../english.ts';
import { printJson } from '../io.ts';
import { openPackFile } from './open-pack.ts';
import { rowFields } from './related-page.ts';
import { counted, facts, plain } from './table.ts';

const HELP = `usage: sidelight search QUERY --pack PACK [--k 20] [--json]

Searches the reports of a pack. In a query:
  word word       reports that hold every word; the last one may be unfinished; typing errors are forgiven
  beginn*         words that begin so
  "some words"    exactly so
  a OR b          one or the other, before all else: "x a OR b" is x with a or b
  -word           without it; also -"some words", -outlet:NAME and -(a b)
  (a b) OR c      brackets hold together
  reporter:NAME outlet:NAME topic:NAME   by whom, where, about what; quotes hold several words together
  before:DATE after:DATE                 2026, 2026-01 or 2026-01-29
  lang:TAG                               en, uk, zh

  --pack FILE  the pack to search; "-" is standard input
  --k N        hits printed at most (default 20)
  --json       print data, not a table`;

/** `sidelight search`: see `--help`. */
export const searchCommand: Command = { name: 'search', summary: 'search a pack', help: HELP, run };

async function run(args: string[], io: CliIo): Promise<number> {
  const given = readArguments(args, { pack: { type: 'string' }, k: { type: 'string' }, json: { type: 'boolean' } });
  const query = given.positionals.join(' ');
  const pack = textOption(given, 'pack');
  if (query.trim() === '') throw new UsageError('search wants a query; see sidelight search --help');
  if (pack === undefined) throw new UsageError('search wants --pack PACK, the reports to search');
  const limit = countOption(given, 'k', 20);
  const { store, gazetteer, status } = await openPackFile(pack, io);
  const answer = await searchStore(query, store, { limit, whole: true, topicsNamed: (typed) => topicsNamed(typed, gazetteer) });
  store.close();
  const { total, corrected } = answer;
  for (const notice of answer.notices) io.note(`sidelight: ${plain(noticeText(notice, ENGLISH))}\n`);
  if (given.values.json === true) {
    const results = answer.hits.map(({ article, snippet }) => ({ ...rowFields(article), snippet }));
    if (corrected !== null) io.note(`sidelight: no report holds all the words as typed; searched for: ${plain(corrected)}\n`);
    await printJson(io, { query, total, results });
    return status;
  }
  const lines = [
    corrected === null
      ? `${counted(total, 'report')} for ${plain(query)}`
      : `${counted(total, 'report')} for ${plain(corrected)} (typed: ${plain(query)})`,
  ];
  for (const { article, snippet } of answer.hits) {
    lines.push(
      '',
      plain(article.headline),
      `  ${facts(article.outletName, article.datePublished, article.language)}`,
      `  ${plain(snippet)}`,
    );
  }
  await io.out(`${lines.join('\n')}\n`);
  return status;
}
