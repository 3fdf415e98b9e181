import * as v from 'valibot';
import type { FieldEdit } from '../core/field-edit.ts';
import type { Collection, CollectionItem, Note, ReadingPosition, Trashed } from '../core/library.ts';
import { newPin } from '../core/new-pin.ts';
import { RANK } from '../core/rank.ts';
import type { Pin } from '../core/user-data.ts';
import { author, id, text, time, webUrl } from './row-parts.ts';

/** A report as a list shows it. */
export const row = v.strictObject({
  id,
  url: webUrl,
  headline: v.string(),
  outletName: text,
  datePublished: text,
  publishedAtMs: v.nullable(time),
  language: text,
  authors: v.array(author),
  sample: v.boolean(),
});
/** A place in an order by hand. */
export const rank = v.pipe(v.string(), v.regex(RANK));
/** A tag of a pin. */
export const tag = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const plainId = v.pipe(id, v.regex(/^\S+$/u));
/** Made of two ids and a word. */
const longId = v.pipe(v.string(), v.minLength(1), v.maxLength(5000));

const pinRow = v.strictObject({
  id,
  article: row,
  state: v.picklist(['unread', 'reading', 'read', 'archived']),
  pinnedAtMs: time,
  updatedAtMs: v.exactOptional(time),
  rank: v.exactOptional(rank),
  tags: v.exactOptional(v.pipe(v.array(tag), v.maxLength(1000))),
});
/** A pin; backups before version 4 know less of it. */
export const pin = v.pipe(
  pinRow,
  v.transform((given): Pin => ({ ...newPin(given), ...given })),
);

/** A note, with its draft. */
export const note = v.strictObject({ id: longId, text: v.string(), draft: text, updatedAtMs: time });

/** A collection. */
export const collection = v.strictObject({
  id: plainId,
  name: v.string(),
  parentId: v.nullable(plainId),
  rank,
  query: text,
  createdAtMs: time,
  updatedAtMs: time,
});

/** A report in a collection; its ids must agree. */
export const collectionItem = v.pipe(
  v.strictObject({ id: longId, collectionId: plainId, articleId: id, article: row, rank, addedAtMs: time, updatedAtMs: time }),
  v.check((item) => item.id === `${item.collectionId} ${item.articleId}` && item.article.id === item.articleId, 'not the id of its parts'),
);

const trashed = { id: longId, trashedAtMs: time, articleIds: v.array(id), notes: v.array(note) };
/** Something in the trash, with all that belongs to it. */
export const trash = v.variant('kind', [
  v.strictObject({ ...trashed, kind: v.literal('pin'), pin }),
  v.strictObject({ ...trashed, kind: v.literal('item'), item: collectionItem }),
  v.strictObject({ ...trashed, kind: v.literal('collection'), collection, within: v.array(collection), items: v.array(collectionItem) }),
]);

const edited = { id: longId, recordId: id, source: v.string(), atMs: time };
/** A corrected field. */
export const fieldEdit = v.union([
  v.strictObject({
    ...edited,
    of: v.literal('article'),
    field: v.picklist(['headline', 'datePublished', 'dateModified', 'outlet']),
    value: text,
    found: text,
  }),
  v.strictObject({
    ...edited,
    of: v.literal('article'),
    field: v.literal('authors'),
    value: v.array(v.string()),
    found: v.array(v.string()),
  }),
  v.strictObject({ ...edited, of: v.literal('reporter'), field: v.picklist(['name', 'jobTitle', 'bio']), value: text, found: text }),
]);

/** How far a text is read. */
export const readingPosition = v.strictObject({
  id,
  paragraph: v.pipe(v.number(), v.integer(), v.minValue(0)),
  share: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  atMs: time,
});

type Keys<T> = T extends unknown ? keyof T : never;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Assert<T extends true> = T;
/** Proof that the schemas and the core types say the same: see `SchemasMatch`. */
export type LibrarySchemasMatch = [
  Assert<Same<keyof v.InferOutput<typeof pinRow>, keyof Pin>>,
  Assert<Same<keyof v.InferOutput<typeof note>, keyof Note>>,
  Assert<Same<keyof v.InferOutput<typeof collection>, keyof Collection>>,
  Assert<Same<keyof v.InferOutput<typeof collectionItem>, keyof CollectionItem>>,
  Assert<Same<Keys<v.InferOutput<typeof trash>>, Keys<Trashed>>>,
  Assert<Same<v.InferOutput<typeof trash>['kind'], Trashed['kind']>>,
  Assert<Same<Keys<v.InferOutput<typeof fieldEdit>>, Keys<FieldEdit>>>,
  Assert<Same<v.InferOutput<typeof fieldEdit>['field'], FieldEdit['field']>>,
  Assert<Same<keyof v.InferOutput<typeof readingPosition>, keyof ReadingPosition>>,
];
