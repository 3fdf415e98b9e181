import type { Wanted } from './match-text.ts';
import { leavesOf, type QueryNode } from './query-tree.ts';

/** What of a query can stand in a text, things left out aside: for marking, cutting out and ranking headlines. */
export function wantedOf(root: QueryNode | null): Wanted {
  const wanted: Wanted = { words: [], prefixes: [], phrases: [] };
  for (const { leaf, asked } of leavesOf(root)) {
    if (!asked) continue;
    if (leaf.kind === 'phrase') wanted.phrases.push({ tokens: leaf.tokens, prefix: leaf.prefix });
    if (leaf.kind !== 'word') continue;
    wanted.words.push(...(leaf.prefix ? leaf.tokens.slice(0, -1) : leaf.tokens));
    if (leaf.prefix) wanted.prefixes.push(...leaf.tokens.slice(-1));
  }
  return wanted;
}

/**
 * The query with any of its words instead of all of them, for when no report holds all; phrases, filters and what is left out stay. Null where
 * it has not two words to choose from.
 */
export function withSomeWords(root: QueryNode | null): QueryNode | null {
  const parts = root === null ? [] : root.kind === 'all' ? root.parts : [root];
  const words: QueryNode[] = parts.flatMap((part) =>
    part.kind === 'word'
      ? part.tokens.map((token, i) => ({ ...part, tokens: [token], prefix: part.prefix && i === part.tokens.length - 1 }))
      : [],
  );
  if (words.length < 2) return null;
  const others = parts.filter(({ kind }) => kind !== 'word');
  const any: QueryNode = { kind: 'any', parts: words };
  return others.length === 0 ? any : { kind: 'all', parts: [...others, any] };
}
