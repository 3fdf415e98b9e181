import { feedDocuments, newsSitemap } from './documents.ts';
import { HOSTILE } from './hostile.ts';
import { PARSE, type Subject } from './subjects.ts';

/** What one process measured, printed as JSON. `failed`: documents that were not read. */
export interface Sample {
  ms: number;
  /** Processor time, all threads: what a busy machine adds to `ms` is not in it. */
  processorMs: number;
  megabytes: number;
  documents: number;
  failed: number;
  /** Greatest resident memory of the process, over what it had before the first document. */
  peakMegabytes: number;
  note: string;
}

const [subject, job, count] = process.argv.slice(2) as [Subject, string, string];
const documents = job === 'feeds' ? feedDocuments(Number(count)) : job === 'sitemap' ? [newsSitemap(Number(count))] : [HOSTILE[job]!()];
const parse = PARSE[subject];
let failed = 0;
let note = '';

async function read(text: string): Promise<void> {
  try {
    const answer = await parse(text, 'https://feed.example/');
    const printed = JSON.stringify(answer) ?? '';
    if (printed.length > 10 * text.length + 4096) note = `answer ${Math.round(printed.length / text.length)} × its input`;
    if (/root:[x*]?:0:0:/.test(printed)) note = 'a file leaked';
    if (({} as Record<string, unknown>).polluted !== undefined) note = 'prototype polluted';
  } catch {
    failed++;
  }
}

if (job === 'feeds') for (const text of documents.slice(0, 50)) await read(text);
failed = 0;
const before = process.resourceUsage().maxRSS;
const [start, used] = [performance.now(), process.cpuUsage()];
for (const text of documents) await read(text);
const { user, system } = process.cpuUsage(used);
const sample: Sample = {
  ms: performance.now() - start,
  processorMs: (user + system) / 1000,
  megabytes: documents.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6,
  documents: documents.length,
  failed,
  peakMegabytes: (process.resourceUsage().maxRSS - before) / 1000,
  note,
};
console.log(JSON.stringify(sample));
