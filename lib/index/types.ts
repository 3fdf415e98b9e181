/** A term of a document with its strength there: BM25F impact, quantised to 1..255. */
export interface TermImpact {
  term: string;
  impact: number;
}

/** A document as the index takes it: terms of all fields and pseudo-terms (`#topic-id`, `@reporter-id`, `~outlet-id`). */
export interface IndexDocument<Terms = TermImpact[]> {
  docId: number;
  /** Publication time in minutes since the epoch; 0 where unknown. */
  publishedMin: number;
  terms: Terms;
}

/** A term of a query with its weight. */
export interface QueryTerm {
  term: string;
  weight: number;
}

/** A document that shares terms with a query. `score` is Σ weight·impact, before any re-ranking. */
export interface Candidate {
  docId: number;
  score: number;
}
