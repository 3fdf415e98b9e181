import * as v from 'valibot';
import type { Article } from '../core/article.ts';
import type { Outlet } from '../core/outlet.ts';
import type { Reporter } from '../core/reporter.ts';
import { isHost } from '../core/settings.ts';
import type { HeldRecords, InstalledPack, Source, SourceEntry } from '../core/source.ts';
import type { GazetteerEntry } from '../core/topic.ts';
import type { ActivityEntry, Correction, Follow, ReportVersion, Save, Settings } from '../core/user-data.ts';
import type { BackupTable } from './backup-source.ts';
import { collection, collectionItem, fieldEdit, note, pin, readingPosition, trash } from './library-rows.ts';
import { author, id, text, time, webUrl } from './row-parts.ts';

const provenance = v.strictObject({
  kind: v.picklist(['pack', 'saved-page', 'feed', 'import']),
  source: v.string(),
  licence: text,
  addedAtMs: time,
});

const article = v.strictObject({
  id,
  url: webUrl,
  headline: v.string(),
  description: text,
  text: v.string(),
  language: text,
  datePublished: text,
  dateModified: text,
  publishedAtMs: v.nullable(time),
  outletId: text,
  authors: v.array(author),
  section: text,
  keywords: v.array(v.string()),
  sample: v.boolean(),
  provenance,
});

const reporter = v.strictObject({
  id,
  name: v.string(),
  alternateNames: v.array(v.string()),
  jobTitle: text,
  outletId: text,
  bio: text,
  bioSource: text,
  otherBios: v.exactOptional(
    v.array(v.strictObject({ text: v.string(), source: v.string(), atMs: time, holder: v.exactOptional(v.string()) })),
  ),
  languages: v.array(v.string()),
  sameAs: v.array(webUrl),
  sample: v.boolean(),
  provenance,
});

const outlet = v.strictObject({
  id,
  name: v.string(),
  url: v.nullable(webUrl),
  country: text,
  languages: v.array(v.string()),
  sample: v.boolean(),
  provenance,
});

const topic = v.strictObject({
  id,
  kind: v.picklist(['person', 'organisation', 'place', 'product', 'event', 'country', 'relation', 'topic']),
  names: v.record(v.string(), v.array(v.string())),
  description: v.exactOptional(v.string()),
});

/** What the user said is wrong. */
export const correction = v.variant('kind', [
  v.strictObject({
    id,
    kind: v.literal('not-related'),
    articleId: v.string(),
    pageKey: v.string(),
    salt: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(64))),
    atMs: time,
  }),
  v.strictObject({ id, kind: v.literal('not-copy'), articleId: v.string(), ofId: v.string(), atMs: time }),
  v.strictObject({
    id,
    kind: v.literal('not-topic'),
    topicId: v.string(),
    surface: v.string(),
    also: v.exactOptional(v.pipe(v.array(v.string()), v.maxLength(1000))),
    atMs: time,
  }),
  v.strictObject({ id, kind: v.literal('alias'), topicId: v.string(), alias: v.string(), language: text, atMs: time }),
  v.strictObject({ id, kind: v.literal('same-as'), topicId: v.string(), sameAsId: v.string(), atMs: time }),
  v.strictObject({ id, kind: v.literal('own-topic'), topicId: v.string(), name: v.string(), language: text, atMs: time }),
  v.strictObject({ id, kind: v.literal('no-topic'), name: v.string(), atMs: time }),
  v.strictObject({ id, kind: v.literal('same-reporter'), reporterId: v.string(), sameAsId: v.string(), atMs: time }),
  v.strictObject({ id, kind: v.literal('other-reporter'), reporterId: v.string(), otherId: v.string(), atMs: time }),
  v.strictObject({ id, kind: v.literal('not-theirs'), reporterId: v.string(), articleId: v.string(), atMs: time }),
]);

const activity = v.strictObject({
  id,
  atMs: time,
  url: webUrl,
  finalUrl: v.exactOptional(webUrl),
  source: v.exactOptional(v.string()),
  why: v.string(),
  status: v.nullable(v.number()),
  bytes: v.number(),
});

const save = v.strictObject({ id, savedAtMs: time });
const version = v.strictObject({
  id,
  articleId: id,
  seenAtMs: time,
  from: v.picklist(['page', 'feed']),
  headline: v.string(),
  authors: v.array(v.string()),
  datePublished: text,
  dateModified: text,
  textHash: text,
  words: v.number(),
});

