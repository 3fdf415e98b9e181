import { ENGLISH } from '../../../lib/cli/english.ts';
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { IDBFactory } from 'fake-indexeddb';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Coverage } from '../../../lib/core/coverage.ts';
import type { PageSnapshot } from '../../../lib/core/snapshot.ts';
import { packLines } from '../../../lib/packs/lines.ts';
import { hiddenArticles, pageKey } from '../../../lib/services/corrections.ts';
import { analysePage } from '../../../lib/services/coverage.ts';
import { deriveArticle } from '../../../lib/services/derive.ts';
import { editField, putEditBack } from '../../../lib/services/field-edits.ts';
import { importPack, readWholePack } from '../../../lib/services/import-pack.ts';
import { pinPage } from '../../../lib/services/pin-page.ts';
import { pinArticle, setPinState } from '../../../lib/services/pins.ts';
import { openStore } from '../../../lib/store/indexed-db/open-store.ts';
import type { Store } from '../../../lib/store/store.ts';
import { type Gazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';
import { snapshotOf } from '../../support/snapshots.ts';

const NOW = Date.UTC(2026, 0, 30);
const file = (path: string): Uint8Array => readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)));
const STARTER = 'public/data/starter.pack.ndjson';
const DEMO = 'dist/demo.pack.ndjson';

/** The first report's event, told in words of our own. */
const PAGE = snapshotOf({
  url: 'https://reader.example/beijing-oreshnik',
  headline: 'Beijing rejects claim that its lathes help Russia build Oreshnik',
  datePublished: '2026-01-29',
  authors: [
    { name: 'Ottoline Brackwater', url: null, jobTitle: 'Reporter', bio: 'Ottoline Brackwater covers factories and fleets.', sameAs: [] },
  ],
  captions: ['A fragment of the "Oreshnkik" missile after the strike on Dnipro.'],
  paragraphs: [
    'China’s Foreign Ministry said on Thursday that machine tools from China have no part in making Russia’s Oreshnik missile.',
    'A British newspaper had counted equipment for more than ten billion dollars sold by Chinese firms to Russian arms makers, among it a large lathe at the Votkinsk plant.',
    'Ukraine was hit by the missile twice: in Dnipro in November 2024 and in Lviv in January 2026. Experts call it a child of the RS-26 Rubezh.',
    'China and Russia have traded more each year since the invasion began, and Beijing says that it sells arms to neither side.',
  ],
});

let gazetteer: Gazetteer;
let store: Store;
const derive = (article: Parameters<typeof deriveArticle>[0]) => deriveArticle(article, gazetteer);
const deps = () => ({ store, derive, nowMs: () => NOW });

