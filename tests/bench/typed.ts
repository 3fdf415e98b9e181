import { type BenchDocument, createCorpus, randomSource } from './corpus.ts';
import { percentile } from './figures.ts';

/** A query as someone types it, in parts that every engine writes in its own language. Only the asked parts are set. */
export interface TypedQuery {
  kind: TypedKind;
  all: string[];
  any: string[];
  not: string[];
  phrase: string[];
  /** The beginning of a word. */
  prefix: string;
  /** A misspelt word. */
  typo: string;
  outlet: string;
}

/** Kinds of typed queries, in the order of the table. */
export const TYPED_KINDS = ['word', 'two words', 'beginning', 'OR', 'NOT', 'phrase', 'outlet', 'OR + NOT + outlet', 'typo'] as const;
export type TypedKind = (typeof TYPED_KINDS)[number];

/** An engine that answers typed queries: how many of the best twenty reports were found; null where it has no such query. */
export interface TypedEngine {
  open(): Promise<void>;
  add(docs: BenchDocument[]): Promise<void>;
  finish(): Promise<void>;
  typed(query: TypedQuery): Promise<number | null>;
  /** What the library shows beside the results; null for engines without it. */
  facets(query: TypedQuery): Promise<number | null>;
  close(): Promise<void>;
}

/** Name of a report's outlet: one word, so that it is one token everywhere. */
export function outletOf(id: number): string {
  return `gazette${id % 40}`;
}

/** `count` queries of each kind, their words from reports spread over a corpus of `size`: as frequent as words of texts are. */
export function typedQueries(size: number, count: number): TypedQuery[] {
  const corpus = createCorpus();
  const random = randomSource(99);
  const pick = (list: string[]): string => list[Math.floor(random() * list.length)]!;
  return TYPED_KINDS.flatMap((kind) =>
    Array.from({ length: count }, (_, i): TypedQuery => {
      const id = Math.floor(((i + 0.5) * size) / count);
      const { title, body } = corpus(id);
      const titleWords = title.split(' ');
      const words = body.split(' ');
      const at = Math.floor(random() * (words.length - 1));
      const long = words.filter((word) => word.length > 5);
      const query: TypedQuery = { kind, all: [], any: [], not: [], phrase: [], prefix: '', typo: '', outlet: '' };
      if (kind === 'word') return { ...query, all: [pick(titleWords)] };
      if (kind === 'two words') return { ...query, all: [pick(titleWords), pick(words)] };
      if (kind === 'beginning') return { ...query, all: [pick(titleWords)], prefix: pick(words).slice(0, 3) };
      if (kind === 'OR') return { ...query, any: [pick(titleWords), pick(words), pick(words)] };
      if (kind === 'NOT') return { ...query, all: [pick(titleWords)], not: [pick(words)] };
      if (kind === 'phrase') return { ...query, phrase: [words[at]!, words[at + 1]!] };
      if (kind === 'outlet') return { ...query, all: [pick(words)], outlet: outletOf(id) };
      if (kind === 'typo') return { ...query, typo: misspelt(pick(long)) };
      return { ...query, any: [pick(titleWords), pick(words)], not: [pick(words)], outlet: outletOf(id) };
    }),
  );
}

/** Two neighbouring letters swapped, or the last one doubled where they are the same. */
function misspelt(word: string): string {
  const [a, b] = [word[2]!, word[3]!];
  return a === b ? `${word}${word.at(-1)}` : `${word.slice(0, 2)}${b}${a}${word.slice(4)}`;
}

/** Milliseconds of one kind of query. */
export interface TypedTimes {
  kind: TypedKind | 'all kinds' | 'facets';
  p50: number | null;
  p95: number | null;
  /** Reports found, over all queries: engines that answer the same find about as many. */
  found: number | null;
}

/** Times each query once, after a first round that is not counted. */
export async function timeTyped(engine: TypedEngine, queries: TypedQuery[]): Promise<TypedTimes[]> {
  for (const query of queries.filter((_, i) => i % 5 === 0)) await engine.typed(query);
  const samples = new Map<TypedTimes['kind'], { ms: number[]; found: number }>();
  const note = (kind: TypedTimes['kind'], ms: number, found: number): void => {
    const known = samples.get(kind) ?? { ms: [], found: 0 };
    samples.set(kind, { ms: [...known.ms, ms], found: known.found + found });
  };
  for (const query of queries) {
    const startMs = performance.now();
    const found = await engine.typed(query);
    const ms = performance.now() - startMs;
    if (found === null) continue;
    note(query.kind, ms, found);
    note('all kinds', ms, found);
  }
  for (const query of queries.filter((_, i) => i % 4 === 0)) {
    const startMs = performance.now();
    const found = await engine.facets(query);
    if (found !== null) note('facets', performance.now() - startMs, found);
  }
  return [...TYPED_KINDS, 'all kinds' as const, 'facets' as const].map((kind) => {
    const known = samples.get(kind);
    return { kind, p50: percentile(known?.ms ?? [], 0.5), p95: percentile(known?.ms ?? [], 0.95), found: known?.found ?? null };
  });
}

/** One engine's times at one size. */
export interface TypedRow {
  engine: string;
  size: number;
  times: TypedTimes[];
  reason: string;
}

/** A Markdown table: kinds of queries down, engines across. */
export function typedTable(title: string, rows: TypedRow[]): string {
  const lines = [`### ${title}`, ''];
  for (const size of new Set(rows.map((row) => row.size))) {
    const own = rows.filter((row) => row.size === size);
    lines.push(`${size.toLocaleString('en-GB')} reports, p50 / p95 ms (found of the best twenty):`, '');
    lines.push(`| query | ${own.map(({ engine }) => engine).join(' | ')} |`, `| --- | ${own.map(() => '---').join(' | ')} |`);
    for (const kind of [...TYPED_KINDS, 'all kinds', 'facets']) {
      const cells = own.map(({ times }) => {
        const time = times.find((known) => known.kind === kind);
        return time === undefined || time.p50 === null ? '–' : `${time.p50.toFixed(1)} / ${time.p95!.toFixed(1)} (${time.found})`;
      });
      lines.push(`| ${kind} | ${cells.join(' | ')} |`);
    }
    lines.push('');
  }
  for (const { engine, size, reason } of rows) if (reason !== '') lines.push(`- ${size.toLocaleString('en-GB')}: ${engine}: ${reason}`);
  return `${lines.join('\n')}\n`;
}
