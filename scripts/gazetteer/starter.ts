import { readFileSync } from 'node:fs';
import type { SourceEntry } from '../../lib/topics/source.ts';

/** Where the starter topics are written, one JSON object a line. */
export const STARTER_PATH = new URL('../../packs/starter/topics.ndjson', import.meta.url);

/** The named things of the starter pack as entries. Throws on a line that is no JSON: the file is our own. */
export function starterEntries(): SourceEntry[] {
  return readFileSync(STARTER_PATH, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as SourceEntry);
}
