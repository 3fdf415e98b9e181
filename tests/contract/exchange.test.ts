import { describe, expect, it } from 'vitest';
import { noteId } from '../../lib/core/library.ts';
import { addCollection, addToCollection } from '../../lib/services/collections.ts';
import { finishNote } from '../../lib/services/notes.ts';
import { changePins, pinArticle } from '../../lib/services/pins.ts';
import { trashPins } from '../../lib/services/trash.ts';
import { refused, value } from './checks.ts';
import { type ExchangePlace, exchangePlace, takeFrom } from './exchange-places.ts';
import { Killed } from './profiles.ts';
import { article, derive, outlet, record, reporter } from './sample-data.ts';

/** A profile in which something of everything was made of three reports. */
async function author(): Promise<ExchangePlace> {
  const place = await exchangePlace();
  const { store, deps } = place;
  value(await store.putOutlets([outlet('outlet:o', { name: 'Harbour Courier', url: 'https://example.com/' })]));
  value(await store.putReporters([reporter('p', { name: 'Ann Quay', outletId: 'outlet:o' })]));
  const authors = [{ name: 'Ann Quay', reporterId: 'p' }];
  value(await store.addArticles(['r1', 'r2', 'r3'].map((id) => record(id, { text: 'Text.', authors, datePublished: '2026-11-20' }))));
  for (const id of ['r1', 'r2']) value(await pinArticle(id, { ...deps, derive }));
  value(await changePins(['r1'], { state: 'read', addTags: ['Lathe', 'port'] }, deps));
  value(await finishNote(noteId('pin', 'r1'), 'A *note*.', deps));
  value(await addCollection({ id: 'k', name: 'Lathes', parentId: null, query: null }, deps));
  value(await addCollection({ id: 'living', name: 'Searched', parentId: 'k', query: 'lathe lang:en' }, deps));
  value(await addToCollection('k', ['r3'], deps));
  value(await store.putFollows([{ id: '@p', seenAtMs: 7 }]));
  value(await store.putCorrection({ id: 'c1', kind: 'no-topic', name: 'Quay', atMs: 3 }));
  return place;
}

const headlines = async ({ store }: ExchangePlace): Promise<string[]> =>
  (await store.listPins()).map(({ article }) => article.headline).sort();
const noteText = async ({ store }: ExchangePlace, id: string): Promise<string | undefined> =>
  (await store.getRows('notes', [noteId('pin', id)]))[0]?.text;

