import { writeFileSync } from 'node:fs';
import { digits } from './figures.ts';

/** A figure: `n` cases; `goal` where one is set, `lower` where less is better. */
export interface Metric {
  name: string;
  n: number;
  value: number;
  goal?: number;
  lower?: boolean;
}

/** All figures of a set. */
export interface SetResult {
  set: string;
  metrics: Metric[];
}

/** Prints figures, and writes them to the file after `--json`, from where `scripts/eval.mjs` keeps them. Few cases are printed as a count. */
export function reportResults(results: SetResult[]): void {
  console.log(`${'set'.padEnd(28)}${'measure'.padEnd(42)}${'n'.padStart(8)}${'value'.padStart(9)}${'goal'.padStart(8)}`);
  for (const { set, metrics } of results) {
    for (const { name, n, value, goal, lower } of metrics) {
      const shown = n < FEW ? `${Math.round(value * n)} of ${n}` : digits(value);
      console.log(
        `${set.padEnd(28)}${name.padEnd(42)}${String(n).padStart(8)}${shown.padStart(9)}${(goal === undefined ? '' : digits(goal)).padStart(8)}${goal !== undefined && (lower ? value > goal : value < goal) ? '  missed' : ''}`,
      );
    }
  }
  const file = process.argv[process.argv.indexOf('--json') + 1];
  if (process.argv.includes('--json') && file !== undefined) {
    writeFileSync(file, JSON.stringify({ results, sample: null, mode: 'same-event', dates: true }));
  }
}

/** Below, a share says little. */
const FEW = 50;
