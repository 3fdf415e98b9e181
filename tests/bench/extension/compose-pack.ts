import { open } from 'node:fs/promises';
import { createLineChecksum } from '../../../lib/packs/checksum.ts';
import { composeArticle, composeReporters } from './compose.ts';

/** Writes a pack of composed reports line by line, since all of it in memory would be too much of ours; answers its path. */
export async function composePack(path: string, articles: number): Promise<string> {
  const reporters = composeReporters().map(({ provenance: _provenance, ...reporter }) => JSON.stringify({ type: 'reporter', ...reporter }));
  const reports = Array.from({ length: articles }, (_, n) => `composed:${n}`).sort();
  const line = (id: string): string => {
    const n = Number(id.slice('composed:'.length));
    const { publishedAtMs: _publishedAtMs, provenance: _provenance, ...article } = composeArticle(n);
    // Of several outlets, and no samples, as most packs: addresses do not follow the order of ids then, and an index less is written.
    return JSON.stringify({ type: 'article', ...article, url: `https://outlet${(n * 7919) % 41}.composed.example/${n}`, sample: false });
  };
  const checksum = createLineChecksum();
  for (const one of reporters) checksum.add(one);
  for (const id of reports) checksum.add(line(id));
  const manifest = {
    format: 'sidelight-pack',
    version: 1,
    name: 'Composed pack',
    licence: 'Apache-2.0',
    source: 'Sidelight benchmarks',
    counts: { outlets: 0, reporters: reporters.length, topics: 0, articles },
    sha256: checksum.hex(),
  };
  const out = await open(path, 'w');
  await out.write(`${JSON.stringify(manifest)}\n${reporters.map((one) => `${one}\n`).join('')}`);
  for (let from = 0; from < reports.length; from += 1_000)
    await out.write(
      reports
        .slice(from, from + 1_000)
        .map((id) => `${line(id)}\n`)
        .join(''),
    );
  await out.close();
  return path;
}
