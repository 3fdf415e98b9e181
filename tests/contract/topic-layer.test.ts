import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/core/settings.ts';
import type { GazetteerEntry } from '../../lib/core/topic.ts';
import { deriveArticle } from '../../lib/services/derive.ts';
import { installPack } from '../../lib/services/install-pack.ts';
import { scanPack } from '../../lib/services/scan-pack.ts';
import { buildTopicLayer } from '../../lib/services/topic-layer.ts';
import { finishUpkeep } from '../../lib/services/upkeep.ts';
import { exportBackup } from '../../lib/store/backup.ts';
import { finishRestore } from '../../lib/store/finish-restore.ts';
import { type IndexedDbStore, openStore } from '../../lib/store/indexed-db/open-store.ts';
import { beginRestore, previewRestore, undoRestore } from '../../lib/store/restore.ts';
import { buildGazetteer, type Gazetteer, openGazetteer } from '../../lib/topics/gazetteer.ts';
import { ARTICLE, packOf, TOPIC } from '../unit/packs/records.ts';
import { value } from './checks.ts';
import { article, outlet } from './sample-data.ts';

const BUILTIN = buildGazetteer([{ id: 'topic:lathe', kind: 'topic', names: { en: ['carousel lathe'] } }]);
const ORESHNIK: GazetteerEntry = { id: 'topic:oreshnik', kind: 'product', names: { en: ['Oreshnik'] } };
const VOTKINSK: GazetteerEntry = { id: 'topic:votkinsk', kind: 'organisation', names: { en: ['Votkinsk'] } };
let names = 0;

class Killed extends Error {}

/** A page of ours: the store, and the topics it last read. */
async function openPlace(
  name: string,
  faults = { allowed: Number.POSITIVE_INFINITY },
  { builtin, mark } = { builtin: BUILTIN, mark: '1' },
) {
  let derived = 0;
  let builds = 0;
  let gazetteer: Gazetteer = value(openGazetteer([builtin]));
  const store: IndexedDbStore = value(
    await openStore({
      databaseName: name,
      derive: (source) => {
        derived++;
        return deriveArticle(source, gazetteer);
      },
      nowMs: () => 0,
      afterCommit: () => {
        faults.allowed--;
        if (faults.allowed < 0) throw new Killed();
      },
    }),
  );
  const place = {
    store,
    layerId: '',
    get gazetteer() {
      return gazetteer;
    },
    get derived() {
      return derived;
    },
    get builds() {
      return builds;
    },
    async refreshTopics() {
      if ((await store.topicLayerId()) === place.layerId) return;
      let layer = await store.readTopicLayer();
      if (layer?.madeWith !== mark) {
        builds++;
        layer = await buildTopicLayer(store, value(openGazetteer([builtin])), mark);
      }
      gazetteer = value(openGazetteer(layer.bytes.length === 0 ? [builtin] : [builtin, layer.bytes]));
      place.layerId = layer.id;
    },
  };
  await place.refreshTopics();
  return place;
}

type Place = Awaited<ReturnType<typeof openPlace>>;

async function add({ store, gazetteer }: Place, count: number): Promise<void> {
  const records = Array.from({ length: count }, (_, i) => {
    const of = i % 3;
    const text =
      of === 0 ? 'Parts of the Oreshnik were shown.' : of === 1 ? 'A plant at Votkinsk has a carousel lathe.' : 'Rain is expected.';
    return article(`r${String(i).padStart(3, '0')}`, { headline: `Report ${i}`, text });
  });
  value(await store.putOutlets([outlet('outlet:o')]));
  value(await store.addArticles(records.map((entry) => ({ article: entry, derived: deriveArticle(entry, gazetteer) }))));
}

const about = async (store: IndexedDbStore, topic: string) => (await store.evaluate([{ term: `#${topic}`, weight: 1 }], 1000)).length;