async function freshStore(): Promise<Store> {
  const opened = await openStore({ indexedDB: new IDBFactory(), derive, nowMs: () => NOW });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

async function addPack(path: string): Promise<void> {
  const reading = await readWholePack(packLines([file(path)]));
  if (!reading.ok) throw new Error(reading.error.message);
  const imported = await importPack(reading.value, { store, derive, nowMs: NOW });
  if (!imported.ok) throw new Error(imported.error.message);
}

async function coverageOf(page: PageSnapshot, salt: string | null = null): Promise<Coverage> {
  const analysis = await analysePage(page, { store, gazetteer, salt, texts: ENGLISH });
  if (!analysis.ok) throw new Error(analysis.error.message);
  return analysis.value.coverage;
}

beforeAll(async () => {
  const opened = openGazetteer([file('public/data/builtin.gaz')]);
  if (!opened.ok) throw new Error(opened.error.message);
  gazetteer = opened.value;
  store = await freshStore();
  await addPack(STARTER);
});

describe('the main job on the starter pack alone', () => {
  it('names the topics, finds the first report with a true reason, and shows its reporter with his bio', async () => {
    const coverage = await coverageOf(PAGE);
    const main = coverage.topics.filter((topic) => topic.main).map((topic) => topic.id);
    expect(main).toContain('topic:oreshnik');
    expect(main).toContain('relation:CN-RU');
    expect(
      coverage.topics.find((topic) => topic.id === 'topic:oreshnik')?.mentions.map(({ surface, method }) => [surface, method]),
    ).toContainEqual(['Oreshnkik', 'fuzzy']);
    const first = coverage.rows[0];
    expect(first?.article.outletName).toBe('The Kyiv Independent');
    expect(first?.group).toBe('same-event');
    expect(first?.reason.text).toMatch(/Oreshnik/);
    const author = coverage.reporters.find((reporter) => reporter.name === 'Martin Fornusek');
    expect(author?.bio).toMatch(/Lviv/);
    expect(author?.bioSource).not.toBeNull();
    const own = coverage.reporters.find((reporter) => reporter.onThisPage);
    expect([own?.name, own?.bio, own?.bioSource]).toEqual([
      'Ottoline Brackwater',
      'Ottoline Brackwater covers factories and fleets.',
      'author box on reader.example',
    ]);
  });

  it('takes an author for a stored reporter on evidence only', async () => {
    const fornusek = { name: 'Martin Fornusek', url: null, jobTitle: null, bio: null, sameAs: [] };
    const cards = async (page: Partial<PageSnapshot>) =>
      (await coverageOf({ ...PAGE, authors: [fornusek], ...page })).reporters.filter((reporter) => reporter.name === 'Martin Fornusek');
    const sameOutlet = await cards({ outlet: { name: 'Kyiv Independent', url: null } });
    expect(sameOutlet.map((card) => [card.onThisPage, card.bio !== null])).toEqual([[true, true]]);
    const noOutlet = await cards({ outlet: null });
    expect(noOutlet.map((card) => [card.onThisPage, card.bio !== null])).toEqual([[true, true]]);
    const elsewhere = await cards({ outlet: { name: 'Harbour Courier', url: null } });
    expect(elsewhere.map((card) => [card.onThisPage, card.bio !== null])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('shows nothing for a subject the index does not hold', async () => {
    const football = snapshotOf({
      headline: 'Late goal sends Rovers through',
      paragraphs: ['Rovers beat Albion by a goal in the last minute of the cup tie, before a full house on a wet night. '.repeat(6)],
    });
    expect((await coverageOf(football)).rows).toEqual([]);
  });
});

describe('the main job with the demo pack', () => {
  beforeAll(() => addPack(DEMO));

  it('folds copies, keeps groups apart and counts what it is a count of', async () => {
    const coverage = await coverageOf(PAGE);
    expect(coverage.rows.length).toBeGreaterThanOrEqual(4);
    expect(coverage.rows.some((row) => row.copies.length > 0)).toBe(true);
    expect(new Set(coverage.rows.map((row) => row.group)).has('other-language')).toBe(true);
    expect(coverage.timeline?.indexSize).toBe((await store.status()).articles);
    for (const row of coverage.rows) expect(row.reason.text).toMatch(/^[A-Z].+\.$/);
  });

  it('hides a report on its page once the reader says it is not related', async () => {
    const [row] = (await coverageOf(PAGE)).rows;
    const articleId = row?.article.id ?? '';
    const key = await pageKey('salt', PAGE.url ?? '');
    await store.putCorrection({ id: 'c', kind: 'not-related', articleId, pageKey: key, atMs: NOW });
    expect([...(await hiddenArticles(await store.listCorrections(), 'salt', PAGE.url ?? ''))]).toEqual([articleId]);
    expect((await coverageOf(PAGE, 'salt')).rows.map((entry) => entry.article.id)).not.toContain(articleId);
    expect((await coverageOf({ ...PAGE, url: 'https://reader.example/another' }, 'salt')).rows.map((entry) => entry.article.id)).toContain(
      articleId,
    );
    await store.deleteCorrection('c');
  });

  it('hides its copies with it, and nothing else', async () => {
    const before = (await coverageOf(PAGE, 'salt')).rows;
    const key = await pageKey('salt', PAGE.url ?? '');
    for (const row of [before.find(({ copies }) => copies.length > 0)!, before[0]!]) {
      await store.putCorrection({ id: 'c', kind: 'not-related', articleId: row.article.id, pageKey: key, atMs: NOW });
      const gone = [row.article.id, ...row.copies.map(({ article }) => article.id)];
      const shown = (rows: typeof before) => rows.flatMap(({ article, copies }) => [article.id, ...copies.map((copy) => copy.article.id)]);
      const after = shown((await coverageOf(PAGE, 'salt')).rows);
      expect(after).toEqual(expect.arrayContaining(shown(before).filter((id) => !gone.includes(id))));
      expect(after.filter((id) => gone.includes(id))).toEqual([]);
      await store.deleteCorrection('c');
    }
  });

  it('gives reasons of the date and headline as the reader corrected them', async () => {
    const rowOf = async (id: string) => (await coverageOf(PAGE)).rows.find(({ article }) => article.id === id)!;
    const { article, reason } = (await coverageOf(PAGE)).rows.find(({ reason: { text } }) => /headlines name/.test(text))!;
    const day = Date.parse(PAGE.datePublished!.slice(0, 10)) - 5 * 86_400_000;
    const fields = [
      { of: 'article' as const, field: 'datePublished' as const, value: new Date(day).toISOString().slice(0, 10) },
      { of: 'article' as const, field: 'headline' as const, value: 'Another headline' },
    ];
    const edits = [];
    for (const field of fields) edits.push(await editField(article.id, field, { store, nowMs: () => NOW }));
    const corrected = await rowOf(article.id);
    expect(corrected.article.headline).toBe('Another headline');
    expect(corrected.reason.text).toMatch(/; 5 days earlier\.$/);
    expect(corrected.reason.text).not.toMatch(/headlines/);
    for (const edit of edits) if (edit.ok) await putEditBack(edit.value.id, edit.value.before, store);
    expect((await rowOf(article.id)).reason.text).toBe(reason.text);
  });

  it('keeps a pin through removal of the samples', async () => {
    const row = (await coverageOf(PAGE)).rows.find((entry) => entry.article.sample);
    const pinned = await pinArticle(row?.article.id ?? '', deps());
    expect(pinned.ok && pinned.value.state).toBe('unread');
    expect(await pinArticle(row?.article.id ?? '', deps())).toEqual(pinned);
    expect((await store.removeSamples()).ok).toBe(true);
    expect((await store.listPins()).map((pin) => pin.article.headline)).toContain(row?.article.headline);
    expect((await store.status()).sampleArticles).toBe(0);
    expect((await coverageOf(PAGE)).rows.some((entry) => entry.article.sample)).toBe(false);
  });
});

describe('pinning the open page', () => {
  it('saves it as a report of its own and never shows it as related to itself', async () => {
    const pinned = await pinPage(PAGE, deps());
    expect(pinned.ok && pinned.value).toMatchObject({ pin: { article: { headline: PAGE.headline } }, wasPinned: false });
    const id = pinned.ok ? pinned.value.pin.id : '';
    expect((await coverageOf(PAGE)).rows.map((row) => row.article.url)).not.toContain(PAGE.url);
    const again = await pinPage({ ...PAGE, url: `${PAGE.url}?utm_source=x` }, deps());
    expect(again).toMatchObject({ ok: true, value: { pin: { id }, wasPinned: true } });
    const analysed = await analysePage(PAGE, { store, gazetteer, salt: null, texts: ENGLISH });
    expect(analysed.ok && analysed.value.ownId).toBe(id);
    const read = await setPinState(id, 'read', deps());
    expect(read.ok && read.value.state).toBe('read');
  });

  it('says so when there is nothing to pin', async () => {
    expect(await pinPage({ ...PAGE, url: null }, deps())).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect(await pinArticle('nowhere', deps())).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await setPinState('nowhere', 'read', deps())).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});

describe('importing', () => {
  it('refuses a pack that was edited after it was made, and writes nothing', async () => {
    const lines = new TextDecoder().decode(file(STARTER)).trimEnd().split('\n');
    const edited = lines.map((line, i) => (i === lines.length - 1 ? line.replace('"', '" ') : line));
    const reading = await readWholePack(edited);
    const other = await freshStore();
    const imported = reading.ok ? await importPack(reading.value, { store: other, derive, nowMs: NOW }) : reading;
    expect(imported.ok).toBe(false);
    expect((await other.status()).articles).toBe(0);
  });
});
