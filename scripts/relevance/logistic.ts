/** One example: its inputs in a fixed order, whether it is true, and how much it counts. */
export interface Example {
  inputs: number[];
  truth: boolean;
  weight: number;
  /** Part of the logit that is given and not fitted. */
  given: number;
}

/** Fitted weights in the order of the inputs, and the bias. */
export interface Fit {
  weights: number[];
  bias: number;
}

const STEPS = 40;
/** Ridge on standardised inputs: enough to hold inputs that say the same in place. */
const RIDGE = 1;

/** Weighted logistic regression by Newton's method, inputs standardised, ridge 1. */
export function fitLogistic(examples: Example[]): Fit {
  const width = examples[0]!.inputs.length;
  const { means, deviations } = moments(examples, width);
  const total = examples.reduce((sum, { weight }) => sum + weight, 0) / examples.length;
  const rows = examples.map(({ inputs, truth, weight, given }) => ({
    x: [...inputs.map((value, i) => (value - means[i]!) / deviations[i]!), 1],
    y: truth ? 1 : 0,
    weight: weight / total,
    given,
  }));
  const beta = new Array<number>(width + 1).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = beta.map((value, i) => (i < width ? RIDGE * value : 0));
    const hessian = beta.map((_, i) => beta.map((__, j) => (i === j && i < width ? RIDGE : 1e-9)));
    for (const { x, y, weight, given } of rows) {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * beta[i]!, given)));
      for (let i = 0; i <= width; i++) {
        gradient[i]! += weight * (p - y) * x[i]!;
        const scaled = weight * p * (1 - p) * x[i]!;
        for (let j = 0; j <= i; j++) hessian[i]![j]! += scaled * x[j]!;
      }
    }
    for (let i = 0; i <= width; i++) for (let j = i + 1; j <= width; j++) hessian[i]![j] = hessian[j]![i]!;
    const change = solve(hessian, gradient);
    for (let i = 0; i <= width; i++) beta[i]! -= change[i]!;
    if (Math.max(...change.map(Math.abs)) < 1e-6) break;
  }
  const weights = means.map((_, i) => beta[i]! / deviations[i]!);
  return { weights, bias: beta[width]! - weights.reduce((sum, weight, i) => sum + weight * means[i]!, 0) };
}

/** Likelihood of an example, 0..1. */
export function predict({ weights, bias }: Fit, { inputs, given }: Pick<Example, 'inputs' | 'given'>): number {
  return 1 / (1 + Math.exp(-inputs.reduce((sum, value, i) => sum + value * weights[i]!, bias + given)));
}

function moments(examples: Example[], width: number): { means: number[]; deviations: number[] } {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const means = Array.from({ length: width }, (_, i) => examples.reduce((sum, { inputs, weight }) => sum + weight * inputs[i]!, 0) / total);
  const deviations = means.map((mean, i) =>
    Math.max(1e-9, Math.sqrt(examples.reduce((sum, { inputs, weight }) => sum + weight * (inputs[i]! - mean) ** 2, 0) / total)),
  );
  return { means, deviations };
}

/** Gaussian elimination with pivots. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const size = right.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let i = column + 1; i < size; i++) if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let i = 0; i < size; i++) {
      if (i === column) continue;
      const factor = rows[i]![column]! / rows[column]![column]!;
      for (let j = column; j <= size; j++) rows[i]![j]! -= factor * rows[column]![j]!;
    }
  }
  return rows.map((row, i) => row[size]! / row[i]!);
}
