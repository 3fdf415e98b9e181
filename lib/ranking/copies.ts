import { fold } from '../text/fold.ts';
import { signatureContainment } from '../text/shingles.ts';
import type { RankedDocument, RankingDocument } from './types.ts';
import { COPY_FROM } from './weights.ts';

const DAY_MS = 86_400_000;
/** A headline shorter than this ("Live updates") may head different reports of a day. */
const LEAST_HEADLINE_WORDS = 4;

/** A ranked report with the near copies folded under it. */
export interface Folded {
  head: RankedDocument;
  copies: RankingDocument[];
}

/**
 * Folds near copies into one row each, at the place of the best of them. The head is the earliest; among those of one day, or
 * where a date is unknown, the one with the most text.
 */
export function foldCopies(ranked: RankedDocument[]): Folded[] {
  const rows: { best: RankedDocument; members: RankedDocument[] }[] = [];
  for (const entry of ranked) {
    const row = rows.find(({ members }) => members.some((member) => areCopies(member.document, entry.document)));
    if (row) row.members.push(entry);
    else rows.push({ best: entry, members: [entry] });
  }
  return rows.map(({ best, members }) => {
    const head = members.reduce((a, b) => (comesFirst(b.document, a.document) ? b : a));
    const copies = members.filter((member) => member !== head).map(({ document }) => document);
    // The row keeps its place and its likelihood: copies say the same.
    return { head: { ...head, rank: best.rank, score: best.score }, copies };
  });
}

/** True for two versions of one text: most of the shorter stands in the longer, or they bear the same headline on the same day. */
export function areCopies(a: RankingDocument, b: RankingDocument): boolean {
  if (signatureContainment(a.signature, b.signature) >= COPY_FROM) return true;
  if (a.publishedAtMs === null || b.publishedAtMs === null) return false;
  if (Math.floor(a.publishedAtMs / DAY_MS) !== Math.floor(b.publishedAtMs / DAY_MS)) return false;
  const headline = bareHeadline(a.headline);
  return headline.split(' ').length >= LEAST_HEADLINE_WORDS && headline === bareHeadline(b.headline);
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
function distinctShingles(document: RankingDocument): number {
  return document.signature.at(-1) ?? 0;
}
