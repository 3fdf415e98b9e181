import type { Article } from '../core/article.ts';
import { canonicalJson } from '../core/canonical-json.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { PageSnapshot } from '../core/snapshot.ts';
import type { ReportVersion, Save } from '../core/user-data.ts';
import type { KeptPage, SavedRow } from '../messaging/protocol.ts';
import type { RemovedRecords, Store } from '../store/store.ts';
import { toRow } from './article-row.ts';
import { articleEdits } from './field-edits.ts';
import { type KeepDeps, type KeptReport, keepAddress, keepPage } from './keep-page.ts';
import { ownReport } from './own-report.ts';
import { changesSince, versionOf } from './report-versions.ts';
import { putRemovedBack } from './sources.ts';

/** What was there before a page was saved, or a save taken away: for undo. */
export interface SaveUndo {
  articleId: string;
  save: Save | null;
  /** Null where the index did not hold the report. */
  article: Article | null;
  /** See `KeptReport`. */
  changed?: KeptReport['changed'];
  /** What went with the report. */
  gone?: RemovedRecords;
}

/**
 * Saves the open page: what is on the screen becomes the report in the index. What was there before is kept as a version of it. Saving a page
 * again, unchanged, changes nothing but is no error.
 */
export async function savePage(snapshot: PageSnapshot, deps: KeepDeps): Promise<Result<SaveUndo>> {
  const known = await ownReport(snapshot.url, deps.store);
  if (known !== null) {
    const [save, versions] = await Promise.all([saveOf(known.id, deps.store), deps.store.versionsOf(known.id)]);
    if (save !== null && isSame(known, versions.at(-1), snapshot)) return ok({ articleId: known.id, save, article: known });
  }
  return keepWhat(known, (before, now) => keepPage(snapshot, before, now), deps);
}

/** Saves a document whose text cannot be had: title and address. One whose text is here stays as it is. */
export async function saveAddress(url: string, title: string | null, deps: KeepDeps): Promise<Result<SaveUndo>> {
  const known = await ownReport(url, deps.store);
  const save = known === null ? null : await saveOf(known.id, deps.store);
  if (known !== null && save !== null) return ok({ articleId: known.id, save, article: known });
  const keep = async (before: Article | null, now: KeepDeps): Promise<Result<KeptReport>> => {
    const kept = before === null ? await keepAddress(url, title, now) : ok(before);
    return kept.ok ? ok({ article: kept.value, changed: [] }) : kept;
  };
  return keepWhat(known, keep, deps);
}

/** Whether a page says what was last seen of it, and what the index has: a source may have told otherwise since. */
function isSame(known: Article, last: ReportVersion | undefined, snapshot: PageSnapshot): boolean {
  const now = versionOf(known, 0, 'page');
  return last?.from === 'page' && now.textHash !== null && [last, now].every((version) => changesSince(version, snapshot).length === 0);
}

async function keepWhat(
  known: Article | null,
  keep: (before: Article | null, deps: KeepDeps) => Promise<Result<KeptReport>>,
  { store, derive, nowMs }: KeepDeps,
): Promise<Result<SaveUndo>> {
  // One moment for all of it: report and version are known by it.
  const atMs = nowMs();
  const save = known === null ? null : await saveOf(known.id, store);
  // Before the report is replaced: what it said is not to be had afterwards.
  const noted = known === null ? ok(undefined) : await store.addVersions([versionOf(known, known.provenance.addedAtMs, fromOf(known))]);
  if (!noted.ok) return noted;
  const kept = await keep(known, { store, derive, nowMs: () => atMs });
  if (!kept.ok) return kept;
  const { article, changed } = kept.value;
  const written = await store.putSave({ id: article.id, savedAtMs: atMs });
  if (!written.ok) return written;
  const versioned = await store.addVersions([versionOf(article, atMs, 'page')]);
  return versioned.ok ? ok({ articleId: article.id, save, article: known, changed }) : versioned;
}

