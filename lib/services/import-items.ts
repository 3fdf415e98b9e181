import type { Article, Provenance } from '../core/article.ts';
import { canonicalJson } from '../core/canonical-json.ts';
import { writtenLanguage } from '../core/language-tag.ts';
import { type Note, noteId } from '../core/library.ts';
import { newPin } from '../core/new-pin.ts';
import { joinedTexts } from '../core/note-text.ts';
import { reportKey } from '../core/report-key.ts';
import type { PageSnapshot } from '../core/snapshot.ts';
import type { Source } from '../core/source.ts';
import { changedTags } from '../core/tags.ts';
import type { Pin } from '../core/user-data.ts';
import { sourceAddress } from '../feeds/address-guard.ts';
import { earliest, furthest } from '../imports/merge-items.ts';
import type { ImportEffect, ImportRow } from '../imports/preview.ts';
import type { ImportedFeed, ImportedItem } from '../imports/types.ts';
import { recordsFromSnapshot } from '../packs/from-snapshot.ts';
import { toArticle, toOutlet, toReporter } from '../packs/to-core.ts';
import { type BackupContent, emptyContent } from '../store/backup-source.ts';
import type { RestorePreview } from '../store/restore.ts';
import type { Store } from '../store/store.ts';
import type { UserRows } from '../store/user-rows.ts';
import { toRow } from './article-row.ts';
import { hostOf, ReportPeople } from './report-people.ts';
import { nameOfHost, TITLE_MAX } from './source-names.ts';
import { sourceId } from './sources.ts';

/** Addresses looked for at once: one after the other, an import waits for the database most of the time. */
const LOOKED_UP_AT_ONCE = 64;

/** An import, beside what is here. Nothing is written yet. */
export interface ImportPlan {
  /** Rows to be written and those they replace, as a restore writes them: at once and whole, and undone as one. */
  restore: RestorePreview;
  /** Each address with what becomes of it, in the file's order. */
  pins: ImportRow[];
  /** Sources that are not here yet, and how many are. */
  sources: { new: number; known: number };
}

/** What planning works with. `cancelled` is asked between steps. */
export interface ImportPlace {
  store: Pick<Store, 'findArticleByUrl' | 'findReporters' | 'listOutlets' | 'listPins' | 'listSources'> & Pick<UserRows, 'listRows'>;
  nowMs: number;
  cancelled(): boolean;
  onProgress(done: number): void;
}

/**
 * What importing items (each address once, by canonical address) and feeds would write: new addresses become reports and pins; an address that is pinned gets the tags of both, the earlier
 * date, the state that is further on, and both notes. Nothing that is here is lost. Null where it was cancelled.
 */
export async function planImport(
  items: ReadonlyMap<string, ImportedItem>,
  feeds: readonly ImportedFeed[],
  from: string,
  place: ImportPlace,
): Promise<ImportPlan | null> {
  const { store, nowMs } = place;
  const pending = emptyContent();
  const replaced = emptyContent();
  const plan: ImportPlan['pins'] = [];
  const [people, pins, notes] = [await ReportPeople.of(store), await store.listPins(), await store.listRows('notes', 'pin ')];
  const outletNames = new Map((await store.listOutlets()).map(({ id, name }) => [id, name]));
  const pinned = new Map(pins.map((pin) => [pin.id, pin]));
  const noted = new Map(notes.map((note) => [note.id, note]));
  const [pinsToWrite, notesToWrite] = [new Map<string, Pin>(), new Map<string, Note>()];
  const provenance: Provenance = { kind: 'import', source: from, licence: null, addedAtMs: nowMs };
  const all = [...items];
  for (let from = 0; from < all.length; from += LOOKED_UP_AT_ONCE) {
    const some = all.slice(from, from + LOOKED_UP_AT_ONCE);
    const here = await Promise.all(some.map(([address]) => reportAt(address, store)));
    for (const [at, [address, item]] of some.entries()) {
      if (place.cancelled()) return null;
      const known = here[at] ?? null;
      const article = known ?? (await articleOf(address, item, provenance, people));
      if (known === null) pending.articles.push(article);
      const effects = [planPin(article, item), planNote(article.id, item.note)];
      const effect = effects[0] === 'new' ? 'new' : effects.includes('changed') || effects.includes('new') ? 'changed' : 'same';
      plan.push({ effect, url: item.url, title: article.headline, state: item.state ?? 'unread', tags: item.tags });
    }
    place.onProgress(plan.length / items.size);
  }
  pending.pins = [...pinsToWrite.values()];
  pending.notes = [...notesToWrite.values()];
  pending.outlets = [...people.newOutlets.values()];
  pending.reporters = [...people.newReporters.values()];
  const sources = planSources(feeds, await store.listSources(), nowMs);
  pending.sources = sources.added;
  return { restore: asRestore(pending, replaced), pins: plan, sources: { new: sources.added.length, known: sources.known } };

  function planPin(article: Article, item: ImportedItem): ImportEffect {
    const before = pinsToWrite.get(article.id) ?? pinned.get(article.id);
    if (before === undefined) {
      const row = toRow(article, outletNames);
      const outletName = row.outletName ?? people.newOutlets.get(article.outletId ?? '')?.name ?? nameOfHost(article.url);
      const pinnedAtMs = item.addedAtMs ?? nowMs;
      const made = newPin({ id: article.id, article: { ...row, outletName }, state: item.state ?? 'unread', pinnedAtMs });
      pinsToWrite.set(made.id, { ...made, updatedAtMs: nowMs, tags: changedTags([], item.tags, []) });
      return 'new';
    }
    const merged: Pin = {
      ...before,
      pinnedAtMs: earliest(before.pinnedAtMs, item.addedAtMs) ?? before.pinnedAtMs,
      state: furthest(before.state, item.state),
      tags: changedTags(before.tags, item.tags, []),
    };
    if (canonicalJson(merged) === canonicalJson(before)) return 'same';
    if (before === pinned.get(article.id)) replaced.pins.push(before);
    pinsToWrite.set(merged.id, { ...merged, updatedAtMs: nowMs });
    return 'changed';
  }

  function planNote(articleId: string, text: string | null): ImportEffect {
    const id = noteId('pin', articleId);
    const before = notesToWrite.get(id) ?? noted.get(id);
    const joined = joinedTexts(before?.text ?? '', text ?? '');
    if (joined === (before?.text ?? '')) return 'same';
    if (before !== undefined && before === noted.get(id)) replaced.notes.push(before);
    notesToWrite.set(id, { id, text: joined, draft: before?.draft ?? null, updatedAtMs: nowMs });
    return before === undefined ? 'new' : 'changed';
  }
}

