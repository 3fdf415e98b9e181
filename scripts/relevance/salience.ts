import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { proposeTopics } from '../../lib/ranking/emergent.ts';
import { reportResults, type SetResult } from './results.ts';
import { detectIn, gazetteerOf, haveTopicSets, readTopicSet } from './topic-sets.ts';

/**
 * Salience against people: of the topics called main, how many people say the text is about. itn: the subject that editors set in bold, among the
 * pages they linked. ecbplus: bodies alone, with what recurs in headlines as the topics; about are those that the report's own headline names.
 * Called by `npm run eval -- salience`.
 */

const ECBPLUS = fileURLToPath(new URL('../../../shared/data/related/ecbplus/docs.ndjson', import.meta.url));
const MOST_TOPICS = 400;
const LEAD_WORDS = 60;

/** A topic found in a text: called main by us, and by people. */
interface Judged {
  main: boolean;
  about: boolean;
}

if (!haveTopicSets()) {
  process.stdout.write('left out: the development data are not at ../shared/data\n');
  process.exit(0);
}
reportResults([resultOf('salience/itn', judgedItn()), resultOf('salience/ecbplus', judgedEcbplus())]);

function judgedItn(): Judged[] {
  const { texts, gazetteer } = readTopicSet('itn');
  return texts.flatMap((text) => {
    const about = new Map<string, boolean>();
    for (const { ids, main } of text.mentions) for (const id of ids) about.set(id, main || about.get(id) === true);
    // Editors link what they care to: of the rest nobody said what it is.
    return detectIn(text, gazetteer).topics.flatMap(({ id, main }) => (about.has(id) ? [{ main, about: about.get(id)! }] : []));
  });
}

function judgedEcbplus(): Judged[] {
  const rows = readFileSync(ECBPLUS, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; title: string; text: string; language: string })
    .filter(({ title }) => title !== '');
  const proposed = proposeTopics(
    rows.map(({ id, title, text, language }) => {
      const lead = text.split(/\s+/).slice(0, LEAD_WORDS).join(' ');
      return { id, headline: title, lead, keywords: [], section: null, language, outletId: null };
    }),
    { isKnown: () => false, limit: MOST_TOPICS },
  );
  const gazetteer = gazetteerOf(proposed.map(({ name }) => ({ id: name, kind: 'topic' as const, names: { en: [name] } })));
  return rows.flatMap(({ title, text, language }) => {
    const named = new Set(detectIn({ language, text: title }, gazetteer).topics.map(({ id }) => id));
    const body = text.trimStart().startsWith(title) ? text.trimStart().slice(title.length) : text;
    return detectIn({ language, text: body }, gazetteer).topics.map(({ id, main }) => ({ main, about: named.has(id) }));
  });
}

function resultOf(set: string, judged: Judged[]): SetResult {
  const main = judged.filter((topic) => topic.main);
  const about = judged.filter((topic) => topic.about);
  return {
    set,
    metrics: [
      { name: 'main: precision', n: main.length, value: main.filter((topic) => topic.about).length / main.length, goal: 0.85 },
      { name: 'main: recall', n: about.length, value: about.filter((topic) => topic.main).length / about.length },
      { name: 'any mention: precision', n: judged.length, value: about.length / judged.length },
    ],
  };
}
