import { type Report, rankMember, setOf } from '../../lib/cli/commands/related-batch.ts';
import { COMPANY, DECAY, IDF, NAMES, QUERY, RANK, TOPIC, WORDS } from '../../lib/ranking/weights.ts';
import { haveDevelopmentSets, readDevelopmentSet, readJudgements, SET_NAMES } from './development-sets.ts';
import { ndcg } from './ndcg.ts';

/**
 * What each weight of the order trades: nDCG@5 of every set with the weight a quarter lower and a quarter higher, all others as shipped. Called by
 * `npm run eval -- weights [--every N]`: every N-th page of a set, 4 unless said.
 */

const GROUPS: Record<string, Record<string, unknown>> = { IDF, WORDS, QUERY, TOPIC, NAMES, RANK, DECAY, COMPANY };
/** They count rows or words, and what they bound is found by other measurements. */
const COUNTS = new Set(['WORDS.pageWords', 'QUERY.words', 'QUERY.topics', 'COMPANY.rows', 'COMPANY.nearest', 'COMPANY.best']);
const CUT = 5;

if (!haveDevelopmentSets()) {
  process.stdout.write('left out: the development data are not at ../shared/data\n');
  process.exit(0);
}
const at = process.argv.indexOf('--every');
const every = at < 0 ? 4 : Number(process.argv[at + 1]);
const trials = SET_NAMES.flatMap((name) => {
  const { reports } = readDevelopmentSet(name);
  const judged = [...readJudgements(name)].filter(([, grades]) => [...grades.values()].some((grade) => grade > 0));
  const pages = judged.filter((_, i) => i % every === 0);
  const short = name.slice(0, 3).toUpperCase();
  const dateless = reports.map((report): Report => ({ ...report, row: { ...report.row, publishedAtMs: null } }));
  return [
    { name: short, reports, pages },
    { name: `${short} no dates`, reports: dateless, pages },
  ];
});

/** Mean nDCG of each trial with the weights as they are now. */
function measure(): number[] {
  return trials.map(({ reports, pages }) => {
    const set = setOf(reports);
    const gains = pages.map(([page, grades]) => {
      const unjudged = [...grades.values()].filter((grade) => grade < 0).length;
      return ndcg(rankMember(set, page, CUT + unjudged, 'same-event')!, grades, CUT);
    });
    return gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
  });
}

const shipped = measure();
process.stdout.write(
  `| weight | value | × | ${trials.map(({ name }) => name).join(' | ')} |\n| --- | ---: | ---: |${' ---: |'.repeat(trials.length)}\n`,
);
process.stdout.write(`| as shipped | | | ${shipped.map((value) => value.toFixed(3)).join(' | ')} |\n`);
for (const [group, weights] of Object.entries(GROUPS)) {
  for (const [name, value] of Object.entries(weights)) {
    if (typeof value !== 'number' || value === 0 || COUNTS.has(`${group}.${name}`)) continue;
    for (const factor of [0.75, 1.25]) {
      weights[name] = value * factor;
      const changes = measure().map((now, i) => signed(now - shipped[i]!));
      process.stdout.write(`| ${group}.${name} | ${value} | ${factor} | ${changes.join(' | ')} |\n`);
    }
    weights[name] = value;
  }
}

function signed(change: number): string {
  return Math.abs(change) < 0.0005 ? '0' : `${change > 0 ? '+' : '−'}${Math.abs(change).toFixed(3)}`;
}
