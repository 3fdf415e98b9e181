import type { CopyEvidence } from '../core/coverage.ts';
import { fold } from '../text/fold.ts';
import { signatureContainment } from '../text/shingles.ts';
import { tokenise } from '../text/tokenise.ts';
import type { FoldedCopy, RankedDocument, RankingDocument } from './types.ts';
import { COPY_FROM } from './weights.ts';

const DAY_MS = 86_400_000;
/** A headline shorter than this ("Live updates") may head different reports of a day. */
const LEAST_HEADLINE_WORDS = 4;

/** A ranked report with the near copies folded under it. */
export interface Folded {
  head: RankedDocument;
  copies: FoldedCopy[];
}

/**
 * Folds near copies into one row each, at the place of the best of them. The head is the earliest; among those of one day, or
 * where a date is unknown, the one with the most text. Reports in `apart` stand by themselves.
 */
export function foldCopies(ranked: RankedDocument[], apart: ReadonlySet<string> = new Set()): Folded[] {
  const rows: { best: RankedDocument; members: RankedDocument[] }[] = [];
  for (const entry of ranked) {
    const { document } = entry;
    const row = apart.has(document.id)
      ? undefined
      : rows.find(({ members }) => members.some((member) => !apart.has(member.document.id) && areCopies(member.document, document)));
    if (row) row.members.push(entry);
    else rows.push({ best: entry, members: [entry] });
  }
  return rows.map(({ best, members }) => {
    const head = members.reduce((a, b) => (comesFirst(b.document, a.document) ? b : a));
    // The row keeps its place and its likelihood: copies say the same.
    return { head: { ...head, rank: best.rank, score: best.score }, copies: copiesOf(head, members) };
  });
}

/** A copy of a copy is like another member, and perhaps not like the head. */
function copiesOf(head: RankedDocument, members: RankedDocument[]): FoldedCopy[] {
  return members
    .filter((member) => member !== head)
    .map(({ document }) => {
      const others = [head, ...members].filter((other) => other.document !== document);
      const why = others.map((other) => copyEvidence(other.document, document)).find((found) => found !== null);
      return { document, why: why ?? 'text' };
    });
}

/** What of a report is compared. */
export type Comparable = Pick<RankingDocument, 'headline' | 'publishedAtMs' | 'signature' | 'address'>;

/** True for two versions of one text. */
export function areCopies(a: Comparable, b: Comparable): boolean {
  return copyEvidence(a, b) !== null;
}

/** What shows that two reports are one: another form of the address, most of the shorter text in the longer, the headline of the day. Null for nothing. */
export function copyEvidence(a: Comparable, b: Comparable): CopyEvidence | null {
  if (a.address != null && a.address === b.address) return 'address';
  if (signatureContainment(a.signature, b.signature) >= COPY_FROM) return 'text';
  if (a.publishedAtMs === null || b.publishedAtMs === null) return null;
  if (Math.floor(a.publishedAtMs / DAY_MS) !== Math.floor(b.publishedAtMs / DAY_MS)) return null;
  const headline = bareHeadline(a.headline);
  return headline === bareHeadline(b.headline) && tokenise(headline).length >= LEAST_HEADLINE_WORDS ? 'headline' : null;
}

function bareHeadline(headline: string): string {
  return fold(headline)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

function comesFirst(a: RankingDocument, b: RankingDocument): boolean {
  const dayA = a.publishedAtMs === null ? null : Math.floor(a.publishedAtMs / DAY_MS);
  const dayB = b.publishedAtMs === null ? null : Math.floor(b.publishedAtMs / DAY_MS);
  if (dayA !== null && dayB !== null && dayA !== dayB) return dayA < dayB;
  return distinctShingles(a) > distinctShingles(b);
}

/** The signature's last number counts the text's shingles. */
export function distinctShingles(document: Pick<RankingDocument, 'signature'>): number {
  return document.signature.at(-1) ?? 0;
}