/** Takes a save away; the report goes with it unless a source, a pack or a pin holds it, and with that what it alone brought: reporters, outlet, history. */
export async function removeSave(articleId: string, { store }: Pick<KeepDeps, 'store'>): Promise<Result<SaveUndo>> {
  const save = await saveOf(articleId, store);
  if (save === null) return fail('not-found', 'That page is not saved any more.');
  const [stored] = await store.getArticles([articleId]);
  return store.collecting(async () => {
    const removed = await store.deleteSave(articleId);
    if (!removed.ok) return removed;
    const gone = await store.dropUnheld([articleId], true);
    return gone.ok ? ok({ articleId, save, article: stored?.article ?? null, gone: gone.value }) : gone;
  });
}

/** Puts back what `savePage`, `saveAddress` or `removeSave` changed. */
export async function undoSave(
  { articleId, save, article, changed = [], gone }: SaveUndo,
  { store, derive }: KeepDeps,
): Promise<Result<void>> {
  if (gone !== undefined) {
    const back = await putRemovedBack([{ ...gone, articles: [] }], { store, derive });
    if (!back.ok) return back;
  }
  if (article !== null) {
    const written = await store.addArticles([{ article, derived: derive(article) }]);
    if (!written.ok) return written;
  }
  const people = await putReportersBack(changed, store);
  if (!people.ok) return people;
  const settled = save === null ? await store.deleteSave(articleId) : await store.putSave(save);
  if (!settled.ok) return settled;
  if (article !== null) return ok(undefined);
  const dropped = await store.dropUnheld([articleId], false);
  return dropped.ok ? ok(undefined) : dropped;
}

/** Of whom more was learnt since, stays as they are. */
async function putReportersBack(changed: KeptReport['changed'], store: Store): Promise<Result<void>> {
  const here = new Map((await store.getReporters(changed.map(({ after }) => after.id))).map((one) => [one.id, canonicalJson(one)]));
  const same = changed.filter(({ after }) => here.get(after.id) === canonicalJson(after));
  return same.length === 0 ? ok(undefined) : store.putReporters(same.map(({ before }) => before));
}

/** What is known of the open page: whether it is saved, what has changed since it was last seen, and all it said before. */
export async function keptPage(snapshot: PageSnapshot, store: Store): Promise<KeptPage | null> {
  const article = await ownReport(snapshot.url, store);
  if (article === null) return null;
  const [save, versions] = await Promise.all([saveOf(article.id, store), store.versionsOf(article.id)]);
  const last = versions.at(-1) ?? versionOf(article, article.provenance.addedAtMs, fromOf(article));
  // Feeds and packs word their headlines otherwise than the page does: that is no change of the page.
  const changes = last.from === 'page' ? changesSince(last, snapshot) : [];
  return { articleId: article.id, savedAtMs: save?.savedAtMs ?? null, seenAtMs: last.seenAtMs, changes, versions };
}

/** Saved pages, newest first. */
export async function savedRows(store: Store): Promise<SavedRow[]> {
  const saves = (await store.listSaves()).sort((a, b) => b.savedAtMs - a.savedAtMs);
  const outletNames = new Map((await store.listOutlets()).map(({ id, name }) => [id, name]));
  const [stored, edits] = await Promise.all([store.getArticles(saves.map(({ id }) => id)), articleEdits(store)]);
  const byId = new Map(stored.map(({ article }) => [article.id, article]));
  const rows = await Promise.all(
    saves.map(async ({ id, savedAtMs }) => {
      const article = byId.get(id);
      const versions: ReportVersion[] = await store.versionsOf(id);
      return article === undefined
        ? []
        : [{ article: toRow(article, outletNames, undefined, edits), savedAtMs, versions, hasText: article.text !== '' }];
    }),
  );
  return rows.flat();
}

async function saveOf(articleId: string, store: Store): Promise<Save | null> {
  return (await store.listSaves()).find(({ id }) => id === articleId) ?? null;
}

function fromOf({ provenance }: Article): ReportVersion['from'] {
  return provenance.kind === 'saved-page' ? 'page' : 'feed';
}
