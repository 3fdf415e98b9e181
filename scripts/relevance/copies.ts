import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseDateMs } from '../../lib/core/date.ts';
import { areCopies } from '../../lib/ranking/copies.ts';
import { countOrigins } from '../../lib/ranking/independence.ts';
import type { RankingDocument } from '../../lib/ranking/types.ts';
import { minHashSignature } from '../../lib/text/shingles.ts';
import { tokenise } from '../../lib/text/tokenise.ts';
import { COPY_RULES, type SourceText } from './copy-rules.ts';
import { type Metric, reportResults, type SetResult } from './results.ts';
import { seeded } from './seeded.ts';

/**
 * Near copies folded: precision and recall of `areCopies`, the test behind the fold. Called by `npm run eval -- copies`.
 *
 * Copies: one of every real text, by the rules of copy-rules.ts in turn, on the same day; and pairs of real reports of one event that share at
 * least half of the shorter one's runs of eight words. Different reports: all pairs of one event that share less than `DIFFERENT_BELOW` of them,
 * which are the hardest there are. Pairs between the two bounds are left out, and counted.
 *
 * Independent (`countOrigins`, by texts alone): how many of the pairs that it calls independent share less than `INDEPENDENT_BELOW`, how many of those
 * that share next to nothing it calls so, and how many of the made copies, which is always wrong. The sets name no agencies.
 */

const DATA = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const RUN_WORDS = 8;
const COPY_FROM_RUNS = 0.5;
const DIFFERENT_BELOW = 0.3;
const INDEPENDENT_BELOW = 0.15;
const NEXT_TO_NOTHING = 0.05;
/** Shorter texts say too little to be told apart by their words; the index folds them by headline alone. */
const LEAST_WORDS = 25;

/** Sets by name, with where they lie. Bodies of extraction have no events, so they give copies only. */
const SETS: Record<string, string[]> = {
  'copies/ecbplus': ['related/ecbplus/docs.ndjson'],
  'copies/cep-2023-2024': ['related/cep-2023-2024/docs.ndjson'],
  'copies/itn-crosslingual': ['related/itn-crosslingual/docs.ndjson'],
  'copies/articles': ['extraction/aeb/index.ndjson', 'extraction/readability/index.ndjson', 'topics/factrueval/docs.ndjson'],
};

interface Source extends SourceText {
  cluster: string | null;
  language: string | null;
  publishedAtMs: number | null;
}

interface Counts {
  right: number;
  missed: number;
  wrong: number;
  kept: number;
  unclear: number;
}

if (!existsSync(DATA)) {
  process.stdout.write('left out: the development data are not at ../shared/data\n');
  process.exit(0);
}
reportResults(Object.entries(SETS).map(([set, files]) => measureSet(set, files)));

function measureSet(set: string, files: string[]): SetResult {
  const sources = files.flatMap(readSources).filter(({ text }) => tokenise(text).length >= LEAST_WORDS);
  const random = seeded(4711);
  const rules = Object.entries(COPY_RULES);
  const byRule = new Map(rules.map(([name]) => [name, { right: 0, all: 0 }]));
  const counts: Counts = { right: 0, missed: 0, wrong: 0, kept: 0, unclear: 0 };
  const madeApart: boolean[] = [];
  for (const [place, source] of sources.entries()) {
    const [name, rule] = rules[place % rules.length]!;
    const copy = rule(source, sources, random);
    const [original, reprint] = [asReport(source), asReport({ ...source, ...copy, id: `${source.id} copy` })];
    const folded = areCopies(original, reprint);
    madeApart.push(areIndependent(original, reprint));
    const ofRule = byRule.get(name)!;
    ofRule.all++;
    if (folded) ofRule.right++;
    counts[folded ? 'right' : 'missed']++;
  }
  const real = realPairs(sources);
  for (const { kind, folded } of real) {
    if (kind === 'copy') counts[folded ? 'right' : 'missed']++;
    else if (kind === 'different') counts[folded ? 'wrong' : 'kept']++;
    else counts.unclear++;
  }
  const copies = real.filter(({ kind }) => kind === 'copy');
  return {
    set,
    metrics: [
      { name: 'folded: precision', n: counts.right + counts.wrong, value: counts.right / (counts.right + counts.wrong), goal: 0.97 },
      { name: 'folded: recall', n: counts.right + counts.missed, value: counts.right / (counts.right + counts.missed), goal: 0.96 },
      ...[...byRule].map(([name, { right, all }]) => ({ name: `recall, ${name}`, n: all, value: right / all })),
      ...(copies.length === 0
        ? []
        : [{ name: 'recall, real copies', n: copies.length, value: copies.filter(({ folded }) => folded).length / copies.length }]),
      ...(counts.kept + counts.wrong === 0
        ? []
        : [
            {
              name: 'different reports of one event folded',
              n: counts.kept + counts.wrong,
              value: counts.wrong / (counts.kept + counts.wrong),
            },
            { name: 'unclear pairs, left out', n: real.length, value: counts.unclear / real.length },
          ]),
      ...independence(real, madeApart),
    ],
  };
}

