import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareSet } from '../lib/cli/commands/related-batch.ts';
import { parseDateMs } from '../lib/core/date.ts';
import { rankPool } from '../lib/ranking/pool.ts';
import { SAME_EVENT, SHOW_FROM } from '../lib/ranking/weights.ts';
import { detectTopics } from '../lib/topics/detect.ts';
import { openGazetteer } from '../lib/topics/gazetteer.ts';

/**
 * Measures the show / do-not-show threshold on the development sets: with a page's cluster in the index (precision and recall among the shown,
 * share of pages with a right row), and with the whole cluster removed (share of pages that show nothing, mean rows).
 * Prints a table; called by `npm run eval -- --threshold`.
 */

const DATA = fileURLToPath(new URL('../../shared/data/related/', import.meta.url));
const GAZETTEER = new URL('../public/data/builtin.gaz', import.meta.url);
const SETS = ['ecbplus', 'cep-2023-2024', 'itn-crosslingual'];
const THRESHOLDS = [...new Set([0.5, 0.6, 0.7, SHOW_FROM, 0.8, 0.9])].sort();
const LOOKED_AT = 60;
const COUNTED = 40;

interface Row {
  score: number;
  relevant: boolean;
  near: boolean;
}

if (!existsSync(DATA)) {
  process.stdout.write(`left out: the development data are not at ${DATA}\n`);
  process.exit(0);
}
const gazetteer = openGazetteer([readFileSync(GAZETTEER)]);
if (!gazetteer.ok) throw new Error(gazetteer.error.message);
const topics = gazetteer.value;

process.stdout.write(
  `${'set'.padEnd(18)}${'from'.padStart(6)}${'P shown'.padStart(9)}${'R shown'.padStart(9)}${'any right'.padStart(11)}${'P same'.padStart(8)}  | removed:${'none'.padStart(7)}${'rows'.padStart(7)}\n`,
);
for (const set of SETS) {
  const pages = rowsOf(set);
  for (const from of THRESHOLDS) print(set, pages, from);
}

function rowsOf(set: string): { total: number; rows: Row[] }[] {
  const docs = readFileSync(`${DATA}${set}/docs.ndjson`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const reports = docs.map(({ id, title, text, date, language }) => ({
    id,
    title,
    text,
    publishedAtMs: parseDateMs(date),
    language: language?.split('-')[0] ?? null,
    source: null,
  }));
  const prepared = prepareSet(
    reports,
    (zones) => detectTopics(zones, topics),
    () => {},
  );
  return [...judgements(set)].flatMap(([id, judged]) => {
    const total = [...judged.values()].filter((grade) => grade > 0).length;
    const query = prepared.queries.get(id)?.();
    if (query === undefined || total === 0) return [];
    const ranked = rankPool(prepared.pool, query, LOOKED_AT, { mode: 'same-event' })
      .filter(({ document }) => (judged.get(document.id) ?? 0) >= 0)
      .slice(0, COUNTED);
    const rows = ranked.map(({ document, score, features }) => ({
      score,
      relevant: (judged.get(document.id) ?? 0) > 0,
      near: !features.otherLanguage && Math.abs(features.days ?? 0) <= SAME_EVENT.days,
    }));
    return [{ total: Math.min(total, COUNTED), rows }];
  });
}

function judgements(set: string): Map<string, Map<string, number>> {
  const all = new Map<string, Map<string, number>>();
  for (const line of readFileSync(`${DATA}${set}/qrels.tsv`, 'utf8').split('\n')) {
    const [query, , document, grade] = line.split('\t');
    if (query === undefined || document === undefined) continue;
    const judged = all.get(query) ?? new Map<string, number>();
    all.set(query, judged.set(document, Number(grade)));
  }
  return all;
}

function print(set: string, pages: { total: number; rows: Row[] }[], from: number): void {
  const shown = pages.map(({ rows }) => rows.filter(({ score }) => score >= from));
  const count = (rows: Row[][], test: (row: Row) => boolean) => rows.reduce((sum, list) => sum + list.filter(test).length, 0);
  const all = count(shown, () => true);
  const right = count(shown, ({ relevant }) => relevant);
  const wrong = shown.map((rows) => rows.filter(({ relevant }) => !relevant));
  const same = (row: Row) => row.near && row.score >= SAME_EVENT.from;
  const figures = [
    right / all,
    right / pages.reduce((sum, { total }) => sum + total, 0),
    shown.filter((rows) => rows.some(({ relevant }) => relevant)).length / pages.length,
    count(shown, (row) => same(row) && row.relevant) / count(shown, same),
    wrong.filter(({ length }) => length === 0).length / pages.length,
    (all - right) / pages.length,
  ].map((figure) => (Number.isNaN(figure) ? '–' : figure.toFixed(3)));
  const [p, r, any, pSame, none, rows] = figures as [string, string, string, string, string, string];
  const mark = from === SHOW_FROM ? '*' : ' ';
  process.stdout.write(
    `${set.padEnd(17)}${mark}${from.toFixed(2).padStart(6)}${p.padStart(9)}${r.padStart(9)}${any.padStart(11)}${pSame.padStart(8)}  |         ${none.padStart(7)}${rows.padStart(7)}\n`,
  );
}
