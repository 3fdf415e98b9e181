import { mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPack } from '../lib/cli/commands/pack-build.ts';

/** Builds the packs of this repository with `sidelight pack build`: the starter pack, which ships, and the demo pack, which does not. */

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where a pack's source lies (NDJSON and `pack.json`), and where its built form goes. */
const PACKS = [
  { from: 'packs/starter', to: 'public/data/starter.pack.ndjson' },
  // Outside public/: what lies there is released, and samples never are.
  { from: 'demo/pack', to: 'dist/demo.pack.ndjson' },
];

for (const { from, to } of PACKS) {
  const folder = join(root, from);
  const about: Record<string, string> = JSON.parse(await readFile(join(folder, 'pack.json'), 'utf8'));
  const inputs = (await readdir(folder)).filter((name) => name.endsWith('.ndjson')).sort();
  await mkdir(dirname(join(root, to)), { recursive: true });
  const options = ['name', 'licence', 'source', 'description'].flatMap((key) => (about[key] ? [`--${key}`, about[key]] : []));
  const status = await buildPack([...inputs.map((name) => join(folder, name)), ...options, '-o', join(root, to)], {
    stdin: (async function* () {})(),
    out: async () => {},
    note: (text) => void process.stderr.write(text),
    cwd: root,
  });
  if (status !== 0) process.exit(status);
  process.stdout.write(`${to}\n`);
}
