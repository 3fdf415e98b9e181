// The long benchmarks, one section of `docs/figures.md` each, with the date and commit it was measured at.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, platform } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './setup.mjs';

const FILE = join(ROOT, 'docs', 'figures.md');
const extension = (browser, articles) => [
  'tests/bench/extension/run.ts',
  '--browser',
  browser,
  '--articles',
  String(articles),
  '--rounds',
  '9',
];

/** What is measured, in the order of the page: a name, a title, and the script with its arguments. */
export const SECTIONS = [
  { name: 'typed', title: 'Typed queries and the peers, in Chromium', args: ['tests/bench/run.ts', '--long', '--only', 'typed'] },
  { name: 'index-node', title: 'The index and its peers, in Node', args: ['tests/bench/run.ts', '--long', '--only', 'node'] },
  { name: 'index', title: 'The index and its peers, in Chromium', args: ['tests/bench/run.ts', '--long', '--only', 'chromium'] },
  { name: 'chromium-10k', title: 'The extension in Chromium, 10,000 reports', args: extension('chromium', 10_000) },
  { name: 'firefox-10k', title: 'The extension in Firefox, 10,000 reports', args: extension('firefox', 10_000) },
  { name: 'chromium-100k', title: 'The extension in Chromium, 100,000 reports', args: extension('chromium', 100_000) },
  { name: 'firefox-100k', title: 'The extension in Firefox, 100,000 reports', args: extension('firefox', 100_000) },
  {
    name: 'import',
    title: 'Importing a pack of 100,000 reports in Chromium',
    args: ['tests/bench/extension/import.ts', '--articles', '100000'],
  },
  {
    name: 'kill-import',
    title: 'An import of 20,000 reports that is killed half-way, in Chromium',
    args: ['tests/bench/extension/kill-import.ts', '--articles', '20000'],
  },
  { name: 'library', title: 'The library with 10,000 pins, in Chromium', args: ['tests/bench/extension/library.ts', '--pins', '10000'] },
  { name: 'topics', title: 'Topic detection', args: ['tests/bench/topics.ts'] },
  { name: 'extract', title: 'Reading a page', args: ['tests/bench/extract/run.ts'] },
  { name: 'feeds', title: 'Reading feeds', args: ['tests/bench/feeds.ts'] },
];

/** Puts a section's new figures into `docs/figures.md`; the other sections stay as they were. `measured`: the stamp taken before the run. */
export function keepFigures(name, stdout, measured) {
  const known = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
  writeFileSync(FILE, withSection(known, name, stdout, measured));
}

/** The page with one section replaced or added, in the order of `SECTIONS`. */
export function withSection(page, name, stdout, measured) {
  const texts = new Map(
    page.split(/^(?=<!-- [a-z0-9-]+ -->$)/m).flatMap((text) => {
      const found = /^<!-- ([a-z0-9-]+) -->/.exec(text);
      return found ? [[found[1], text.trim()]] : [];
    }),
  );
  const title = SECTIONS.find((section) => section.name === name).title;
  texts.set(name, `<!-- ${name} -->\n## ${title}\n\n${measured}\n\n${stdout.trim()}`);
  const head =
    '# Figures\n\nThe last figures of `npm run test:long`, each section with the date and commit it was measured at. Read them as ratios within a section.';
  return `${[head, ...SECTIONS.flatMap((section) => texts.get(section.name) ?? [])].join('\n\n')}\n`;
}

/** When, on what commit and machine, and beside how much other work: to be taken before a run, which is a load itself. */
export function stamp() {
  const git = (...args) => spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' }).stdout.trim();
  const changed =
    git('status', '--porcelain', '--', 'lib', 'components', 'entrypoints', 'tests/bench') === '' ? '' : ' and uncommitted changes';
  const commit = `${git('rev-parse', '--short', 'HEAD') || 'unknown'}${changed}`;
  return `${new Date().toISOString().slice(0, 10)}, commit ${commit}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${platform()}, load before ${loadavg()[0].toFixed(1)}`;
}
