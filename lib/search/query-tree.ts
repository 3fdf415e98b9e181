import type { QueryNotice, Span } from '../core/query-notice.ts';

/** Words, of which all must stand in a report. With `prefix` the last one is only the beginning of a word. */
export type WordNode = Span & { kind: 'word'; tokens: string[]; prefix: boolean };
/** Words that must follow one another. With `prefix` the last one is only the beginning of a word. */
export type PhraseNode = Span & { kind: 'phrase'; tokens: string[]; prefix: boolean };
/** Somebody or something by name, as typed; where `exact` (quoted) a name that is just this comes before all others. */
export type NameNode = Span & { kind: 'reporter' | 'outlet' | 'topic' | 'tag'; name: string; exact: boolean };
/** BCP 47 primary tag, lower case. */
export type LanguageNode = Span & { kind: 'language'; language: string };
/** Published before, or at or after, a moment (epoch ms: the start of the stated day, month or year). */
export type DateNode = Span & { kind: 'before' | 'after'; ms: number };
/** What the user did with a report. */
export type MarkNode = Span & { kind: 'mark'; mark: QueryMark };

/** Marks a query can ask for. */
export const QUERY_MARKS = ['pinned', 'saved', 'unread', 'reading', 'read', 'archived', 'note'] as const;
export type QueryMark = (typeof QUERY_MARKS)[number];

/** What asks for something by itself. */
export type QueryLeaf = WordNode | PhraseNode | NameNode | LanguageNode | DateNode | MarkNode;

/** A query, understood: reports that pass all parts, any part, or not the part. */
export type QueryNode =
  | QueryLeaf
  | { kind: 'all'; parts: QueryNode[] }
  | { kind: 'any'; parts: QueryNode[] }
  | { kind: 'not'; part: QueryNode };

/** A typed query, understood. */
export interface ParsedQuery {
  /** Null where nothing is asked for. */
  root: QueryNode | null;
  /** At most one of each code, in the order of the text. */
  notices: QueryNotice[];
}

/** All leaves of a tree, in the order of the text. `asked`: false for what stands under a minus. */
export function leavesOf(root: QueryNode | null): { leaf: QueryLeaf; asked: boolean }[] {
  const leaves: { leaf: QueryLeaf; asked: boolean }[] = [];
  const walk = (node: QueryNode, asked: boolean): void => {
    if (node.kind === 'all' || node.kind === 'any') for (const part of node.parts) walk(part, asked);
    else if (node.kind === 'not') walk(node.part, !asked);
    else leaves.push({ leaf: node, asked });
  };
  if (root !== null) walk(root, true);
  return leaves;
}

/** The tree with each leaf replaced by what `change` gives for it. */
export function mapLeaves(node: QueryNode, change: (leaf: QueryLeaf) => QueryNode): QueryNode {
  if (node.kind === 'all' || node.kind === 'any') return { kind: node.kind, parts: node.parts.map((part) => mapLeaves(part, change)) };
  return node.kind === 'not' ? { kind: 'not', part: mapLeaves(node.part, change) } : change(node);
}
