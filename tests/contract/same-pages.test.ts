import { describe, expect, it } from 'vitest';
import type { Article } from '../../lib/core/article.ts';
import { shortHash } from '../../lib/core/hash.ts';
import type { ReportVersion } from '../../lib/core/user-data.ts';
import { savedRows } from '../../lib/services/saves.ts';
import { finishRestore } from '../../lib/store/finish-restore.ts';
import type { IndexedDbStore } from '../../lib/store/indexed-db/open-store.ts';
import { undoRestore } from '../../lib/store/restore.ts';
import { value } from './checks.ts';
import { lines, open, profile, restore } from './profiles.ts';
import { fillLibrary, pin, record } from './sample-data.ts';

const URL = 'https://news.example/story';
const SAVED: Partial<Article> = {
  url: URL,
  text: 'The whole text, read behind a paywall.',
  provenance: { kind: 'saved-page', source: 'news.example', licence: null, addedAtMs: 9 },
};
const VERSION: Omit<ReportVersion, 'id' | 'articleId'> = {
  ...{ seenAtMs: 3, from: 'page', headline: 'H', authors: [], datePublished: null, dateModified: null, textHash: null, words: 3 },
};
const TEASER: Partial<Article> = { url: URL, text: 'A teaser.' };

/** A profile that knows the page under an id, pinned and, where it was saved, among the saves. */
async function knowing(id: string, as: Partial<Article>) {
  const of = profile();
  const store = await open(of);
  value(await store.addArticles([record(id, as)]));
  value(await store.putPin({ ...pin(id, { tags: [id] }), article: { ...pin(id).article, url: URL } }));
  if (as === SAVED) value(await store.putSave({ id, savedAtMs: 9 }));
  return { of, store };
}

const textOf = async (store: IndexedDbStore, id: string) => (await store.getArticles([id]))[0]?.article.text;
const saved = async (store: IndexedDbStore) => (await savedRows(store)).map(({ article, hasText }) => [article.id, hasText]);
const pins = async (store: IndexedDbStore) => (await store.listPins()).map(({ id, article }) => [id, article.id]);

describe('a restore of a page that is here otherwise', () => {
  it('keeps the saved page, and its pin and its save with it', async () => {
    const file = await knowing('pack-id', TEASER);
    const here = await knowing('page:h', SAVED);
    const preview = await restore(here.store, here.of, await lines(file.store, file.of), 'keep');
    expect(preview.counts).toMatchObject({ articles: { new: 0, changed: 0, same: 1 }, pins: { new: 0, changed: 1 } });
    expect(await saved(here.store)).toEqual([['page:h', true]]);
    expect(await pins(here.store)).toEqual([['page:h', 'page:h']]);
    expect(await textOf(here.store, 'page:h')).toBe(SAVED.text);
    expect(await textOf(here.store, 'pack-id')).toBeUndefined();
    value(await undoRestore(here.store, preview, null));
    value(await finishRestore(here.store));
    expect(await here.store.listPins()).toMatchObject([{ id: 'page:h', tags: ['page:h'] }]);
    expect(await saved(here.store)).toEqual([['page:h', true]]);
  });

  it('brings a saved page in place of a teaser, under the id that it has here', async () => {
    const file = await knowing('page:h', SAVED);
    const here = await knowing('feed-id', TEASER);
    const preview = await restore(here.store, here.of, await lines(file.store, file.of), 'keep');
    expect(preview.counts).toMatchObject({ articles: { new: 0, changed: 1, same: 0 }, saves: { new: 1 } });
    expect(await saved(here.store)).toEqual([['feed-id', true]]);
    expect(await pins(here.store)).toEqual([['feed-id', 'feed-id']]);
    expect(await textOf(here.store, 'feed-id')).toBe(SAVED.text);
    value(await undoRestore(here.store, preview, null));
    value(await finishRestore(here.store));
    expect(await textOf(here.store, 'feed-id')).toBe(TEASER.text);
    expect([await saved(here.store), await pins(here.store)]).toEqual([[], [['feed-id', 'feed-id']]]);
  });

  it('leaves a report alone whose id the file has for another page', async () => {
    const file = await knowing('a', TEASER);
    const here = await knowing('b', SAVED);
    value(await here.store.addArticles([record('a', { url: 'https://news.example/other', text: 'Another.' })]));
    const preview = await restore(here.store, here.of, await lines(file.store, file.of), 'keep');
    expect(preview.counts.articles).toEqual({ new: 0, changed: 0, same: 1 });
    expect([await textOf(here.store, 'a'), await textOf(here.store, 'b')]).toEqual(['Another.', SAVED.text]);
    expect(await pins(here.store)).toEqual([['b', 'b']]);
  });

  it('names it by the id that it has here in all rows of the file', async () => {
    const file = await knowing('r1', TEASER);
    await fillLibrary(file.store);
    value(await file.store.addArticles([record('r5', { url: 'https://news.example/r5' })]));
    value(await file.store.addVersions([{ ...VERSION, id: 'r1 000000000000003', articleId: 'r1' }]));
    const mark = { kind: 'not-copy', articleId: 'r1', ofId: 'r5', atMs: 3 } as const;
    value(await file.store.putCorrection({ ...mark, id: `not-copy:${shortHash('r1')}` }));
    const here = await knowing('here1', SAVED);
    value(await here.store.addArticles([record('here5', { url: 'https://news.example/r5' })]));
    await restore(here.store, here.of, await lines(file.store, file.of), 'keep');
    const all = (await lines(here.store, here.of)).slice(1).map((line) => JSON.parse(line));
    const left = all.filter(({ row }) =>
      JSON.stringify([row.id, row.articleId, row.articleIds, row.recordId, row.ofId]).match(/\br[15]\b/),
    );
    expect(left).toEqual([]);
    const ids = (table: string) => all.filter((line) => line.table === table).map(({ row }) => row.id);
    expect(ids('notes')).toEqual(['pin here1']);
    expect(ids('collectionItems')).toEqual(['c1 here1']);
    expect(ids('trash')).toEqual(['collection c9', 'item c1 here5', 'pin here5']);
    expect(ids('fieldEdits')).toEqual(['article here1 authors', 'article here1 headline', 'reporter p bio']);
    expect(ids('readingPositions')).toEqual(['here1']);
    expect(ids('versions')).toEqual(['here1 000000000000003']);
    expect(ids('corrections')).toEqual([`not-copy:${shortHash('here1')}`]);
    expect(all.find(({ row }) => row.id === 'pin here5').row.notes).toMatchObject([{ id: 'pin here5' }]);
  });

  it('takes no text away where the file has the report without one', async () => {
    const file = await knowing('page:h', { ...SAVED, text: '' });
    const here = await knowing('page:h', SAVED);
    const preview = await restore(here.store, here.of, await lines(file.store, file.of), 'keep');
    expect(preview.counts.articles).toEqual({ new: 0, changed: 0, same: 1 });
    expect([await saved(here.store), await textOf(here.store, 'page:h')]).toEqual([[['page:h', true]], SAVED.text]);
  });
});
