import { describe, expect, it } from 'vitest';
import { noteId } from '../../lib/core/library.ts';
import type { PageSnapshot } from '../../lib/core/snapshot.ts';
import { finishNote, keepDraft } from '../../lib/services/notes.ts';
import { changePins, pinArticle } from '../../lib/services/pins.ts';
import { savePage } from '../../lib/services/saves.ts';
import { restoreTrashed, trashPins } from '../../lib/services/trash.ts';
import { applyRestoredSettings, finishUpkeep } from '../../lib/services/upkeep.ts';
import { value } from './checks.ts';
import { backup, bring, type Library, library, NOW, pocket, steps } from './import-places.ts';
import { derive, fillLibrary, pin, record } from './sample-data.ts';

const PORT = 'https://harbour.example/port';
const ROW = `Cranes,${PORT},1698568488,imported,archive\n`;
/** More than one step's reports. */
const MORE = Array.from({ length: 40 }, (_, i) => `Other,https://harbour.example/${i},,,unread\n`).join('');
/** The user does it a moment later. */
const deps = ({ store }: Pick<Library, 'store'>) => ({ store, derive, nowMs: () => NOW + 1_000 });

const PAGE: PageSnapshot = {
  ...{ isArticle: true, confidence: 1, url: PORT, headline: 'Port closed for a day', description: null, section: null, keywords: [] },
  ...{ feeds: [], captions: [], also: [], wordCount: 9, provenance: {}, datePublished: null, dateModified: null, language: 'en' },
  authors: [{ name: 'Zoë Example', url: null, jobTitle: null, bio: null, sameAs: [] }],
  outlet: { name: 'Harbour Times', url: 'https://harbour.example/' },
  paragraphs: ['The port was closed on Thursday.'],
};

/** Something is done right before the next restore or import, the first times that one is tried, is written. */
function beforeWriting(place: Library, times: number, deed: () => Promise<unknown>): void {
  const begin = place.store.beginRestore;
  let done = 0;
  place.store.beginRestore = async (...args) => {
    if (done++ < times) await deed();
    return begin(...args);
  };
}

/** Something is done before the first reports follow the next restore or import. */
function whileReportsFollow(place: Library, deed: () => Promise<unknown>): void {
  const { beginRestore: begin, continueRestore: go } = place.store;
  place.store.beginRestore = async (...args) => {
    place.store.beginRestore = begin;
    place.store.continueRestore = async () => {
      place.store.continueRestore = go;
      await deed();
      return go();
    };
    return begin(...args);
  };
}

const onlyPin = async ({ store }: Library) => {
  const [only, ...others] = await store.listPins();
  if (only === undefined || others.length > 0) throw new Error('There is not one pin.');
  return only;
};
const textOf = async ({ store }: Library) => (await store.findArticleByUrl(PORT))?.article.text ?? null;
const tag = (place: Library, id: string, name: string) => changePins([id], { addTags: [name] }, deps(place)).then(value);
const annotate = (place: Library, id: string, text: string) => finishNote(noteId('pin', id), text, deps(place)).then(value);

describe('what is made between the plan of an import and its writing', () => {
  it('is joined with what is imported', async () => {
    const place = await library();
    await bring(place, pocket(`Cranes,${PORT},,,unread\n`));
    const { id } = await onlyPin(place);
    beforeWriting(place, 2, async () => {
      await tag(place, id, `mine ${(await onlyPin(place)).tags.length}`);
      await annotate(place, id, 'Mine');
    });
    const raindrop = `id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n1,X,Theirs,,${PORT},Unsorted,imported,,,,\n`;
    await bring(place, new File([raindrop], 'r.csv'));
    expect((await onlyPin(place)).tags.sort()).toEqual(['imported', 'mine 0', 'mine 1']);
    expect(await place.store.listRows('notes')).toMatchObject([{ text: 'Mine\n\nTheirs' }]);
  });

  it('is joined where the page was pinned only then', async () => {
    const place = await library();
    value(await place.store.addArticles([record('r1', { url: PORT })]));
    beforeWriting(place, 1, async () => {
      value(await pinArticle('r1', deps(place)));
      await tag(place, 'r1', 'mine');
    });
    await bring(place, pocket(ROW));
    expect((await onlyPin(place)).tags).toEqual(['mine', 'imported']);
  });

  it('ends the import, with nothing written, where it never ceases', async () => {
    const place = await library();
    await bring(place, pocket(`Cranes,${PORT},,,unread\n`));
    const { id } = await onlyPin(place);
    let deeds = 0;
    beforeWriting(place, Number.POSITIVE_INFINITY, () => tag(place, id, `${deeds++}`));
    const preview = value(await place.data.previewImport([pocket(ROW)], steps()));
    expect(await place.data.applyImport(preview.id)).toMatchObject({ ok: false, error: { code: 'changed-meanwhile' } });
    expect((await onlyPin(place)).tags).toEqual(['0', '1', '2', '3', '4']);
  });

  it('leaves the text of a page that was saved then, or while the reports follow', async () => {
    for (const moment of [(place: Library, deed: () => Promise<unknown>) => beforeWriting(place, 1, deed), whileReportsFollow]) {
      const place = await library();
      moment(place, () => savePage(PAGE, deps(place)).then(value));
      await bring(place, pocket(ROW));
      expect(await textOf(place)).toBe('The port was closed on Thursday.');
      expect((await onlyPin(place)).tags).toEqual(['imported']);
    }
  });
});

