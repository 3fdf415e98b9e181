import { SHOW_FROM, SUBJECT_HELD_FROM } from '../../lib/ranking/weights.ts';
import { haveDevelopmentSets, readDevelopmentSet, SET_NAMES } from './development-sets.ts';
import { digits, type Judgement, shownFigures } from './figures.ts';
import { type PageWorld, pageWorlds, type WorldName } from './worlds.ts';

/**
 * Measures what is shown on the development sets, as the browser decides it: pages whose subject the index holds (precision and recall among
 * the shown) and the same pages with all of their cluster removed (how many show nothing, mean rows). By the labels as they stand and
 * without the unclear ones. Prints a table; called by `npm run eval -- --threshold`.
 */

const WORLDS: WorldName[] = ['full', '10', '100', 'mixed'];
const JUDGEMENTS: Record<string, Judgement> = { labels: ({ byLabel }) => byLabel, clear: ({ relevant }) => relevant };

if (!haveDevelopmentSets()) {
  process.stdout.write('left out: the development data are not at ../shared/data\n');
  process.exit(0);
}
process.stdout.write(`a page shows reports from ${SUBJECT_HELD_FROM}, of them those from ${SHOW_FROM}\n`);
process.stdout.write(
  `${'set'.padEnd(18)}${'index'.padEnd(7)}${'judged by'.padEnd(10)}${'P shown'.padStart(9)}${'R shown'.padStart(9)}${'any right'.padStart(11)}${'P same'.padStart(8)}  | removed:${'none'.padStart(7)}${'rows'.padStart(7)}\n`,
);
const sets = SET_NAMES.map(readDevelopmentSet);
for (const set of sets) {
  const pages = Map.groupBy(
    pageWorlds(
      set,
      sets.filter((other) => other !== set),
      WORLDS,
    ),
    ({ world }) => world,
  );
  for (const [world, own] of pages) for (const name of Object.keys(JUDGEMENTS)) print(set.name, world, name, own);
}

function print(set: string, world: string, name: string, pages: PageWorld[]): void {
  const { precision, recall, anyRight, sameEvent, nothing, rows } = shownFigures(pages, JUDGEMENTS[name]!);
  const [p, r, any, same, none, mean] = [precision, recall, anyRight, sameEvent, nothing, rows].map(digits) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  process.stdout.write(
    `${set.padEnd(18)}${world.padEnd(7)}${name.padEnd(10)}${p.padStart(9)}${r.padStart(9)}${any.padStart(11)}${same.padStart(8)}  |         ${none.padStart(7)}${mean.padStart(7)}\n`,
  );
}
