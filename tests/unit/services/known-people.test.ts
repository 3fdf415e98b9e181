import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Reporter } from '../../../lib/core/reporter.ts';
import { biosOf } from '../../../lib/core/stated-bio.ts';
import { installPack } from '../../../lib/services/install-pack.ts';
import { packId } from '../../../lib/services/plan-pack.ts';
import { ReportPeople } from '../../../lib/services/report-people.ts';
import { scanPack } from '../../../lib/services/scan-pack.ts';
import { type IndexedDbStore, openStore } from '../../../lib/store/indexed-db/open-store.ts';
import { value } from '../../contract/checks.ts';
import { derive, reporter } from '../../contract/sample-data.ts';
import { OUTLET, packOf, REPORTER } from '../packs/records.ts';

let opened = 0;

async function world(...known: Reporter[]): Promise<IndexedDbStore> {
  const store = value(await openStore({ databaseName: `people-${opened++}`, derive, nowMs: () => 0 }));
  value(await store.putReporters(known));
  return store;
}

const person = (id: string, name: string, over: Partial<Reporter> = {}): Reporter =>
  reporter(id, { name, outletId: 'outlet:a', alternateNames: [], sameAs: [], bio: null, bioSource: null, ...over });

async function known(store: IndexedDbStore, made: Reporter) {
  const people = await ReportPeople.of(store);
  const id = await people.reporterId(made);
  return { id, changed: people.changedReporters.get(id) ?? null };
}

describe('a name in two scripts', () => {
  it('is one reporter at one outlet, who is known by both spellings from then on', async () => {
    const store = await world(person('r', 'Сергій Сидоренко'));
    const { id, changed } = await known(store, person('new', 'Sergiy Sydorenko'));
    expect([id, changed?.alternateNames]).toEqual(['r', ['Sergiy Sydorenko']]);
    value(await store.putReporters([changed!]));
    expect(await known(store, person('new', 'Sergiy Sydorenko'))).toEqual({ id: 'r', changed: null });
    store.close();
  });

  it.each([
    ['at another outlet', 'Sergiy Sydorenko', { outletId: 'outlet:b' }],
    ['at no outlet', 'Sergiy Sydorenko', { outletId: null }],
    ['of one word', 'Sydorenko', {}],
    ['with its words turned round', 'Sydorenko Sergiy', {}],
    ['of one script', 'Сергей Сидоренко', {}],
    ['that sounds otherwise', 'Serhii Petrenko', {}],
  ])('joins nobody %s', async (_what, name, over) => {
    const store = await world(person('r', 'Сергій Сидоренко'), person('w', 'Сидоренко'));
    expect(await known(store, person('new', name, over))).toEqual({ id: 'new', changed: null });
    store.close();
  });

  it('joins neither of two colleagues who could be meant', async () => {
    const store = await world(person('r', 'Сергій Сидоренко'), person('s', 'Сергий Сидоренко'));
    expect((await known(store, person('new', 'Sergiy Sydorenko'))).id).toBe('new');
    store.close();
  });
});

describe('what a later page says of a known reporter', () => {
  const at = (addedAtMs: number) => ({ kind: 'saved-page' as const, source: 'a.example', licence: null, addedAtMs });

  it('is kept beside what was said before, the newest first, each with its source and time', async () => {
    const store = await world(person('r', 'Ada Example', { bio: 'Writes of ports.', bioSource: 'starter pack', provenance: at(1) }));
    const second = person('new', 'Ada Example', { bio: 'Leads the port desk.', bioSource: 'author box, A', provenance: at(2) });
    const { id, changed } = await known(store, second);
    expect(id).toBe('r');
    expect(biosOf(changed!)).toEqual([
      { text: 'Leads the port desk.', source: 'author box, A', atMs: 2 },
      { text: 'Writes of ports.', source: 'starter pack', atMs: 1 },
    ]);
    value(await store.putReporters([changed!]));
    // The same words again, spaced otherwise, say nothing new.
    expect((await known(store, { ...second, bio: 'Writes  of ports.', provenance: at(3) })).changed).toBeNull();
    store.close();
  });
});

