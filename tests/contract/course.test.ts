import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../lib/cli/english.ts';
import { countDays, type ZoneOffset } from '../../lib/core/local-days.ts';
import { type PageDeps, readCourseReports, readReporterPage, readTopicPage } from '../../lib/services/course-pages.ts';
import { openStore } from '../../lib/store/indexed-db/open-store.ts';
import type { Store } from '../../lib/store/store.ts';
import { buildGazetteer, openGazetteer } from '../../lib/topics/gazetteer.ts';
import { courseArticle, fillCourseIndex, noteReads } from '../support/course-index.ts';
import { value } from './checks.ts';
import { derive, outlet, record, reporter } from './sample-data.ts';

const NOW = Date.UTC(2026, 0, 30, 12);
const NEW_YORK: ZoneOffset = () => -300;
const GAZETTEER = value(
  openGazetteer([
    buildGazetteer([
      { id: 't', kind: 'product', names: { en: ['Oreshnik'] }, description: 'A missile.' },
      { id: 'same', kind: 'product', names: { en: ['Hazel'] } },
      { id: 'everywhere', kind: 'country', names: { en: ['Everywhere'] } },
      ...Array.from({ length: 9 }, (_, i) => ({ id: `beside${i}`, kind: 'topic' as const, names: { en: [`Beside ${'abcdefghi'[i]}`] } })),
    ]),
  ]),
);

async function open(): Promise<Store> {
  return value(await openStore({ indexedDB: new IDBFactory(), derive, nowMs: () => NOW }));
}

function deps(store: Store, offset: ZoneOffset = () => 0): PageDeps {
  return { store, gazetteer: GAZETTEER, nowMs: NOW, offset, texts: ENGLISH, salt: null };
}

