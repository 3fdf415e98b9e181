import type { Company, Features } from './types.ts';
import { CALIBRATION, COMPANY, DECAY } from './weights.ts';

/** What the likelihoods are computed from, by the names of the weights. */
export type Inputs<Name extends string = string> = Record<Name, number>;

/** Weights of the three logistics, by the names of their inputs. */
export type Calibration = typeof CALIBRATION;

/**
 * How likely a report tells of the page's subject, 0..1, judged by itself: a logistic, fitted by `npm run eval -- --fit`. The page shows
 * related reports where one of them reaches `SUBJECT_HELD_FROM`.
 */
export function evidence(features: Features, company: Company, weights: Calibration = CALIBRATION): number {
  return features.otherLanguage ? logistic(crossInputs(features), weights.cross) : logistic(sameInputs(features, company), weights.same);
}

/** How likely it does, given that the index holds the subject: company of the best rows speaks for it. Shown from `SHOW_FROM`. */
export function likelihood(features: Features, company: Company, alone: number, weights: Calibration = CALIBRATION): number {
  return features.otherLanguage ? alone : logistic(heldInputs(features, company, alone), weights.held);
}

/** Inputs for a report in the page's language, or in an unknown one. */
export function sameInputs({ words, namedWords, specificTopics, days, namesHeld, counted }: Features, company: Company) {
  return {
    wordsRoot: Math.sqrt(words),
    namedRoot: Math.sqrt(namedWords),
    topics: specificTopics,
    near: nearness(days, DECAY.slowDays),
    undated: days === null ? 1 : 0,
    namesHeld,
    counted,
    apart: company.toThird === 0 ? 0 : Math.log((company.toPage + COMPANY.floor) / (company.toThird + COMPANY.floor)),
  } satisfies Inputs;
}

/** Inputs for a report in another language. */
export function crossInputs({ words, names, specificTopics, days, counted }: Features) {
  return {
    words,
    namesRoot: Math.sqrt(names),
    specificRoot: Math.sqrt(specificTopics),
    near: nearness(days, DECAY.slowDays),
    fast: nearness(days, DECAY.fastDays),
    undated: days === null ? 1 : 0,
    counted,
  } satisfies Inputs;
}

/** Inputs for a report in the page's language where the subject is held. */
export function heldInputs({ brevity }: Features, { toBest, toThird }: Company, alone: number) {
  const sure = Math.min(1 - 1e-4, Math.max(1e-4, alone));
  return { alone: Math.log(sure / (1 - sure)), toBest, toThird, brevity } satisfies Inputs;
}

function nearness(days: number | null, decay: number): number {
  return days === null ? 0 : Math.exp(-Math.abs(days) / decay);
}

function logistic<Name extends string>(inputs: Inputs<Name>, weights: Inputs<NoInfer<Name> | 'bias'>): number {
  let logit = weights.bias;
  for (const name in inputs) logit += weights[name] * inputs[name];
  return 1 / (1 + Math.exp(-logit));
}
