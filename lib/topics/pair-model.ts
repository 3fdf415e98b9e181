import type { PairEvidence } from './pair-evidence.ts';
import type { Places } from './salience.ts';

/** Words between two names within which they may be a pair. */
export const NEAR_WORDS = 25;
/** Items from which a list says nothing of what its items have to do with each other. */
export const LISTED = 3;

/** What is known of a pair of countries in a text. */
export interface PairSigns {
  evidence: PairEvidence[];
  best: PairEvidence;
  saliences: [number, number];
  /** Different countries in the part of `best`, a list counting once. */
  company: number;
  /** Places of the pair that has most of them. */
  most: number;
  places: Places;
  withUn: boolean;
}

/** What both questions are answered from, in the order of their weights. */
export function pairFeatures({ evidence, best, saliences: [a, b], company, most, places, withUn }: PairSigns): number[] {
  let first = places.total;
  let inTitle = 0;
  let inLead = 0;
  let compound = 0;
  let opens = 0;
  for (const e of evidence) {
    first = Math.min(first, places.starts[e.mention.part]! + e.mention.start);
    if (e.mention.zone === 'title') inTitle = 1;
    if (e.mention.zone === 'lead') inLead = 1;
    if (e.compound) compound = 1;
    if (e.opens) opens = 1;
  }
  return [
    1,
    inTitle,
    inLead,
    compound,
    Math.log(evidence.length / most),
    1 - first / places.total,
    Math.min(a, b),
    Math.max(a, b),
    best.gap / NEAR_WORDS,
    best.acrossSentences ? 1 : 0,
    best.located ? 1 : 0,
    opens,
    Math.log(Math.max(2, company) / 2),
    withUn ? 1 : 0,
  ];
}

/**
 * Weights in the order of `pairFeatures`: headline, lead, compound and repetition set by hand, for the set has one paragraph a text; the others
 * fitted on cep-relations (docs/ranking-topics.md). Two questions, for what tells a text of relations from others tells not which pair is meant.
 */
const TELLS = [-1.6, 1.5, 1.03, 1, 0.8, 1.53, 0.76, 1.21, -0.45, -0.4, -1.41, 0.32, 1.5, -2.71];
const MEANT = [0.1, 1.5, 1.03, 1, 0.8, 1.31, 2.29, 0.82, -1.07, -0.3, -1.2, 0.2, -1.45, -2.24];
/** What each country named before the later one of a pair, or between them, takes from it: log odds for a logarithm. */
const LATE = -1.7;

/** Log odds that where a pair stands is told of what countries have to do with each other, but for the words of `occasionOf`. */
export function tellsOfRelations(features: number[]): number {
  return weigh(TELLS, features);
}

/** Log odds that a pair is the one meant, given that; `ranks` is the sum of the two places in the order of first namings, at least 1. */
export function isThatRelation(features: number[], ranks: number): number {
  return weigh(MEANT, features) + LATE * Math.log(Math.max(1, ranks));
}

/** The probability of log odds. */
export function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

function weigh(weights: number[], features: number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * features[i]!;
  return sum;
}

/** The place where two names stand closest. */
export function bestOf(evidence: PairEvidence[]): PairEvidence {
  let best = evidence[0]!;
  for (let i = 1; i < evidence.length; i++) if (cost(evidence[i]!) < cost(best)) best = evidence[i]!;
  return best;
}

function cost(e: PairEvidence): number {
  return e.gap + (e.listed < LISTED ? 0 : 60) + (e.acrossSentences ? 20 : 0) + (e.located ? 10 : 0) - (e.compound ? 100 : 0);
}
