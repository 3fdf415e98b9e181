/** Where a text names a topic, as shares of the text. */
export interface SalienceFeatures {
  inTitle: boolean;
  inLead: boolean;
  inSecond: boolean;
  /** Distance between first and last mention over the text's length, 0..1. */
  spread: number;
  /** Place of the first mention over the text's length, 0 (start) to 1. */
  first: number;
  /** Sum of the mentions' weights: 1 each, less for those of weak evidence. */
  weight: number;
}

/** Weights of the logistic model; chosen on itn (`main` flags) and ecbplus, see docs/ranking-topics.md. */
const WEIGHTS = { bias: -2.9, title: 1.83, lead: 1.03, second: 0.31, spread: 1.8, early: 1.72, count: 0.35 };

/** From here a topic is shown at all, and from here the text counts as being about it. */
export const SHOWN_FROM = 0.3;
export const MAIN_FROM = 0.5;

/** How likely a reader would say that the text is about a topic, 0..1. */
export function salienceOf(features: SalienceFeatures): number {
  const sum =
    WEIGHTS.bias +
    (features.inTitle ? WEIGHTS.title : 0) +
    (features.inLead ? WEIGHTS.lead : 0) +
    (features.inSecond ? WEIGHTS.second : 0) +
    WEIGHTS.spread * features.spread +
    WEIGHTS.early * (1 - features.first) +
    WEIGHTS.count * Math.log(Math.max(features.weight, 0.1));
  return 1 / (1 + Math.exp(-sum));
}
