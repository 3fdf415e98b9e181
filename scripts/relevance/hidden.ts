import { prepareReports, rankMember, setOf } from '../../lib/cli/commands/related-batch.ts';
import { detectTopics } from '../../lib/topics/detect.ts';
import { builtinGazetteer, haveDevelopmentSets, readDevelopmentSet, SET_NAMES } from './development-sets.ts';
import { composedReports } from './distractors.ts';
import { ndcg } from './ndcg.ts';
import { reportResults } from './results.ts';

/**
 * Events hidden among 30,000 other reports: every related set together with the other two and composed reports (distractors.ts), ranked as
 * `sidelight related --docs` ranks. Called by `npm run eval -- hidden`.
 */

const REPORTS = 30_000;
/** Every page of E; every fourth of the larger sets, which take long. */
const EVERY = { ecbplus: 1, 'cep-2023-2024': 4, 'itn-crosslingual': 4 };
const GOALS: Partial<Record<string, number>> = { ecbplus: 0.965 };

if (!haveDevelopmentSets()) {
  process.stdout.write('left out: the development data are not at ../shared/data\n');
  process.exit(0);
}
const sets = SET_NAMES.map(readDevelopmentSet);
const own = sets.flatMap(({ reports }) => reports);
const gazetteer = builtinGazetteer();
const composed = prepareReports(composedReports(REPORTS - own.length), (zones) => detectTopics(zones, gazetteer));
const pool = setOf([...own, ...composed]);
reportResults(
  sets.map(({ name, judged }) => {
    const pages = [...judged]
      .filter(([, grades]) => [...grades.values()].some((grade) => grade > 0))
      .filter((_, i) => i % EVERY[name] === 0);
    const deepest = Math.max(...pages.map(([, grades]) => [...grades.values()].filter((grade) => grade < 0).length));
    let [five, ten] = [0, 0];
    for (const [page, grades] of pages) {
      const ranking = rankMember(pool, page, 20 + deepest, 'same-event')!;
      five += ndcg(ranking, grades, 5);
      ten += ndcg(ranking, grades, 10);
    }
    const goal = GOALS[name];
    return {
      set: `hidden/${name}`,
      metrics: [
        {
          name: `nDCG@5 among ${REPORTS.toLocaleString('en')}`,
          n: pages.length,
          value: five / pages.length,
          ...(goal !== undefined && { goal }),
        },
        { name: `nDCG@10 among ${REPORTS.toLocaleString('en')}`, n: pages.length, value: ten / pages.length },
      ],
    };
  }),
);
