import * as v from 'valibot';
import { cleanLine, cleanParagraphs } from '../text/clean-text.ts';
import { PACK_FORMAT, type PackManifest, type PackRecord } from './types.ts';

/** Longest values a record may hold, in UTF-16 code units; longer ones make the record invalid. */
export const MAX_LENGTH = { id: 200, name: 300, headline: 1_000, url: 2_048, passage: 5_000, text: 500_000 } as const;

/** Most entries a list of a record may hold. */
export const MAX_ITEMS = 200;

const ID = /^[^\s\p{Cc}\p{Cf}\p{Cs}]+$/u;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const WEB_ADDRESS = /^https?:\/\/[^\s/?#@]+([/?#]\S*)?$/i;
const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

/** Whether a pack can hold the date: ISO 8601, full or partial. */
export function isPackDate(text: string): boolean {
  return DATE.test(text);
}

/** Whether a pack can hold the language tag: BCP 47, in its usual letter case. */
export function isPackLanguage(text: string): boolean {
  return LANGUAGE.test(text);
}

/** A string that is not empty after cleaning and no longer than `max` before. */
function line(max: number) {
  return v.pipe(v.string(), v.maxLength(max), v.transform(cleanLine), v.minLength(1, 'is empty'));
}

/** Absent and null both mean unknown. */
function orNull<S extends v.GenericSchema>(schema: S) {
  return v.nullish(schema, null);
}

function list<S extends v.GenericSchema>(schema: S) {
  return v.optional(v.pipe(v.array(schema), v.maxLength(MAX_ITEMS)), []);
}

/** Schemas of records and manifests; built with the first pack that is read, not at every wake of the background. */
function buildSchemas() {
  const id = v.pipe(v.string(), v.maxLength(MAX_LENGTH.id), v.regex(ID, 'is no id: no spaces or control characters'));
  const language = v.pipe(v.string(), v.regex(LANGUAGE, 'is no language tag'));
  const date = v.pipe(v.string(), v.regex(DATE, 'is no ISO 8601 date'));
  const url = v.pipe(
    v.string(),
    v.maxLength(MAX_LENGTH.url),
    v.regex(WEB_ADDRESS, 'is no http(s) address without user name'),
    v.check((value) => URL.canParse(value), 'cannot be read as an address'),
    v.transform((value) => new URL(value).href),
    // Again, for escaping may have made it longer.
    v.maxLength(MAX_LENGTH.url),
  );
  /** Blank text is unknown text. */
  const passage = v.pipe(
    v.string(),
    v.maxLength(MAX_LENGTH.passage),
    v.transform((value) => cleanParagraphs(value) || null),
  );

  const base = { id, licence: orNull(line(MAX_LENGTH.name)), source: orNull(line(MAX_LENGTH.headline)) };
  const sample = v.optional(v.boolean(), false);

  const outlet = v.object({
    type: v.literal('outlet'),
    ...base,
    name: line(MAX_LENGTH.name),
    url: orNull(url),
    country: orNull(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'is no ISO 3166-1 alpha-2 code'))),
    languages: list(language),
    sample,
  });

  const reporter = v.object({
    type: v.literal('reporter'),
    ...base,
    name: line(MAX_LENGTH.name),
    alternateNames: list(line(MAX_LENGTH.name)),
    jobTitle: orNull(line(MAX_LENGTH.name)),
    outletId: orNull(id),
    bio: orNull(passage),
    bioSource: orNull(line(MAX_LENGTH.headline)),
    languages: list(language),
    sameAs: list(url),
    sample,
  });

  const topic = v.object({
    type: v.literal('topic'),
    ...base,
    kind: v.picklist(['person', 'organisation', 'place', 'product', 'event', 'country', 'relation', 'topic']),
    names: v.pipe(
      v.record(language, v.pipe(v.array(line(MAX_LENGTH.name)), v.minLength(1, 'has no name'), v.maxLength(MAX_ITEMS))),
      v.check((names) => Object.keys(names).length > 0, 'holds no language'),
      v.check((names) => Object.keys(names).length <= 2 * MAX_ITEMS, 'holds too many languages'),
    ),
    description: orNull(passage),
  });

  const article = v.object({
    type: v.literal('article'),
    ...base,
    url,
    headline: line(MAX_LENGTH.headline),
    description: orNull(passage),
    text: v.optional(v.pipe(v.string(), v.maxLength(MAX_LENGTH.text), v.transform(cleanParagraphs)), ''),
    language: orNull(language),
    datePublished: orNull(date),
    dateModified: orNull(date),
    outletId: orNull(id),
    authors: list(v.object({ name: line(MAX_LENGTH.name), reporterId: orNull(id) })),
    section: orNull(line(MAX_LENGTH.name)),
    keywords: list(line(MAX_LENGTH.name)),
    sample,
  });

  const record = v.variant('type', [outlet, reporter, topic, article]);

  const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

  const manifest = v.object({
    format: v.literal(PACK_FORMAT),
    version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    name: line(MAX_LENGTH.name),
    description: orNull(passage),
    licence: line(MAX_LENGTH.name),
    source: line(MAX_LENGTH.headline),
    date: orNull(date),
    counts: v.object({ outlets: count, reporters: count, topics: count, articles: count }),
    sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is no SHA-256 in lower-case hex')),
  });

  return { record, manifest };
}

let built: ReturnType<typeof buildSchemas> | null = null;

function schemas(): ReturnType<typeof buildSchemas> {
  built ??= buildSchemas();
  return built;
}

/** A value as the schema reads it, or which field is wrong and how, without quoting the value. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; problem: string };

/** Reads one record: unknown fields are dropped, absent ones filled in, names cleaned of bidi and control characters. */
export function parseRecord(value: unknown): Parsed<PackRecord> {
  return parse(schemas().record, value);
}

/** Reads a manifest of any version; unknown fields are dropped. */
export function parseManifest(value: unknown): Parsed<PackManifest> {
  return parse(schemas().manifest, value);
}

function parse<T>(schema: v.GenericSchema<unknown, T>, value: unknown): Parsed<T> {
  const result = v.safeParse(schema, value, { abortEarly: true });
  return result.success ? { ok: true, value: result.output } : { ok: false, problem: describe(result.issues[0]) };
}

/** Names of fields are ours; a key the pack chose (a language tag) is quoted only if it looks like one. */
function describe(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' || /^[\w-]{1,40}$/.test(String(key)) ? String(key) : '?'));
  const where = path.length > 0 ? path.join('.') : 'the line';
  if (issue.type === 'max_length') return `${where} is longer than ${String(issue.requirement)}`;
  if (issue.kind === 'validation') return `${where} ${issue.message.startsWith('Invalid') ? 'has a wrong value' : issue.message}`;
  return issue.received === 'undefined' ? `${where} is missing` : `${where} should be ${issue.expected?.slice(0, 120) ?? 'something else'}`;
}