describe('the layer of the topics that packs brought', () => {
  it('is built once, and only read from then on', async () => {
    const name = `layer-${names++}`;
    const place = await openPlace(name);
    value(await place.store.putTopics([ORESHNIK]));
    await place.refreshTopics();
    expect(place.gazetteer.label('topic:oreshnik', 'en')).toBe('Oreshnik');
    expect(place.builds).toBe(2);
    place.store.close();
    const woken = await openPlace(name);
    expect(woken.builds).toBe(0);
    expect(woken.gazetteer.label('topic:oreshnik', 'en')).toBe('Oreshnik');
    woken.store.close();
  });

  it('leaves out what the built-in list knows', async () => {
    const place = await openPlace(`layer-${names++}`);
    value(await place.store.putTopics([{ id: 'topic:lathe', kind: 'topic', names: { en: ['Lathe'] } }]));
    await place.refreshTopics();
    expect((await place.store.readTopicLayer())?.bytes.length).toBe(0);
    place.store.close();
  });

  it('is given to the reports of the same pack', async () => {
    const place = await openPlace(`layer-${names++}`);
    const lines = packOf([TOPIC, { ...ARTICLE, headline: 'Oreshnik shown', outletId: null, authors: [] }]);
    value(
      await installPack(value(await scanPack(() => lines)), {
        store: place.store,
        derive: (articles) => articles.map((article) => deriveArticle(article, place.gazetteer)),
        nowMs: 0,
        topicsStored: () => place.refreshTopics(),
      }),
    );
    expect(await about(place.store, 'topic:oreshnik')).toBe(1);
    place.store.close();
  });
});

describe('reports that were there before a topic', () => {
  it('are looked through to the end, also where texts of some cannot be read: these stay as they are', async () => {
    const place = await openPlace(`layer-${names++}`);
    await add(place, 90);
    value(await place.store.putTopics([ORESHNIK]));
    const { get } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.get = function (this: IDBObjectStore, key) {
      if (this.name === 'groups' && key === 1) throw new DOMException('Failed to read large IndexedDB value', 'DataError');
      return get.call(this, key);
    };
    expect(await finishUpkeep(place)).toBe(true);
    IDBObjectStore.prototype.get = get;
    const unread = (await place.store.getArticlesByDocId([8, 9, 10, 11, 12, 13, 14, 15])).filter(({ article: { text } }) =>
      text.includes('Oreshnik'),
    );
    expect(unread).toHaveLength(2);
    expect(await about(place.store, 'topic:oreshnik')).toBe(28);
    place.store.close();
  });

  it('are found by it, and by it alone are they replaced', async () => {
    const place = await openPlace(`layer-${names++}`);
    await add(place, 90);
    value(await place.store.putTopics([ORESHNIK]));
    expect(await about(place.store, 'topic:oreshnik')).toBe(0);
    const before = (await place.store.getArticles(['r001', 'r002'])).map(({ docId }) => docId);
    expect(await finishUpkeep(place)).toBe(true);
    expect(await about(place.store, 'topic:oreshnik')).toBe(30);
    expect((await place.store.getArticles(['r001', 'r002'])).map(({ docId }) => docId)).toEqual(before);
    expect((await place.store.status()).articles).toBe(90);
    const { derived } = place;
    expect(await finishUpkeep(place)).toBe(true);
    expect(place.derived).toBe(derived);
    place.store.close();
  });

  it('are not looked through by a page that does not know the topic yet', async () => {
    const name = `layer-${names++}`;
    const [stale, fresh] = [await openPlace(name), await openPlace(name)];
    await add(stale, 9);
    value(await fresh.store.putTopics([ORESHNIK]));
    await fresh.refreshTopics();
    expect(await stale.store.retopicSome(stale.layerId)).toBe(false);
    expect(stale.derived).toBe(0);
    expect(await finishUpkeep(stale)).toBe(true);
    expect(await about(fresh.store, 'topic:oreshnik')).toBe(3);
    stale.store.close();
    fresh.store.close();
  });

  it('are all found whatever kills the work, and none twice', async () => {
    const faults = { allowed: Number.POSITIVE_INFINITY };
    const name = `layer-${names++}`;
    const first = await openPlace(name, faults);
    await add(first, 60);
    value(await first.store.putTopics([ORESHNIK, VOTKINSK]));
    first.store.close();
    let kills = 0;
    for (let round = 0; round < 200; round++) {
      faults.allowed = 1 + (round % 3);
      const outcome = await openPlace(name, faults)
        .then(async (place) => finishUpkeep(place).finally(() => place.store.close()))
        .catch((error) => {
          if (!(error instanceof Killed)) throw error;
          return false;
        });
      faults.allowed = Number.POSITIVE_INFINITY;
      if (outcome) break;
      kills++;
    }
    expect(kills).toBeGreaterThan(2);
    const last = await openPlace(name);
    expect([await about(last.store, 'topic:oreshnik'), await about(last.store, 'topic:votkinsk')]).toEqual([20, 20]);
    expect((await last.store.status()).articles).toBe(60);
    expect(await last.store.retopicSome(last.layerId)).toBe(true);
    last.store.close();
  });

  it('do not come back when they were removed meanwhile', async () => {
    const place = await openPlace(`layer-${names++}`);
    await add(place, 40);
    value(await place.store.putTopics([ORESHNIK]));
    await place.refreshTopics();
    await Promise.all([place.store.retopicSome(place.layerId), place.store.removeArticles(['r000', 'r030'])]);
    expect(await finishUpkeep(place)).toBe(true);
    expect(await place.store.getArticles(['r000', 'r030'])).toEqual([]);
    expect((await place.store.status()).articles).toBe(38);
    place.store.close();
  });
});

