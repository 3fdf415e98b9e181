import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareReports, type Report } from '../../lib/cli/commands/related-batch.ts';
import { parseDateMs } from '../../lib/core/date.ts';
import { detectTopics } from '../../lib/topics/detect.ts';
import { type Gazetteer, openGazetteer } from '../../lib/topics/gazetteer.ts';
import { judgementRules } from './judgement-rules.ts';

const DATA = fileURLToPath(new URL('../../../shared/data/related/', import.meta.url));
const GAZETTEER = new URL('../../public/data/builtin.gaz', import.meta.url);

/** Names of the development sets, as folders of `../shared/data/related`. */
export const SET_NAMES = ['ecbplus', 'cep-2023-2024', 'itn-crosslingual'] as const;
export type SetName = (typeof SET_NAMES)[number];

/** A row of `docs.ndjson`, with the labels that judge it. */
export interface LabelledRow {
  id: string;
  text: string;
  cluster: string;
  topic?: string;
  labels?: string[];
}

/** A set with its reports as the browser's index holds them, and what is known of who belongs to whom. */
export interface DevelopmentSet {
  name: SetName;
  reports: Report[];
  byId: ReadonlyMap<string, Report>;
  rows: ReadonlyMap<string, LabelledRow>;
  /** Page → report → grade of `qrels.tsv`: above 0 relevant, below 0 not to be judged. */
  judged: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** True where labels differ although they name one subject, so that the report is not judged wrong; see judgement-rules.ts. */
  isUnclear: (page: string, report: string) => boolean;
}

/** True where the data lie beside the clone. */
export function haveDevelopmentSets(): boolean {
  return existsSync(DATA);
}

/** The gazetteer that the extension ships. */
export function builtinGazetteer(): Gazetteer {
  const gazetteer = openGazetteer([readFileSync(GAZETTEER)]);
  if (!gazetteer.ok) throw new Error(gazetteer.error.message);
  return gazetteer.value;
}

/** Reads one set; topics are detected with the built-in gazetteer. */
export function readDevelopmentSet(name: SetName): DevelopmentSet {
  const gazetteer = builtinGazetteer();
  const lines = readFileSync(`${DATA}${name}/docs.ndjson`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const rows = new Map<string, LabelledRow>(lines.map((line) => [line.id, line]));
  const reports = prepareReports(
    lines.map(({ id, title, text, date, language }) => ({
      id,
      title,
      text,
      publishedAtMs: parseDateMs(date),
      language: language?.split('-')[0] ?? null,
      source: null,
    })),
    (zones) => detectTopics(zones, gazetteer),
  );
  const judged = readJudgements(name);
  const byId = new Map(reports.map((report) => [report.row.id, report]));
  return { name, reports, byId, rows, judged, isUnclear: judgementRules(name, rows, judged) };
}

/** Page → report → grade of a set's `qrels.tsv`. */
export function readJudgements(name: SetName): Map<string, Map<string, number>> {
  const all = new Map<string, Map<string, number>>();
  for (const line of readFileSync(`${DATA}${name}/qrels.tsv`, 'utf8').split('\n')) {
    const [page, , report, grade] = line.split('\t');
    if (page === undefined || report === undefined) continue;
    const judged = all.get(page) ?? new Map<string, number>();
    all.set(page, judged.set(report, Number(grade)));
  }
  return all;
}
