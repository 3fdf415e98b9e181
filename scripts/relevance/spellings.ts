import { tokenise } from '../../lib/text/tokenise.ts';
import { reportResults, type SetResult } from './results.ts';
import { seeded } from './seeded.ts';
import { detectIn, haveTopicSets, type MarkedMention, type MarkedText, overlap, readTopicSet, type TopicSet } from './topic-sets.ts';

/**
 * Names misspelt: one seeded edit inside a marked name of one word and seven letters or more, found or not; hits of that kind in texts as they
 * stand are called false. Look-alikes: letters of Cyrillic names set in Latin. A word that stands in two texts is known vocabulary, as in an index.
 * Called by `npm run eval -- spellings`.
 */

const LEAST_LETTERS = 7;
const LEAST_TEXTS = 2;
const MOST_EDITS = 1500;
const ONE_NAME = /^\p{Lu}\p{Ll}+$/u;
const CYRILLIC = /^\p{Script=Cyrillic}+$/u;
const LOOK_ALIKES: Record<string, string> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  і: 'i',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
};

type Random = () => number;

/** A name in a text to be written in another way. */
interface Case {
  text: MarkedText;
  mention: MarkedMention;
}

if (!haveTopicSets()) {
  process.stdout.write('left out: the development data are not at ../shared/data\n');
  process.exit(0);
}
const sets = (['itn', 'factrueval'] as const).map((name) => ({ name, ...readTopicSet(name) }));
const known = vocabulary(sets.flatMap(({ texts }) => texts));
reportResults(sets.map((set) => ({ set: `spellings/${set.name}`, metrics: [...typingErrors(set), ...lookAlikes(set)] })));

function vocabulary(texts: MarkedText[]): (word: string) => boolean {
  const counts = new Map<string, number>();
  for (const { text } of texts) for (const word of new Set(tokenise(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => (counts.get(word) ?? 0) >= LEAST_TEXTS;
}

function typingErrors(set: TopicSet): SetResult['metrics'] {
  const random = seeded(4711);
  const cases = sample(casesOf(set, LEAST_LETTERS), random);
  let right = 0;
  let hits = 0;
  for (const { text, mention } of cases) {
    const { found, wrong } = fuzzyIn(set, text, mention, edited(mention.surface, random));
    if (found) right++;
    hits += found ? 1 + wrong : wrong;
  }
  const plain = set.texts.map((text) => detectIn(text, set.gazetteer, known).mentions.filter(({ method }) => method === 'fuzzy').length);
  const falseHits = plain.reduce((sum, count) => sum + count, 0);
  return [
    { name: 'typing errors: precision of the hits', n: hits, value: right / hits, goal: 0.75 },
    { name: 'typing errors: found', n: cases.length, value: right / cases.length },
    { name: 'false hits per 100 texts', n: set.texts.length, value: (100 * falseHits) / set.texts.length, goal: 0.5, lower: true },
  ];
}

/** What a name written in another way gives: whether it is found, and hits on other topics there. */
function fuzzyIn({ gazetteer }: TopicSet, text: MarkedText, mention: MarkedMention, written: string): { found: boolean; wrong: number } {
  const span = { start: mention.start, end: mention.start + written.length };
  const hits = detectIn(rewritten(text, mention, written), gazetteer, known).mentions.filter(
    (hit) => hit.method === 'fuzzy' && overlap(hit, span),
  );
  const found = hits.some(({ id }) => mention.ids.has(id));
  return { found, wrong: hits.filter(({ id }) => !mention.ids.has(id)).length };
}

function lookAlikes(set: TopicSet): SetResult['metrics'] {
  const random = seeded(42);
  const cases = sample(
    casesOf(set, 4).filter(({ mention }) => CYRILLIC.test(mention.surface)),
    random,
  );
  const found = cases.filter(({ text, mention }) => {
    const written = inLatin(mention.surface, random);
    const span = { start: mention.start, end: mention.end };
    return detectIn(rewritten(text, mention, written), set.gazetteer, known).mentions.some(
      (hit) => overlap(hit, span) && mention.ids.has(hit.id),
    );
  });
  return [{ name: 'look-alike letters: found', n: cases.length, value: found.length / cases.length }];
}

/** Names of one word that are found as they stand. */
function casesOf({ texts, gazetteer }: TopicSet, least: number): Case[] {
  return texts.flatMap((text) => {
    const names = text.mentions.filter(
      ({ surface, names }) => surface.length >= least && ONE_NAME.test(surface) && names.includes(surface),
    );
    if (names.length === 0) return [];
    const { mentions } = detectIn(text, gazetteer, known);
    return names
      .filter((mention) => mentions.some((hit) => hit.start === mention.start && hit.end === mention.end && mention.ids.has(hit.id)))
      .map((mention) => ({ text, mention }));
  });
}

function rewritten({ language, text }: MarkedText, { start, end }: MarkedMention, written: string): Pick<MarkedText, 'language' | 'text'> {
  return { language, text: text.slice(0, start) + written + text.slice(end) };
}

/** A letter left out, doubled, taken for its neighbour, or two swapped; never the first or the last one. Not a word that is known. */
function edited(name: string, random: Random): string {
  for (;;) {
    const at = 1 + Math.floor(random() * (name.length - 3));
    const kind = Math.floor(random() * 4);
    const other = name[1 + Math.floor(random() * (name.length - 2))]!;
    const written =
      kind === 0
        ? name.slice(0, at) + name.slice(at + 1)
        : kind === 1
          ? name.slice(0, at) + other + name.slice(at)
          : kind === 2
            ? name.slice(0, at) + other + name.slice(at + 1)
            : name.slice(0, at) + name[at + 1]! + name[at]! + name.slice(at + 2);
    if (written !== name && !known(written.toLowerCase())) return written;
  }
}

/** Every second letter that has a Latin twin, at least one. */
function inLatin(name: string, random: Random): string {
  const places = [...name].flatMap((letter, at) => (letter in LOOK_ALIKES ? [at] : []));
  const first = places[Math.floor(random() * places.length)];
  return [...name]
    .map((letter, at) => (at === first || (letter in LOOK_ALIKES && random() < 0.5) ? (LOOK_ALIKES[letter] ?? letter) : letter))
    .join('');
}

function sample(cases: Case[], random: Random): Case[] {
  const share = MOST_EDITS / cases.length;
  return share >= 1 ? cases : cases.filter(() => random() < share);
}
