import { join } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Code that reads a document by role and name; see `page-reader.ts`. */
    pageReader: string;
  }
}

/** Bundles what the tests put into documents, once for all of them. */
export default async function bundlePageReader(project: TestProject): Promise<void> {
  const entry = join(import.meta.dirname, 'page-reader.ts');
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2023',
      minify: true,
      lib: { entry, formats: ['iife'], name: 'sidelightReader', fileName: 'page-reader' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output !== undefined && 'output' in output ? output.output.find((file) => file.type === 'chunk') : undefined;
  if (chunk === undefined) throw new Error('The page reader was not bundled.');
  project.provide('pageReader', chunk.code);
}
