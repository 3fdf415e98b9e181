import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { correctness, hasData } from './feeds/correctness.ts';
import { HOSTILE } from './feeds/hostile.ts';
import type { IngestSample } from './feeds/ingest.ts';
import type { RoundSample } from './feeds/refresh-round.ts';
import type { Sample } from './feeds/sample.ts';
import { SUBJECTS, type Subject } from './feeds/subjects.ts';

const USAGE =
  'npm run bench:feeds -- [--documents 1000] [--urls 50000] [--runs 5] [--feeds 200] [--only correctness,size,speed,hostile,ingest,refresh]';
const ROOT = join(import.meta.dirname, '..', '..');
const FEED_PARSERS = SUBJECTS.filter((subject) => subject !== 'fast-xml-parser');
/** Whoever is not done with one hostile document by then counts as hung. */
const HOSTILE_TIMEOUT_MS = 20_000;
/** A thousand documents are a minute and a half of work. */
const SLOW_RUNS = 3;

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

/**
 * `npm run bench:feeds`: correctness, size, speed and safety of our feed reader beside other parsers; what taking feeds into the index and
 * refreshing them costs beside the plainest way. Tables go to standard output.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      documents: { type: 'string' },
      urls: { type: 'string' },
      runs: { type: 'string' },
      feeds: { type: 'string' },
      only: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const documents = Number(values.documents ?? 1000);
  const urls = Number(values.urls ?? 50_000);
  const runs = Number(values.runs ?? 5);
  const feeds = Number(values.feeds ?? 200);
  if (values.help === true || ![documents, urls, runs, feeds].every((count) => count >= 1)) {
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
  if (wanted('ingest')) console.log(await ingestTable(documents, urls, Math.min(runs, SLOW_RUNS)));
  if (wanted('refresh')) console.log(await refreshTable(feeds, runs));
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
    const middle = medianBy(all, (one) => one.processorMs);
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

async function ingestTable(documents: number, urls: number, runs: number): Promise<string> {
  const rows: string[][] = [];
  const jobs = [
    ['feeds', documents, `${documents} feed documents`],
    ['sitemap', urls, `a news sitemap of ${urls} addresses`],
  ] as const;
  for (const [job, count, title] of jobs) {
    const samples: IngestSample[] = [];
    for (let run = 0; run < runs; run++) samples.push(await measured('ingest.ts', [job, String(count)], 900_000));
    const { reports, ms, readMs, deriveMs, upkeepMs, plainMs, tables, texts, derived, plain } = medianBy(samples, (one) => one.ms);
    const parts = [ms, readMs, deriveMs, upkeepMs].map((part) => part.toFixed(0));
    const ratio = `${plainMs.toFixed(0)} (1 : ${(ms / plainMs).toFixed(0)})`;
    const sizes = [tables, texts, derived].map((part) => part.toFixed(0)).join(' + ');
    rows.push([
      title,
      String(reports),
      ...parts,
      (ms / reports).toFixed(2),
      ratio,
      `${sizes} = ${(tables + texts + derived).toFixed(0)}`,
      plain.toFixed(0),
    ]);
  }
  const head = ['what', 'reports', 'ms', 'of it reading', 'deriving', 'then upkeep, ms', 'ms a report', 'plain JSON insert, ms'];
  const sizes = ['bytes a report: tables + texts + derived', 'plain'];
  return `### Taking in, processor time, in Node on fake-indexeddb; median of ${runs}; load ${loadavg()[0]?.toFixed(1)}\n\n${markdown([...head, ...sizes], rows)}`;
}

async function refreshTable(feeds: number, runs: number): Promise<string> {
  const changed = Math.ceil(feeds / 20);
  const samples: RoundSample[] = [];
  for (let run = 0; run < runs; run++) samples.push(await measured('refresh-round.ts', [String(feeds), String(changed)], 300_000));
  const { statuses, added, ms, processorMs, bytes, plainMs, plainProcessorMs, atOnce, atOnceToOneHost } = medianBy(
    samples,
    (one) => one.ms,
  );
  const answers = Object.entries(statuses).map(([status, count]) => `${count} × ${status}`);
  const row = [
    answers.join(', '),
    String(added),
    (bytes / 1e6).toFixed(2),
    ms.toFixed(0),
    processorMs.toFixed(0),
    `${plainMs.toFixed(0)} / ${plainProcessorMs.toFixed(0)} (1 : ${(ms / plainMs).toFixed(1)})`,
    `${atOnce}; ${atOnceToOneHost}`,
  ];
  const head = [
    'answers',
    'reports added',
    'MB sent',
    'ms by the clock',
    'processor ms, server included',
    'the same requests alone, ms / processor ms',
    'requests at once; to one host',
  ];
  return `### Refreshing ${feeds} feeds over the loopback; median of ${runs}; load ${loadavg()[0]?.toFixed(1)}\n\n${markdown(head, [row])}`;
}

function sample(subject: Subject, job: string, count: string, timeoutMs: number): Promise<Sample> {
  return measured('sample.ts', [subject, job, count], timeoutMs);
}

/** What a script of this folder's `feeds` prints, in a process of its own. */
function measured<T>(script: string, args: string[], timeoutMs: number): Promise<T> {
  return new Promise((done, fail) => {
    execFile(
      process.execPath,
      ['--no-warnings', join(import.meta.dirname, 'feeds', script), ...args],
      { cwd: ROOT, timeout: timeoutMs, killSignal: 'SIGKILL' },
      (error, stdout) => (error ? fail(error) : done(JSON.parse(stdout))),
    );
  });
}

function medianBy<T>(samples: readonly T[], measure: (one: T) => number): T {
  return [...samples].sort((a, b) => measure(a) - measure(b))[Math.floor(samples.length / 2)]!;
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
