import type { Article } from '../core/article.ts';
import { type FieldEdit, fieldEditId } from '../core/field-edit.ts';
import { shortHash } from '../core/hash.ts';
import { type CollectionItem, itemId, type Note, noteId, type Trashed, trashId } from '../core/library.ts';
import type { Correction, Pin } from '../core/user-data.ts';
import type { BackupContent } from './backup-source.ts';

/** Ids of a file's reports whose page is here under another id, and that one. */
export type SamePages = ReadonlyMap<string, string>;

/** What becomes of a file's reports whose pages are here under other ids. */
interface UnderIdsHere {
  /** Ids in the file of those whose own record is not written. */
  left: Set<string>;
  /** Whose record takes the place of the one here, under its id. */
  more: { file: Article; here: Article }[];
  same: SamePages;
}

/**
 * Finds the reports of a file whose pages are here under another id. An address has one report: written under its own id, the file's would take the place
 * of the one here, and leave its pin and its save with none. So the one here stays, and the file's rows name it, unless they name that id already.
 */
export function underIdsHere(content: BackupContent, here: Article[]): UnderIdsHere {
  const inFile = new Map(content.articles.map((article) => [article.url, article]));
  const named = new Set([
    ...[content.pins, content.saves, content.readingPositions].flatMap((rows) => rows.map(({ id }) => id)),
    ...[content.collectionItems, content.versions].flatMap((rows) => rows.map(({ articleId }) => articleId)),
    ...content.trash.flatMap(({ articleIds }) => articleIds),
    ...content.fieldEdits.map(({ recordId }) => recordId),
  ]);
  const pairs = here.map((article) => ({ file: inFile.get(article.url)!, here: article }));
  return {
    left: new Set(pairs.map(({ file }) => file.id)),
    more: pairs.filter(({ file, here }) => worth(file) > worth(here)),
    same: new Map(pairs.filter(({ here: { id } }) => !named.has(id)).map(({ file, here: { id } }) => [file.id, id])),
  };
}

/** A saved page is worth more than another text, and a text more than none. */
function worth({ provenance, text }: Article): number {
  if (text === '') return 0;
  return provenance.kind === 'saved-page' ? 2 : 1;
}

/** A file's rows, naming reports by the ids they have here. */
export function withIdsHere(content: BackupContent, same: SamePages): BackupContent {
  if (same.size === 0) return content;
  const to = (id: string): string => same.get(id) ?? id;
  const isSame = (id: string): boolean => same.has(id);
  const named = <Row extends { id: string }>(row: Row): Row => (isSame(row.id) ? { ...row, id: to(row.id) } : row);
  const told = <Row extends { articleId: string }>(row: Row): Row =>
    isSame(row.articleId) ? { ...row, articleId: to(row.articleId) } : row;
  const pinned = (pin: Pin): Pin => (isSame(pin.id) ? { ...named(pin), article: { ...pin.article, id: to(pin.id) } } : pin);
  const gathered = (item: CollectionItem): CollectionItem =>
    isSame(item.articleId)
      ? { ...told(item), id: itemId(item.collectionId, to(item.articleId)), article: { ...item.article, id: to(item.articleId) } }
      : item;

  const items = [
    ...content.collectionItems,
    ...content.trash.flatMap((row) => (row.kind === 'item' ? [row.item] : row.kind === 'collection' ? row.items : [])),
  ];
  const notes = new Map([
    ...[...same].map(([from, id]) => [noteId('pin', from), noteId('pin', id)] as const),
    ...items.map((item) => [noteId('item', item.id), noteId('item', gathered(item).id)] as const),
  ]);
  const noted = (note: Note): Note => ({ ...note, id: notes.get(note.id) ?? note.id });
  const thrownAway = (row: Trashed): Trashed => {
    const common = { articleIds: row.articleIds.map(to), notes: row.notes.map(noted) };
    if (row.kind === 'pin') return { ...row, ...common, id: trashId('pin', to(row.pin.id)), pin: pinned(row.pin) };
    if (row.kind === 'collection') return { ...row, ...common, items: row.items.map(gathered) };
    const item = gathered(row.item);
    return { ...row, ...common, id: trashId('item', item.id), item };
  };
  const edited = (edit: FieldEdit): FieldEdit =>
    edit.of === 'article' && isSame(edit.recordId)
      ? { ...edit, id: fieldEditId(edit.of, to(edit.recordId), edit.field), recordId: to(edit.recordId) }
      : edit;
  const marked = (mark: Correction): Correction => {
    if (!('articleId' in mark)) return mark;
    const next = { ...told(mark), ...('ofId' in mark && { ofId: to(mark.ofId) }) };
    // As the marks are named that are made here: see lib/services/mark-wrong.ts and mark-reporter.ts.
    const suffix = (id: string): string => shortHash(mark.kind === 'not-theirs' ? `${mark.reporterId} ${id}` : id);
    const before = suffix(mark.articleId);
    return mark.id.endsWith(before) ? { ...next, id: mark.id.slice(0, -before.length) + suffix(next.articleId) } : next;
  };

  return {
    ...content,
    articles: content.articles.map(named),
    pins: content.pins.map(pinned),
    collectionItems: content.collectionItems.map(gathered),
    notes: content.notes.map(noted),
    saves: content.saves.map(named),
    versions: content.versions.map((row) =>
      isSame(row.articleId) ? { ...told(row), id: row.id.replace(row.articleId, () => to(row.articleId)) } : row,
    ),
    entries: content.entries.map(told),
    holdings: content.holdings.map((row) => ({ ...row, articles: [...new Set(row.articles.map(to))] })),
    trash: content.trash.map(thrownAway),
    fieldEdits: content.fieldEdits.map(edited),
    readingPositions: content.readingPositions.map(named),
    corrections: content.corrections.map(marked),
  };
}
