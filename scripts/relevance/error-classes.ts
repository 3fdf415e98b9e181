import type { MarkedMention, MarkedText } from './topic-sets.ts';

const ADJECTIVE = /(?:ский|цкий|ской|ская|ское|ские|ских|ским|скую|ского|ому|скими)$/u;
const LEAST_SHARED = 3;
const SHARED_PART = 0.6;

/** Why a marked name was missed, as far as its letters and those of its dictionary form show; `fold` as the matcher folds. */
export function classOfMention({ surface, names }: MarkedMention, { text }: MarkedText, fold: (text: string) => string): string {
  const words = wordsOf(fold(surface));
  const name = names.map((one) => wordsOf(fold(one))).sort((a, b) => shared(words, b) - shared(words, a))[0] ?? [];
  if (
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(
      surface + names[0],
    )
  )
    return 'script without spaces: another part of the name, or another spelling';
  if (words.length > 0 && ADJECTIVE.test(words[0]!) && words.length === 1 && shared(words, name) === 0 && sharedStart(words[0]!, name))
    return 'adjective of a name';
  const common = shared(words, name);
  if (common === 0) {
    if (/^\p{Lu}{2,7}\p{Ll}{0,2}$/u.test(surface)) return 'acronym that the text does not introduce';
    if (/\p{Lu}|\d/u.test(surface))
      return sharedStart(words[0] ?? '', name) ? 'another form of a word' : 'no word of the name, capitals or digits in it';
    return 'no word of the name, small letters';
  }
  if (common === name.length && common === words.length) return 'all words of the name, in other order or form';
  if (common === name.length) return 'all words of the name and others';
  const capital = /\p{Lu}/u.test(surface);
  const rest = name.filter((word) => !words.some((own) => isForm(own, word)));
  const inText = wordsOf(fold(text));
  const found = rest.filter((word) => inText.some((own) => isForm(own, word))).length;
  const where =
    found === rest.length ? 'all the rest in the text' : found > 0 ? 'some of the rest in the text' : 'the rest not in the text';
  return `part of the name, ${capital ? 'with capitals' : 'small letters'}, ${where}`;
}

/** Why a labelled pair is not main. */
export function classOfLostPair(pair: string, found: ReadonlyMap<string, boolean>, main: string[]): string {
  const sides = pair.split('-').filter((code) => found.has(`country:${code}`)).length;
  if (sides < 2) return sides === 1 ? 'one side not found in the text' : 'neither side found in the text';
  if (!found.has(`relation:${pair}`)) return 'both sides found, not near each other';
  return main.length > 0 ? 'found, another pair is main' : 'found, no pair is main';
}

const KINDS: [string, RegExp][] = [
  ['sport', /\b(?:medal|olympic|tennis|football|rugby|cricket|championship|cup|tournament|final)/i],
  ['disaster or accident', /\b(?:flood|earthquake|cyclone|typhoon|hurricane|landslide|crash|capsiz|sink|outbreak|virus)/i],
  ['dead or injured', /\b(?:killed|injur|wound|dead|dies|died)/i],
  ['courts and police', /\b(?:arrest|court|sentenc|police|charged|trial|convict)/i],
];

/** What a row without a labelled pair tells of, where one is called main. */
export function classOfFiring(main: string[], text: string): string {
  if (main.includes('RU-UA')) return 'Russia and Ukraine';
  return KINDS.find(([, words]) => words.test(text))?.[0] ?? 'other';
}

function wordsOf(folded: string): string[] {
  return folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function shared(words: string[], name: string[]): number {
  return name.filter((word) => words.some((own) => isForm(own, word))).length;
}

/** Two forms of one word share its beginning. */
function isForm(a: string, b: string): boolean {
  if (a === b) return true;
  const length = Math.max(a.length, b.length);
  const same = sharedLetters(a, b);
  return same >= LEAST_SHARED && same >= SHARED_PART * length && !/\d/.test(a + b);
}

function sharedStart(word: string, name: string[]): boolean {
  return name.some((own) => sharedLetters(word, own) >= LEAST_SHARED);
}

function sharedLetters(a: string, b: string): number {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same;
}
