import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoHosts, demoResponse } from '../../../demo/server.ts';
import { buildPack } from '../../../lib/cli/commands/pack-build.ts';
import { readPack } from '../../../lib/packs/read.ts';
import type { ArticleRecord, OutletRecord, PackRecord, ReporterRecord } from '../../../lib/packs/types.ts';
import { testIo } from '../cli/test-io.ts';

const FOLDER = fileURLToPath(new URL('../../../demo/pack', import.meta.url));

async function build(): Promise<string> {
  const io = testIo('', FOLDER);
  const inputs = (await readdir(FOLDER)).filter((name) => name.endsWith('.ndjson'));
  expect([await buildPack([...inputs, '-o', '-'], io), io.noted()]).toEqual([0, '']);
  return io.printed();
}

const records: PackRecord[] = [];
let articles: ArticleRecord[] = [];
let outlets: OutletRecord[] = [];
let reporters: ReporterRecord[] = [];

beforeAll(async () => {
  for await (const entry of readPack((await build()).trimEnd().split('\n'))) {
    if (!entry.ok) throw new Error(`${entry.line}: ${entry.code}`);
    records.push(entry.value);
  }
  articles = records.filter((record) => record.type === 'article');
  outlets = records.filter((record) => record.type === 'outlet');
  reporters = records.filter((record) => record.type === 'reporter');
});

function words(text: string, language: string): string[] {
  return [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].flatMap(({ segment, isWordLike }) =>
    isWordLike ? [segment.toLowerCase()] : [],
  );
}

/** Share of the smaller set of word trigrams that the other has too. */
function overlap(a: ArticleRecord, b: ArticleRecord): number {
  const [small, large] = [a, b]
    .map(({ text }) => words(text, 'en'))
    .map((list) => new Set(list.slice(2).map((_, i) => list.slice(i, i + 3).join(' '))))
    .sort((x, y) => x.size - y.size);
  return small && large ? small.intersection(large).size / small.size : 0;
}

describe('the demo pack', () => {
  it('holds at least 60 reports, 8 outlets, 5 languages and 12 reporters', () => {
    expect(articles.length).toBeGreaterThanOrEqual(60);
    expect(outlets.length).toBeGreaterThanOrEqual(8);
    expect(new Set(articles.map((article) => article.language)).size).toBeGreaterThanOrEqual(5);
    expect(reporters.length).toBeGreaterThanOrEqual(12);
  });

  it('marks every row as a sample', () => {
    expect(records.filter((record) => record.type === 'topic' || !record.sample)).toEqual([]);
  });

  it('names only hosts that are reserved, and every link leads to a demo page', () => {
    const urls = records.flatMap((record) => (record.type === 'article' || record.type === 'outlet' ? [record.url ?? ''] : []));
    for (const url of urls) {
      const { host, pathname } = new URL(url);
      expect(host).toMatch(/\.example$/);
      expect([url, demoResponse(host, pathname, records)?.status]).toEqual([url, 200]);
    }
    expect(demoHosts.filter((host) => !host.endsWith('.example'))).toEqual([]);
  });

  it('gives every report an invented outlet, and every named reporter a bio that says it is invented', () => {
    const outletIds = new Set(outlets.map(({ id }) => id));
    const reporterIds = new Map(reporters.map((reporter) => [reporter.id, reporter.name]));
    for (const article of articles) {
      expect(outletIds).toContain(article.outletId);
      for (const { name, reporterId } of article.authors) expect(reporterIds.get(reporterId ?? '')).toBe(name);
    }
    for (const { bio, outletId } of reporters) {
      expect(bio).toMatch(/invented|вигадан|вымышлен|erfunden|虚构|zmyślon|inventée|inventada/iu);
      expect(outletIds).toContain(outletId);
    }
    const writing = new Set(articles.flatMap(({ authors }) => authors.map(({ reporterId }) => reporterId)));
    expect(reporters.filter(({ id }) => !writing.has(id))).toEqual([]);
  });

  it('has reports of 80 to 200 words', () => {
    const counts = articles.map(({ id, text, language }) => ({ id, count: words(text, language ?? 'en').length }));
    expect(counts.filter(({ count }) => count < 80 || count > 200)).toEqual([]);
  });

  it('has reprints of an agency text in several outlets, and no copies else', () => {
    const pairs = articles.flatMap((a, i) => articles.slice(i + 1).flatMap((b) => (overlap(a, b) > 0.6 ? [[a, b] as const] : [])));
    const reprinted = new Set(pairs.flat().map(({ id }) => id.replace('sample:article:', '')));
    expect([...reprinted].sort()).toEqual([
      'anvil-china-denies-oreshnik-tools',
      'courier-bodies-exchange',
      'courier-china-denies-oreshnik-tools',
      'gazette-bodies-exchange',
      'gazette-china-denies-oreshnik-tools',
      'wire-bodies-exchange',
      'wire-china-denies-oreshnik-tools',
    ]);
  });

  it('tells the same event in several languages and outlets', () => {
    const event = articles.filter(
      ({ text, datePublished }) =>
        /Votkinsk|Воткін|Воткин|Wotkin|沃特金斯克|Vótkinsk/u.test(text) && datePublished?.startsWith('2026-01-29'),
    );
    expect(new Set(event.map(({ language }) => language)).size).toBeGreaterThanOrEqual(7);
    expect(new Set(event.map(({ outletId }) => outletId)).size).toBeGreaterThanOrEqual(7);
  });

  it('is the same bytes whenever it is built', async () => {
    expect(await build()).toBe(await build());
  });
});
