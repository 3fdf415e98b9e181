import { fold } from '../../lib/text/fold.ts';
import { reportResults } from './results.ts';
import { detectIn, haveTopicSets, type MarkedMention, overlap, readTopicSet, type TopicSet } from './topic-sets.ts';

/**
 * A gazetteer of dictionary forms in six Slavic languages, matched on texts. Recall: marked names that are a form of their dictionary form, word for
 * word. Precision: factrueval, where every name is marked, by hits that touch none; itn, where links are, by hits on a link that lead to another page.
 * Called by `npm run eval -- slavic`.
 */

const LANGUAGES = ['ru', 'uk', 'be', 'be-tarask', 'pl', 'sh'];
/** Share of a word's letters that inflection leaves as they are, and letters that it may change at most. */
const KEPT = 0.6;
const MOST_CHANGED = 4;

if (!haveTopicSets()) {
  process.stdout.write('left out: the development data are not at ../shared/data\n');
  process.exit(0);
}
const counts = { wanted: 0, found: 0, hits: 0, right: 0 };
const byLanguage = new Map<string, { wanted: number; found: number }>();
count(readTopicSet('itn'), ({ ids }, id) => ids.has(id));
count(readTopicSet('factrueval'), () => true);
reportResults([
  {
    set: 'slavic/itn+factrueval',
    metrics: [
      { name: 'precision', n: counts.hits, value: counts.right / counts.hits, goal: 0.96 },
      { name: 'recall', n: counts.wanted, value: counts.found / counts.wanted, goal: 0.94 },
      ...[...byLanguage].map(([language, { wanted, found }]) => ({ name: `recall ${language}`, n: wanted, value: found / wanted })),
    ],
  },
]);

function count({ texts, gazetteer }: TopicSet, isRight: (mention: MarkedMention, id: string) => boolean): void {
  const allMarked = texts.every(({ language }) => language === 'ru');
  for (const text of texts) {
    if (!LANGUAGES.includes(text.language)) continue;
    const { mentions } = detectIn(text, gazetteer);
    const own = byLanguage.get(text.language) ?? { wanted: 0, found: 0 };
    byLanguage.set(text.language, own);
    for (const marked of text.mentions) {
      if (!marked.names.some((name) => isForm(marked.surface, name))) continue;
      const found = mentions.some((hit) => overlap(hit, marked) && marked.ids.has(hit.id)) ? 1 : 0;
      own.wanted++;
      own.found += found;
      counts.wanted++;
      counts.found += found;
    }
    for (const hit of mentions) {
      const touched = text.mentions.filter((marked) => overlap(hit, marked));
      // Where only links are marked, a hit outside them is neither right nor wrong.
      if (touched.length === 0 && !allMarked) continue;
      counts.hits++;
      if (touched.some((marked) => isRight(marked, hit.id))) counts.right++;
    }
  }
}

/** Whether a text's words are those of a name, each with another ending at most. */
function isForm(surface: string, name: string): boolean {
  const [a, b] = [wordsOf(surface), wordsOf(name)];
  return a.length === b.length && a.length > 0 && a.every((word, i) => isWordForm(word, b[i]!));
}

function isWordForm(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  let shared = 0;
  while (shared < longest && a[shared] === b[shared]) shared++;
  return shared === longest || (!/\d/.test(a + b) && shared >= KEPT * longest && longest - shared <= MOST_CHANGED);
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
