/**
 * Writes public/data/catalogue.json, the outlets to choose from, and public/data/builtin.gaz: every country and the starter topics, packed.
 * `npm run data`; the topics, which take seconds, only when their inputs have changed.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildCatalogue } from './catalogue/build-catalogue.ts';
import { cldrVersions } from './gazetteer/cldr.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'public/data/builtin.gaz');
const stamp = join(root, '.cache/builtin-gaz.sha256');
const INPUTS = ['scripts/build-data.ts', 'scripts/gazetteer', 'packs/starter/topics.ndjson', 'lib/topics', 'lib/text', 'lib/core/topic.ts'];

function filesUnder(path: string): string[] {
  if (/\.[a-z]+$/.test(path)) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => join(entry.parentPath, entry.name)).sort();
}

function inputHash(): string {
  const hash = createHash('sha256').update(cldrVersions().join('\n'));
  for (const file of INPUTS.flatMap((input) => filesUnder(join(root, input)))) {
    hash.update(`\n${relative(root, file)}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Writes beside and renames, so that a reader never sees half a file. */
function writeWhole(path: string, content: Uint8Array | string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, content);
  renameSync(`${path}.${process.pid}`, path);
}

const { json, outlets } = buildCatalogue();
writeWhole(join(root, 'public/data/catalogue.json'), json);
const languageCount = new Set(outlets.map(({ language }) => language)).size;
console.error(`public/data/catalogue.json: ${outlets.length} outlets in ${languageCount} languages, ${Buffer.byteLength(json)} bytes`);

const hash = inputHash();
if (existsSync(target) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) {
  console.error('public/data/builtin.gaz is up to date.');
} else {
  const [{ builtinEntries }, { buildGazetteer }] = await Promise.all([
    import('./gazetteer/entries.ts'),
    import('../lib/topics/gazetteer.ts'),
  ]);
  const entries = builtinEntries();
  const bytes = buildGazetteer(entries);
  writeWhole(target, bytes);
  writeWhole(stamp, hash);
  const countries = entries.filter((entry) => entry.kind === 'country').length;
  const names = entries.reduce((sum, entry) => sum + Object.values(entry.names).flat().length, 0);
  const aliases = entries.reduce((sum, entry) => sum + (entry.aliases?.length ?? 0), 0);
  const languages = new Set(entries.flatMap((entry) => Object.keys(entry.names))).size;
  console.error(
    `public/data/builtin.gaz: ${countries} countries, ${entries.length - countries} topics, ${names} names and ${aliases} aliases in ${languages} languages, ${bytes.length} bytes`,
  );
}
