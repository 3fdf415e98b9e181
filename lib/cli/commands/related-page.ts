import { knownAddress } from '../../core/canonical-url.ts';
import type { Coverage, CoverageRow } from '../../core/coverage.ts';
import type { PageSnapshot } from '../../core/snapshot.ts';
import type { Zone } from '../../core/topic.ts';
import { zonedText } from '../../extract/zones.ts';
import { analysePage } from '../../services/coverage.ts';
import { type Arguments, addressOption, countOption, textOption } from '../arguments.ts';
import { type CliIo, UsageError } from '../command.ts';
import { ENGLISH } from '../english.ts';
import { inputName, printJson, readInput } from '../io.ts';
import { isPlainText } from '../plain-name.ts';
import { openPackFile } from './open-pack.ts';
import { printedTopic } from './printed-topic.ts';
import { counted, facts, plain } from './table.ts';

const GROUPS: Record<CoverageRow['group'], string> = {
  'same-event': 'Same event',
  background: 'Background',
  'other-language': 'In other languages',
};

/** `related PAGE --pack PACK`: what the popup would show for a page, as a table or as JSON. */
export async function relatedPage(given: Arguments, io: CliIo): Promise<number> {
  const [file, ...more] = given.positionals;
  const pack = textOption(given, 'pack');
  if (file === undefined || more.length > 0)
    throw new UsageError('related wants one page and --pack PACK, or --docs FILE; see sidelight related --help');
  if (pack === undefined) throw new UsageError('related wants --pack PACK, the reports to choose from');
  if (file === '-' && pack === '-') throw new UsageError('only one of the inputs can be standard input');
  if (textOption(given, 'mode') !== undefined) throw new UsageError('--mode goes with --docs');
  const limit = countOption(given, 'k', 20);
  const { readSnapshot } = await import('../page-file.ts');
  const how = { name: inputName(file), ...(isPlainText(file) && { plain: true }) };
  const snapshot = await readSnapshot(await readInput(file, io), addressOption(given, 'url') ?? null, how);
  if (!snapshot.isArticle) io.note(`sidelight: ${inputName(file)} does not look like an article\n`);

  const { store, gazetteer, status } = await openPackFile(pack, io);
  const analysis = await analysePage(snapshot, { store, gazetteer, salt: null, texts: ENGLISH });
  store.close();
  if (!analysis.ok) throw new UsageError(analysis.error.message);
  const { coverage } = analysis.value;
  const rows = coverage.rows.slice(0, limit);
  if (given.values.json === true) await printJson(io, asJson(snapshot, coverage, rows));
  else await io.out(asTable(snapshot, coverage, rows));
  return status;
}

function asJson(snapshot: PageSnapshot, coverage: Coverage, rows: CoverageRow[]): object {
  const { headline, url, language } = snapshot;
  const bases = basesOf(snapshot);
  return {
    page: { headline, url, language },
    topics: coverage.topics.map((topic) => printedTopic(topic, bases)),
    related: rows.map(({ article, group, score, reason, copies }) => ({
      ...rowFields(article),
      group,
      score: Math.round(score * 1000) / 1000,
      reason: { text: reason.text, topics: reason.topics, terms: reason.terms, days: reason.days },
      copies: copies.map((copy) => copy.article.id),
    })),
    reporters: coverage.reporters.map(({ id, name, outletName, bio, bioSource }) => ({ id, name, outlet: outletName, bio, bioSource })),
    indexSize: coverage.index.articles,
  };
}

/**
 * Where the parts of a page's zones begin in what `extract` prints of it: the title in the headline, lead and body in the text, the dek in the
 * description, captions in all of these joined as the text is.
 */
function basesOf(snapshot: PageSnapshot): number[] {
  const body = { whole: snapshot.paragraphs.join('\n\n'), from: 0 };
  const wholes: Record<Zone, { whole: string; from: number }> = {
    title: { whole: snapshot.headline ?? '', from: 0 },
    dek: { whole: snapshot.description ?? '', from: 0 },
    lead: body,
    body,
    caption: { whole: snapshot.captions.join('\n\n'), from: 0 },
  };
  return zonedText(snapshot).parts.map(({ zone, text }) => {
    const place = wholes[zone];
    const base = place.whole.indexOf(text, place.from);
    place.from = base + text.length;
    return base;
  });
}

/** A report as `related --json` and `search --json` print it. */
export function rowFields({ id, url, headline, outletName, datePublished, language, authors }: CoverageRow['article']): object {
  return { id, url: knownAddress(url), headline, outlet: outletName, datePublished, language, authors: authors.map(({ name }) => name) };
}

function asTable(snapshot: PageSnapshot, coverage: Coverage, rows: CoverageRow[]): string {
  const lines = [plain(snapshot.headline ?? 'Page without a headline')];
  const main = coverage.topics.filter((topic) => topic.main).map(({ label }) => label);
  if (main.length > 0) lines.push(`Topics: ${facts(...main)}`);
  if (rows.length === 0) lines.push('', `No related report among ${counted(coverage.index.articles, 'report')}.`);
  for (const [group, title] of Object.entries(GROUPS)) {
    const members = rows.filter((row) => row.group === group);
    if (members.length > 0) lines.push('', title);
    for (const { article, reason, copies } of members) {
      lines.push(`  ${plain(article.headline)}`);
      const also = copies.length > 0 ? `also in ${counted(copies.length, 'other report')}` : null;
      lines.push(
        `    ${facts(article.outletName, article.datePublished, article.language, ...article.authors.map(({ name }) => name), also)}`,
      );
      lines.push(`    ${plain(reason.text)}`);
    }
  }
  if (coverage.reporters.length > 0) lines.push('', 'Reporters');
  for (const { name, jobTitle, outletName } of coverage.reporters) lines.push(`  ${facts(name, jobTitle, outletName)}`);
  const shown = rows.length < coverage.rows.length ? `, ${rows.length} of them shown` : '';
  const found = counted(coverage.rows.length, 'related report');
  if (rows.length > 0) lines.push('', `${found} of ${counted(coverage.index.articles, 'report')}${shown}.`);
  return `${lines.join('\n')}\n`;
}