describe('evidence that a later page brings', () => {
  it('is kept: profile pages, by which they are known at another outlet from then on, and a role where none was known', async () => {
    const store = await world(person('r', 'Ada Example', { jobTitle: null, sameAs: ['https://a.example/by/ada'] }));
    const page = person('new', 'Ada Example', {
      jobTitle: 'Port correspondent',
      sameAs: ['https://social.example/ada', 'https://a.example/by/ada'],
    });
    const { changed } = await known(store, page);
    expect(changed).toMatchObject({
      id: 'r',
      jobTitle: 'Port correspondent',
      sameAs: ['https://a.example/by/ada', 'https://social.example/ada'],
      alternateNames: [],
    });
    value(await store.putReporters([changed!]));
    expect((await known(store, { ...page, jobTitle: 'Editor' })).changed).toBeNull();
    const elsewhere = person('other', 'A. Example', { outletId: 'outlet:b', sameAs: ['https://social.example/ada'] });
    expect((await known(store, elsewhere)).id).toBe('r');
    store.close();
  });

  it('does not grow without end', async () => {
    const store = await world(person('r', 'Ada Example'));
    const sameAs = Array.from({ length: 60 }, (_, n) => `https://a.example/${n}`);
    expect((await known(store, person('new', 'Ada Example', { sameAs }))).changed?.sameAs).toHaveLength(20);
    store.close();
  });
});

describe('strangers', () => {
  const OUTLETS_PAGE = 'https://social.example/the-courier';

  it('are not one because their outlet gives all its people one page', async () => {
    const store = await world(person('r', 'Jane Doe', { sameAs: [OUTLETS_PAGE] }));
    const john = person('new', 'John Roe', { sameAs: [OUTLETS_PAGE] });
    expect(await known(store, john)).toEqual({ id: 'new', changed: null });
    value(await store.putReporters([john]));
    expect((await known(store, person('x', 'John Roe', { sameAs: [OUTLETS_PAGE] }))).id).toBe('new');
    expect((await known(store, person('y', 'J. Doe', { outletId: 'outlet:b', sameAs: [OUTLETS_PAGE] }))).id).toBe('r');
    store.close();
  });

  it('are not one because of both no outlet is known', async () => {
    const store = await world(person('reporter:a.example/john-smith', 'John Smith', { outletId: null }));
    const other = person('reporter:b.example/john-smith', 'John Smith', { outletId: null });
    expect((await known(store, other)).id).toBe(other.id);
    expect((await known(store, { ...other, id: 'reporter:a.example/john-smith' })).id).toBe('reporter:a.example/john-smith');
    const people = await ReportPeople.of(await world());
    expect(await people.reporterId(other)).toBe(other.id);
    expect(await people.reporterId({ ...other, id: 'reporter:c.example/john-smith' })).toBe('reporter:c.example/john-smith');
    store.close();
  });
});

describe('what a pack says of a reporter whom another one holds', () => {
  const install = async (store: IndexedDbStore, bio: string, name: string, nowMs: number) => {
    const scanned = value(await scanPack(() => packOf([OUTLET, { ...REPORTER, bio, bioSource: name }], { name })));
    return installPack(scanned, { store, derive: (articles) => articles.map(derive), nowMs });
  };
  const bios = async (store: IndexedDbStore) =>
    (await store.getReporters([REPORTER.id])).flatMap(biosOf).map(({ text, source, atMs }) => [text, source, atMs]);

  it('stands beside it, the newest first; goes with the pack; and an update of either keeps both', async () => {
    const store = await world();
    value(await install(store, 'First.', 'One', 1));
    value(await install(store, 'Second.', 'Two', 2));
    expect(await bios(store)).toEqual([
      ['Second.', 'Two', 2],
      ['First.', 'One', 1],
    ]);
    value(await install(store, 'Second.', 'Two', 3));
    expect((await bios(store)).length).toBe(2);
    expect((await store.heldBy(packId('Two'))).reporters).toEqual([REPORTER.id]);
    value(await store.startRemoval(packId('Two'), false));
    while (value(await store.continueRemoval(false)) !== null);
    expect(await bios(store)).toEqual([['First.', 'One', 1]]);
    value(await install(store, 'First, corrected.', 'One', 4));
    expect(await bios(store)).toEqual([
      ['First, corrected.', 'One', 4],
      ['First.', 'One', 1],
    ]);
    expect((await store.listReporters()).map(({ id }) => id)).toEqual([REPORTER.id]);
    store.close();
  });
});