describe('what is made between the preview of a restore and its writing', () => {
  async function looked() {
    const [from, place] = [await library(), await library()];
    value(await from.store.addArticles([record('r1', { url: PORT, text: 'An earlier text.' }), record('r2')]));
    value(await from.store.putPin(pin('r1', { tags: ['old'] })));
    value(await from.store.putPin(pin('r2')));
    const file = new File([await backup(from.store)], 'backup.ndjson');
    value(await place.store.addArticles([record('r1', { url: PORT, text: 'Yet another text.' }), record('r3')]));
    value(await place.store.putPin(pin('r1')));
    value(await place.store.putPin(pin('r3')));
    return { place, file, preview: value(await place.data.previewRestore(file)) };
  }

  it('ends it where the file would replace it, with nothing written; looked at again, it can be restored', async () => {
    const { place, file, preview } = await looked();
    await tag(place, 'r1', 'mine');
    const before = await backup(place.store);
    expect(await place.data.applyRestore(preview.id, 'keep')).toMatchObject({ ok: false, error: { code: 'changed-meanwhile' } });
    expect(await backup(place.store)).toBe(before);
    value(await place.data.applyRestore(value(await place.data.previewRestore(file)).id, 'keep'));
    expect((await place.store.getRows('pins', ['r1']))[0]?.tags).toEqual(['old']);
  });

  it('ends it where something was made that the file would replace, or thrown away that it would change', async () => {
    for (const deed of [
      async ({ store }: Library) => value(await store.putPin(pin('r2', { tags: ['mine'] }))),
      async (place: Library) => value(await trashPins(['r1'], deps(place))),
    ]) {
      const { place, preview } = await looked();
      await deed(place);
      expect(await place.data.applyRestore(preview.id, 'keep')).toMatchObject({ ok: false, error: { code: 'changed-meanwhile' } });
    }
  });

  it('does not matter where the file says nothing of it', async () => {
    const { place, preview } = await looked();
    await tag(place, 'r3', 'mine');
    value(await place.data.applyRestore(preview.id, 'keep'));
    expect((await place.store.listPins()).map(({ id, tags }) => [id, tags])).toEqual([
      ['r1', ['old']],
      ['r2', []],
      ['r3', ['mine']],
    ]);
    expect(await textOf(place)).toBe('An earlier text.');
  });

  it('leaves the text of a page that was saved then, or while the reports follow', async () => {
    for (const isLate of [false, true]) {
      const { place, preview } = await looked();
      const save = async () => value(await savePage(PAGE, deps(place)));
      await (isLate ? whileReportsFollow(place, save) : save());
      value(await place.data.applyRestore(preview.id, 'keep'));
      expect(await textOf(place)).toBe('The port was closed on Thursday.');
    }
  });
});