describe('another built-in list', () => {
  const NEXT = {
    builtin: buildGazetteer([
      { id: 'topic:lathe', kind: 'topic', names: { en: ['carousel lathe'] } },
      { id: 'topic:rain', kind: 'topic', names: { en: ['Rain'] } },
    ]),
    mark: '2',
  };

  it.each([
    ['nothing else', []],
    ['a pack', [ORESHNIK]],
  ])('reaches reports that were there before, beside %s, and looks through them once', async (_, topics) => {
    const name = `layer-${names++}`;
    const before = await openPlace(name);
    value(await before.store.putTopics(topics));
    await before.refreshTopics();
    await add(before, 30);
    expect(await finishUpkeep(before)).toBe(true);
    // Forgotten when the next list comes, as by a correction made last.
    value(await before.store.putTopics(topics));
    before.store.close();
    const next = await openPlace(name, undefined, NEXT);
    expect(await finishUpkeep(next)).toBe(true);
    expect([await about(next.store, 'topic:rain'), await about(next.store, 'topic:lathe')]).toEqual([10, 10]);
    next.store.close();
    const again = await openPlace(name, undefined, NEXT);
    expect(await finishUpkeep(again)).toBe(true);
    expect(again.derived).toBe(0);
    again.store.close();
  });

  it('looks through nothing where reports came under the same, though the layer was forgotten meanwhile', async () => {
    const place = await openPlace(`layer-${names++}`, undefined, NEXT);
    await add(place, 9);
    value(await place.store.putTopics([ORESHNIK]));
    expect(await finishUpkeep(place)).toBe(true);
    const { derived, builds } = place;
    value(await place.store.putTopics([ORESHNIK]));
    await place.refreshTopics();
    expect(place.builds).toBe(builds + 1);
    expect(await finishUpkeep(place)).toBe(true);
    expect(place.derived).toBe(derived);
    place.store.close();
  });

  it('looks through nothing at the first start', async () => {
    const place = await openPlace(`layer-${names++}`);
    await add(place, 9);
    expect(await finishUpkeep(place)).toBe(true);
    expect(place.derived).toBe(0);
    place.store.close();
  });
});