const names = v.pipe(v.array(v.pipe(v.string(), v.maxLength(2048))), v.maxLength(1000));
const holder = (prefix: string) => v.pipe(id, v.startsWith(prefix), v.regex(/^\S+$/u));

const source = v.strictObject({
  id: holder('source:'),
  url: webUrl,
  title: v.string(),
  siteUrl: v.nullable(webUrl),
  folders: names,
  addedAtMs: time,
  paused: v.boolean(),
});
const entry = v.strictObject({
  id: v.pipe(id, v.regex(/^source:\S+ \d{15} [0-9a-f]{16}$/u)),
  articleId: id,
  keys: names,
  joined: v.exactOptional(v.literal(true)),
});
const pack = v.strictObject({
  id: holder('pack:'),
  name: v.string(),
  licence: v.string(),
  source: v.string(),
  date: text,
  sha256: v.string(),
  publicKey: text,
  importedAtMs: time,
  url: v.exactOptional(webUrl),
});
const holding = v.strictObject({
  id: v.pipe(id, v.regex(/^pack:\S+ [0-9a-f]{16}$/u)),
  articles: names,
  reporters: names,
  outlets: names,
  topics: names,
});

const hosts = v.pipe(v.array(v.custom<string>(isHost)), v.maxLength(10_000));

/** The one row of settings. */
export const SETTINGS_SCHEMA = v.strictObject({
  id: v.literal('settings'),
  mode: v.picklist(['on-click', 'chosen-sites', 'every-site']),
  sites: hosts,
  blockedSites: hosts,
  showBadge: v.boolean(),
  // Written where it is on.
  markTopics: v.optional(v.boolean(), false),
  firstRunDone: v.boolean(),
});

/** What a row of each table must be: exactly the core types, so that nothing is lost or smuggled in. */
export const ROW_SCHEMAS = {
  reporters: reporter,
  outlets: outlet,
  topics: topic,
  pins: pin,
  notes: note,
  collections: collection,
  collectionItems: collectionItem,
  trash,
  fieldEdits: fieldEdit,
  readingPositions: readingPosition,
  corrections: correction,
  followed: v.strictObject({ id, seenAtMs: v.exactOptional(time) }),
  activity,
  saves: save,
  versions: version,
  sources: source,
  entries: entry,
  packs: pack,
  holdings: holding,
  articles: article,
} as const satisfies Record<BackupTable, v.GenericSchema>;

/** The first line of a backup. */
export const HEADER_SCHEMA = v.object({
  format: v.literal('sidelight-backup'),
  version: v.pipe(v.number(), v.integer()),
  counts: v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0))),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
});

// A field added to a core type must be added here too, or backups would lose it: the compiler says so.
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Row<Table extends BackupTable> = v.InferOutput<(typeof ROW_SCHEMAS)[Table]>;
type Assert<T extends true> = T;
type Keys<T> = T extends unknown ? keyof T : never;
/** Proof that the schemas and the core types say the same. */
export type SchemasMatch = [
  Assert<Same<keyof Row<'articles'>, keyof Article>>,
  Assert<Same<keyof Row<'reporters'>, keyof Reporter>>,
  Assert<Same<keyof Row<'outlets'>, keyof Outlet>>,
  Assert<Same<keyof Row<'topics'>, keyof GazetteerEntry>>,
  Assert<Same<keyof Row<'followed'>, keyof Follow>>,
  Assert<Same<keyof Row<'activity'>, keyof ActivityEntry>>,
  Assert<Same<keyof Row<'saves'>, keyof Save>>,
  Assert<Same<keyof Row<'versions'>, keyof ReportVersion>>,
  Assert<Same<keyof Row<'sources'>, keyof Source>>,
  Assert<Same<keyof Row<'entries'>, keyof SourceEntry | 'id'>>,
  Assert<Same<keyof Row<'packs'>, keyof InstalledPack>>,
  Assert<Same<keyof Row<'holdings'>, keyof HeldRecords | 'id'>>,
  Assert<Same<Row<'corrections'>['kind'], Correction['kind']>>,
  Assert<Same<Keys<Row<'corrections'>>, Keys<Correction>>>,
  Assert<Same<Exclude<keyof v.InferOutput<typeof SETTINGS_SCHEMA>, 'id'>, keyof Settings>>,
];
