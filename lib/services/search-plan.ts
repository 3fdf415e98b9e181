import type { QueryNotice } from '../core/query-notice.ts';
import type { Correction } from '../core/user-data.ts';
import type { MatchNode } from '../index/match.ts';
import type { QueryTerm } from '../index/types.ts';
import { languageTerm } from '../search/language-term.ts';
import type { WantedPhrase } from '../search/match-text.ts';
import { leavesOf, mapLeaves, type QueryLeaf, type QueryNode } from '../search/query-tree.ts';
import { type CountedToken, PREFIX_WORDS, wordsOf, wordWeights } from '../search/query-words.ts';
import { chooseCorrection, correctedText, mayBeOthers, wantsCorrection } from '../search/spelling.ts';
import type { Store } from '../store/store.ts';
import { fold } from '../text/fold.ts';
import type { SameReporters } from './same-reporters.ts';
import { idsNamed, type NamedReporter, type NameLists, reporterMatch, reporterNamed } from './search-filters.ts';
import type { MarkedReports } from './search-marks.ts';
import type { OwnWords } from './search-own.ts';

/** Words that all beginnings of a query stand for at most, together. */
const MOST_ENDINGS = 128;

/** What postings cannot tell: to be looked up in the report itself. */
export type ReportCheck = { kind: 'phrase'; phrase: WantedPhrase } | { kind: 'author'; reporter: NamedReporter };

/** A query as the index is asked it. */
export interface SearchPlan {
  where: MatchNode;
  weights: QueryTerm[];
  checks: ReportCheck[];
  notices: QueryNotice[];
}

/** What planning asks beside the store. */
export interface PlanSources {
  store: Store;
  lists: NameLists;
  marks: MarkedReports;
  own: OwnWords;
  corrections: Correction[];
  people: SameReporters;
  topicsNamed: (typed: string) => string[];
}

/** A query's words as the index has them. */
export interface KnownWords {
  root: QueryNode;
  counts: ReadonlyMap<string, number>;
  /** By beginning: the words it may grow into. */
  grown: ReadonlyMap<string, CountedToken[]>;
  total: number;
  /** Words a beginning stands for at most. */
  endings: number;
  /** The text with misspelt words put right; null where none was. */
  corrected: string | null;
}

/** Counts words, grows beginnings, and corrects what no report holds. `endings`: words a beginning stands for at most. */
export async function knowWords(
  text: string,
  root: QueryNode,
  store: Store,
  reading: Promise<OwnWords>,
  endings = PREFIX_WORDS,
): Promise<KnownWords> {
  const [known, own] = await Promise.all([lookUp(root, store, endings), reading]);
  const asked = wordsOf(root, true);
  const unknown = [
    ...asked.words.map((word) => ({ word, count: (known.counts.get(word) ?? 0) + own.word(word, false).length })),
    ...asked.prefixes.map((word) => ({ word, count: (known.grown.get(word)?.length ?? 0) + own.word(word, true).length })),
  ].filter(wantsCorrection);
  const meant = await Promise.all(
    unknown.map(async ({ word }) => [word, chooseCorrection(word, await store.similarWords(word, 4))] as const),
  );
  const corrections = new Map(meant.flatMap(([word, right]) => (right === null ? [] : [[word, right] as const])));
  if (corrections.size === 0) return known;
  const right = mapLeaves(root, (leaf) =>
    leaf.kind === 'word' || leaf.kind === 'phrase'
      ? { ...leaf, tokens: leaf.tokens.map((token) => corrections.get(token) ?? token) }
      : leaf,
  );
  return { ...(await lookUp(right, store, endings)), corrected: correctedText(text, corrections, fold) };
}

async function lookUp(root: QueryNode, store: Store, endings: number): Promise<KnownWords> {
  const { words, prefixes } = wordsOf(root);
  // However many beginnings a query has, the index is asked for a bounded number of words; whoever asks for the whole gets it.
  const each = endings === Number.POSITIVE_INFINITY ? endings : Math.min(endings, Math.ceil(MOST_ENDINGS / Math.max(1, prefixes.length)));
  // A beginning may be a whole word as well, and then counts among its own endings however rare it is.
  const all = [...new Set([...words, ...prefixes])];
  const [{ counts, total }, ...lists] = await Promise.all([
    store.documentFrequencies(all),
    ...prefixes.map((prefix) => store.wordsWithPrefix(prefix, each)),
  ]);
  const counted = new Map(all.map((word, i) => [word, counts[i] ?? 0]));
  const complete = new Map(prefixes.flatMap((prefix, i) => ((lists[i]?.length ?? 0) < each ? [[prefix, lists[i] ?? []] as const] : [])));
  await Promise.all(
    [...counted].map(async ([word, count]) => {
      if (!mayBeOthers(word, count, total)) return;
      const known = complete.get(word) ?? (await store.wordsWithPrefix(word, Number.POSITIVE_INFINITY));
      if (!known.some((one) => one.word === word)) counted.set(word, 0);
    }),
  );
  const grown = new Map(
    prefixes.map((prefix, i) => {
      const list = lists[i] ?? [];
      const own = counted.get(prefix) ?? 0;
      return [prefix, own > 0 && !list.some(({ word }) => word === prefix) ? [{ word: prefix, count: own }, ...list] : list];
    }),
  );
  return { root, counts: counted, grown, total, endings: each, corrected: null };
}

