import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { buildGazetteer } from '../../lib/topics/gazetteer.ts';
import { percentile } from './figures.ts';
import type { Matcher, Sample, SampleJob } from './topics/sample.ts';
import { type BenchPage, type TopicWorkload, topicWorkload } from './topics/texts.ts';

const USAGE = 'npm run bench:topics -- [--processes 9] [--runs 300]';
const ROOT = join(import.meta.dirname, '..', '..');
const BUILTIN = join(ROOT, 'public', 'data', 'builtin.gaz');
const PEERS: Matcher[] = ['modern-ahocorasick', '@monyone/aho-corasick'];

/** A gazetteer with who looks for its names. */
interface Subject {
  name: string;
  matcher: Matcher;
  sources: string[];
}

/** `npm run bench:topics`: topics of a page, warm and on a fresh isolate's first page, beside exact matchers. Tables go to standard output. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { processes: { type: 'string' }, runs: { type: 'string' }, help: { type: 'boolean' } } });
  const processes = Number(values.processes ?? 9);
  const runs = Number(values.runs ?? 300);
  if (values.help === true || !(processes >= 1) || !(runs >= 1)) {
    console.error(USAGE);
    return values.help === true ? 0 : 2;
  }
  // Under the clone, so that the peers resolve from its packages.
  const folder = await mkdtemp(join(ROOT, 'node_modules', '.bench-topics-'));
  try {
    const workload = topicWorkload();
    const script = join(folder, 'sample.mjs');
    await writeFile(script, await bundled());
    const subjects = await subjectsOf(workload, folder);
    console.log(`### Topics of a page of 5,000 words\n\n${workload.source}\n`);
    for (const page of workload.pages) {
      const file = join(folder, `${page.name}.json`);
      await writeFile(file, JSON.stringify(page));
      console.log(table(page, subjects, (subject, what) => sample(script, { ...subject, what, page: file, runs }), processes));
    }
    const bytes = (await readFile(BUILTIN)).length;
    console.log(`- \`public/data/builtin.gaz\`: ${bytes.toLocaleString('en-GB')} bytes`);
    console.log(
      '- first: a new process for each sample, gazetteer open, modules loaded; × pass: p50 over one `charCodeAt` pass of the same run',
    );
    console.log('- the Aho-Corasick packages look for the same names as they stand: no inflected forms, capitals, word ends or languages');
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function subjectsOf({ entries, aliases }: TopicWorkload, folder: string): Promise<Subject[]> {
  const [given, names] = [join(folder, 'given.gaz'), join(folder, 'names.json')];
  await writeFile(given, buildGazetteer(entries));
  await writeFile(names, JSON.stringify([...new Set(entries.flatMap((entry) => Object.values(entry.names).flat()))]));
  const count = aliases.toLocaleString('en-GB');
  return [
    { name: `sidelight, ${count} given`, matcher: 'sidelight', sources: [given] },
    { name: 'sidelight, built-in', matcher: 'sidelight', sources: [BUILTIN] },
    { name: 'sidelight, both', matcher: 'sidelight', sources: [BUILTIN, given] },
    ...PEERS.map((matcher) => ({ name: `${matcher}, ${count} exact`, matcher, sources: [names] })),
  ];
}

/** One script, as the extension has: code that strips types while it runs would be measured too. */
async function bundled(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    build: { write: false, minify: true, ssr: join(import.meta.dirname, 'topics', 'sample.ts') },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output !== undefined && 'output' in output ? output.output.find((file) => file.type === 'chunk') : undefined;
  if (chunk === undefined) throw new Error('nothing was bundled');
  return chunk.code;
}

function sample(script: string, job: SampleJob): Sample {
  return JSON.parse(execFileSync(process.execPath, ['--expose-gc', script, JSON.stringify(job)], { encoding: 'utf8' })) as Sample;
}

const COLUMNS = ['matcher', 'open', 'first page', 'scan', 'scan + match p50 / p95', '× pass', 'whole p50 / p95', 'memory MB', 'matches'];

function table(
  { name, text }: BenchPage,
  subjects: Subject[],
  take: (subject: Subject, what: SampleJob['what']) => Sample,
  processes: number,
): string {
  const characters = text.parts.reduce((sum, part) => sum + part.text.length, 0);
  const lines = [
    `#### ${name}, ${characters.toLocaleString('en-GB')} characters, milliseconds`,
    '',
    `| ${COLUMNS.join(' | ')} |`,
    `| ${COLUMNS.map(() => '---').join(' | ')} |`,
  ];
  for (const subject of subjects) {
    const cold = Array.from({ length: processes }, () => take(subject, 'first'));
    const warm = take(subject, 'warm');
    const ratio = percentile(warm.match, 0.5)! / percentile(warm.pass, 0.5)!;
    const cells = [
      subject.name,
      middle(cold.map(({ open }) => open)),
      `${middle(cold.map(({ first }) => first))} (${Math.min(...cold.map(({ first }) => first)).toFixed(1)} at best)`,
      subject.matcher === 'sidelight' ? middle(warm.scan) : '–',
      `${middle(warm.match)} / ${percentile(warm.match, 0.95)!.toFixed(2)}`,
      ratio.toFixed(1),
      subject.matcher === 'sidelight' ? `${middle(warm.detect)} / ${percentile(warm.detect, 0.95)!.toFixed(2)}` : '–',
      (warm.bytes / 1e6).toFixed(2),
      String(warm.found),
    ];
    lines.push(`| ${cells.join(' | ')} |`);
  }
  return `${lines.join('\n')}\n`;
}

function middle(samples: number[]): string {
  return percentile(samples, 0.5)!.toFixed(2);
}

process.exitCode = await main();
