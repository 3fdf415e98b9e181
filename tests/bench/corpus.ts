import { tokenise } from '../../lib/text/tokenise.ts';

/** A synthetic report. */
export interface BenchDocument {
  id: number;
  title: string;
  standfirst: string;
  body: string;
}

/** A weighted question, as an open report would ask it. */
export interface BenchQuestion {
  terms: { term: string; weight: number }[];
}

// Our own syllables: words that mean nothing in any language.
const ONSETS = ['b', 'br', 'd', 'dr', 'f', 'g', 'gl', 'k', 'kr', 'l', 'm', 'n', 'p', 'pr', 'r', 's', 'st', 't', 'tr', 'v', 'z'];
const NUCLEI = ['a', 'e', 'i', 'o', 'u', 'ai', 'ei', 'ou'];
const CODAS = ['', '', 'n', 'r', 's', 'l', 'm', 't', 'nd', 'sk'];
const VOCABULARY = 60_000;
const WORDS = { title: 8, standfirst: 22, body: 292 };
const STORY_WORDS = 14;
const REPORTS_A_STORY = 6;
// Subjects give questions the frequent words that real ones have ("missile", "parliament"): each is in every sixtieth report.
const SUBJECTS = 60;
const SUBJECT_WORDS = 40;

/** Deterministic source of numbers 0 ≤ x < 1 (mulberry32). */
export function randomSource(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Gives report number `id` of a corpus: 322 words, frequencies after Zipf over 60,000 words, and a part from the fourteen words of its story
 * and the forty of its subject. The same number always gives the same report.
 */
export function createCorpus(): (id: number) => BenchDocument {
  const words = createWords();
  const pick = zipf(words.length);
  return (id) => {
    const random = randomSource(id * 7919 + 13);
    const storySource = randomSource(Math.floor(id / REPORTS_A_STORY) * 104_729 + 7);
    const own = Array.from({ length: STORY_WORDS }, () => words[Math.floor(200 + storySource() * (words.length - 200))]!);
    const subject = randomSource(1_000_003 + (Math.floor(id / REPORTS_A_STORY) % SUBJECTS));
    const shared = Array.from({ length: SUBJECT_WORDS }, () => words[Math.floor(200 + subject() * (words.length - 200))]!);
    const draw = (count: number, story: number, ofSubject: number): string => {
      const drawn: string[] = [];
      for (let i = 0; i < count; i++) {
        const chance = random();
        if (chance < story) drawn.push(own[Math.floor(random() * STORY_WORDS)]!);
        else if (chance < story + ofSubject) drawn.push(shared[Math.floor(random() * SUBJECT_WORDS)]!);
        else drawn.push(words[pick(random)]!);
      }
      return drawn.join(' ');
    };
    return { id, title: draw(WORDS.title, 0.3, 0.4), standfirst: draw(WORDS.standfirst, 0.2, 0.3), body: draw(WORDS.body, 0.08, 0.2) };
  };
}

/** Questions of `length` terms from reports spread over a corpus of `size`: the strongest by tf·idf, idf from a sample of it. */
export function createQuestions(corpus: (id: number) => BenchDocument, size: number, count: number, length: number): BenchQuestion[] {
  const sample = Math.min(size, 1000);
  const df = new Map<string, number>();
  for (let i = 0; i < sample; i++) {
    const { title, standfirst, body } = corpus(Math.floor((i * size) / sample));
    for (const term of new Set(tokenise(`${title} ${standfirst} ${body}`))) df.set(term, (df.get(term) ?? 0) + 1);
  }
  return Array.from({ length: count }, (_, i) => {
    const { title, standfirst, body } = corpus(Math.floor((i * size) / count));
    const tf = new Map<string, number>();
    for (const term of tokenise(`${title} ${title} ${title} ${standfirst} ${body}`)) tf.set(term, (tf.get(term) ?? 0) + 1);
    const terms = [...tf].map(([term, n]) => ({
      term,
      weight: Math.round(100 * (n / (n + 1.2)) * Math.log((sample + 1) / ((df.get(term) ?? 0) + 0.5))) / 100,
    }));
    return {
      terms: terms
        .filter(({ weight }) => weight > 0)
        .sort((a, b) => b.weight - a.weight)
        .slice(0, length),
    };
  });
}

function createWords(): string[] {
  const random = randomSource(42);
  const any = (list: string[]): string => list[Math.floor(random() * list.length)]!;
  const words = new Set<string>();
  while (words.size < VOCABULARY) {
    const syllables = words.size < 300 ? 1 : 2 + Math.floor(random() * 2);
    words.add(Array.from({ length: syllables }, () => any(ONSETS) + any(NUCLEI) + any(CODAS)).join(''));
  }
  return [...words];
}

/** Draws ranks 0 … n-1 with a chance proportional to 1/(rank + 2.7) (Zipf–Mandelbrot), by Vose's alias method. */
function zipf(n: number): (random: () => number) => number {
  const weights = Float64Array.from({ length: n }, (_, rank) => 1 / (rank + 2.7));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const scaled = weights.map((weight) => (weight * n) / total);
  const alias = new Uint32Array(n);
  const small: number[] = [];
  const large: number[] = [];
  scaled.forEach((weight, rank) => {
    (weight < 1 ? small : large).push(rank);
  });
  while (small.length > 0 && large.length > 0) {
    const less = small.pop()!;
    const more = large.pop()!;
    alias[less] = more;
    scaled[more] = scaled[more]! + scaled[less]! - 1;
    (scaled[more]! < 1 ? small : large).push(more);
  }
  for (const rank of [...small, ...large]) {
    scaled[rank] = 1;
    alias[rank] = rank;
  }
  return (random) => {
    const rank = Math.floor(random() * n);
    return random() < scaled[rank]! ? rank : alias[rank]!;
  };
}
