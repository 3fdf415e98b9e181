import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildPack } from '../../../lib/cli/commands/pack-build.ts';
import { canonicalUrl } from '../../../lib/core/canonical-url.ts';
import { readPack } from '../../../lib/packs/read.ts';
import type { PackRecord } from '../../../lib/packs/types.ts';
import { testIo } from '../cli/test-io.ts';
import { collect } from './records.ts';

const FOLDER = fileURLToPath(new URL('../../../packs/starter', import.meta.url));

async function build(): Promise<string> {
  const io = testIo('', FOLDER);
  const status = await buildPack(['outlets.ndjson', 'reporters.ndjson', 'topics.ndjson', 'articles.ndjson', '-o', '-'], io);
  expect([status, io.noted()]).toEqual([0, '']);
  return io.printed();
}

let records: PackRecord[] = [];

beforeAll(async () => {
  const entries = await collect(readPack((await build()).trimEnd().split('\n')));
  records = entries.map((entry) => {
    if (!entry.ok) throw new Error(`${entry.line}: ${entry.code}`);
    return entry.value;
  });
});

describe('the starter pack', () => {
  it('is the same bytes whenever it is built', async () => {
    expect(await build()).toBe(await build());
  });

  it('holds the first report: headline, outlet, date and reporter carry over', () => {
    const article = records.find((record) => record.type === 'article' && record.headline.startsWith('China denies'));
    expect(article).toMatchObject({
      headline: 'China denies helping Russia produce Oreshnik missiles',
      datePublished: '2026-01-29',
      language: 'en',
      outletId: 'outlet:kyivindependent.com',
      authors: [{ name: 'Martin Fornusek', reporterId: 'reporter:kyivindependent.com/martin-fornusek' }],
      sample: false,
    });
    const text = article?.type === 'article' ? article.text : '';
    for (const fact of [
      'Telegraph',
      '$10.3 billion',
      'carousel lathe',
      'Votkinsk',
      'Guo Jiakun',
      'Dnipro',
      'Lviv',
      '60 kilometres',
      'RS-26 Rubezh',
      '2011',
      '13,000',
    ])
      expect(text).toContain(fact);
  });

  it('holds the news-feed item as a report of its own', () => {
    const item = records.find((record) => record.type === 'article' && record.section === 'News Feed');
    expect(item).toMatchObject({ datePublished: '2026-01-29', outletId: 'outlet:kyivindependent.com', authors: [] });
    const text = item?.type === 'article' ? item.text : '';
    for (const fact of ['1,000 bodies', '38', 'Istanbul', 'TASS']) expect(text).toContain(fact);
  });

  it("holds the reporter with a bio's facts and who stated them", () => {
    const reporter = records.find((record) => record.type === 'reporter');
    expect(reporter).toMatchObject({ name: 'Martin Fornusek', jobTitle: 'Reporter', languages: ['en', 'cs', 'uk'] });
    const { bio, bioSource } = reporter as { bio: string; bioSource: string };
    for (const fact of [
      'Lviv',
      'Masaryk University',
      'Brno',
      'Conflict and Democracy Studies',
      '2021',
      'Times Radio',
      'France 24',
      'Czech Television',
      'Radio Free Europe',
      'English',
      'Czech',
      'Ukrainian',
    ])
      expect(bio).toContain(fact);
    expect(bioSource).toContain('The Kyiv Independent');
  });

  it('points at the outlet and at no page nobody has seen; the two reports stay apart', () => {
    const urls = records.flatMap((record) => (record.type === 'article' ? [new URL(record.url)] : []));
    expect(urls.map((url) => url.origin + url.pathname)).toEqual(['https://kyivindependent.com/', 'https://kyivindependent.com/']);
    expect(new Set(urls.map((url) => canonicalUrl(url.href))).size).toBe(2);
    expect(urls.map((url) => canonicalUrl(url.href))).not.toContain('https://kyivindependent.com/');
  });

  it('holds at least 150 topics, each with names and one line that says what it is', () => {
    const topics = records.filter((record) => record.type === 'topic');
    expect(topics.length).toBeGreaterThanOrEqual(150);
    expect(topics.filter((topic) => !topic.description)).toEqual([]);
    const oreshnik = topics.find((topic) => topic.id === 'topic:oreshnik');
    expect(Object.keys(oreshnik?.names ?? {})).toEqual(
      expect.arrayContaining(['en', 'uk', 'ru', 'zh', 'de', 'fr', 'pl', 'cs', 'es', 'ar', 'tr', 'ja']),
    );
  });

  it('has nothing invented in it', () => {
    expect(records.filter((record) => record.type !== 'topic' && record.sample)).toEqual([]);
  });

  it('says its licence and source', async () => {
    const about = JSON.parse(await readFile(`${FOLDER}/pack.json`, 'utf8'));
    expect(about).toMatchObject({ name: 'Sidelight starter pack', licence: 'Apache-2.0' });
    expect(about.source).toContain('The Kyiv Independent');
  });
});
