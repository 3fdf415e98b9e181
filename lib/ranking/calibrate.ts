import type { Features } from './types.ts';
import { CALIBRATION, DECAY } from './weights.ts';

/** How likely a reader calls the report related, 0..1: a logistic on the features, fitted as docs/ranking.md tells. */
export function calibrate(features: Features): number {
  const near = features.days === null ? 0 : Math.exp(-Math.abs(features.days) / DECAY.slowDays);
  return logistic(features.otherLanguage ? crossLogit(features, near) : sameLogit(features, near));
}

function sameLogit({ words, namedWords, breadth, specificTopics }: Features, near: number): number {
  const weights = CALIBRATION.same;
  return (
    weights.bias +
    weights.words * words +
    weights.wordsRoot * Math.sqrt(words) +
    weights.namedRoot * Math.sqrt(namedWords) +
    weights.breadth * breadth +
    weights.topics * specificTopics +
    weights.near * near
  );
}

function crossLogit({ words, names, specificTopics }: Features, near: number): number {
  const weights = CALIBRATION.cross;
  return weights.bias + weights.words * words + weights.names * names + weights.topics * specificTopics + weights.near * near;
}

function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
