import 'fake-indexeddb/auto';
import { ENGLISH } from '../../lib/cli/english.ts';
import { type PageDeps, readCourseReports, readReporterPage, readTopicPage } from '../../lib/services/course-pages.ts';
import { openStore } from '../../lib/store/indexed-db/open-store.ts';
import { buildGazetteer, openGazetteer } from '../../lib/topics/gazetteer.ts';
import { derive } from '../contract/sample-data.ts';
import { fillCourseIndex, noteReads } from '../support/course-index.ts';

const RUNS = 7;

/**
 * `npm run bench:course -- 1000 100000`: time and rows of articles that a topic's page, a reporter's page and a block of reports take, in Node on
 * `fake-indexeddb`, by size of a generated index. A sixth of its reports name the topic.
 */
async function main(sizes: number[]): Promise<void> {
  const gazetteer = openGazetteer([buildGazetteer([{ id: 't', kind: 'topic', names: { en: ['Oreshnik'] } }])]);
  if (!gazetteer.ok) throw new Error(gazetteer.error.message);
  console.log(
    '| reports | of the topic | topic page, first ms | median ms | rows read | reporter page, median ms | 30 reports, median ms |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  for (const size of sizes) {
    const opened = await openStore({ databaseName: `course-${size}`, derive, nowMs: () => Date.now() });
    if (!opened.ok) throw new Error(opened.error.message);
    await fillCourseIndex(opened.value, size);
    const { store, reads } = noteReads(opened.value);
    const offset: PageDeps['offset'] = (atMin) => -new Date(atMin * 60_000).getTimezoneOffset();
    const deps: PageDeps = { store, gazetteer: gazetteer.value, nowMs: Date.UTC(2026, 0, 30), offset, texts: ENGLISH, salt: null };
    const topic = await times(() => readTopicPage('t', deps));
    const rows = reads.rows / RUNS;
    const reporter = await times(() => readReporterPage('reporter:6', deps));
    const block = await times(() => readCourseReports({ kind: 'topic', id: 't' }, { from: 0, limit: 30 }, deps));
    const cells = [size, Math.ceil(size / 6), topic.first, topic.median, Math.round(rows), reporter.median, block.median];
    console.log(`| ${cells.map((cell) => (Number.isInteger(cell) ? cell : cell.toFixed(1))).join(' | ')} |`);
    opened.value.close();
  }
}

async function times(work: () => Promise<unknown>): Promise<{ first: number; median: number }> {
  const spent: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const from = performance.now();
    await work();
    spent.push(performance.now() - from);
  }
  const first = spent[0]!;
  return { first, median: spent.sort((a, b) => a - b)[RUNS >> 1]! };
}

await main(process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 10_000, 100_000]);
