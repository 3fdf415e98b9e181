import { quotableName } from '../text/name-key.ts';
import type { ParsedQuery, QueryLeaf, QueryNode } from './query-tree.ts';

/** What narrows the whole query: its leaves that are not under OR or a minus. */
export function narrowingLeaves({ root }: ParsedQuery): QueryLeaf[] {
  const parts: QueryNode[] = root === null ? [] : root.kind === 'all' ? root.parts : [root];
  return parts.filter((part): part is QueryLeaf => part.kind !== 'all' && part.kind !== 'any' && part.kind !== 'not');
}

/** The text with filters put in front: what is being typed at its end stays a beginning. */
export function withFilters(text: string, filters: string[]): string {
  return [...filters, text.trimStart()].join(' ');
}

/** The text without these parts of it. */
export function withoutParts(text: string, parts: { start: number; end: number }[]): string {
  let left = text;
  for (const { start, end } of [...parts].sort((a, b) => b.start - a.start)) {
    left = `${left.slice(0, start)}${left.slice(end).trimStart()}`;
  }
  return left;
}

/** A filter as text; in quotation marks, so that just this name is meant. */
export function nameFilter(kind: 'outlet' | 'reporter' | 'topic' | 'tag', name: string): string {
  return `${kind}:"${quotableName(name)}"`;
}
