import { describe, expect, it } from 'vitest';
import { noteId } from '../../lib/core/library.ts';
import { DEFAULT_SETTINGS } from '../../lib/core/settings.ts';
import { previewRestore } from '../../lib/store/restore.ts';
import { value } from './checks.ts';
import { backup, bring, library, NOW, pocket, steps } from './import-places.ts';
import { record } from './sample-data.ts';

describe('an import', () => {
  it('is said before its first transaction, so that a browser that dies then goes on with it', async () => {
    const pinsThen: number[] = [];
    const place = await library(async (store) => pinsThen.push((await store.listPins()).length));
    await bring(place, pocket('Cranes,https://harbour.example/port,1698568488,,unread\n'));
    expect(pinsThen[0]).toBe(0);
    expect(await place.store.listPins()).toHaveLength(1);
  });

  it('brings reports, pins with tags, dates, states and notes, and sources', async () => {
    const place = await library();
    const bookmarks = new File(
      [
        '<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p><DT><A HREF="https://lowland.example/lathe" ADD_DATE="1698568488" TAGS="cnc">A lathe</A><DD>Seen at the plant.',
      ],
      'bookmarks.html',
    );
    const opml = new File(
      [
        '<opml version="2.0"><body><outline text="H" xmlUrl="https://harbour.example/feed"/><outline text="L" xmlUrl="http://127.0.0.1/feed"/></body></opml>',
      ],
      'feeds.opml',
    );
    const preview = await bring(
      place,
      pocket(
        'Cranes,https://www.harbour.example/port?utm_source=x,1698568488,Port|ships,archive\n,https://harbour.example/untitled,,,unread\n',
      ),
      bookmarks,
      opml,
    );
    expect(preview).toMatchObject({ pins: { new: 3, changed: 0, same: 0 }, sources: { new: 1, known: 0 }, problems: [] });
    const pins = (await place.store.listPins()).sort((a, b) => (a.article.url < b.article.url ? -1 : 1));
    expect(
      pins.map(({ article, state, tags, pinnedAtMs }) => [article.url, article.headline, article.outletName, state, tags, pinnedAtMs]),
    ).toEqual([
      ['https://harbour.example/untitled', 'harbour.example/untitled', 'harbour.example', 'unread', [], NOW],
      ['https://lowland.example/lathe', 'A lathe', 'lowland.example', 'unread', ['cnc'], 1_698_568_488_000],
      ['https://www.harbour.example/port', 'Cranes', 'harbour.example', 'archived', ['Port', 'ships'], 1_698_568_488_000],
    ]);
    expect(await place.store.listRows('notes')).toMatchObject([{ id: noteId('pin', pins[1]!.id), text: 'Seen at the plant.' }]);
    expect((await place.store.listSources()).map(({ source }) => source.url)).toEqual(['https://harbour.example/feed']);
    const report = await place.store.findArticleByUrl('https://www.harbour.example/port');
    expect(report?.article.provenance).toMatchObject({ kind: 'import', source: 'pocket-csv, bookmarks, opml' });
    expect(await place.store.isHeld(report!.article.id)).toBe(true);
  });

  it('a second time changes nothing', async () => {
    const place = await library();
    const file = () => pocket('Cranes,https://harbour.example/port,1698568488,port,unread\n');
    await bring(place, file());
    const before = await backup(place.store);
    const preview = value(await place.data.previewImport([file()], steps()));
    expect(preview.pins).toEqual({ new: 0, changed: 0, same: 1 });
    value(await place.data.applyImport(preview.id));
    expect(await backup(place.store)).toBe(before);
  });

  it('joins what is pinned already, however the address is written, and keeps what is further on', async () => {
    const place = await library();
    await bring(place, pocket('Cranes,https://harbour.example/port,1698568488,Port,archive\n'));
    const [pin] = await place.store.listPins();
    value(
      await place.store.changeRows(['notes'], ({ notes }) =>
        notes.put({ id: noteId('pin', pin!.id), text: 'Mine', draft: 'd', updatedAtMs: 1 }),
      ),
    );
    const raindrop = new File(
      [
        'id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n1,Other,Theirs,,http://www.harbour.example/port#top,Unsorted,"port, new",2020-01-01T00:00:00Z,,,\n',
      ],
      'r.csv',
    );
    const preview = await bring(place, raindrop, pocket('X,https://harbour.example/port,,,unread\n'));
    expect(preview.pins).toEqual({ new: 0, changed: 1, same: 0 });
    expect(await place.store.listPins()).toEqual([
      { ...pin, tags: ['Port', 'new'], pinnedAtMs: Date.UTC(2020, 0, 1), state: 'archived', updatedAtMs: NOW },
    ]);
    expect(await place.store.listRows('notes')).toMatchObject([{ text: 'Mine\n\nTheirs', draft: 'd' }]);
  });

  it('is taken back as one, and leaves what was there before', async () => {
    const place = await library();
    value(await place.store.addArticles([record('r1', { url: 'https://harbour.example/known' })]));
    await bring(place, pocket('Cranes,https://harbour.example/port,1698568488,port,unread\n'));
    const before = await backup(place.store);
    await bring(
      place,
      pocket('A,https://harbour.example/port,1,more,archive\nB,https://harbour.example/known,,,\nC,https://harbour.example/new,,,\n'),
    );
    expect(await backup(place.store)).not.toBe(before);
    value(await place.data.undoRestore());
    expect(await backup(place.store)).toBe(before);
  });

  it('writes nothing where it is cancelled, or only looked at', async () => {
    const place = await library();
    const before = await backup(place.store);
    const stop = new AbortController();
    const rows = Array.from({ length: 500 }, (_, i) => `A,https://harbour.example/${i},,,unread\n`).join('');
    const cancelled = await place.data.previewImport([pocket(rows)], {
      signal: stop.signal,
      onProgress: (done) => done > 0.6 && stop.abort(),
    });
    expect(cancelled).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    value(await place.data.previewImport([pocket(rows)], steps()));
    expect(await backup(place.store)).toBe(before);
  });

  it('goes into a backup that is restored equal', async () => {
    const place = await library();
    await bring(
      place,
      new File(
        [
          '[{"type":"article-newspaper","title":"Cranes","URL":"https://harbour.example/port","author":[{"family":"Example","given":"Zoë"},{"literal":"Wire"}],"container-title":"Harbour","issued":{"date-parts":[[2026,1,29]]},"keyword":"port, ships","note":"N"}]',
        ],
        'zotero.json',
      ),
    );
    const text = await backup(place.store);
    const other = await library();
    value(await other.data.applyRestore(value(await other.data.previewRestore(new File([text], 'b'))).id, 'keep'));
    expect(await backup(other.store)).toBe(text);
    expect(value(await previewRestore(other.store, text.split('\n').filter(Boolean), DEFAULT_SETTINGS)).counts.pins).toEqual({
      new: 0,
      changed: 0,
      same: 1,
    });
    const [pin] = await other.store.listPins();
    const cited = value(await other.data.citeReports({ articleIds: [pin!.id], format: 'apa', subject: { kind: 'report' } }));
    expect(cited.text).toBe('Example, Z., & Wire. (2026, January 29). Cranes. Harbour. https://harbour.example/port\n');
  });

  it('cancelled at whatever moment, leaves everything as it was', async () => {
    const place = await library();
    await bring(place, pocket('Cranes,https://harbour.example/port,1698568488,Port,archive\n'));
    const before = await backup(place.store);
    const rows = Array.from({ length: 60 }, (_, i) => `Report ${i},https://harbour.example/${i},1698568488,x,unread\n`).join('');
    const told: number[] = [];
    for (const stopAt of [0, 0.25, 0.5, 0.7]) {
      const preview = value(await place.data.previewImport([pocket(`Cranes,https://harbour.example/port,,y,unread\n${rows}`)], steps()));
      const stop = new AbortController();
      const onProgress = (done: number): void => {
        told.push(done);
        if (done >= stopAt) stop.abort();
      };
      if (stopAt === 0) stop.abort();
      const answer = await place.data.applyImport(preview.id, { signal: stop.signal, onProgress });
      expect(answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
      expect(await backup(place.store)).toBe(before);
      expect(await place.store.restoreLeft()).toBeNull();
    }
    // Some reports were there already.
    expect(Math.max(...told)).toBeGreaterThan(0.5);
    expect(await place.data.undoRestore()).toMatchObject({ ok: false });
  });

  it('says that a preview is gone', async () => {
    const { data } = await library();
    expect(await data.applyImport('7')).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});