/** The report of a canonical address, or of the plain address of which it is another form. */
export async function reportAt(address: string, store: Pick<Store, 'findArticleByUrl'>): Promise<Article | null> {
  const plain = reportKey(address);
  for (const form of new Set([address, `https://${plain}`, `https://www.${plain}`])) {
    const found = await store.findArticleByUrl(form, { text: false });
    if (found !== null) return found.article;
  }
  return null;
}

/** A report without text, of what is told of it; its people are noted in `people`. */
export async function articleOf(address: string, item: ImportedItem, provenance: Provenance, people: ReportPeople): Promise<Article> {
  const readable = address.replace(/^https:\/\//, '');
  const known = people.outletAt(hostOf(address));
  const home = `${new URL(address).origin}/`;
  const outlet = known !== null ? { name: known.name, url: known.url } : item.outlet === null ? null : { name: item.outlet, url: home };
  const snapshot: PageSnapshot = {
    isArticle: true,
    confidence: 1,
    url: address,
    // Programs that know no title write the address.
    headline: item.title === null || /^https?:\/\/\S+$/i.test(item.title) ? readable : item.title,
    description: item.description,
    authors: item.authors.map(({ name, isOrganisation }) => ({
      name,
      url: null,
      jobTitle: null,
      bio: null,
      sameAs: [],
      ...(isOrganisation && { type: 'Organization' as const }),
    })),
    datePublished: item.datePublished,
    dateModified: null,
    language: item.language === null ? null : writtenLanguage(item.language),
    outlet,
    section: null,
    keywords: [],
    feeds: [],
    paragraphs: [],
    captions: [],
    also: [],
    wordCount: 0,
    provenance: {},
  };
  const records = recordsFromSnapshot(snapshot);
  const outletRecord = records.find((record) => record.type === 'outlet');
  const outletId = outletRecord === undefined ? null : people.outletId(toOutlet(outletRecord, provenance));
  const ids = new Map<string, string>();
  for (const record of records) {
    if (record.type === 'reporter') ids.set(record.id, await people.reporterId({ ...toReporter(record, provenance), outletId }));
  }
  const main = records.find((record) => record.type === 'article');
  if (main === undefined) throw new Error('A report with an address always has a headline.');
  const authors = main.authors.map(({ name, reporterId }) => ({ name, reporterId: ids.get(reporterId ?? '') ?? null }));
  return { ...toArticle(main, provenance), outletId, authors };
}

function planSources(feeds: readonly ImportedFeed[], here: { source: Source }[], nowMs: number): { added: Source[]; known: number } {
  const before = new Set(here.flatMap(({ source }) => [source.id, sourceId(source.url)]));
  const added = new Map<string, Source>();
  let known = 0;
  for (const { url, title, siteUrl, folders } of feeds) {
    const address = sourceAddress(url);
    if (!address.ok) continue;
    const { href } = address.value;
    const id = sourceId(href);
    if (before.has(id)) known++;
    else if (!added.has(id))
      added.set(id, {
        id,
        url: href,
        title: title.slice(0, TITLE_MAX) || nameOfHost(href),
        siteUrl,
        folders,
        addedAtMs: nowMs,
        paused: false,
      });
  }
  return { added: [...added.values()], known };
}

function asRestore(pending: BackupContent, replaced: BackupContent): RestorePreview {
  const counts = Object.fromEntries(
    Object.entries(pending).map(([table, rows]) => {
      const changed = replaced[table as keyof BackupContent].length;
      return [table, { new: rows.length - changed, changed, same: 0 }];
    }),
  ) as RestorePreview['counts'];
  return { counts, pending, replaced, settings: null, hasSettings: false };
}
