import type { QueryNotice } from '../core/query-notice.ts';
import type { Correction } from '../core/user-data.ts';
import type { MatchNode } from '../index/match.ts';
import type { QueryTerm } from '../index/types.ts';
import { languageTerm } from '../search/language-term.ts';
import type { WantedPhrase } from '../search/match-text.ts';
import { leavesOf, mapLeaves, type QueryLeaf, type QueryNode } from '../search/query-tree.ts';
import { type CountedToken, PREFIX_WORDS, wordsOf, wordWeights } from '../search/query-words.ts';
import { chooseCorrection, correctedText, wantsCorrection } from '../search/spelling.ts';
import type { Store } from '../store/store.ts';
import { fold } from '../text/fold.ts';
import type { SameReporters } from './same-reporters.ts';
import { idsNamed, type NamedReporter, type NameLists, reporterMatch, reporterNamed } from './search-filters.ts';
import type { MarkedReports } from './search-marks.ts';

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
export async function knowWords(text: string, root: QueryNode, store: Store, endings = PREFIX_WORDS): Promise<KnownWords> {
  const known = await lookUp(root, store, endings);
  const asked = wordsOf(root, true);
  const unknown = [
    ...asked.words.map((word) => ({ word, count: known.counts.get(word) ?? 0 })),
    ...asked.prefixes.map((word) => ({ word, count: known.grown.get(word)?.length ?? 0 })),
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
  // A beginning may be a whole word as well, and then counts among its own endings however rare it is.
  const all = [...new Set([...words, ...prefixes])];
  const [{ counts, total }, ...lists] = await Promise.all([
    store.documentFrequencies(all),
    ...prefixes.map((prefix) => store.wordsWithPrefix(prefix, endings)),
  ]);
  const counted = new Map(all.map((word, i) => [word, counts[i] ?? 0]));
  const grown = new Map(
    prefixes.map((prefix, i) => {
      const list = lists[i] ?? [];
      const own = counted.get(prefix) ?? 0;
      return [prefix, own > 0 && !list.some(({ word }) => word === prefix) ? [{ word: prefix, count: own }, ...list] : list];
    }),
  );
  return { root, counts: counted, grown, total, endings, corrected: null };
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
        const within = wordsMatch(node);
        if (node.tokens.length === 1) return within;
        return { kind: 'check', check: checks.push({ kind: 'phrase', phrase: node }) - 1, within };
      }
      case 'language':
        return { kind: 'any', terms: [languageTerm(node.language)] };
      case 'before':
        return { kind: 'published', fromMin: 0, toMin: Math.ceil(node.ms / 60_000) };
      case 'after':
        return { kind: 'published', fromMin: Math.ceil(node.ms / 60_000), toMin: Number.POSITIVE_INFINITY };
      case 'mark':
        return docsOf(await sources.marks.ids(node.mark));
      case 'tag':
        return docsOf(await sources.marks.tagged(node.name));
      case 'reporter': {
        const reporter = await reporterNamed(node, sources.lists, sources.store, sources.people);
        return reporterMatch(reporter, checks.push({ kind: 'author', reporter }) - 1, sources.store, sources.people);
      }
      default: {
        const ids = await idsNamed({ ...node, kind: node.kind }, sources.lists, sources.corrections, sources.topicsNamed);
        if (ids.length === 0) note('noSuchName', node, node.name);
        return { kind: 'any', terms: ids.map((id) => `${node.kind === 'outlet' ? '~' : '#'}${id}`) };
      }
    }
  }

  function wordsMatch({ tokens, prefix, ...leaf }: Extract<QueryLeaf, { tokens: string[] }>): MatchNode {
    const parts = tokens.map((token, i): MatchNode => {
      if (!prefix || i < tokens.length - 1) return { kind: 'any', terms: [token] };
      const words = grown.get(token) ?? [];
      if (words.length >= endings) note('manyEndings', { ...leaf, tokens, prefix }, token);
      return { kind: 'any', terms: words.map(({ word }) => word) };
    });
    return parts.length === 1 ? parts[0]! : { kind: 'and', parts };
  }

  async function docsOf(articleIds: string[]): Promise<MatchNode> {
    return { kind: 'docs', docIds: (await sources.store.docIdsOf(articleIds)).filter((docId) => docId !== null) };
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