/** Turns an understood query into what the index is asked. */
export async function planSearch({ root, counts, grown, total, endings }: KnownWords, sources: PlanSources): Promise<SearchPlan> {
  const checks: ReportCheck[] = [];
  const notices: QueryNotice[] = [];
  const note = (code: QueryNotice['code'], leaf: QueryLeaf, text: string): void => {
    if (!notices.some((known) => known.code === code)) notices.push({ code, start: leaf.start, end: leaf.end, text, instead: '' });
  };

  async function toMatch(node: QueryNode): Promise<MatchNode> {
    switch (node.kind) {
      case 'all':
      case 'any':
        return { kind: node.kind === 'all' ? 'and' : 'or', parts: await Promise.all(node.parts.map(toMatch)) };
      case 'not':
        return { kind: 'not', part: await toMatch(node.part) };
      case 'word':
        return wordsMatch(node);
      case 'phrase': {
        if (node.tokens.length === 1) return wordsMatch(node);
        const check = checks.push({ kind: 'phrase', phrase: node }) - 1;
        return orOwn({ kind: 'check', check, within: await wordsMatch(node) }, sources.own.phrase(node));
      }
      case 'language':
        return { kind: 'any', terms: [languageTerm(node.language)] };
      case 'before':
        return publishedMatch(Number.NEGATIVE_INFINITY, node.ms);
      case 'after':
        return publishedMatch(node.ms, Number.POSITIVE_INFINITY);
      case 'mark':
        return docsOf(await sources.marks.ids(node.mark));
      case 'tag':
        return docsOf(await sources.marks.tagged(node.name));
      case 'reporter': {
        const reporter = await reporterNamed(node, sources.lists, sources.store, sources.people);
        const check = checks.push({ kind: 'author', reporter }) - 1;
        return orOwn(await reporterMatch(reporter, check, sources.store, sources.people), sources.own.author(node));
      }
      default: {
        const ids = await idsNamed({ ...node, kind: node.kind }, sources.lists, sources.corrections, sources.topicsNamed);
        const own = node.kind === 'outlet' ? sources.own.outlet(node) : [];
        if (ids.length + own.length === 0) note('noSuchName', node, node.name);
        return orOwn({ kind: 'any', terms: ids.map((id) => `${node.kind === 'outlet' ? '~' : '#'}${id}`) }, own);
      }
    }
  }

  async function wordsMatch({ tokens, prefix, ...leaf }: Extract<QueryLeaf, { tokens: string[] }>): Promise<MatchNode> {
    const parts = await Promise.all(
      tokens.map((token, i): Promise<MatchNode> => {
        const isBeginning = prefix && i === tokens.length - 1;
        const own = sources.own.word(token, isBeginning);
        if (!isBeginning) return orOwn({ kind: 'any', terms: [token] }, own);
        const words = grown.get(token) ?? [];
        if (words.length >= endings) note('manyEndings', { ...leaf, tokens, prefix }, token);
        return orOwn({ kind: 'any', terms: words.map(({ word }) => word) }, own);
      }),
    );
    return parts.length === 1 ? parts[0]! : { kind: 'and', parts };
  }

  async function docsOf(articleIds: string[]): Promise<MatchNode> {
    return { kind: 'docs', docIds: (await sources.store.docIdsOf(articleIds)).filter((docId) => docId !== null) };
  }

  /** What the index finds, and reports that have it by the reader's own doing. */
  async function orOwn(found: MatchNode, articleIds: string[]): Promise<MatchNode> {
    return articleIds.length === 0 ? found : { kind: 'or', parts: [found, await docsOf(articleIds)] };
  }

  /** A corrected day counts instead of the one that was found. */
  async function publishedMatch(fromMs: number, toMs: number): Promise<MatchNode> {
    const minute = (ms: number): number => Math.max(0, Math.ceil(ms / 60_000));
    const found: MatchNode = { kind: 'published', fromMin: minute(fromMs), toMin: minute(toMs) };
    const { published } = sources.own;
    if (published.size === 0) return found;
    const corrected = await docsOf([...published.keys()]);
    const within = [...published].flatMap(([id, ms]) => (ms !== null && ms >= fromMs && ms < toMs ? [id] : []));
    return orOwn({ kind: 'and', parts: [found, { kind: 'not', part: corrected }] }, within);
  }

  const where = await toMatch(root);
  if (datesExclude(root)) note('datesExclude', leavesOf(root)[0]!.leaf, '');
  const asked = wordsOf(root, true);
  const words = [
    ...asked.words.map((word) => ({ word, count: counts.get(word) ?? 0 })),
    ...asked.prefixes.flatMap((prefix) => grown.get(prefix) ?? []),
  ];
  return { where, weights: wordWeights(words, total), checks, notices };
}

/** True where a report would have to be published before it was published after. */
function datesExclude(root: QueryNode): boolean {
  const parts = root.kind === 'all' ? root.parts : [];
  const before = parts.flatMap((part) => (part.kind === 'before' ? [part.ms] : []));
  const after = parts.flatMap((part) => (part.kind === 'after' ? [part.ms] : []));
  return Math.max(...after) >= Math.min(...before);
}
