import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const UNIT = 'tests/{unit,contract,migrations,relevance}/**/*.test.{ts,tsx}';

/**
 * Tests with a worker each: those that look at the clock, for what other files did in the same worker would change how fast the code runs; and those
 * that put something else in the place of a module or a global, for other files of the worker would get it too, or they what others have read.
 */
const ALONE = globSync(UNIT, { cwd: import.meta.dirname }).filter((path) =>
  /performance\.now\(\)|cpuUsage\(|vi\.(?:mock|stubGlobal)\(/i.test(readFileSync(`${import.meta.dirname}/${path}`, 'utf8')),
);

const UNIT_OPTIONS = {
  environment: 'node',
  pool: 'threads',
  // Vitest leaves one core to the terminal, which on two cores is half of them.
  maxWorkers: '100%',
  testTimeout: 30_000,
} as const;

/** Browser tests by how long they take, longest first: by size, as vitest goes, two that are mostly imports came last, and one core was idle for half a minute. */
const LONGEST = [
  'demo-pack',
  'accessibility',
  'pages',
  'sources',
  'modes',
  'native-ui',
  'privacy',
  'library',
  'storage-faults',
  'killed-background',
  'main-job',
];

/**
 * Browser tests longest first. Of the others, those with a document before those without: vitest ends a worker at each change between the two, and
 * the next one reads all modules anew.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      if (moduleId.endsWith('.tsx')) return -1;
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`/e2e/${name}.test.ts`));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      // Files of a worker share what they import: reading the modules anew for each would be a third of the work.
      { extends: true, test: { ...UNIT_OPTIONS, name: 'unit', include: [UNIT], exclude: ALONE, isolate: false } },
      { extends: true, test: { ...UNIT_OPTIONS, name: 'alone', include: ALONE } },
      // What the two builds hold: manifests, sizes, no remote code. `npm test` builds first.
      { extends: true, test: { name: 'built', include: ['tests/built/**/*.test.ts'], environment: 'node' } },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/support/firefox/warm-profile.ts'],
          isolate: false,
          // Two browsers at a time keep two cores busy; each file has its own browser and profile.
          maxWorkers: 2,
          // Two browsers on two cores: a wait may run out although nothing is wrong. What fails twice is a failure.
          retry: 1,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
