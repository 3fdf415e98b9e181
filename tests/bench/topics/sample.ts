/**
 * One process, one sample: what a fresh isolate pays for its first page, what a warm one pays, or what a gazetteer weighs. Modules are loaded
 * before the clock starts. Reads its job from the first argument, prints one JSON object.
 */
import { readFileSync } from 'node:fs';
import { AhoCorasick as Monyone } from '@monyone/aho-corasick';
import ModernAhoCorasick from 'modern-ahocorasick';
import { scanText } from '../../../lib/text/scan.ts';
import { contextOf, languagesOf } from '../../../lib/topics/context.ts';
import { detectTopics } from '../../../lib/topics/detect.ts';
import { type Gazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';
import { longestAt } from '../../../lib/topics/match.ts';
import { nextCandidate } from '../../../lib/topics/opening.ts';
import { LEAST_RESEMBLING } from '../../../lib/topics/resemblance.ts';
import type { BenchPage } from './texts.ts';

/** Who looks for the names. The peers find exact strings only. */
export type Matcher = 'sidelight' | 'modern-ahocorasick' | '@monyone/aho-corasick';

/** What a process is asked to measure. */
export interface SampleJob {
  matcher: Matcher;
  what: 'first' | 'warm';
  /** A file with one page as JSON. */
  page: string;
  /** Files of packed layers; for a peer one file with a JSON list of names. */
  sources: string[];
  runs: number;
}

/** Milliseconds, in lists one entry a run. `bytes` is what heap and buffers grew by while opening. */
export interface Sample {
  open: number;
  bytes: number;
  first: number;
  pass: number[];
  scan: number[];
  match: number[];
  detect: number[];
  found: number;
}

interface Opened {
  scan(): unknown;
  match(): number;
  detect(): unknown;
}

const job = JSON.parse(process.argv[2]!) as SampleJob;
const page = JSON.parse(readFileSync(job.page, 'utf8')) as BenchPage;
const bytes = job.sources.map((file) => new Uint8Array(readFileSync(file)));
console.log(JSON.stringify(measure()));

function measure(): Sample {
  const before = weight();
  const startMs = performance.now();
  const opened = job.matcher === 'sidelight' ? openOurs() : openPeer(job.matcher);
  const open = performance.now() - startMs;
  const sample: Sample = { open, bytes: weight() - before, first: 0, pass: [], scan: [], match: [], detect: [], found: 0 };
  // Our layers are read in place: their bytes were there before.
  if (job.matcher === 'sidelight') sample.bytes += bytes.reduce((sum, { length }) => sum + length, 0);
  sample.first = worked(opened.detect);
  if (job.what === 'first') return sample;
  // In turn, so that a busy machine slows all alike.
  for (let run = 0; run < job.runs; run++) {
    sample.pass.push(timed(passAll));
    sample.scan.push(timed(opened.scan));
    sample.match.push(timed(opened.match));
    sample.detect.push(timed(opened.detect));
  }
  sample.found = opened.match();
  return sample;
}

function weight(): number {
  // Twice: what the first pass lets go, the second one frees.
  for (let pass = 0; pass < 2; pass++) (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function timed(work: () => unknown): number {
  const startMs = performance.now();
  work();
  return performance.now() - startMs;
}

/** Processor time of this thread: on a machine that others use, a clock would measure them. */
function worked(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

function openOurs(): Opened {
  const opened = openGazetteer(bytes, { packaged: bytes.length });
  if (!opened.ok) throw new Error(opened.error.message);
  const gazetteer = opened.value;
  return { scan: scanAll, match: () => matchAll(gazetteer), detect: () => detectTopics(page.text, gazetteer) };
}

/** A peer looks for the strings as they stand; its look is all it does. */
function openPeer(matcher: Matcher): Opened {
  const names = JSON.parse(new TextDecoder().decode(bytes[0])) as string[];
  const look = matcher === 'modern-ahocorasick' ? lookModern(new ModernAhoCorasick(names)) : lookMonyone(new Monyone(names));
  const all = () => page.text.parts.reduce((sum, { text }) => sum + look(text), 0);
  return { scan: () => 0, match: all, detect: all };
}

function lookModern(peer: ModernAhoCorasick): (text: string) => number {
  return (text) => peer.search(text).length;
}

function lookMonyone(peer: Monyone): (text: string) => number {
  return (text) => peer.matchInText(text).length;
}

/** The floor of anything that looks at every character. */
function passAll(): number {
  let sum = 0;
  for (const { text } of page.text.parts) for (let i = 0; i < text.length; i++) sum ^= text.charCodeAt(i);
  return sum;
}

function scanAll(): number {
  let words = 0;
  for (const { text } of page.text.parts) words += scanText(text).count;
  return words;
}

function matchAll(gazetteer: Gazetteer): number {
  const languages = languagesOf(gazetteer, page.text.language);
  let found = 0;
  for (const { text } of page.text.parts) {
    const scan = scanText(text);
    const context = contextOf(scan, gazetteer, languages);
    for (let at = nextCandidate(scan, 0, context, LEAST_RESEMBLING); at < scan.count; ) {
      const matches = longestAt(scan, at, context);
      found += matches.length;
      at = nextCandidate(scan, matches.length > 0 ? matches[0]!.to : at + 1, context, LEAST_RESEMBLING);
    }
  }
  return found;
}