describe.each(['Cancel while its reports follow', 'undo'])('what is made between an import and its %s', (end) => {
  /** Imports the row, has something done, and takes it back. */
  async function takenBack(place: Library, deed: (id: string) => Promise<unknown>, ...files: File[]): Promise<void> {
    const act = async () => deed((await place.store.listPins()).find(({ article }) => article.url === PORT)!.id);
    const preview = value(await place.data.previewImport([...files, pocket(MORE + ROW)], steps()));
    if (end === 'undo') {
      value(await place.data.applyImport(preview.id));
      await act();
      value(await place.data.undoRestore());
    } else {
      const stop = new AbortController();
      whileReportsFollow(place, async () => {
        await act();
        stop.abort();
      });
      const answer = await place.data.applyImport(preview.id, { signal: stop.signal });
      expect(answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    }
    expect(await place.store.restoreLeft()).toBeNull();
  }

  it('stays: tags of an imported pin, and its report', async () => {
    const place = await library();
    await takenBack(place, (id) => tag(place, id, 'mine'));
    expect((await onlyPin(place)).tags).toEqual(['imported', 'mine']);
    expect([await textOf(place), (await place.store.status()).articles]).toEqual(['', 1]);
  });

  it('stays: a note, finished or not, with the pin it is on', async () => {
    for (const write of [annotate, (place: Library, id: string, text: string) => keepDraft(noteId('pin', id), text, deps(place))]) {
      const place = await library();
      await takenBack(place, (id) => write(place, id, 'Mine'));
      const { id } = await onlyPin(place);
      expect((await place.store.listRows('notes')).map((note) => [note.id, note.draft ?? note.text])).toEqual([
        [noteId('pin', id), 'Mine'],
      ]);
    }
  });

  it('stays where the import had changed what was there', async () => {
    const place = await library();
    await bring(place, pocket(`Cranes,${PORT},,,unread\n`));
    await takenBack(place, (id) => tag(place, id, 'mine'));
    expect((await onlyPin(place)).tags).toEqual(['imported', 'mine']);
  });

  it('stays: a page that was saved, with its text, outlet and reporter', async () => {
    const place = await library();
    const [url, name] = [PORT, { family: 'Example', given: 'Zoë' }];
    const zotero = [
      { type: 'article-newspaper', title: 'Cranes', URL: url, author: [name], 'container-title': 'Harbour Times' },
      {
        type: 'article-newspaper',
        title: 'Lathes',
        URL: 'https://lowland.example/lathe',
        author: [{ literal: 'Nobody Else' }],
        'container-title': 'Lowland',
      },
    ];
    await takenBack(place, () => savePage(PAGE, deps(place)).then(value), new File([JSON.stringify(zotero)], 'zotero.json'));
    expect(await place.store.listPins()).toEqual([]);
    expect(await textOf(place)).toBe('The port was closed on Thursday.');
    expect((await place.store.listOutlets()).map(({ name }) => name)).toEqual(['Harbour Times']);
    expect((await place.store.listReporters()).map(({ name }) => name)).toEqual(['Zoë Example']);
  });

  it('stays: a report that a source brought as well', async () => {
    const place = await library();
    const source = { id: 'source:s', url: `${PORT}.rss`, title: 'S', siteUrl: null, folders: [], addedAtMs: 1, paused: false };
    value(await place.store.putSources([source]));
    await takenBack(place, (id) => place.store.addSourceEntries('source:s', [{ articleId: id, keys: ['k'] }]), pocket(ROW));
    expect([await textOf(place), await place.store.listPins()]).toEqual(['', []]);
  });

  it('stays in the trash, with its report', async () => {
    const place = await library();
    await takenBack(place, (id) => trashPins([id], deps(place)).then(value));
    expect(await place.store.listPins()).toEqual([]);
    const [trashed] = await place.store.listRows('trash');
    value(await restoreTrashed([trashed!.id], place.store));
    expect((await onlyPin(place)).tags).toEqual(['imported']);
    expect(await textOf(place)).toBe('');
  });

  it('is no reason to leave anything, where it is something else', async () => {
    const place = await library();
    value(await place.store.addArticles([record('r1'), record('r2')]));
    value(await place.store.putPin(pin('r1')));
    await takenBack(place, () => tag(place, 'r1', 'mine'));
    expect((await place.store.listPins()).map(({ id, tags }) => [id, tags])).toEqual([['r1', ['mine']]]);
    expect([await textOf(place), (await place.store.status()).articles]).toEqual([null, 2]);
  });
});

describe('an import of what is in the trash', () => {
  it('brings a pin of its own, and leaves the trash alone, also when it is taken back', async () => {
    const place = await library();
    await bring(place, pocket(`Cranes,${PORT},,mine,unread\n`));
    const { id } = await onlyPin(place);
    await annotate(place, id, 'Mine');
    value(await trashPins([id], deps(place)));
    const before = await backup(place.store);
    const preview = await bring(place, pocket(ROW));
    expect(preview.pins).toEqual({ new: 1, changed: 0, same: 0 });
    expect(await onlyPin(place)).toMatchObject({ id, tags: ['imported'], state: 'archived' });
    expect(await place.store.listRows('trash')).toMatchObject([{ pin: { tags: ['mine'] }, notes: [{ text: 'Mine' }] }]);
    value(await place.data.undoRestore());
    expect(await backup(place.store)).toBe(before);
  });
});

describe('the undo of a restore', () => {
  async function restored(over: Parameters<typeof library>[1] = null) {
    const [from, place] = [await library(), await library(undefined, over)];
    value(await from.store.addArticles([record('r1'), record('r5'), record('r9')]));
    value(await from.store.putPin(pin('r1')));
    value(await from.store.putFollows([{ id: '@p', seenAtMs: 7 }]));
    await fillLibrary(from.store);
    const preview = value(await place.data.previewRestore(new File([await backup(from.store)], 'b')));
    value(await place.data.applyRestore(preview.id, 'replace'));
    return place;
  }
  const ids = async ({ store }: Library, table: 'collections' | 'collectionItems' | 'notes') =>
    (await store.listRows(table)).map(({ id }) => id);

  it('leaves a collection in which something was put, and the one it stands in', async () => {
    const place = await restored();
    const [item] = await place.store.listRows('collectionItems');
    const more = { ...item!, id: 'c2 r9', collectionId: 'c2', articleId: 'r9' };
    value(await place.store.changeRows(['collectionItems'], ({ collectionItems }) => collectionItems.put(more)));
    value(await place.data.undoRestore());
    expect([await ids(place, 'collections'), await ids(place, 'collectionItems')]).toEqual([['c1', 'c2'], ['c2 r9']]);
    expect(await place.store.getArticles(['r1', 'r9'])).toMatchObject([{ article: { id: 'r9' } }]);
  });

  it('leaves an item that was annotated, with its collection', async () => {
    const place = await restored();
    value(await finishNote(noteId('item', 'c1 r1'), 'Mine', deps(place)));
    value(await place.data.undoRestore());
    expect([await ids(place, 'collections'), await ids(place, 'collectionItems'), await ids(place, 'notes')]).toEqual([
      ['c1'],
      ['c1 r1'],
      ['item c1 r1'],
    ]);
  });

  it('takes a follow back that was only looked at', async () => {
    const place = await restored();
    value(await place.store.seeFollows(NOW));
    value(await place.data.undoRestore());
    expect(await place.store.listFollows()).toEqual([]);
  });

  it('puts back the report that was there, unless the page was saved since', async () => {
    for (const isSaved of [false, true]) {
      const [from, place] = [await library(), await library()];
      value(await from.store.addArticles([record('r1', { url: PORT, text: 'From the file.' })]));
      value(await place.store.addArticles([record('r1', { url: PORT, text: 'Here before.' })]));
      const preview = value(await place.data.previewRestore(new File([await backup(from.store)], 'b')));
      value(await place.data.applyRestore(preview.id, 'keep'));
      if (isSaved) value(await savePage(PAGE, deps(place)));
      value(await place.data.undoRestore());
      expect(await textOf(place)).toBe(isSaved ? 'The port was closed on Thursday.' : 'Here before.');
    }
  });

  it('takes settings back, unless they were changed since', async () => {
    for (const isChanged of [false, true]) {
      const [from, place] = [await library(), await library()];
      from.of.settings = { ...from.of.settings, sites: ['news.example'] };
      const text = new File([await backup(from.store, from.of.settings)], 'b');
      value(await place.data.applyRestore(value(await place.data.previewRestore(text)).id, 'replace'));
      await applyRestoredSettings(place.store, place.settings);
      expect(place.of.settings.sites).toEqual(['news.example']);
      if (isChanged) place.of.settings = { ...place.of.settings, showBadge: false };
      value(await place.data.undoRestore());
      await applyRestoredSettings(place.store, place.settings);
      expect([place.of.settings.sites, place.of.settings.showBadge]).toEqual(isChanged ? [['news.example'], false] : [[], true]);
    }
  });

  it('takes a source away with what it fetched since; one that is here again stays', async () => {
    const place = await library();
    const opml = () =>
      new File(['<opml version="2.0"><body><outline text="H" xmlUrl="https://harbour.example/feed"/></body></opml>'], 'o.opml');
    const upkeep = () => finishUpkeep({ store: place.store, layerId: '', refreshTopics: async () => {} });
    const fetched = async () => {
      await bring(place, opml());
      const { source } = (await place.store.listSources())[0]!;
      // A feed names itself when it is first fetched.
      value(await place.store.putSources([{ ...source, title: 'Harbour Times' }]));
      value(await place.store.addArticles([record('fed')]));
      value(await place.store.addSourceEntries(source.id, [{ articleId: 'fed', keys: ['k'] }]));
    };
    const before = await backup(place.store);
    await fetched();
    value(await place.data.undoRestore());
    expect(await place.store.listSources()).toEqual([]);
    await upkeep();
    expect(await backup(place.store)).toBe(before);
    await fetched();
    value(await place.data.undoRestore());
    await bring(place, opml());
    await upkeep();
    expect((await place.store.listSources()).map(({ source }) => source.url)).toEqual(['https://harbour.example/feed']);
    expect(await place.store.getArticles(['fed'])).toHaveLength(1);
  });
});
