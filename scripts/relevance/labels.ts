import { groupOf, tellsOfEvent } from '../../lib/ranking/groups.ts';
import { aboveThreshold } from '../../lib/ranking/rows.ts';
import { haveDevelopmentSets, readDevelopmentSet, SET_NAMES } from './development-sets.ts';
import { type Metric, reportResults } from './results.ts';
import { type JudgedRow, pageWorlds } from './worlds.ts';

/**
 * The label "same event" where it is shown: how often it is right, and how many of the right rows of the page's language have it. By
 * the labels of the set, and without those that are unclear (judgement-rules.ts). Rows in another language are counted with the event, at the
 * same level, without the label. Called by `npm run eval -- labels`.
 */

const GOAL = 0.9;
const WORLDS = { full: 'whole set', 100: '100 reports', 10: '10 reports' } as const;

if (!haveDevelopmentSets()) {
  process.stdout.write('left out: the development data are not at ../shared/data\n');
  process.exit(0);
}
reportResults(
  SET_NAMES.map(readDevelopmentSet).map((set) => {
    const pages = [...pageWorlds(set, [], ['full', '100', '10'])];
    const metrics = Object.entries(WORLDS).flatMap(([world, title]): Metric[] => {
      const own = pages.filter((page) => page.world === world);
      const rows = own.filter(({ relevantHeld }) => relevantHeld > 0).flatMap((page) => aboveThreshold(page.rows));
      const removed = own.filter(({ relevantHeld }) => relevantHeld === 0);
      const labelled = (row: JudgedRow) => groupOf(row) === 'same-event';
      const toldElsewhere = (row: JudgedRow) => row.features.otherLanguage && tellsOfEvent(row);
      const right = rows.filter((row) => row.relevant === true && !row.features.otherLanguage);
      return [
        share(`same event right, ${title}`, rows.filter(labelled), ({ relevant }) => relevant, GOAL),
        share(`… by the labels as they stand, ${title}`, rows.filter(labelled), ({ byLabel }) => byLabel),
        share(`right rows that have it, ${title}`, right, labelled),
        share(`told of in another language, right, ${title}`, rows.filter(toldElsewhere), ({ relevant }) => relevant),
        share(`pages without their subject that say it, ${title}`, removed, ({ rows: shown }) =>
          aboveThreshold(shown).some((row) => labelled(row) && row.relevant === false),
        ),
      ];
    });
    return { set: `labels/${set.name}`, metrics: metrics.filter(({ n }) => n > 0) };
  }),
);

function share<T>(name: string, items: T[], test: (item: T) => boolean | null, goal?: number): Metric {
  const judged = items.map(test).filter((verdict) => verdict !== null);
  const value = judged.filter(Boolean).length / judged.length;
  return { name, n: judged.length, value, ...(goal !== undefined && { goal }) };
}
