import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/{unit,contract,migrations,relevance}/**/*.test.{ts,tsx}'],
          environment: 'node',
          pool: 'threads',
          // Vitest leaves one core to the terminal, which on two cores is half of them.
          maxWorkers: '100%',
          // Files of a worker share what they import: reading the modules anew for each would be a third of the work.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      // What the two builds hold: manifests, sizes, no remote code. `npm test` builds first.
      { extends: true, test: { name: 'built', include: ['tests/built/**/*.test.ts'], environment: 'node' } },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/support/bundle-page-reader.ts',
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
