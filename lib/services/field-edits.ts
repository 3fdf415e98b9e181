import type { ArticleRow } from '../core/coverage.ts';
import { parseDateMs } from '../core/date.ts';
import { type FieldEdit, type FieldValue, fieldEditId, writtenAuthor } from '../core/field-edit.ts';
import type { Reporter } from '../core/reporter.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { Store } from '../store/store.ts';
import type { UserRows } from '../store/user-rows.ts';

/**
 * Corrects a field of a report or reporter; correcting it to what was found puts it back. `before`: the correction that was there, for `putEditBack`.
 * The record itself is never touched.
 */
export async function editField(
  recordId: string,
  given: FieldValue,
  { store, nowMs }: { store: Store; nowMs(): number },
): Promise<Result<{ id: string; before: FieldEdit | null }>> {
  const found = given.of === 'article' ? await foundOfArticle(recordId, store) : await foundOfReporter(recordId, given.field, store);
  if (found === null) return fail('not-found', 'That record is not in the index any more.');
  const id = fieldEditId(given.of, recordId, given.field);
  const was = found.values[given.field] ?? null;
  const edit = { ...given, id, recordId, found: was, source: found.source, atMs: nowMs() } as FieldEdit;
  const written = await store.changeRows(['fieldEdits'], async ({ fieldEdits }) => {
    const before = (await fieldEdits.get(id)) ?? null;
    if (isSame(edit.value, was)) await fieldEdits.delete(id);
    else await fieldEdits.put(edit);
    return before;
  });
  return written.ok ? ok({ id, before: written.value }) : written;
}

/** Undo of `editField`, and of putting back. */
export function putEditBack(id: string, before: FieldEdit | null, store: UserRows): Promise<Result<void>> {
  return store.changeRows(['fieldEdits'], ({ fieldEdits }) => (before === null ? fieldEdits.delete(id) : fieldEdits.put(before)));
}

/** What the user corrected of a report or reporter. */
export function editsOf(of: FieldEdit['of'], recordId: string, store: UserRows): Promise<FieldEdit[]> {
  return store.listRows('fieldEdits', `${of} ${recordId} `);
}

/** What the user corrected of all reports. */
export function articleEdits(store: Pick<Store, 'listRows'>): Promise<FieldEdit[]> {
  return store.listRows('fieldEdits', 'article ');
}

/** A report's row as the user corrected it; `edits` may be of any records. */
export function correctedRow(row: ArticleRow, edits: readonly FieldEdit[]): ArticleRow {
  const changed = { ...row };
  for (const edit of edits) {
    if (edit.of !== 'article' || edit.recordId !== row.id) continue;
    if (edit.field === 'headline') changed.headline = edit.value ?? row.headline;
    else if (edit.field === 'outlet') changed.outletName = edit.value;
    else if (edit.field === 'datePublished') Object.assign(changed, { datePublished: edit.value, publishedAtMs: parseDateMs(edit.value) });
    else if (edit.field === 'authors')
      changed.authors = edit.value.map((written) => {
        const { name } = writtenAuthor(written);
        return { name, reporterId: row.authors.find((author) => author.name === written)?.reporterId ?? null };
      });
  }
  return changed;
}

/** A reporter as the user corrected them. */
export function correctedReporter(reporter: Reporter, edits: FieldEdit[]): Reporter {
  const changed = { ...reporter };
  for (const edit of edits) {
    if (edit.of !== 'reporter' || edit.recordId !== reporter.id) continue;
    if (edit.field === 'name') changed.name = edit.value ?? reporter.name;
    else if (edit.field === 'jobTitle') changed.jobTitle = edit.value;
    // What the user wrote is nobody else's: no source stands beside it.
    else Object.assign(changed, { bio: edit.value, bioSource: null });
  }
  return changed;
}

interface Found {
  values: Partial<Record<FieldEdit['field'], string | string[] | null>>;
  source: string;
}

async function foundOfArticle(id: string, store: Store): Promise<Found | null> {
  const [stored] = await store.getArticles([id], { text: false });
  if (stored === undefined) return null;
  const { headline, datePublished, dateModified, authors, outletId, provenance } = stored.article;
  const outlet = (await store.listOutlets()).find((each) => each.id === outletId)?.name ?? null;
  const values = { headline, datePublished, dateModified, outlet, authors: authors.map(({ name }) => name) };
  return { values, source: provenance.source };
}

async function foundOfReporter(id: string, field: FieldEdit['field'], store: Store): Promise<Found | null> {
  const [reporter] = await store.getReporters([id]);
  if (reporter === undefined) return null;
  const { name, jobTitle, bio, bioSource, provenance } = reporter;
  return { values: { name, jobTitle, bio }, source: field === 'bio' && bioSource !== null ? bioSource : provenance.source };
}

function isSame(a: string | string[] | null, b: string | string[] | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
