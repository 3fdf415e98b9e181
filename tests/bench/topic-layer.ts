import { readFileSync } from 'node:fs';
import { buildGazetteer, openGazetteer } from '../../lib/topics/gazetteer.ts';

/** What keeping the layer of packs' topics saves a wake: `node tests/bench/topic-layer.ts`, best of five in ms. */

const builtin = new Uint8Array(readFileSync(new URL('../../public/data/builtin.gaz', import.meta.url)));

function best(work: () => void): string {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times).toFixed(1);
}

console.log('| topics | built at every wake | kept | bytes |\n| ---: | ---: | ---: | ---: |');
for (const count of [50, 1000, 5000]) {
  const entries = Array.from({ length: count }, (_, i) => ({
    id: `topic:${i}`,
    kind: 'person' as const,
    names: { en: [`Person${i} Name${i * 7}`], uk: [`Особа${i} Імʼя${i}`] },
  }));
  const kept = buildGazetteer(entries);
  const built = best(() => openGazetteer([builtin, buildGazetteer(entries)], { packaged: 1 }));
  console.log(`| ${count} | ${built} | ${best(() => openGazetteer([builtin, kept], { packaged: 1 }))} | ${kept.length} |`);
}
