import type { Article } from '../../core/article.ts';
import type { IndexDocument, TermImpact } from '../../index/types.ts';
import type { DerivedArticle, StoredArticle } from '../store.ts';
import type { KeptArticle, KeptDelta, KeptForward } from './schema.ts';

/** An article's row: without its text, with what re-ranking needs. */
export function keepArticle(docId: number, article: Article, derived: DerivedArticle): KeptArticle {
  const { text: _text, ...row } = article;
  return { ...row, docId, ...(article.sample && { sampleMark: 1 }), forward: keepForward(derived) };
}

/** The article of a row and its text. */
export function articleOf(row: KeptArticle, text: string): Article {
  const { docId: _docId, sampleMark: _sampleMark, forward: _forward, ...article } = row;
  return { ...article, text };
}

/** What re-ranking needs, packed. */
export function keepForward(derived: DerivedArticle): KeptForward {
  const signature = new Uint32Array(derived.signature);
  return { topics: derived.topics, ...packTerms(derived.vector), signature, nameKeys: derived.nameKeys.join('\n') };
}

/** A row of the delta tier. */
export function keepDelta(docId: number, publishedAtMs: number | null, derived: DerivedArticle): KeptDelta {
  return { docId, publishedMin: minutesOf(publishedAtMs), ...packTerms(derived.terms) };
}

/** An article as a segment takes it: what its row in the delta tier would be read as. */
export function indexDocument(docId: number, publishedAtMs: number | null, derived: DerivedArticle): IndexDocument {
  // Mostly all are kept as they are: a copy of each would be most of what an import throws away.
  const asTheyAre = derived.terms.every(({ term, impact }) => isKept(term) && impact === keptImpact(impact));
  const terms = asTheyAre ? derived.terms : keptTerms(derived.terms).map(({ term, impact }) => ({ term, impact: keptImpact(impact) }));
  return { docId, publishedMin: minutesOf(publishedAtMs), terms };
}

/** The document of a delta row; null where the row is damaged. */
export function documentOf(row: KeptDelta): IndexDocument | null {
  const terms = unpackTerms(row);
  return terms === null || !Number.isSafeInteger(row.docId) ? null : { docId: row.docId, publishedMin: row.publishedMin >>> 0, terms };
}

/** An article with its forward data, its row's own unless it was derived again; `damaged` where that is missing or broken (it is then empty). */
export function storedArticle(row: KeptArticle, text: string, again: KeptForward | undefined): { stored: StoredArticle; damaged: boolean } {
  const forward = again ?? row.forward;
  const vector = forward === undefined ? null : unpackTerms(forward);
  const sound = forward !== undefined && vector !== null && Array.isArray(forward.topics) && forward.signature instanceof Uint32Array;
  const stored = {
    docId: row.docId,
    article: articleOf(row, text),
    topics: sound ? forward.topics : [],
    vector: sound ? vector : [],
    signature: sound ? forward.signature : new Uint32Array(0),
    nameKeys: sound && forward.nameKeys ? String(forward.nameKeys).split('\n') : [],
  };
  return { stored, damaged: !sound };
}

/** Epoch ms as whole minutes, 0 where unknown or before 1970. */
export function minutesOf(publishedAtMs: number | null): number {
  return publishedAtMs === null || !(publishedAtMs > 0) ? 0 : Math.min(0xffffffff, Math.floor(publishedAtMs / 60_000));
}

function packTerms(terms: TermImpact[]): { words: string; impacts: Uint8Array<ArrayBuffer> } {
  const kept = keptTerms(terms);
  return { words: kept.map(({ term }) => term).join('\n'), impacts: Uint8Array.from(kept, ({ impact }) => keptImpact(impact)) };
}

function keptTerms(terms: TermImpact[]): TermImpact[] {
  return terms.filter(({ term }) => isKept(term));
}

// A line feed is the separator; only an id from a hostile pack can hold one.
function isKept(term: string): boolean {
  return term !== '' && !term.includes('\n');
}

function keptImpact(impact: number): number {
  return Math.max(1, Math.min(255, impact));
}

function unpackTerms(packed: { words: string; impacts: Uint8Array }): TermImpact[] | null {
  if (typeof packed.words !== 'string' || !(packed.impacts instanceof Uint8Array)) return null;
  const words = packed.words === '' ? [] : packed.words.split('\n');
  return words.length === packed.impacts.length ? words.map((term, i) => ({ term, impact: packed.impacts[i]! })) : null;
}
