import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { correctness, hasData } from './feeds/correctness.ts';
import { HOSTILE } from './feeds/hostile.ts';
import type { Sample } from './feeds/sample.ts';
import { SUBJECTS, type Subject } from './feeds/subjects.ts';

const USAGE = 'npm run bench:feeds -- [--documents 1000] [--urls 50000] [--runs 5] [--only correctness,size,speed,hostile]';
const ROOT = join(import.meta.dirname, '..', '..');
const FEED_PARSERS = SUBJECTS.filter((subject) => subject !== 'fast-xml-parser');
/** Whoever is not done with one hostile document by then counts as hung. */
const HOSTILE_TIMEOUT_MS = 20_000;

/** What each subject brings into a bundle. */
const ENTRIES: Record<Subject, string> = {
  'lib/feeds': `import { readFeed } from '${join(ROOT, 'lib/feeds/read-feed.ts')}'; import { unpackGzip } from '${join(ROOT, 'lib/feeds/unpack.ts')}'; globalThis.it = [readFeed, unpackGzip];`,
  feedsmith: "import { parseFeed, parseOpml } from 'feedsmith'; globalThis.it = [parseFeed, parseOpml];",
  '@rowanmanning/feed-parser': "import { parseFeed } from '@rowanmanning/feed-parser'; globalThis.it = parseFeed;",
  '@extractus/feed-extractor':
    "import { extractFromXml, extractFromJson } from '@extractus/feed-extractor'; globalThis.it = [extractFromXml, extractFromJson];",
  'rss-parser': "import Parser from 'rss-parser'; globalThis.it = Parser;",
  'fast-xml-parser': "import { XMLParser } from 'fast-xml-parser'; globalThis.it = XMLParser;",
};

