import type { Features } from './types.ts';
import { CALIBRATION, DECAY } from './weights.ts';

/** How likely a reader calls the report related, 0..1: a logistic on the features, fitted as docs/ranking.md tells. */
export function calibrate(features: Features): number {
  const near = features.days === null ? 0 : Math.exp(-Math.abs(features.days) / DECAY.slowDays);
  const logit =
    CALIBRATION.bias +
    CALIBRATION.words * features.words +
    CALIBRATION.topics * features.topics +
    CALIBRATION.names * features.names +
    CALIBRATION.nearDate * near +
    (features.otherLanguage ? CALIBRATION.crossBias : 0);
  return 1 / (1 + Math.exp(-logit));
}
