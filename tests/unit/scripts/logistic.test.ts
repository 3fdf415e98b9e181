import { describe, expect, it } from 'vitest';
import { type Example, fitLogistic, predict } from '../../../scripts/relevance/logistic.ts';

/** Examples on a grid, each as both outcomes, weighted by how likely each is: the fit has one right answer. */
function examples(weights: [number, number], bias: number, given = 0): Example[] {
  const steps = Array.from({ length: 21 }, (_, i) => (i - 10) / 5);
  return steps.flatMap((a) =>
    steps.flatMap((b) => {
      const p = 1 / (1 + Math.exp(-(weights[0] * a + weights[1] * b + bias)));
      return [true, false].map((truth) => ({ inputs: [a, b], truth, weight: truth ? p : 1 - p, given }));
    }),
  );
}

describe('fitLogistic', () => {
  it('finds the weights the examples were made with', () => {
    const fit = fitLogistic(examples([2, -1], 0.5));
    // The ridge draws them a little towards zero.
    expect(Math.abs(fit.weights[0]! - 2)).toBeLessThan(0.1);
    expect(Math.abs(fit.weights[1]! + 1)).toBeLessThan(0.1);
    expect(fit.bias).toBeCloseTo(0.5, 1);
    expect(predict(fit, { inputs: [0, 0], given: 0 })).toBeCloseTo(1 / (1 + Math.exp(-0.5)), 1);
  });

  it('leaves to the bias only what is not given', () => {
    expect(fitLogistic(examples([2, -1], 0.5, 0.5)).bias).toBeCloseTo(0, 1);
  });
});
