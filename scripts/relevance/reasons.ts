import { haveDevelopmentSets, readDevelopmentSet, SET_NAMES } from './development-sets.ts';
import { checkedReasons } from './reason-truth.ts';
import { reportResults } from './results.ts';

/**
 * The reason of every row shown for every page of the related sets: true of both texts, in 120 characters? Prints what is false, the figures,
 * and with `--read N` so many reasons a set with the beginnings of both texts. Called by `npm run eval -- reasons`.
 */

const MOST = 120;
const SHOWN_FAULTS = 20;

if (!haveDevelopmentSets()) {
  process.stdout.write('left out: the development data are not at ../shared/data\n');
  process.exit(0);
}
const read = Number(process.argv[process.argv.indexOf('--read') + 1]) || 0;
const results = SET_NAMES.map((name) => {
  const all = [...checkedReasons(readDevelopmentSet(name))];
  for (const { reason, faults } of all.filter((checked) => checked.faults.length > 0).slice(0, SHOWN_FAULTS))
    console.log(`${name}: ${reason.text}\n    ${faults.join('; ')}`);
  const step = Math.max(1, Math.floor(all.length / Math.max(1, read)));
  for (const { page, report, group, reason } of read === 0 ? [] : all.filter((_, i) => i % step === 0).slice(0, read)) {
    const opening = ({ row }: typeof page) => `${row.title} ${row.text}`.trim().replace(/\s+/g, ' ').slice(0, 160);
    console.log(`\n[${group}] ${reason.text}\n    page:   ${opening(page)}\n    report: ${opening(report)}`);
  }
  const vague = all.filter(({ reason }) => !/“|headlines|about|name /i.test(reason.text));
  return {
    set: `reasons/${name}`,
    metrics: [
      { name: 'true of both texts', n: all.length, value: all.filter(({ faults }) => faults.length === 0).length / all.length, goal: 1 },
      {
        name: `at most ${MOST} characters`,
        n: all.length,
        value: all.filter(({ reason }) => reason.text.length <= MOST).length / all.length,
        goal: 1,
      },
      { name: 'say no name and no word', n: all.length, value: vague.length / all.length },
    ],
  };
});
reportResults(results);
