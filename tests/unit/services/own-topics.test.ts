import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { correctionRows } from '../../../lib/services/corrections.ts';
import { deriveArticle } from '../../../lib/services/derive.ts';
import { addOwnTopic, refuseTopic, topicProposals } from '../../../lib/services/own-topics.ts';
import { topicsNamed } from '../../../lib/services/search-filters.ts';
import { buildTopicLayer } from '../../../lib/services/topic-layer.ts';
import { openStore } from '../../../lib/store/indexed-db/open-store.ts';
import { buildGazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';
import { value } from '../../contract/checks.ts';
import { article, outlet } from '../../contract/sample-data.ts';

const BUILTIN = buildGazetteer([{ id: 'topic:oreshnik', kind: 'product', names: { en: ['Oreshnik'] } }]);
const REPORTS: [headline: string, text: string][] = [
  ['Oreshnik parts shown at Grey Harbour', 'Parts were shown at Grey Harbour on Monday.'],
  ['Dockers of Grey Harbour walk out', 'Dockers of Grey Harbour left their cranes.'],
  ['Oreshnik debris found', 'The Oreshnik fell near the river.'],
  ['Korvan mine reopens', 'The Korvan mine is open again.'],
  ['Korvan mine floods', 'Water fills the Korvan mine.'],
  ['Rain is expected', 'A wet week lies ahead.'],
];

async function place() {
  const builtin = value(openGazetteer([BUILTIN]));
  const store = value(await openStore({ indexedDB: new IDBFactory(), derive: (source) => deriveArticle(source, builtin), nowMs: () => 0 }));
  value(await store.putOutlets([outlet('outlet:o')]));
  const articles = REPORTS.map(([headline, text], i) => article(`r${i}`, { headline, text }));
  value(await store.addArticles(articles.map((entry) => ({ article: entry, derived: deriveArticle(entry, builtin) }))));
  const gazetteer = async () => {
    const { bytes } = await buildTopicLayer(store, builtin, '1');
    return value(openGazetteer(bytes.length === 0 ? [BUILTIN] : [BUILTIN, bytes]));
  };
  const proposed = async () => (await topicProposals(store, await gazetteer())).proposals.map(({ name }) => name).sort();
  return { store, gazetteer, proposed, deps: async () => ({ store, gazetteer: await gazetteer(), nowMs: 7 }) };
}

describe('topics of the user’s own', () => {
  it('are proposed with their headlines, without those that are topics already', async () => {
    const { store, gazetteer, proposed } = await place();
    expect(await proposed()).toEqual(['Grey Harbour', 'Korvan mine']);
    const { proposals, reports } = await topicProposals(store, await gazetteer());
    expect(reports).toBe(REPORTS.length);
    expect(proposals.find(({ name }) => name === 'Korvan mine')).toEqual({
      name: 'Korvan mine',
      language: 'en',
      outlets: 1,
      reports: 2,
      headlines: ['Korvan mine floods', 'Korvan mine reopens'],
    });
  });

  it('are found in texts from then on, and not proposed again; nor is what was refused, until it is taken back', async () => {
    const { store, gazetteer, proposed, deps } = await place();
    const { correctionId } = value(await addOwnTopic('  Grey  Harbour ', 'en', await deps()));
    expect(topicsNamed('Grey Harbour', await gazetteer())).toHaveLength(1);
    expect(await proposed()).toEqual(['Korvan mine']);
    value(await refuseTopic('korvan MINE', await deps()));
    expect(await proposed()).toEqual([]);
    expect(await correctionRows(store, () => null)).toMatchObject([
      { kind: 'no-topic', of: 'korvan MINE' },
      { kind: 'own-topic', of: 'Grey Harbour', atMs: 7 },
    ]);
    expect(value(await store.deleteCorrection(correctionId))).toBe(true);
    expect(topicsNamed('Grey Harbour', await gazetteer())).toEqual([]);
    expect(await proposed()).toEqual(['Grey Harbour']);
  });

  it('cannot be what is a topic already, nor what cannot be told from other words', async () => {
    const { store, deps } = await place();
    for (const name of ['Oreshnik', 'oreshnik', 'a', '!!', '', 'x'.repeat(5_000)]) {
      const added = await addOwnTopic(name, null, await deps());
      expect(added.ok ? null : added.error.code, name).toBe('bad-input');
    }
    expect(await store.listCorrections()).toEqual([]);
  });
});

describe('the newest articles', () => {
  it('come newest first, with their texts, without those that are gone', async () => {
    const { store } = await place();
    value(await store.removeArticles(['r4']));
    const newest = await store.newestArticles(4);
    expect(newest.map((stored) => stored.article.id)).toEqual(['r5', 'r3', 'r2']);
    expect(newest[0]!.article.text).toBe('A wet week lies ahead.');
    expect(await store.newestArticles(1_000)).toHaveLength(REPORTS.length - 1);
  });
});
