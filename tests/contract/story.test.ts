import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { ENGLISH } from '../../lib/cli/english.ts';
import type { Article } from '../../lib/core/article.ts';
import { readStory } from '../../lib/services/course-pages.ts';
import { deriveArticle } from '../../lib/services/derive.ts';
import { openStore } from '../../lib/store/indexed-db/open-store.ts';
import { buildGazetteer, openGazetteer } from '../../lib/topics/gazetteer.ts';
import { noteReads } from '../support/course-index.ts';
import { value } from './checks.ts';
import { article, outlet } from './sample-data.ts';

const GAZETTEER = value(
  openGazetteer([
    buildGazetteer([
      { id: 'topic:oreshnik', kind: 'product', names: { en: ['Oreshnik'] } },
      { id: 'topic:portside', kind: 'place', names: { en: ['Portside'] } },
    ]),
  ]),
);
const derive = (source: Article) => deriveArticle(source, GAZETTEER);
/** Words of one's own, so that two tellings can be told apart. */
const filler = (n: number): string => Array.from({ length: 110 }, (_, i) => `word${n}x${i}`).join(' ');
const EVENT = 'Engineers opened the casing of the Oreshnik missile and found guidance boards older than the factory that stamped them.';

function report(id: string, hour: number, text: string, over: Partial<Article> = {}): Article {
  return article(id, {
    url: `https://${id}.example/boards`,
    headline: `Oreshnik guidance boards are older than their factory, engineers find (${id})`,
    text,
    outletId: `outlet:${id}`,
    publishedAtMs: Date.UTC(2026, 0, 29, hour),
    datePublished: new Date(Date.UTC(2026, 0, 29, hour)).toISOString(),
    ...over,
  });
}

const REPORTS = [
  report('second', 10, `${EVENT} The inspector was Ivan Petrenko of Portside, who counted 45 boards. ${filler(2)}`),
  report('first', 8, `${EVENT} Oreshnik guidance boards engineers casing factory stamped. ${filler(1)}`),
  report('reprint', 12, `${EVENT} Oreshnik guidance boards engineers casing factory stamped. ${filler(1)}`),
  report('short', 14, 'Engineers say boards for guidance in the Oreshnik missile were stamped by a factory that is younger.', {
    headline: 'Factory younger than guidance boards of the Oreshnik missile, say engineers (short)',
  }),
];
const ELSEWHERE = Array.from({ length: 40 }, (_, n) =>
  report(`field${n}`, n % 24, `Wheat was brought in on field ${n}, and barley after it. ${filler(100 + n)}`, {
    headline: `Harvest of field ${n}`,
  }),
);

it('a story tells who was first, who reprints, and what each adds', async () => {
  const filled = value(await openStore({ indexedDB: new IDBFactory(), derive, nowMs: () => 1 }));
  const all = [...REPORTS, ...ELSEWHERE];
  value(await filled.putOutlets(all.map(({ id }) => outlet(`outlet:${id}`, { name: id }))));
  value(await filled.addArticles(all.map((made) => ({ article: made, derived: derive(made) }))));
  const { store, reads } = noteReads(filled);
  const deps = { store, gazetteer: GAZETTEER, nowMs: 1, offset: () => 0, texts: ENGLISH, salt: null };
  for (const anchor of ['first', 'second', 'reprint']) {
    const story = value(await readStory(anchor, deps));
    expect(story.reports.map(({ article: row, stand }) => [row.id, stand])).toEqual([
      ['first', 'own'],
      ['second', 'own'],
      ['reprint', 'copy'],
      ['short', 'short'],
    ]);
    expect([story.anchorId, story.independent, story.atLeast, story.outlets, story.indexReports]).toEqual([anchor, 2, true, 4, 44]);
    const [first, second, reprint, short] = story.reports;
    expect(first?.adds?.topics).toEqual([{ id: 'topic:oreshnik', label: 'Oreshnik' }]);
    expect(second?.adds).toEqual({
      topics: [{ id: 'topic:portside', label: 'Portside' }],
      names: ['Ivan Petrenko'],
      figures: ['45 boards'],
    });
    expect([reprint?.of, reprint?.evidence, reprint?.adds]).toEqual([{ id: 'first', outletName: 'first' }, 'text', null]);
    expect(short?.adds).toEqual({ topics: [], names: [], figures: [] });
  }
  expect(reads.calls.filter((name) => /^(put|add|change|delete|remove|see|start|upkeep)/.test(name))).toEqual([]);

  value(await filled.putCorrection({ id: 'c', kind: 'not-copy', articleId: 'reprint', atMs: 1 } as never));
  const apart = value(await readStory('first', deps));
  expect(apart.reports.find(({ article: row }) => row.id === 'reprint')?.stand).not.toBe('copy');
  const alone = value(await readStory('field3', deps));
  expect(alone.reports.map(({ article: row }) => row.id)).toEqual(['field3']);
  expect(await readStory('gone', deps)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  filled.close();
});