describe('names the user gave', () => {
  const ALIAS = { id: 'alias:1', kind: 'alias', topicId: 'topic:lathe', alias: 'Rain', language: null, atMs: 1 } as const;

  const OWN = { id: 'own:1', kind: 'own-topic', topicId: 'own:rain', name: 'Rain', language: 'en', atMs: 1 } as const;

  const NOT = {
    id: 'not-topic:1',
    kind: 'not-topic',
    topicId: 'topic:lathe',
    surface: 'Carousel  Lathe',
    also: ['lathes'] as string[],
    atMs: 1,
  } as const;

  it.each([
    ['a further name', ALIAS, [10, 20]],
    ['a topic of their own', OWN, [0, 10]],
    ['a phrase that is none', NOT, [10, 0]],
  ])(
    '%s reaches reports that were there before, survives a rebuild, and leaves them once taken back',
    async (_, given, [before, after]) => {
      const place = await openPlace(`layer-${names++}`);
      await add(place, 30);
      expect(await about(place.store, given.topicId)).toBe(before);
      value(await place.store.putCorrection(given));
      expect(await finishUpkeep(place)).toBe(true);
      expect(await about(place.store, given.topicId)).toBe(after);
      value(await place.store.startRebuild());
      expect(await finishUpkeep(place)).toBe(true);
      expect(await about(place.store, given.topicId)).toBe(after);
      expect(value(await place.store.deleteCorrection(given.id))).toBe(true);
      expect(await finishUpkeep(place)).toBe(true);
      expect(await about(place.store, given.topicId)).toBe(before);
      place.store.close();
    },
  );

  it('are not refused by a pack that looks like the reader', async () => {
    const place = await openPlace(`layer-${names++}`);
    value(await place.store.putTopics([{ ...ORESHNIK, id: 'refused:0', description: 'topic:lathe\tcarousel lathe' }]));
    await place.refreshTopics();
    await add(place, 9);
    expect(await about(place.store, 'topic:lathe')).toBe(3);
    place.store.close();
  });

  it('stand beside those of a pack, and wait for a topic that is not there', async () => {
    const place = await openPlace(`layer-${names++}`);
    value(await place.store.putTopics([ORESHNIK]));
    value(await place.store.putCorrection({ ...ALIAS, topicId: ORESHNIK.id, language: 'en' }));
    value(await place.store.putCorrection({ ...ALIAS, id: 'alias:2', topicId: VOTKINSK.id }));
    await place.refreshTopics();
    expect([place.gazetteer.label(ORESHNIK.id, 'en'), place.gazetteer.label(VOTKINSK.id, 'en')]).toEqual(['Oreshnik', null]);
    await add(place, 9);
    expect(await about(place.store, ORESHNIK.id)).toBe(6);
    value(await place.store.putTopics([VOTKINSK]));
    expect(await finishUpkeep(place)).toBe(true);
    expect(await about(place.store, VOTKINSK.id)).toBe(6);
    place.store.close();
  });

  it('come with a backup into another index, and go when the restore is taken back', async () => {
    const [from, to] = [await openPlace(`layer-${names++}`), await openPlace(`layer-${names++}`)];
    value(await from.store.putCorrection(ALIAS));
    const lines: string[] = [];
    for await (const line of exportBackup(from.store, DEFAULT_SETTINGS)) lines.push(line);
    await add(to, 30);
    const preview = value(await previewRestore(to.store, lines, DEFAULT_SETTINGS));
    value(await beginRestore(to.store, preview, 'keep'));
    value(await finishRestore(to.store));
    expect(await finishUpkeep(to)).toBe(true);
    expect(await about(to.store, 'topic:lathe')).toBe(20);
    value(await undoRestore(to.store, preview, null));
    value(await finishRestore(to.store));
    expect(await finishUpkeep(to)).toBe(true);
    expect([await to.store.listCorrections(), await about(to.store, 'topic:lathe')]).toEqual([[], 10]);
    from.store.close();
    to.store.close();
  });
});
