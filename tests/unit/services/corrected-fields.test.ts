import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../../lib/cli/english.ts';
import type { FieldValue } from '../../../lib/core/field-edit.ts';
import { analysePage, reporterDeps } from '../../../lib/services/coverage.ts';
import { deriveArticle } from '../../../lib/services/derive.ts';
import { editField, putEditBack } from '../../../lib/services/field-edits.ts';
import { followedList } from '../../../lib/services/followed.ts';
import { reporterProfile } from '../../../lib/services/reporter-profile.ts';
import { savedRows } from '../../../lib/services/saves.ts';
import { searchStore } from '../../../lib/services/search.ts';
import { ownWords } from '../../../lib/services/search-own.ts';
import { openStore } from '../../../lib/store/indexed-db/open-store.ts';
import { tokenise } from '../../../lib/text/tokenise.ts';
import { buildGazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';
import { article, outlet, reporter } from '../../contract/sample-data.ts';
import { snapshotOf } from '../../support/snapshots.ts';

function value<T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const ANNA = reporter('reporter:anna', {
  name: 'Anna Example',
  jobTitle: 'Reporter',
  bio: 'From a pack.',
  bioSource: 'a pack',
  outletId: 'outlet:o',
});
const PAGE = snapshotOf({
  url: 'https://reader.example/a',
  language: 'en',
  headline: 'Parts of the Oreshnik shown near the river',
  paragraphs: ['Experts laid out parts of the Oreshnik that fell near the river.'],
});

/** A report of hers that is saved and answers the page; she is followed. */
async function world() {
  const gazetteer = value(openGazetteer([buildGazetteer([{ id: 'topic:oreshnik', kind: 'product', names: { en: ['Oreshnik'] } }])]));
  const store = value(
    await openStore({ indexedDB: new IDBFactory(), derive: (source) => deriveArticle(source, gazetteer), nowMs: () => 0 }),
  );
  value(await store.putOutlets([outlet('outlet:o', { name: 'Lowland Wire' })]));
  value(await store.putReporters([ANNA]));
  const report = article('r', {
    headline: 'Oreshnik parts shown | Lowland',
    text: 'Experts laid out parts of the Oreshnik that fell near the river.',
    outletId: 'outlet:o',
    authors: [{ name: ANNA.name, reporterId: ANNA.id }],
  });
  value(await store.addArticles([{ article: report, derived: deriveArticle(report, gazetteer) }]));
  value(await store.putSave({ id: 'r', savedAtMs: 1 }));
  value(await store.putFollows([{ id: `@${ANNA.id}`, seenAtMs: -1 }]));
  const deps = () => reporterDeps({ store, gazetteer }, 'en');
  const coverage = async (page = PAGE) => value(await analysePage(page, { store, gazetteer, salt: null, texts: ENGLISH })).coverage;
  return {
    store,
    edit: async (recordId: string, field: FieldValue) => value(await editField(recordId, field, { store, nowMs: () => 5 })),
    deps,
    coverage,
    profile: async () => value(await reporterProfile(ANNA.id, await deps())),
    /** The report's row in every list that shows it. */
    async rows() {
      const [found, saved, followed, page, profile] = [
        (await searchStore('oreshnik', store, { limit: 5 })).hits.map((hit) => hit.article),
        (await savedRows(store)).map((row) => row.article),
        (await followedList(await deps(), 0)).rows.flatMap(({ fresh }) => fresh),
        (await coverage()).rows.map((row) => row.article),
        value(await reporterProfile(ANNA.id, await deps())).recent,
      ];
      return { found, saved, followed, page, profile };
    },
  };
}

describe('fields that the user corrected', () => {
  it('are what every list of reports shows, and undo shows what was found again', async () => {
    const { edit, rows, store } = await world();
    for (const [list, shown] of Object.entries(await rows()))
      expect([list, shown.map(({ headline }) => headline)]).toEqual([list, ['Oreshnik parts shown | Lowland']]);
    const { id, before } = await edit('r', { of: 'article', field: 'headline', value: 'Oreshnik parts shown' });
    await edit('r', { of: 'article', field: 'outlet', value: 'The Lowland Wire' });
    for (const [list, shown] of Object.entries(await rows()))
      expect([list, shown.map(({ headline, outletName }) => [headline, outletName])]).toEqual([
        list,
        [['Oreshnik parts shown', 'The Lowland Wire']],
      ]);
    const [hit] = (await searchStore('oreshnik', store, { limit: 5 })).hits;
    expect(hit?.highlights.map(([from, to]) => hit.article.headline.slice(from, to))).toEqual(['Oreshnik']);
    value(await putEditBack(id, before, store));
    for (const shown of Object.values(await rows())) expect(shown[0]?.headline).toBe('Oreshnik parts shown | Lowland');
  });

  it('are what a search finds, beside what was found; a corrected day counts alone', async () => {
    const { edit, store, rows } = await world();
    const found = async (query: string) => {
      const { hits, corrected, notices } = await searchStore(query, store, { limit: 5 });
      return hits.length > 0 && corrected === null && notices.length === 0;
    };
    const queries = ['fuselage ', 'fusel', '"fuselage of an"', 'outlet:"The Wire"', 'reporter:kowalczuk', 'after:2030 '];
    for (const query of queries) expect([query, await found(query)]).toEqual([query, false]);
    await edit('r', { of: 'article', field: 'headline', value: 'Fuselage of an Oreshnik' });
    await edit('r', { of: 'article', field: 'outlet', value: 'The Wire' });
    await edit('r', { of: 'article', field: 'authors', value: ['Zoë Kowalczuk'] });
    await edit('r', { of: 'article', field: 'datePublished', value: '2031-05-01' });
    await edit('r', { of: 'article', field: 'authors', value: ['Zoë Kowalczuk', '{Doctors at Sea}'] });
    for (const row of Object.values(await rows()).flat())
      expect(row.authors.map(({ name }) => name)).toEqual(['Zoë Kowalczuk', 'Doctors at Sea']);
    for (const query of [...queries, 'reporter:"Doctors at Sea" ', 'fuselage near ', 'shown ', 'before:2031-05-02 after:2031-05-01 '])
      expect([query, await found(query)]).toEqual([query, true]);
    for (const query of ['before:2031-05-01 ', 'oreshnik -fuselage', '"an oreshnik of"'])
      expect([query, await found(query)]).toEqual([query, false]);
    const [hit] = (await searchStore('fusel', store, { limit: 5 })).hits;
    expect(hit?.highlights).toEqual([[0, 8]]);
  });

  it('and notes are searched: what only a note holds is shown with its words', async () => {
    const { store } = await world();
    expect((await searchStore('warehouse ', store, { limit: 5 })).hits).toEqual([]);
    value(
      await store.changeRows(['notes', 'collectionItems'], async ({ notes, collectionItems }) => {
        await notes.put({ id: 'pin r', text: 'Ask Li about the warehouse.', draft: null, updatedAtMs: 1 });
        await notes.put({ id: 'item c r', text: '', draft: 'A half-typed thought', updatedAtMs: 1 });
        await collectionItems.put({ id: 'c r', articleId: 'r' } as never);
      }),
    );
    const [hit] = (await searchStore('wareh', store, { limit: 5 })).hits;
    expect(hit).toMatchObject({ article: { id: 'r' }, snippet: 'Ask Li about the warehouse.', inNote: true });
    expect(hit?.snippetHighlights).toEqual([[17, 26]]);
    expect((await searchStore('"half typed" river', store, { limit: 5 })).hits.map(({ inNote }) => inNote)).toEqual([undefined]);
    expect((await searchStore('has:note ', store, { limit: 5 })).total).toBe(1);
    expect((await searchStore('oreshnik -warehouse', store, { limit: 5 })).total).toBe(0);
  });

  it('and notes hold the words that a report with such a text would be found by', async () => {
    const text = 'Zoë’s word-list: Łódź, лінія й 2026; 港口停止abc起重机 ท่าเรือ, e\u0301tude Ελλάς';
    const store = { listRows: async (table: string) => (table === 'notes' ? [{ id: 'pin r', text, draft: null }] : []) };
    const own = await ownWords(store as never);
    for (const token of tokenise(text)) expect([token, own.word(token, false)]).toEqual([token, ['r']]);
    for (const beginning of ['zo', 'wor', 'ліні', 'ab', '港']) expect([beginning, own.word(beginning, true)]).toEqual([beginning, ['r']]);
    for (const part of ['zo', 'ord', 'dz', 'ліні', '202', 'ab', '港停']) expect([part, own.word(part, false)]).toEqual([part, []]);
    expect(own.word('ord', true)).toEqual([]);
  });

  it('of a reporter win over newer bios of others and over the page, and nobody else is named as their source', async () => {
    const { edit, store, profile, coverage } = await world();
    value(await store.putReporters([{ ...ANNA, otherBios: [{ text: 'From a later pack.', source: 'a later pack', atMs: 9_000 }] }]));
    expect(await profile()).toMatchObject({ bio: 'From a later pack.', bioSource: 'a later pack' });
    await edit(ANNA.id, { of: 'reporter', field: 'bio', value: 'As I know her.' });
    const { before } = await edit(ANNA.id, { of: 'reporter', field: 'jobTitle', value: null });
    expect(before).toBeNull();
    const shown = await profile();
    expect(shown).toMatchObject({ bio: 'As I know her.', bioSource: null, bioAtMs: null, jobTitle: null });
    expect(shown.edited?.toSorted()).toEqual(['bio', 'jobTitle']);
    expect(shown.earlierBios.map(({ text }) => text)).toEqual(['From a later pack.', 'From a pack.']);
    const author = {
      name: ANNA.name,
      url: null,
      sameAs: [],
      jobTitle: 'Page editor',
      bio: 'What the page says.',
      image: null,
      email: null,
    };
    const [card] = (await coverage({ ...PAGE, outlet: { name: 'Lowland Wire' }, authors: [author] } as unknown as typeof PAGE)).reporters;
    expect(card).toMatchObject({ id: ANNA.id, bio: 'As I know her.', bioSource: null, jobTitle: null, onThisPage: true });
    await edit(ANNA.id, { of: 'reporter', field: 'bio', value: null });
    expect((await profile()).bio).toBeNull();
  });
});
