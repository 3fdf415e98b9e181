import { existsSync, readFileSync } from 'node:fs';
import { UsageError } from './command.ts';

/** Where the built-in topics lie, seen from the sources and from `dist/`. */
const PLACES = ['../../public/data/builtin.gaz', '../public/data/builtin.gaz'];

/** Bytes of the built-in topics. Throws UsageError where they have not been built. */
export function loadBuiltinGazetteer(): Uint8Array {
  for (const place of PLACES) {
    const file = new URL(place, import.meta.url);
    if (existsSync(file)) return readFileSync(file);
  }
  throw new UsageError('the built-in topics are missing; run "npm run data" first, or give --no-builtin');
}
