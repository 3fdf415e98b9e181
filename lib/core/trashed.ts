import type { Trashed } from './library.ts';
import { noteWith } from './note-text.ts';
import { changedTags } from './tags.ts';

/** What is thrown away, with what is in the trash of it already, under the same id: the notes, tags and reports of both. */
export function withEarlier<Row extends Trashed>(row: Row, earlier: Row | undefined): Row {
  if (earlier === undefined) return row;
  return {
    ...row,
    articleIds: [...new Set([...row.articleIds, ...earlier.articleIds])],
    notes: united(row.notes, earlier.notes, noteWith),
    ...('pin' in row && 'pin' in earlier && { pin: { ...row.pin, tags: changedTags(row.pin.tags, earlier.pin.tags, []) } }),
    ...('items' in row && 'items' in earlier && { within: united(row.within, earlier.within), items: united(row.items, earlier.items) }),
  };
}

function united<Row extends { id: string }>(rows: Row[], more: Row[], join = (one: Row, _other: Row): Row => one): Row[] {
  const all = new Map(rows.map((row) => [row.id, row]));
  for (const row of more) all.set(row.id, all.has(row.id) ? join(all.get(row.id)!, row) : row);
  return [...all.values()];
}