function independence(real: Pair[], madeApart: boolean[]): Metric[] {
  const share = (name: string, cases: boolean[]): Metric[] =>
    cases.length === 0 ? [] : [{ name, n: cases.length, value: cases.filter(Boolean).length / cases.length }];
  return [
    ...share(
      'called independent, and are',
      real.filter(({ independent }) => independent).map(({ shared }) => shared < INDEPENDENT_BELOW),
    ),
    ...share(
      'share next to nothing, called independent',
      real.filter(({ shared }) => shared < NEXT_TO_NOTHING).map(({ independent }) => independent),
    ),
    ...share('copies called independent', madeApart),
  ];
}

function areIndependent(one: RankingDocument, other: RankingDocument): boolean {
  return countOrigins(one, [[other]], new Set()).independent === 1;
}

interface Pair {
  kind: 'copy' | 'different' | 'unclear';
  /** Share of the shorter text's runs that the other has too. */
  shared: number;
  folded: boolean;
  independent: boolean;
}

function realPairs(sources: Source[]): Pair[] {
  const events = Map.groupBy(
    sources.filter(({ cluster }) => cluster !== null),
    ({ cluster, language }) => `${cluster} ${language}`,
  );
  return [...events.values()].flatMap((event) => {
    const read = event.map((source) => ({ runs: runsOf(source.text), report: asReport(source) }));
    return read.flatMap((a, i) =>
      read.slice(0, i).map((b): Pair => {
        const shared = a.runs.intersection(b.runs).size / Math.min(a.runs.size, b.runs.size);
        const kind = shared >= COPY_FROM_RUNS ? 'copy' : shared < DIFFERENT_BELOW ? 'different' : 'unclear';
        return { kind, shared, folded: areCopies(a.report, b.report), independent: areIndependent(a.report, b.report) };
      }),
    );
  });
}

function runsOf(text: string): Set<string> {
  const words = tokenise(text);
  return new Set(Array.from({ length: Math.max(0, words.length - RUN_WORDS + 1) }, (_, i) => words.slice(i, i + RUN_WORDS).join(' ')));
}

function asReport({ id, title, text, language, publishedAtMs }: Source): RankingDocument {
  const signature = minHashSignature(`${title}\n${text}`);
  return { id, headline: title, language, outletId: null, publishedAtMs, topics: [], vector: [], signature, nameKeys: [] };
}

function readSources(file: string): Source[] {
  const lines = readFileSync(`${DATA}${file}`, 'utf8').trim().split('\n');
  return lines.flatMap((line) => {
    const row = JSON.parse(line);
    if (typeof row.text !== 'string') return [];
    const { id, title = '', text, language = null, cluster = null, date = null } = row;
    return [{ id, title, text, language, cluster, publishedAtMs: parseDateMs(date) }];
  });
}
