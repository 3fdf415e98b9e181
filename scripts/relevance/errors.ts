import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fold } from '../../lib/text/fold.ts';
import { detectTopics } from '../../lib/topics/detect.ts';
import { zonesOfText } from '../../lib/topics/zones.ts';
import { builtinGazetteer, readDevelopmentSet, SET_NAMES } from './development-sets.ts';
import { classOfFiring, classOfLostPair, classOfMention } from './error-classes.ts';
import { rankingErrors } from './ranking-errors.ts';
import { detectIn, haveTopicSets, overlap, readTopicSet } from './topic-sets.ts';

/**
 * What is still missed, by classes that rules tell apart, with counts, for the tasks that are named (topics, relations, related) or all;
 * `--read CLASS` prints the cases of the classes whose name holds CLASS. Called by `npm run eval -- errors`.
 */

const RELATIONS = fileURLToPath(new URL('../../../shared/data/topics/cep-relations-2022-2024/docs.ndjson', import.meta.url));
const CONTEXT = 40;

interface RelationRow {
  id: string;
  language: string;
  text: string;
  pairs: { pair: string; kind: string }[];
}

if (!haveTopicSets()) {
  process.stdout.write('left out: the development data are not at ../shared/data\n');
  process.exit(0);
}
const wanted = process.argv.includes('--read') ? (process.argv[process.argv.indexOf('--read') + 1] ?? '') : null;
const only = ['topics', 'relations', 'related'].filter((task) => process.argv.includes(task));
const asked = (task: string) => only.length === 0 || only.includes(task);
if (asked('topics')) for (const name of ['itn', 'factrueval'] as const) printMissedMentions(name);
if (asked('relations')) printRelations();
if (asked('related')) for (const name of SET_NAMES) printRanking(name);

function printMissedMentions(name: 'itn' | 'factrueval'): void {
  const { texts, gazetteer } = readTopicSet(name);
  const cases = new Map<string, string[]>();
  let all = 0;
  for (const text of texts) {
    const { mentions } = detectIn(text, gazetteer);
    for (const marked of text.mentions) {
      if (marked.names.length === 0) continue;
      all++;
      if (mentions.some((hit) => overlap(hit, marked) && marked.ids.has(hit.id))) continue;
      const around = text.text.slice(Math.max(0, marked.start - CONTEXT), marked.end + CONTEXT).replace(/\s+/g, ' ');
      add(cases, classOfMention(marked, text, fold), `${text.language} [${marked.surface}] ${marked.names.join(' | ')} … ${around}`);
    }
  }
  print(`topics/${name}: mentions missed`, all, cases);
}

function printRelations(): void {
  const gazetteer = builtinGazetteer();
  const lost = new Map<string, string[]>();
  const fired = new Map<string, string[]>();
  let pairs = 0;
  let silent = 0;
  for (const line of readFileSync(RELATIONS, 'utf8').trimEnd().split('\n')) {
    const row = JSON.parse(line) as RelationRow;
    const topics = detectTopics({ language: row.language, parts: zonesOfText(row.text, null).parts }, gazetteer);
    const found = new Map(topics.map(({ id, main }) => [id, main]));
    const main = topics.filter(({ kind, main }) => kind === 'relation' && main).map(({ id }) => id.slice('relation:'.length));
    for (const { pair } of row.pairs.filter(
      ({ pair, kind }) => kind === 'relations' && /^(?:[A-Z]{2}|NATO)-(?:[A-Z]{2}|NATO)$/.test(pair),
    )) {
      pairs++;
      if (!main.includes(pair)) add(lost, classOfLostPair(pair, found, main), `${pair} (main: ${main.join(' ')}) … ${row.text}`);
    }
    if (row.pairs.length > 0) continue;
    silent++;
    if (main.length > 0) add(fired, classOfFiring(main, row.text), `${main.join(' ')} … ${row.text}`);
  }
  print('topics/cep-relations: pairs that are not main', pairs, lost);
  print('topics/cep-relations: rows without a pair that name a main one', silent, fired);
}

function printRanking(name: (typeof SET_NAMES)[number]): void {
  const { wrong, missed, rows, relevant } = rankingErrors(readDevelopmentSet(name));
  print(`related/${name}: wrong rows among the first five`, rows, wrong);
  print(`related/${name}: relevant reports of those pages that stand lower`, relevant, missed);
}

function add(cases: Map<string, string[]>, name: string, example: string): void {
  cases.set(name, [...(cases.get(name) ?? []), example]);
}

function print(title: string, all: number, cases: Map<string, string[]>): void {
  const sum = [...cases.values()].reduce((sum, { length }) => sum + length, 0);
  console.log(`\n${title}: ${sum} of ${all}`);
  for (const [name, examples] of [...cases].sort((a, b) => b[1].length - a[1].length)) {
    console.log(`${String(examples.length).padStart(6)}  ${name}`);
    if (wanted !== null && name.includes(wanted)) for (const example of examples) console.log(`          ${example}`);
  }
}
