import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { proposeTopics } from '../../lib/ranking/emergent.ts';
import { haveDevelopmentSets } from './development-sets.ts';
import { reportResults } from './results.ts';

/**
 * Topics proposed from the reports of ecbplus that have a headline, held against its events: how many of a proposal's reports are of one event, and how many
 * of the events with five reports or more are named. No topic counts as known. Called by `npm run eval -- proposals`.
 */

const DOCS = fileURLToPath(new URL('../../../shared/data/related/ecbplus/docs.ndjson', import.meta.url));
const BEST = 40;
const LEAST_REPORTS = 5;
const LEAD_WORDS = 60;

interface Row {
  id: string;
  title: string;
  text: string;
  language: string;
  cluster: string;
}

if (!haveDevelopmentSets()) {
  process.stdout.write('left out: the development data are not at ../shared/data\n');
  process.exit(0);
}
const rows = readFileSync(DOCS, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Row)
  .filter(({ title }) => title !== '');
const eventOf = new Map(rows.map(({ id, cluster }) => [id, cluster]));
const proposals = proposeTopics(
  rows.map(({ id, title, text, language }) => {
    const lead = text.split(/\s+/).slice(0, LEAD_WORDS).join(' ');
    return { id, headline: title, lead, keywords: [], section: null, language, outletId: null };
  }),
  { isKnown: () => false, limit: 10 * BEST },
);
const named = new Set<string>();
const purities = proposals.map(({ reports }) => {
  const counts = Map.groupBy(reports, (id) => eventOf.get(id)!);
  const [event, most] = [...counts].sort((a, b) => b[1].length - a[1].length)[0]!;
  if (most.length > reports.length / 2) named.add(event);
  return most.length / reports.length;
});
const events = [...Map.groupBy(rows, ({ cluster }) => cluster)].filter(([, reports]) => reports.length >= LEAST_REPORTS);
const mean = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
reportResults([
  {
    set: 'proposals/ecbplus',
    metrics: [
      { name: `reports of one event, ${BEST} best`, n: BEST, value: mean(purities.slice(0, BEST)) },
      { name: 'reports of one event, all', n: purities.length, value: mean(purities) },
      { name: 'events of ≥ 5 reports that one names', n: events.length, value: mean(events.map(([event]) => (named.has(event) ? 1 : 0))) },
    ],
  },
]);
