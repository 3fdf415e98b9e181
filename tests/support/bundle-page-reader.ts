import { join } from 'node:path';
import { build } from 'vite';

let bundling: Promise<string> | null = null;

/** Code that reads a document by role and name (`page-reader.ts`), as one script to put into it; bundled once in a process. */
export function pageReaderScript(): Promise<string> {
  bundling ??= bundle(join(import.meta.dirname, 'page-reader.ts'));
  return bundling;
}

async function bundle(entry: string): Promise<string> {
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
  return chunk.code;
}