/** `npm run bench:feeds`: correctness, size, speed and safety of our feed reader beside other parsers. Tables go to standard output. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      documents: { type: 'string' },
      urls: { type: 'string' },
      runs: { type: 'string' },
      only: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const documents = Number(values.documents ?? 1000);
  const urls = Number(values.urls ?? 50_000);
  const runs = Number(values.runs ?? 5);
  if (values.help === true || !(documents >= 1) || !(urls >= 1) || !(runs >= 1)) {
    console.error(USAGE);
    return values.help === true ? 0 : 2;
  }
  const wanted = (part: string) => values.only === undefined || values.only.split(',').includes(part);
  if (wanted('correctness')) console.log(await correctnessTable());
  if (wanted('size')) console.log(await sizeTable());
  if (wanted('speed')) {
    console.log(await speedTable(`${documents} feed documents`, 'feeds', String(documents), FEED_PARSERS, runs));
    console.log(await speedTable(`A news sitemap of ${urls} addresses`, 'sitemap', String(urls), ['lib/feeds', 'fast-xml-parser'], runs));
  }
  if (wanted('hostile')) console.log(await hostileTable());
  return 0;
}

async function correctnessTable(): Promise<string> {
  if (!hasData()) return '### Checks that hold\n\nLeft out: the data sets are not in ../shared.\n';
  const rows: string[][] = [];
  for (const subject of FEED_PARSERS) {
    const sets = Object.values((await correctness(subject)) ?? {});
    const [checks, right] = [sum(sets.map(({ checks }) => checks)), sum(sets.map(({ checks, right }) => checks * right))];
    rows.push([
      subject,
      ...sets.map(({ parsed, right }) => `${parsed.toFixed(3)} / ${right.toFixed(3)}`),
      `${(right / checks).toFixed(4)} of ${checks}`,
    ]);
  }
  return `### Rows read / checks that hold\n\n${markdown(['parser', 'feedparser', 'gofeed', 'opml', 'sitemaps', 'all checks'], rows)}`;
}

async function sizeTable(): Promise<string> {
  const rows: string[][] = [];
  for (const subject of SUBJECTS) {
    const [bytes, gzipped] = await bundleSize(subject);
    rows.push([
      subject,
      kilobytes(bytes),
      kilobytes(gzipped),
      subject === 'lib/feeds' ? await licences('htmlparser2', 'entities') : await licences(subject),
    ]);
  }
  return `### Bundle\n\n${markdown(['parser', 'minified kB', 'gzipped kB', 'licences with all it brings'], rows)}`;
}

async function speedTable(title: string, job: string, count: string, subjects: readonly Subject[], runs: number): Promise<string> {
  const samples = new Map<Subject, Sample[]>(subjects.map((subject) => [subject, []]));
  // By turns, so that a busy minute of the machine falls on all of them.
  for (let run = 0; run < runs; run++)
    for (const subject of subjects) samples.get(subject)?.push(await sample(subject, job, count, 300_000));
  const rows = [...samples].map(([subject, all]) => {
    const middle = [...all].sort((a, b) => a.processorMs - b.processorMs)[Math.floor(all.length / 2)]!;
    const { ms, processorMs, documents, megabytes, failed, peakMegabytes } = middle;
    return [
      subject,
      processorMs.toFixed(0),
      ((1000 * documents) / processorMs).toFixed(0),
      ((1000 * megabytes) / processorMs).toFixed(1),
      ms.toFixed(0),
      peakMegabytes.toFixed(0),
      failed === 0 ? '' : `${failed} not read`,
    ];
  });
  const [first] = samples.values();
  return `### ${title} (${first?.[0]?.megabytes.toFixed(1)} MB), median of ${runs}; load ${loadavg()[0]?.toFixed(1)}\n\n${markdown(['parser', 'processor ms', 'documents/s', 'MB/s', 'ms by the clock', 'peak memory, MB more', ''], rows)}`;
}

async function hostileTable(): Promise<string> {
  const rows: string[][] = [];
  for (const name of Object.keys(HOSTILE)) {
    const cells: string[] = [];
    for (const subject of FEED_PARSERS) cells.push(await fate(subject, name));
    rows.push([name, ...cells]);
  }
  return `### Hostile documents\n\n${markdown(['document', ...FEED_PARSERS], rows)}`;
}

async function fate(subject: Subject, name: string): Promise<string> {
  try {
    const { processorMs, failed, note, peakMegabytes } = await sample(subject, name, '', HOSTILE_TIMEOUT_MS);
    return `${note || (failed > 0 ? 'refused' : 'read')}, ${processorMs.toFixed(0)} ms, ${peakMegabytes.toFixed(0)} MB`;
  } catch (error) {
    return error instanceof Error && 'killed' in error && error.killed ? '**hung**' : '**crashed**';
  }
}

function sample(subject: Subject, job: string, count: string, timeoutMs: number): Promise<Sample> {
  return new Promise((done, fail) => {
    const script = join(import.meta.dirname, 'feeds', 'sample.ts');
    execFile(
      process.execPath,
      ['--no-warnings', script, subject, job, count],
      { timeout: timeoutMs, killSignal: 'SIGKILL' },
      (error, stdout) => (error ? fail(error) : done(JSON.parse(stdout))),
    );
  });
}

async function bundleSize(subject: Subject): Promise<[number, number]> {
  // Under the clone, so that packages resolve from it.
  const folder = await mkdtemp(join(ROOT, 'node_modules', '.bench-feeds-'));
  try {
    const entry = join(folder, 'entry.mjs');
    await writeFile(entry, ENTRIES[subject]);
    await build({
      root: folder,
      logLevel: 'silent',
      build: { target: 'es2022', outDir: 'out', rolldownOptions: { input: entry, output: { entryFileNames: 'it.js', format: 'es' } } },
    });
    const [file] = await readdir(join(folder, 'out'));
    const code = await readFile(join(folder, 'out', file ?? ''));
    return [code.length, gzipSync(code, { level: 9 }).length];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Licences of packages and of everything they depend on, as installed. */
async function licences(...names: string[]): Promise<string> {
  const lock: { packages: Record<string, { license?: string; dependencies?: Record<string, string> }> } = JSON.parse(
    await readFile(join(ROOT, 'package-lock.json'), 'utf8'),
  );
  const seen = new Map<string, string>();
  const visit = (name: string, from: string): void => {
    let at = from;
    while (at !== '' && lock.packages[`${at}/node_modules/${name}`] === undefined)
      at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')));
    const path = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    const found = lock.packages[path];
    if (found === undefined || seen.has(path)) return;
    seen.set(path, found.license ?? 'unknown');
    for (const next of Object.keys(found.dependencies ?? {})) visit(next, path);
  };
  for (const name of names) visit(name, '');
  return `${[...new Set(seen.values())].sort().join(', ')} (${seen.size} packages)`;
}

function markdown(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n');
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

process.exitCode = await main();
