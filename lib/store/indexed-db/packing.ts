import type { Article } from '../../core/article.ts';
import { type JoinedTerms, openTerms, splitTerms } from '../../index/packed-terms.ts';
import type { IndexDocument, TermImpact } from '../../index/types.ts';
import type { DerivedArticle, StoredArticle } from '../store.ts';
import type { KeptArticle, KeptDelta, KeptForward } from './schema.ts';

/** A document as a segment takes it. */
export type IndexedDocument = IndexDocument<JoinedTerms>;

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
export function keepForward({ topics, vector, signature, nameKeys, agency }: DerivedArticle): KeptForward {
  return { topics, ...vector, signature: new Uint32Array(signature), nameKeys: nameKeys.join('\n'), ...(agency !== null && { agency }) };
}

/** A row of the delta tier. */
export function keepDelta(docId: number, publishedAtMs: number | null, derived: DerivedArticle): KeptDelta {
  return { docId, publishedMin: minutesOf(publishedAtMs), ...derived.terms };
}

/** An article as a segment takes it: what its row in the delta tier would be read as. */
export function indexDocument(docId: number, publishedAtMs: number | null, derived: DerivedArticle): IndexedDocument {
  return { docId, publishedMin: minutesOf(publishedAtMs), terms: derived.terms };
}

/** The document of a delta row; null where the row is damaged. */
export function documentOf(row: KeptDelta): IndexedDocument | null {
  const { docId, publishedMin, words, impacts } = row;
  const isWhole = typeof words === 'string' && impacts instanceof Uint8Array && openTerms(words, impacts) !== null;
  return isWhole && Number.isSafeInteger(docId) ? { docId, publishedMin: publishedMin >>> 0, terms: { words, impacts } } : null;
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
    agency: sound && typeof forward.agency === 'string' ? forward.agency : null,
  };
  return { stored, damaged: !sound };
}

/** Epoch ms as whole minutes, 0 where unknown or before 1970. */
export function minutesOf(publishedAtMs: number | null): number {
  return publishedAtMs === null || !(publishedAtMs > 0) ? 0 : Math.min(0xffffffff, Math.floor(publishedAtMs / 60_000));
}

function unpackTerms(packed: JoinedTerms): TermImpact[] | null {
  return typeof packed.words === 'string' && packed.impacts instanceof Uint8Array ? splitTerms(packed) : null;
}
