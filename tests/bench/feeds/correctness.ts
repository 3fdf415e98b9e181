import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeFeed } from '../../../lib/feeds/decode.ts';
import { problemLog } from '../../../lib/feeds/problems.ts';
import { isGzip, unpackGzip } from '../../../lib/feeds/unpack.ts';
import { PARSE, type Subject } from './subjects.ts';

const SHARED = join(import.meta.dirname, '..', '..', '..', '..', 'shared');
const SETS = ['feedparser', 'gofeed', 'opml', 'sitemaps'];

/** Share of rows read and of checks that hold, by data set; null where the data are absent. */
export type Correctness = Record<string, { rows: number; parsed: number; checks: number; right: number }> | null;

/** Whether the data sets and the kit that judges them lie beside the clone. */
export function hasData(): boolean {
  return existsSync(join(SHARED, 'eval', 'score', 'feeds.mjs')) && existsSync(join(SHARED, 'data', 'feeds'));
}

/** Judges a parser as the kit judges the command line. Each gets the text decoded by us: encodings are not what is compared. */
export async function correctness(subject: Subject): Promise<Correctness> {
  if (!hasData()) return null;
  const { scoreFeeds } = await import(join(SHARED, 'eval', 'score', 'feeds.mjs'));
  const { feedRow } = await import(join(SHARED, 'eval', 'tasks', 'feeds.mjs'));
  const result: NonNullable<Correctness> = {};
  for (const set of SETS) {
    const rows = readFileSync(join(SHARED, 'data', 'feeds', `${set}.ndjson`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const answers = new Map<string, object>();
    for (const row of rows) answers.set(row.id, await answerTo(feedRow(row, row.id), subject));
    const metrics: { name: string; n: number; value: number }[] = scoreFeeds(rows, answers).metrics();
    const named = (name: string) => metrics.find((metric) => metric.name === name) ?? { n: 0, value: 0 };
    const checks = named('all checks');
    result[set] = { rows: rows.length, parsed: named('parsed').value, checks: checks.n, right: checks.value };
  }
  return result;
}

async function answerTo(row: { text?: string; base64?: string; url?: string; contentType?: string }, subject: Subject): Promise<object> {
  try {
    return await PARSE[subject](row.text ?? (await textOf(row.base64 ?? '', row.contentType ?? null)), row.url ?? null);
  } catch (error) {
    return { error: { code: 'failed', message: String(error) } };
  }
}

async function textOf(base64: string, contentType: string | null): Promise<string> {
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  const unpacked = isGzip(bytes) ? await unpackGzip(bytes, 50_000_000) : { ok: true as const, value: bytes };
  return unpacked.ok ? decodeFeed(unpacked.value, contentType, problemLog()) : '';
}
