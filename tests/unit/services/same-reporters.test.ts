import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../../lib/cli/english.ts';
import type { Correction } from '../../../lib/core/user-data.ts';
import { correctionRows } from '../../../lib/services/corrections.ts';
import { analysePage, reporterDeps } from '../../../lib/services/coverage.ts';
import { deriveArticle } from '../../../lib/services/derive.ts';
import { markNotTheirs, markOtherReporter, markSameReporter } from '../../../lib/services/mark-reporter.ts';
import { perhapsSame } from '../../../lib/services/perhaps-same.ts';
import { reporterProfile, reportersNamed } from '../../../lib/services/reporter-profile.ts';
import { sameReporters } from '../../../lib/services/same-reporters.ts';
import { searchStore } from '../../../lib/services/search.ts';
import { openStore } from '../../../lib/store/indexed-db/open-store.ts';
import { buildGazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';
import { article, outlet, reporter } from '../../contract/sample-data.ts';
import { snapshotOf } from '../../support/snapshots.ts';

const DAY = 86_400_000;
const GAZETTEER = value(openGazetteer([buildGazetteer([{ id: 'topic:oreshnik', kind: 'product', names: { en: ['Oreshnik'] } }])]));
const LATIN = reporter('reporter:latin', { name: 'Sergiy Sydorenko', outletId: 'outlet:ep', languages: ['uk'] });
const CYRILLIC = reporter('reporter:cyrillic', {
  name: 'Сергій Сидоренко',
  outletId: 'outlet:ep',
  bio: 'Writes on the accession.',
  bioSource: 'author box, ep.example',
  languages: ['uk', 'en'],
  provenance: { kind: 'saved-page', source: 'ep.example', licence: null, addedAtMs: 5 * DAY },
});
const ELSEWHERE = reporter('reporter:elsewhere', { name: 'Sergiy Sydorenko', outletId: 'outlet:other' });

function value<T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function place() {
  const derive = (source: Parameters<typeof deriveArticle>[0]) => deriveArticle(source, GAZETTEER);
  const store = value(await openStore({ indexedDB: new IDBFactory(), derive, nowMs: () => 0 }));
  value(await store.putOutlets([outlet('outlet:ep', { name: 'European Post' }), outlet('outlet:other', { name: 'Other Post' })]));
  value(await store.putReporters([LATIN, CYRILLIC, ELSEWHERE]));
  const by = ({ id, name }: { id: string; name: string }) => ({ name, reporterId: id });
  const guest = { name: 'Anna Guest', reporterId: null };
  const reports = [
    article('en1', { headline: 'Oreshnik parts shown', outletId: 'outlet:ep', authors: [by(LATIN), guest], publishedAtMs: DAY }),
    article('en2', { headline: 'Oreshnik talks', outletId: 'outlet:ep', authors: [by(LATIN)], publishedAtMs: 3 * DAY }),
    article('uk1', {
      headline: 'Переговори тривають',
      language: 'uk',
      outletId: 'outlet:ep',
      authors: [by(CYRILLIC)],
      publishedAtMs: 9 * DAY,
    }),
    article('other', { headline: 'Rain is expected', outletId: 'outlet:other', authors: [by(ELSEWHERE)] }),
  ];
  value(await store.addArticles(reports.map((source) => ({ article: source, derived: derive(source) }))));
  const deps = { store, nowMs: 7 };
  const profile = async (id: string) => value(await reporterProfile(id, await reporterDeps({ store, gazetteer: GAZETTEER }, 'en')));
  const found = async (query: string) => (await searchStore(query, store, { limit: 9 })).hits.map(({ article: { id } }) => id).sort();
  return { store, deps, profile, found };
}

describe('reporters that are one', () => {
  it('have one card: reports, beats, bio with its day, languages, the other’s follow', async () => {
    const { store, deps, profile } = await place();
    expect((await profile('reporter:latin')).facts).toMatchObject({ reports: 2, indexSize: 4, of: 2 });
    value(await store.putFollows([{ id: '@reporter:cyrillic', seenAtMs: 1 }]));
    value(await markSameReporter('reporter:latin', 'reporter:cyrillic', deps));
    const joined = await profile('reporter:latin');
    expect(joined).toMatchObject({
      id: 'reporter:latin',
      bio: 'Writes on the accession.',
      bioSource: 'author box, ep.example',
      bioAtMs: 5 * DAY,
      languages: ['uk', 'en'],
      followed: true,
      beats: [{ id: 'topic:oreshnik', count: 2 }],
      joined: [{ id: 'reporter:cyrillic', name: 'Сергій Сидоренко', outletName: 'European Post' }],
    });
    expect(joined.recent.map(({ id }) => id)).toEqual(['uk1', 'en2', 'en1']);
    expect(joined.facts).toEqual({
      reports: 3,
      indexSize: 4,
      of: 3,
      outlets: [{ name: 'European Post', count: 3 }],
      languages: [
        { language: 'en', count: 2 },
        { language: 'uk', count: 1 },
      ],
      coAuthors: [{ name: 'Anna Guest', reporterId: null, count: 1 }],
      firstAtMs: DAY,
      lastAtMs: 9 * DAY,
    });
    expect((await profile('reporter:cyrillic')).id).toBe('reporter:latin');
    expect(joined.recent.map(({ authors }) => authors[0]?.reporterId)).toEqual(['reporter:latin', 'reporter:latin', 'reporter:latin']);
  });

  it('are found under each name, and are two again after undo', async () => {
    const { store, deps, profile, found } = await place();
    const before = [await profile('reporter:latin'), await profile('reporter:cyrillic'), await found('reporter:"Сергій Сидоренко"')];
    const { correctionId } = value(await markSameReporter('reporter:latin', 'reporter:cyrillic', deps));
    expect(await found('reporter:"Сергій Сидоренко"')).toEqual(['en1', 'en2', 'uk1']);
    value(await store.deleteCorrection(correctionId));
    expect([await profile('reporter:latin'), await profile('reporter:cyrillic'), await found('reporter:"Сергій Сидоренко"')]).toEqual(
      before,
    );
  });

  it('stay one where the reporter they are read as is gone with a pack', async () => {
    const { store, profile } = await place();
    const gone: Correction = { id: 'x', kind: 'same-reporter', reporterId: 'reporter:latin', sameAsId: 'reporter:gone', atMs: 1 };
    value(await store.putCorrection(gone));
    expect(await profile('reporter:latin')).toMatchObject({ id: 'reporter:gone', name: 'Sergiy Sydorenko', facts: { reports: 2 } });
  });

  it('are refused where they are one already, or unknown', async () => {
    const { deps } = await place();
    value(await markSameReporter('reporter:latin', 'reporter:cyrillic', deps));
    expect(await markSameReporter('reporter:cyrillic', 'reporter:latin', deps)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect(await markSameReporter('reporter:latin', 'reporter:nobody', deps)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('are shown once on a page that both wrote of, under the id they are read as', async () => {
    const { store, deps } = await place();
    const page = snapshotOf({
      url: 'https://ep.example/new',
      language: 'uk',
      headline: 'Oreshnik parts shown again',
      paragraphs: ['Experts laid out parts of the Oreshnik that fell near the river.'],
      authors: [{ name: 'Сергій Сидоренко', url: null, jobTitle: null, bio: null, sameAs: [] }],
      outlet: { name: 'European Post', url: null },
    });
    const cards = async () =>
      value(await analysePage(page, { store, gazetteer: GAZETTEER, salt: null, texts: ENGLISH })).coverage.reporters.map(({ id }) => id);
    expect(await cards()).toEqual(['reporter:cyrillic', 'reporter:latin']);
    value(await markSameReporter('reporter:latin', 'reporter:cyrillic', deps));
    expect(await cards()).toEqual(['reporter:latin']);
  });
});

describe('a report that is not theirs', () => {
  it('goes out of card, facts and names, and comes back with undo', async () => {
    const { store, deps, profile, found } = await place();
    const before = await profile('reporter:latin');
    const { correctionId } = value(await markNotTheirs('reporter:latin', 'en2', deps));
    const after = await profile('reporter:latin');
    expect(after.recent.map(({ id }) => id)).toEqual(['en1']);
    expect(after.facts).toMatchObject({ reports: 1, lastAtMs: DAY });
    expect(after.beats).toMatchObject([{ id: 'topic:oreshnik', count: 1 }]);
    const [hit] = (await searchStore('talks', store, { limit: 1 })).hits;
    expect(hit?.article.authors).toEqual([{ name: 'Sergiy Sydorenko', reporterId: null }]);
    // The byline still says the name that was typed.
    expect(await found('reporter:sydorenko')).toContain('en2');
    value(await store.deleteCorrection(correctionId));
    expect(await profile('reporter:latin')).toEqual(before);
  });

  it('is no hit for another name of the reporter', async () => {
    const { deps, found } = await place();
    value(await markSameReporter('reporter:latin', 'reporter:cyrillic', deps));
    value(await markNotTheirs('reporter:cyrillic', 'en2', deps));
    expect(await found('reporter:"Сергій Сидоренко"')).toEqual(['en1', 'uk1']);
  });

  it('is kept of the id the byline was taken for, and refused where it was not', async () => {
    const { store, deps } = await place();
    const joined = value(await markSameReporter('reporter:cyrillic', 'reporter:latin', deps));
    value(await markNotTheirs('reporter:cyrillic', 'en2', deps));
    value(await store.deleteCorrection(joined.correctionId));
    const people = sameReporters(await store.listCorrections());
    expect([...people.notTheirs('reporter:latin')]).toEqual(['en2']);
    expect([...people.notTheirs('reporter:cyrillic')]).toEqual([]);
    expect(await markNotTheirs('reporter:latin', 'other', deps)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});

describe('who may be the same', () => {
  const outlets = [
    outlet('outlet:ep', { url: 'https://ep.example/' }),
    outlet('outlet:en', { url: 'https://en.ep.example/' }),
    outlet('outlet:other', { url: 'https://other.example/' }),
  ];
  const propose = (id: string, reporters: ReturnType<typeof reporter>[], corrections: Correction[] = []) =>
    perhapsSame(id, { reporters, outlets, corrections, people: sameReporters(corrections) });

  it('is proposed by name only at one outlet, in any of its editions, and never by a bare name', () => {
    const edition = reporter('reporter:edition', { name: 'Sergiy Sydorenko', outletId: 'outlet:en' });
    const bare = reporter('reporter:bare', { name: 'Sergiy Sydorenko' });
    const found = propose('reporter:latin', [LATIN, CYRILLIC, ELSEWHERE, edition, bare]);
    expect(found.map(({ id, evidence }) => [id, evidence])).toEqual([
      ['reporter:edition', 'name'],
      ['reporter:cyrillic', 'spelling'],
    ]);
    expect(propose('reporter:bare', [LATIN, ELSEWHERE, bare])).toEqual([]);
  });

  it('is proposed by a profile page of their own, whatever its spelling, but not by their desk’s', () => {
    const one = reporter('a', { name: 'A. Hay', sameAs: ['https://social.example/hay'] });
    const two = reporter('b', { name: 'Олена Гай', sameAs: ['http://social.example/hay/#top'] });
    expect(propose('a', [one, two])).toMatchObject([{ id: 'b', evidence: 'profile', profile: 'https://social.example/hay' }]);
    const desk = ['c', 'd', 'e'].map((id) => reporter(id, { sameAs: ['https://social.example/hay'] }));
    expect(propose('a', [one, two, ...desk])).toEqual([]);
  });

  it('is not proposed once refused, or joined', () => {
    const all = [LATIN, CYRILLIC];
    const refused: Correction = { id: 'x', kind: 'other-reporter', reporterId: 'reporter:cyrillic', otherId: 'reporter:latin', atMs: 1 };
    expect(propose('reporter:latin', all, [refused])).toEqual([]);
    const joined: Correction = { id: 'x', kind: 'same-reporter', reporterId: 'reporter:cyrillic', sameAsId: 'reporter:latin', atMs: 1 };
    expect(propose('reporter:latin', all, [joined])).toEqual([]);
  });

  it('is found by name, without those who are one already; corrections are listed in words', async () => {
    const { store, deps } = await place();
    expect((await reportersNamed('sydorenko', 'reporter:cyrillic', store)).map(({ id }) => id)).toEqual([
      'reporter:elsewhere',
      'reporter:latin',
    ]);
    value(await markSameReporter('reporter:latin', 'reporter:cyrillic', deps));
    value(await markOtherReporter('reporter:latin', 'reporter:elsewhere', deps));
    value(await markNotTheirs('reporter:latin', 'en2', deps));
    expect((await reportersNamed('sydorenko', 'reporter:cyrillic', store)).map(({ id }) => id)).toEqual(['reporter:elsewhere']);
    const rows = await correctionRows(store, () => null);
    expect(rows.map(({ kind, of, text }) => [kind, of, text]).sort()).toEqual([
      ['not-theirs', 'Sergiy Sydorenko', 'Oreshnik talks'],
      ['other-reporter', 'Sergiy Sydorenko', 'Sergiy Sydorenko'],
      ['same-reporter', 'Сергій Сидоренко', 'Sergiy Sydorenko'],
    ]);
  });
});
