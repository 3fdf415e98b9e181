import { tokenise } from '../text/tokenise.ts';
import { priorWeight } from './common-words.ts';
import type { TermImpact } from './types.ts';

// BM25F (Robertson, Zaragoza, Taylor 2004): field weights and typical lengths in tokens. The lengths are constants, not
// averages of this index, so that an impact never changes after it is stored.
const FIELDS = {
  title: { weight: 3, typical: 10, b: 0.3 },
  standfirst: { weight: 1.5, typical: 25, b: 0.5 },
  body: { weight: 1, typical: 320, b: 0.75 },
};
const SATURATION = 1.2;
// Longer "words" are encoded data; more distinct terms than this come from no report.
const MAX_TERM_LENGTH = 48;
const MAX_TERMS = 4096;

/** How many articles hold a term, for `topVector`. */
export interface FrequencySource {
  /** Articles in the index. */
  total: number;
  count: (term: string) => number;
}

/** The fields of a document, each as text or as its tokens. */
export interface DocumentFields<Field = string> {
  title: Field;
  standfirst: Field;
  body: Field;
}

/**
 * All terms of a document with their BM25F impacts, quantised to 1..255 (`255·tf′/(1.2 + tf′)`, tf′ being the sum over the
 * fields of weight × length-normalised count), strongest first, at most 4,096; pseudo-terms follow with the impact given (clamped to 1..255).
 */
export function documentTerms(fields: DocumentFields, pseudoTerms: TermImpact[]): TermImpact[] {
  return termsOfTokens(
    { title: tokenise(fields.title), standfirst: tokenise(fields.standfirst), body: tokenise(fields.body) },
    pseudoTerms,
  );
}

/** The same of fields that were tokenised before. */
export function termsOfTokens(fields: DocumentFields<string[]>, pseudoTerms: TermImpact[]): TermImpact[] {
  const weights = new Map<string, number>();
  addField(weights, fields.title, FIELDS.title);
  addField(weights, fields.standfirst, FIELDS.standfirst);
  addField(weights, fields.body, FIELDS.body);
  const terms = strongestFirst(weights);
  if (terms.length > MAX_TERMS) terms.length = MAX_TERMS;
  const seen = new Set<string>();
  for (const { term, impact } of pseudoTerms) {
    if (seen.has(term)) continue;
    seen.add(term);
    terms.push({ term, impact: clampImpact(impact) });
  }
  return terms;
}

/** By impact, then by term. Sorted impact by impact: most words of a text stand in it once, and plain strings sort much faster than records. */
function strongestFirst(weights: Map<string, number>): TermImpact[] {
  const byImpact: (string[] | undefined)[] = [];
  for (const [term, weight] of weights) {
    const impact = clampImpact((255 * weight) / (SATURATION + weight));
    const alike = byImpact[impact];
    if (alike === undefined) byImpact[impact] = [term];
    else alike.push(term);
  }
  const terms: TermImpact[] = [];
  for (let impact = byImpact.length - 1; impact > 0; impact--) {
    for (const term of byImpact[impact]?.sort() ?? []) terms.push({ term, impact });
  }
  return terms;
}

/**
 * The at most `limit` words that tell a document apart, strongest first, with their impacts unchanged. Strength is impact ×
 * a prior against function words × smoothed idf where `df` is given. Pseudo-terms are left out: topics are compared by themselves.
 */
export function topVector(terms: TermImpact[], limit = 64, df?: FrequencySource): TermImpact[] {
  const inOrder: Scored[] = [];
  const others: Scored[] = [];
  for (const entry of terms) {
    if (isPseudoTerm(entry.term)) continue;
    const prior = priorWeight(entry.term);
    const idf = df === undefined ? 1 : Math.log(1 + (df.total + 1) / (df.count(entry.term) + 0.5));
    const scored = { entry, strength: entry.impact * prior * idf };
    // Without `df` only function words stand out of order: few enough to be sorted apart.
    const stands = df === undefined && prior === 1 && (inOrder.length === 0 || byStrength(inOrder.at(-1)!, scored) < 0);
    (stands ? inOrder : others).push(scored);
  }
  others.sort(byStrength);
  const vector: TermImpact[] = [];
  for (let a = 0, b = 0; vector.length < limit && (a < inOrder.length || b < others.length); ) {
    const isFirst = b === others.length || (a < inOrder.length && byStrength(inOrder[a]!, others[b]!) <= 0);
    vector.push((isFirst ? inOrder[a++]! : others[b++]!).entry);
  }
  return vector;
}

interface Scored {
  entry: TermImpact;
  strength: number;
}

/** True for `#topic`, `@reporter` and `~outlet` terms; the tokeniser never yields one, so no text can forge one. */
export function isPseudoTerm(term: string): boolean {
  const first = term.charCodeAt(0);
  return first === 0x23 || first === 0x40 || first === 0x7e;
}

function addField(weights: Map<string, number>, tokens: string[], field: { weight: number; typical: number; b: number }): void {
  // Shorter than this is not "more about" its few words: a feed entry of one sentence must not outweigh a headline.
  const length = Math.max(tokens.length, 0.4 * field.typical);
  const perToken = field.weight / (1 - field.b + (field.b * length) / field.typical);
  for (const token of tokens) {
    if (token.length <= MAX_TERM_LENGTH) weights.set(token, (weights.get(token) ?? 0) + perToken);
  }
}

function clampImpact(value: number): number {
  return Math.max(1, Math.min(255, Math.round(value) || 1));
}

function byStrength(a: Scored, b: Scored): number {
  return b.strength - a.strength || (a.entry.term < b.entry.term ? -1 : a.entry.term > b.entry.term ? 1 : 0);
}
