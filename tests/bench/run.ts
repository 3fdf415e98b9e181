import { parseArgs } from 'node:util';
import { runChromium, runTypedInChromium } from './chromium.ts';
import { ENGINE_NAMES, ENGINE_NOTES, type EngineName } from './engine.ts';
import { markdownTable } from './figures.ts';
import { runNode } from './node.ts';
import { typedTable } from './typed.ts';
import { measureWake } from './wake.ts';

const USAGE = `npm run bench -- [--long] [--sizes 1000,10000] [--engines ${ENGINE_NAMES.join(',')}] [--only node|chromium|typed]`;

/** `npm run bench`: this index and its peers, side by side in one run. Tables go to standard output, progress to standard error. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      long: { type: 'boolean' },
      sizes: { type: 'string' },
      engines: { type: 'string' },
      only: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) {
    console.log(USAGE);
    return 0;
  }
  const long = values.long === true;
  const sizes = (values.sizes ?? (long ? '1000,10000,100000' : '1000,10000')).split(',').map(Number);
  const engines = (values.engines ?? ENGINE_NAMES.join(',')).split(',') as EngineName[];
  if (!sizes.every((size) => Number.isInteger(size) && size > 0) || !engines.every((name) => ENGINE_NAMES.includes(name))) {
    console.error(USAGE);
    return 2;
  }
  const log = (line: string): void => console.error(line);
  if (values.only !== 'node' && values.only !== 'chromium') {
    console.log(typedTable('Typed queries, Chromium', await runTypedInChromium(sizes, log)));
    if (values.only === 'typed') return 0;
  }
  if (values.only !== 'chromium') console.log(markdownTable('Node, in memory', await runNode(sizes, engines, log)));
  if (values.only !== 'node') {
    const rows = await runChromium({ sizes, engines, coldRuns: long ? 7 : 3, restMs: long ? 6000 : 3000, log });
    console.log(markdownTable('Chromium, on disk', rows));
    if (engines.includes('sidelight')) {
      for (const size of sizes) console.log(await measureWake(size, long ? 9 : 3, long ? 6000 : 3000, log));
    }
  }
  for (const name of engines) console.log(`- ${name}: ${ENGINE_NOTES[name]}`);
  return 0;
}

process.exitCode = await main();
