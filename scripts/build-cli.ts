import { chmod } from 'node:fs/promises';
import { build } from 'vite';

/** Bundles the command line into `dist/sidelight.mjs`, the package's `bin`: one file, its libraries inside, for Node 20 and later. */
await build({
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: 'lib/cli/main.ts',
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    rollupOptions: { output: { format: 'es', entryFileNames: 'sidelight.mjs', codeSplitting: false, banner: '#!/usr/bin/env node' } },
  },
});
await chmod('dist/sidelight.mjs', 0o755);