describe('a topic’s course', () => {
  it('counts every report once, beside all that the index holds', async () => {
    const store = await open();
    await fillCourseIndex(store, 1_500);
    const all = Array.from({ length: 1_500 }, (_, n) => courseArticle(n));
    const own = all.filter(({ keywords }) => keywords.includes('t'));
    const days = (articles: typeof all) =>
      countDays(
        articles.flatMap(({ publishedAtMs }) => (publishedAtMs === null ? [] : [publishedAtMs / 60_000])),
        NEW_YORK,
      );
    const page = value(await readTopicPage('t', deps(store, NEW_YORK)));
    const { course } = page;
    expect([page.label, page.kind, page.description, page.source]).toEqual(['Oreshnik', 'product', 'A missile.', 'builtin']);
    expect([course.reports, course.undated, course.indexSize, course.outlets]).toEqual([250, 10, 1_500, 40]);
    expect(course.days).toEqual(days(own));
    expect(course.indexDays).toEqual(days(all));
    expect([page.latest?.id, page.first?.id]).toEqual(['a0', own.findLast(({ publishedAtMs }) => publishedAtMs !== null)?.id]);

    const english = own.filter(({ language }) => language === 'en');
    expect(course.bands.language.map(({ label }) => label)).toEqual(['en', 'uk']);
    expect(course.bands.language[0]?.days).toEqual(days(english));
    for (const band of course.bands.outlet) {
      const id = band.label.replace('Outlet ', '');
      expect(band.days).toEqual(days(own.filter(({ outletId }) => outletId === id)));
    }
    // Three of five reports of the index name "Everywhere", and so do three of five of these: it says little.
    expect(page.topics.map(({ count }) => count)).toEqual([84, 83, 83, 150]);
    expect(page.topics.at(-1)?.label).toBe('Everywhere');
    expect(page.reporters.every(({ count }) => count === 2 || count === 3)).toBe(true);
    store.close();
  });

  it('counts a report by two people in one band only, and what the user joined as one', async () => {
    const store = await open();
    value(await store.putOutlets([outlet('outlet:o')]));
    value(await store.putReporters(['a', 'b'].map((id) => reporter(id))));
    const by = (...ids: string[]) => ids.map((id) => ({ name: `Reporter ${id}`, reporterId: id }));
    const at = { publishedAtMs: NOW - 60_000, datePublished: '2026-01-30' };
    value(
      await store.addArticles([
        record('1', { keywords: ['t'], authors: by('a', 'b'), ...at }),
        record('2', { keywords: ['same'], authors: by('a'), ...at }),
        record('3', { keywords: ['t', 'same'], authors: by('b'), ...at }),
        record('4', { keywords: [], authors: by('b'), ...at }),
      ]),
    );
    value(await store.putCorrection({ id: 's', kind: 'same-as', topicId: 'same', sameAsId: 't', atMs: 1 }));
    value(await store.putCorrection({ id: 'n', kind: 'not-theirs', reporterId: 'b', articleId: '3', atMs: 1 }));
    const page = value(await readTopicPage('same', deps(store)));
    expect([page.id, page.course.reports]).toEqual(['t', 3]);
    expect(
      page.course.bands.reporter.reduce((sum, { days }) => sum + days.reduce((all, [, count]) => all + count, 0), 0),
    ).toBeLessThanOrEqual(3);
    expect(page.course.bands.reporter[0]).toMatchObject({ label: 'Reporter a' });
    expect(page.course.bands.reporter[0]?.days[0]?.[1]).toBe(2);

    const theirs = value(await readReporterPage('b', deps(store)));
    expect([theirs.card.name, theirs.course.reports]).toEqual(['Reporter b', 2]);
    expect(theirs.reporters).toEqual([{ id: 'a', label: 'Reporter a', count: 1 }]);
    store.close();
  });

  it('lists the reports of every bar, none twice, those without a date last', async () => {
    const store = await open();
    await fillCourseIndex(store, 600);
    const subject = { kind: 'topic' as const, id: 't' };
    for (const offset of [NEW_YORK, () => 0, () => 345]) {
      const place = deps(store, offset);
      const { course } = value(await readTopicPage('t', place));
      const seen = new Set<string>();
      for (const [day, count] of course.days) {
        const block = value(await readCourseReports(subject, { from: 0, limit: 99, days: [day, day + 1] }, place));
        expect([block.total, block.rows.length]).toEqual([count, count]);
        for (const { id } of block.rows) seen.add(id);
      }
      expect(seen.size).toBe(96);
    }
    const all = value(await readCourseReports(subject, { from: 95, limit: 30 }, deps(store)));
    expect([all.total, all.rows.length, all.rows.at(-1)?.publishedAtMs]).toEqual([100, 5, null]);
    store.close();
  });

  it('reads no more rows of a large index than of a small one, and writes nothing', async () => {
    for (const size of [3_000, 12_000]) {
      const filled = await open();
      await fillCourseIndex(filled, size);
      const { store, reads } = noteReads(filled);
      value(await readTopicPage('t', deps(store)));
      value(await readCourseReports({ kind: 'topic', id: 't' }, { from: 0, limit: 30 }, deps(store)));
      // The latest 100, 200 spread over all, the first and the latest, a block of 30; and never all of the subject's 500 or 2,000.
      expect(reads.rows).toBeGreaterThan(230);
      expect(reads.rows).toBeLessThanOrEqual(332);
      expect(reads.calls.filter((name) => /^(put|add|change|delete|remove|see|start|upkeep)/.test(name))).toEqual([]);
      filled.close();
    }
  }, 120_000);

  it('is empty for a topic that nothing names, and none for one that nobody lists', async () => {
    const store = await open();
    const page = value(await readTopicPage('t', deps(store)));
    expect([page.course.reports, page.first, page.latest, page.topics]).toEqual([0, null, null, []]);
    expect(await readTopicPage('nothing', deps(store))).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await readReporterPage('nobody', deps(store))).toMatchObject({ ok: false, error: { code: 'not-found' } });
    store.close();
  });
});
