import * as v from 'valibot';
import { fieldEditId } from '../core/field-edit.ts';
import type { Entry } from '../sync/replica.ts';
import { itemKey, pinKey } from '../sync/rows-to-parts.ts';
import { correction } from './backup-schema.ts';
import { fieldEdit, rank, row, tag } from './library-rows.ts';
import { hasForbiddenKey } from './parse-backup.ts';
import { id, text, time } from './row-parts.ts';

const clock = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 52));
/**
 * Clocks are times or a little more; devices whose clock is wrong are wrong by less, ms. The end of what is taken moves on with time: what is counted up from one that was taken is
 * taken as well.
 */
const AHEAD_MAX_MS = 100 * 365 * 86_400_000;
const device = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/u));
/** Devices of one reader, and what they wrote side by side. */
const SEEN_MAX = 256;

const register = v.strictObject({
  seen: v.pipe(
    v.record(device, clock),
    v.check((seen) => Object.keys(seen).length <= SEEN_MAX, 'too many devices'),
  ),
  versions: v.pipe(v.array(v.strictObject({ value: v.unknown(), clock, device })), v.maxLength(SEEN_MAX)),
});
/** A tag may have two hundred characters, some of which are eighteen as `tagKey` writes them. */
const entry = v.record(v.pipe(v.string(), v.maxLength(8000)), register);

const typed = v.union([text, v.array(v.string())]);
const note = v.string();
const nullableId = v.nullable(v.pipe(id, v.regex(/^\S+$/u)));
type Fields = { [field: string]: v.GenericSchema };

/** Fields of each kind of entry, and what may stand in them. */
const KINDS: { [kind: string]: Fields } = {
  pin: {
    here: v.strictObject({ article: row, pinnedAtMs: time }),
    state: v.picklist(['unread', 'reading', 'read', 'archived']),
    rank,
    note,
  },
  collection: {
    here: v.strictObject({ createdAtMs: time }),
    name: v.string(),
    parent: nullableId,
    rank,
    query: text,
    note,
  },
  item: { here: v.strictObject({ article: row, addedAtMs: time }), rank, note },
  edit: { here: v.looseObject({ of: v.string(), recordId: v.string(), field: v.string() }), value: typed },
  correction: { here: correction },
  follow: { here: v.strictObject({}) },
};

/** An entry of another device, checked at a time (epoch ms): what is wrong with it otherwise, in a few words. What backups may hold of what is exchanged is taken here too. */
export function parseEntry(key: unknown, value: unknown, nowMs: number): { entry: Entry } | { problem: string } {
  const kind = typeof key === 'string' ? key.slice(0, key.indexOf(' ')) : '';
  const fields = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (fields === undefined) return { problem: 'no key of an entry' };
  if (hasForbiddenKey(value)) return { problem: 'a key that is not allowed' };
  const parsed = v.safeParse(entry, value, { abortEarly: true });
  if (!parsed.success) return { problem: `not an entry (${v.getDotPath(parsed.issues[0]) ?? kind})` };
  for (const [field, { seen, versions }] of Object.entries(parsed.output)) {
    const schema = schemaOf(kind, field, fields);
    if (schema === null) return { problem: `a field that no ${kind} has` };
    if (Object.values(seen).some((at) => at > nowMs + AHEAD_MAX_MS)) return { problem: 'a clock too far ahead' };
    for (const version of versions) {
      if (version.clock > (seen[version.device] ?? 0)) return { problem: 'a version that nobody has seen' };
      const checked = v.safeParse(schema, version.value, { abortEarly: true });
      if (!checked.success) return { problem: `not the ${field.split(' ')[0]} of a ${kind}` };
      // Defaults of older formats have no place here: what is written is what was checked.
      if (field === 'here' && !isKeyOf(key as string, kind, version.value, parsed.output)) return { problem: `not the ${kind} of its key` };
    }
  }
  return { entry: parsed.output };
}

function schemaOf(kind: string, field: string, fields: Fields): v.GenericSchema | null {
  if (Object.hasOwn(fields, field)) return fields[field]!;
  if (kind === 'pin' && field.startsWith('tag ')) return tag;
  return /^lost (?:note|name|query|value) [0-9a-f]{16} \d{1,16}$/u.test(field) ? typed : null;
}

function isKeyOf(key: string, kind: string, here: unknown, { value }: Entry): boolean {
  const rest = key.slice(kind.length + 1);
  if (kind === 'pin') return key === pinKey(here as Parameters<typeof pinKey>[0]);
  if (kind === 'item') {
    const collectionId = rest.slice(0, rest.indexOf(' '));
    return collectionId !== '' && key === itemKey({ ...(here as Pick<Parameters<typeof itemKey>[0], 'article'>), collectionId });
  }
  if (kind === 'edit') return isEdit(rest, here, value);
  if (kind === 'correction') return (here as { id: string }).id === rest;
  return kind === 'collection' ? /^\S{1,2048}$/u.test(rest) : /^[@#].{1,2047}$/su.test(rest);
}

function isEdit(editId: string, here: unknown, value: Entry[string] | undefined): boolean {
  const { of, recordId, field } = here as Parameters<typeof rowOf>[1];
  const versions = value?.versions ?? [];
  return editId === fieldEditId(of, recordId, field) && versions.every((version) => v.is(fieldEdit, rowOf(editId, here as never, version)));
}

function rowOf(
  editId: string,
  here: { of: 'article' | 'reporter'; recordId: string; field: Parameters<typeof fieldEditId>[2] },
  version: { value: unknown; clock: number },
): object {
  return { ...here, id: editId, value: version.value, atMs: version.clock };
}