describe('an exchange file', () => {
  it('brings what was made there, and reports without their texts; a second time it changes nothing', async () => {
    const [one, two] = [await author(), await exchangePlace()];
    const { name, file } = value(await one.exchange.exportExchange(null));
    const other = value(await two.exchange.exportExchange(null));
    expect([name, other.name].map((each) => /^sidelight-exchange-[0-9a-f]{6}-2026-11-27\.ndjson$/.test(each))).toEqual([true, true]);
    expect(other.name).not.toBe(name);
    const before = await two.backup();
    const preview = value(await two.exchange.previewExchange(file, null));
    expect(preview).toMatchObject({ isOwn: false, lost: 0 });
    expect(preview.counts).toEqual(
      [
        { kind: 'pins', added: 2 },
        { kind: 'notes', added: 1 },
        { kind: 'collections', added: 2 },
        { kind: 'collectionItems', added: 1 },
        { kind: 'corrections', added: 1 },
        { kind: 'follows', added: 1 },
      ].map((count) => ({ changed: 0, removed: 0, ...count })),
    );
    // Looking writes nothing.
    expect(await two.backup()).toBe(before);
    value(await two.exchange.applyExchange(() => {}));
    const [pin] = await two.store.getRows('pins', ['r1']);
    expect(pin).toMatchObject({
      state: 'read',
      tags: ['Lathe', 'port'],
      article: { headline: 'Report r1', outletName: 'Harbour Courier' },
    });
    expect(await noteText(two, 'r1')).toBe('A *note*.');
    expect((await two.store.listRows('collections')).map(({ id, parentId, query }) => [id, parentId, query])).toEqual([
      ['k', null, null],
      ['living', 'k', 'lathe lang:en'],
    ]);
    const [report] = await two.store.getArticles(['r3']);
    expect(report?.article).toMatchObject({ text: '', datePublished: '2026-11-20', provenance: { kind: 'import', source: 'exchange' } });
    expect(report?.article.authors).toEqual([{ name: 'Ann Quay', reporterId: expect.any(String) }]);
    expect(await two.store.isHeld('r3')).toBe(true);

    const after = await two.backup();
    expect(value(await two.exchange.previewExchange(file, null))).toMatchObject({ counts: [], lost: 0 });
    value(await two.exchange.applyExchange(() => {}));
    expect(await two.backup()).toBe(after);
    // Neither does what the other one answers.
    const kept = await one.backup();
    expect((await takeFrom(one, two)).preview.counts).toEqual([]);
    expect(await one.backup()).toBe(kept);
    expect(value(await one.exchange.previewExchange(file, null)).isOwn).toBe(true);
  });

  it('is taken back as one, to the byte, and can be taken in again', async () => {
    const [one, two] = [await author(), await exchangePlace()];
    value(await two.store.addArticles([record('mine')]));
    value(await pinArticle('mine', { ...two.deps, derive }));
    await takeFrom(two, one);
    value(await trashPins(['r2'], one.deps));
    value(await finishNote(noteId('pin', 'r1'), 'Another note.', one.deps));
    const before = await two.backup();
    const { taken, preview } = await takeFrom(two, one);
    expect(preview.counts).toEqual([
      { kind: 'pins', added: 0, changed: 0, removed: 1 },
      { kind: 'notes', added: 0, changed: 1, removed: 0 },
    ]);
    expect(await headlines(two)).toEqual(['Report mine', 'Report r1']);
    expect((await two.store.listRows('trash')).map(({ id }) => id)).toEqual(['pin r2']);
    expect(await taken.undo()).toBe(true);
    expect(await two.backup()).toBe(before);
    expect((await takeFrom(two, one)).preview.counts).toEqual(preview.counts);
    // What was taken back was never this device's doing.
    expect((await takeFrom(one, two)).preview.counts).toEqual([{ kind: 'pins', added: 1, changed: 0, removed: 0 }]);
  });

  it('keeps the text that lost, shows it, and ends that on all devices', async () => {
    const [one, two] = [await author(), await exchangePlace()];
    await takeFrom(two, one);
    two.clock.nowMs = one.clock.nowMs + 60_000;
    for (const [{ store, deps }, text] of [
      [one, 'Typed here.'],
      [two, 'Typed there, later.'],
    ] as const) {
      const [found = null] = await store.getRows('notes', [noteId('pin', 'r1')]);
      value(await finishNote(noteId('pin', 'r1'), text, deps, { found, kept: null }));
    }
    expect((await takeFrom(two, one)).preview.lost).toBe(1);
    await takeFrom(one, two);
    for (const place of [one, two]) {
      expect(await noteText(place, 'r1')).toBe('Typed there, later.');
      const lost = value(await place.exchange.listLost());
      expect(lost).toMatchObject([{ of: 'note', about: 'Report r1', text: 'Typed here.' }]);
    }
    value(await one.exchange.dropLost(value(await one.exchange.listLost())[0]!));
    await takeFrom(two, one);
    expect(value(await two.exchange.listLost())).toEqual([]);
  });

  it('with a passphrase says nothing to whoever lacks it, and does not open once changed', async () => {
    const [one, two] = [await author(), await exchangePlace()];
    const { file } = value(await one.exchange.exportExchange('six plain words'));
    const text = await file.text();
    expect(JSON.parse(text.slice(0, text.indexOf('\n')))).toEqual({
      format: 'sidelight-exchange',
      version: 1,
      sealed: { rounds: 600_000, salt: expect.any(String) },
    });
    for (const secret of ['Lathe', 'note', 'example', 'Report', btoa('Lathe').slice(0, 5)]) expect(text).not.toContain(secret);
    refused(await two.exchange.previewExchange(file, null), 'passphrase-needed');
    refused(await two.exchange.previewExchange(file, 'six plain worms'), 'passphrase-wrong');
    const at = text.length - 40;
    const changed = new Blob([text.slice(0, at), text[at] === 'A' ? 'B' : 'A', text.slice(at + 1)]);
    refused(await two.exchange.previewExchange(changed, 'six plain words'), 'passphrase-wrong');
    refused(await two.exchange.previewExchange(new Blob([text.slice(0, -200)]), 'six plain words'), 'passphrase-wrong');
    refused(await two.exchange.previewExchange(new Blob([text.replace('600000', '100')]), 'six plain words'), 'bad-exchange');
    refused(await two.exchange.applyExchange(() => {}), 'not-found');
    expect(value(await two.exchange.previewExchange(file, 'six plain words')).counts).toHaveLength(6);
  });

  it('of a newer version is called that, encrypted as well', async () => {
    const place = await author();
    for (const passphrase of [null, 'six plain words']) {
      const { file } = value(await place.exchange.exportExchange(passphrase));
      const newer = new Blob([(await file.text()).replace('"version":1', '"version":2')]);
      refused(await place.exchange.previewExchange(newer, passphrase), 'index-newer-than-code');
    }
  });

  it('with the line ends of Windows opens with its passphrase', async () => {
    const [one, two] = [await author(), await exchangePlace()];
    const { file } = value(await one.exchange.exportExchange('six plain words'));
    const changed = new Blob([(await file.text()).replaceAll('\n', '\r\n')]);
    expect(value(await two.exchange.previewExchange(changed, 'six plain words')).counts).toHaveLength(6);
  });

  it('holds what a backup can have brought, and says how many things it had to leave out', async () => {
    const [one, two] = [await exchangePlace(), await exchangePlace()];
    const { store } = one;
    const long = article('r1', { url: `https://example.com/?q=${'a'.repeat(9000)}` });
    value(await store.addArticles([{ article: long, derived: derive(long) }]));
    value(await pinArticle('r1', { ...one.deps, derive }));
    const tag = '\uFDFA'.repeat(100);
    value(await changePins(['r1'], { addTags: [tag] }, one.deps));
    const row = { id: 'k', name: '', parentId: null, rank: 'hzzzzzzzzz', query: null, createdAtMs: 1, updatedAtMs: 1 };
    value(await store.changeRows(['collections'], ({ collections }) => collections.put(row)));
    value(await store.putFollows([{ id: '@byline:Ann Quay' }]));
    expect(value(await one.exchange.exportExchange(null)).left).toBe(0);

    value(await store.putFollows([{ id: 'neither' }]));
    const { file, left } = value(await one.exchange.exportExchange(null));
    expect(left).toBe(1);
    value(await two.exchange.previewExchange(file, null));
    value(await two.exchange.applyExchange(() => {}));
    const [pin] = await two.store.listPins();
    expect([pin?.article.url, pin?.tags]).toEqual([long.url, [tag]]);
    expect((await two.store.listRows('collections')).map(({ name }) => name)).toEqual(['']);
    expect((await two.store.listFollows()).map(({ id }) => id)).toEqual(['@byline:Ann Quay']);
  });

  it('goes on after a kill between the rows and what is known of them, and loses no removal', async () => {
    const [one, two] = [await author(), await exchangePlace()];
    const { file } = value(await one.exchange.exportExchange(null));
    value(await two.exchange.previewExchange(file, null));
    two.faults.killBeforeSave = true;
    await expect(two.exchange.applyExchange(() => {})).rejects.toThrow(Killed);
    two.faults.killBeforeSave = false;
    expect(await headlines(two)).toEqual(['Report r1', 'Report r2']);
    await takeFrom(one, two);
    await takeFrom(two, one);
    value(await trashPins(['r2'], one.deps));
    await takeFrom(two, one);
    expect([await headlines(one), await headlines(two)]).toEqual([['Report r1'], ['Report r1']]);
  });

  it('takes nothing away because an index was lost', async () => {
    const [one, two] = [await author(), await exchangePlace()];
    await takeFrom(two, one);
    await takeFrom(one, two);
    await two.loseIndex();
    expect((await takeFrom(one, two)).preview.counts).toEqual([]);
    await takeFrom(two, one);
    expect([await headlines(one), await headlines(two)]).toEqual([
      ['Report r1', 'Report r2'],
      ['Report r1', 'Report r2'],
    ]);
  });

  it('is worked out anew where something is made meanwhile', async () => {
    const [one, two] = [await author(), await exchangePlace()];
    value(await two.store.addArticles([record('mine')]));
    const { file } = value(await one.exchange.exportExchange(null));
    value(await two.exchange.previewExchange(file, null));
    const begin = two.store.beginRestore;
    let meanwhile = 0;
    two.store.beginRestore = async (...args) => {
      if (meanwhile++ === 0) value(await pinArticle('mine', { ...two.deps, derive }));
      return begin(...args);
    };
    value(await two.exchange.applyExchange(() => {}));
    expect(meanwhile).toBe(2);
    expect(await headlines(two)).toEqual(['Report mine', 'Report r1', 'Report r2']);
  });

  it('joins the pins of one report that two devices know by two ids', async () => {
    const [one, two] = [await author(), await exchangePlace()];
    value(await two.store.addArticles([record('feed-r1', { url: 'https://example.com/r1', text: 'Whole text.' })]));
    value(await pinArticle('feed-r1', { ...two.deps, derive }));
    value(await changePins(['feed-r1'], { addTags: ['mine'] }, two.deps));
    await takeFrom(two, one);
    await takeFrom(one, two);
    expect((await two.store.getRows('pins', ['feed-r1']))[0]?.tags.sort()).toEqual(['Lathe', 'mine', 'port']);
    expect((await one.store.getRows('pins', ['r1']))[0]?.tags.sort()).toEqual(['Lathe', 'mine', 'port']);
    expect(await two.store.getArticles(['r1'])).toEqual([]);
    expect((await two.store.getArticles(['feed-r1']))[0]?.article.text).toBe('Whole text.');
    expect(await noteText(two, 'feed-r1')).toBe('A *note*.');
  });

  it('settles where the devices know a page under two forms of its address, and throws nothing away', async () => {
    for (const form of ['https://www.example.com/story', 'https://m.example.com/story']) {
      const [one, two] = [await exchangePlace(), await exchangePlace()];
      value(await one.store.addArticles([record('a', { url: form })]));
      value(await two.store.addArticles([record('b', { url: 'https://example.com/story' })]));
      value(await pinArticle('a', { ...one.deps, derive }));
      value(await finishNote(noteId('pin', 'a'), 'A note.', one.deps));
      value(await addCollection({ id: 'k', name: 'K', parentId: null, query: null }, one.deps));
      value(await addToCollection('k', ['a'], one.deps));
      const counts: unknown[] = [];
      for (let round = 0; round < 3; round++) {
        counts.push((await takeFrom(two, one)).preview.counts, (await takeFrom(one, two)).preview.counts);
      }
      expect(counts.slice(1)).toEqual([[], [], [], [], []]);
      for (const { store } of [one, two]) {
        expect((await store.listPins()).map(({ article }) => article.url)).toEqual([form]);
        expect((await store.listRows('collectionItems')).map((item) => item.article.url)).toEqual([form]);
        expect((await store.listRows('notes')).map(({ text }) => text)).toEqual(['A note.']);
        expect(await store.listRows('trash')).toEqual([]);
      }
    }
  });
});
