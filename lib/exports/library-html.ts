import { htmlPage, langOf, type PageLanguage } from '../citations/html.ts';
import { escapeHtml } from '../citations/rich-text.ts';
import { citedDate, isoDate } from '../citations/source.ts';
import type { Article } from '../core/article.ts';
import { isoMoment, parseDateMs } from '../core/date.ts';
import { type FieldEdit, writtenAuthor } from '../core/field-edit.ts';
import type { Collection, CollectionItem, Note } from '../core/library.ts';
import type { Outlet } from '../core/outlet.ts';
import type { Pin, Save } from '../core/user-data.ts';
import { collectionsHtml, type Gathered, gathered, type Headlines } from './collections-html.ts';
import { anchorOf, isolated, isWebAddress, linkHtml } from './html-parts.ts';

/** Rows of a library by table, as a backup holds them. */
export interface LibraryRows {
  tables: readonly string[];
  rows(table: string): AsyncIterable<{ id: string }>;
}

/** Words of the page, in the reader's language; plain text. */
export interface LibraryWords {
  language: PageLanguage;
  title: string;
  /** What the page is, and when it was made. */
  intro: string;
  /** Heading of a table's rows. */
  heading(table: string): string;
  state(state: Pin['state']): string;
  pinned(ms: number): string;
  saved(ms: number): string;
  /** What a collection says of the search that fills it. */
  filledBy(query: string): string;
  /** Heading of reports of which no date is known. */
  noDate: string;
}

const STYLE =
  ':root{color-scheme:light dark}nav ul{padding:0}nav li{display:inline;margin-inline-end:1rem}.meta,dt{color:GrayText;font:.8125rem/1.5 sans-serif}' +
  'ol,ul{list-style:none;padding:0}li{margin-block:.5rem;overflow-wrap:anywhere}dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem;margin:0}dd{margin:0;overflow-wrap:anywhere}' +
  'summary{cursor:pointer}.note{white-space:pre-wrap;border-inline-start:2px solid;padding-inline-start:.75rem}';
/** Shown in places of their own. */
const SHOWN = new Set(['pins', 'saves', 'collections']);
/** Shown in places of their own, or the program's own book-keeping, which the backup has. */
const NOT_LISTED = new Set(['pins', 'saves', 'collections', 'articles', 'entries', 'holdings']);

/**
 * The whole library as one page that is read offline: pins and saved pages with their texts, collections with their reports and notes, all else of the reader's in lists, every report of the
 * index by month, with the fields that the reader corrected. No scripts, nothing fetched, every value is text; links lead to http(s) alone. In pieces, as a library may be large.
 */
export async function* libraryHtml(source: LibraryRows, words: LibraryWords): AsyncIterable<string> {
  const tables = new Map<string, { id: string }[]>();
  for (const table of source.tables) if (SHOWN.has(table) || !NOT_LISTED.has(table)) tables.set(table, await all(source.rows(table)));
  const kept = keptReports(tables);
  const collected = collectedReports(tables);
  const collectedIds = new Set(collected.shown.flatMap(({ items }) => items.map(({ item }) => item.articleId)));
  const allEdits = (tables.get('fieldEdits') as FieldEdit[] | undefined) ?? [];
  const edits = Map.groupBy(allEdits, ({ of, recordId }) => `${of} ${recordId}`);
  const called = new Map(
    allEdits.flatMap((edit): [string, string][] => (edit.field === 'name' && edit.value !== null ? [[edit.recordId, edit.value]] : [])),
  );
  const outlets = new Map((tables.get('outlets') as Outlet[] | undefined)?.map(({ id, name }) => [id, name]) ?? []);
  const reports = new Map<string, Listed & { headline: string }>();
  // A report that is not in the index any more stands as its pin or collection has it, corrected too.
  const headlines = new Map(
    allEdits.flatMap((edit): [string, string][] => (edit.field === 'headline' && edit.value !== null ? [[edit.recordId, edit.value]] : [])),
  );
  for await (const row of source.rows('articles')) {
    const article = corrected(row as Article, edits.get(`article ${row.id}`) ?? [], called);
    reports.set(article.id, {
      atMs: article.publishedAtMs,
      month: monthOf(article),
      headline: article.headline || article.url,
      html: reportHtml(article, outlets, kept.has(article.id) || collectedIds.has(article.id)),
    });
  }
  tables.set('notes', notShown(tables, kept, collected));
  tables.set('collectionItems', collected.left);
  const filled = [...tables].filter(([table, rows]) => rows.length > 0 && !NOT_LISTED.has(table));
  const sections: [string, string][] = [
    ...(kept.size > 0 ? [['kept', `${words.heading('pins')} · ${words.heading('saves')}`] as [string, string]] : []),
    ...(collected.shown.length > 0 ? [['collections', words.heading('collections')] as [string, string]] : []),
    ...filled.map(([table]): [string, string] => [table, words.heading(table)]),
    ['articles', words.heading('articles')],
  ];

  const [begin, end] = htmlPage(words.title, '\u0000', words.language, STYLE).split('\u0000') as [string, string];
  yield `${begin}<h1>${escapeHtml(words.title)}</h1>\n<p dir="auto">${escapeHtml(words.intro)}</p>\n<nav><ul>${sections
    .map(([id, name]) => `<li><a href="#${id}">${escapeHtml(name)}</a></li>`)
    .join('')}</ul></nav>\n`;
  if (kept.size > 0) {
    yield `<h2 id="kept">${escapeHtml(sections[0]?.[1] ?? '')}</h2>\n<ul>\n`;
    for (const [id, one] of kept) yield keptHtml(id, one, { inIndex: reports.get(id)?.headline, corrected: headlines.get(id) }, words);
    yield '</ul>\n';
  }
  if (collected.shown.length > 0) {
    yield `<h2 id="collections">${escapeHtml(words.heading('collections'))}</h2>\n`;
    yield* collectionsHtml(collected.shown, (id) => ({ inIndex: reports.get(id)?.headline, corrected: headlines.get(id) }), words.filledBy);
  }
  for (const [table, rows] of filled) {
    yield `<h2 id="${table}">${escapeHtml(words.heading(table))}</h2>\n<ul>\n`;
    for (const row of rows) yield `<li>${rowHtml(row)}</li>\n`;
    yield '</ul>\n';
  }
  yield `<h2 id="articles">${escapeHtml(words.heading('articles'))}</h2>\n`;
  yield* byMonth([...reports.values()], words.noDate);
  yield end;
}

interface Kept {
  pin: Pin | null;
  save: Save | null;
  notes: string[];
}

function collectedReports(tables: ReadonlyMap<string, { id: string }[]>): Gathered {
  const of = <Row>(table: string): Row[] => (tables.get(table) as Row[] | undefined) ?? [];
  return gathered(of<Collection>('collections'), of<CollectionItem>('collectionItems'), of<Note>('notes'));
}

/** Notes that stand beside nothing on the page, and drafts. */
function notShown(tables: ReadonlyMap<string, { id: string }[]>, kept: ReadonlyMap<string, Kept>, { shown }: Gathered): { id: string }[] {
  const beside = new Set([
    ...[...kept.keys()].map((id) => `pin ${id}`),
    ...shown.flatMap(({ collection, items }) => [`collection ${collection.id}`, ...items.map(({ item }) => `item ${item.id}`)]),
  ]);
  return ((tables.get('notes') as Note[] | undefined) ?? []).filter(({ id, draft }) => !beside.has(id) || (draft ?? '') !== '');
}

/** As the reader corrected it; a corrected outlet is its name. `called`: names of reporters that the reader corrected. */
function corrected(
  article: Article,
  edits: readonly FieldEdit[],
  called: ReadonlyMap<string, string>,
): Article & { outletName?: string | null } {
  const authors = article.authors.map((author) => ({ ...author, name: called.get(author.reporterId ?? '') ?? author.name }));
  const changed: Article & { outletName?: string | null } = { ...article, authors };
  for (const edit of edits) {
    if (edit.of !== 'article') continue;
    if (edit.field === 'headline') changed.headline = edit.value ?? article.headline;
    else if (edit.field === 'outlet') changed.outletName = edit.value;
    else if (edit.field === 'authors')
      changed.authors = edit.value.map((written) => {
        const found = article.authors.findIndex(({ name }) => name === written);
        return authors[found] ?? { name: writtenAuthor(written).name, reporterId: null };
      });
    else if (edit.field === 'datePublished')
      Object.assign(changed, { datePublished: edit.value, publishedAtMs: edit.value === null ? null : parseDateMs(edit.value) });
  }
  return changed;
}

/** Pinned and saved reports, last kept first, with the notes on their pins. */
function keptReports(tables: ReadonlyMap<string, { id: string }[]>): Map<string, Kept> {
  const kept = new Map<string, Kept>();
  const of = (id: string): Kept => {
    const known = kept.get(id) ?? { pin: null, save: null, notes: [] };
    kept.set(id, known);
    return known;
  };
  for (const pin of (tables.get('pins') as Pin[] | undefined) ?? []) of(pin.id).pin = pin;
  for (const save of (tables.get('saves') as Save[] | undefined) ?? []) of(save.id).save = save;
  for (const { id, text } of (tables.get('notes') as { id: string; text?: string }[] | undefined) ?? []) {
    if (id.startsWith('pin ') && text) kept.get(id.slice(4))?.notes.push(text);
  }
  const atMs = ({ pin, save }: Kept): number => Math.max(pin?.pinnedAtMs ?? 0, save?.savedAtMs ?? 0);
  return new Map([...kept].sort(([, a], [, b]) => atMs(b) - atMs(a)));
}

function keptHtml(id: string, { pin, save, notes }: Kept, { inIndex, corrected }: Headlines, words: LibraryWords): string {
  const { tags = [] } = (pin ?? {}) as { tags?: string[] };
  const meta = [
    pin === null ? '' : `${words.state(pin.state)}, ${words.pinned(pin.pinnedAtMs)}`,
    save === null ? '' : words.saved(save.savedAtMs),
    ...tags.map((tag) => `#${tag}`),
  ].filter(Boolean);
  const title =
    inIndex !== undefined
      ? `<a href="#${anchorOf(id)}">${escapeHtml(inIndex)}</a>`
      : pin === null
        ? escapeHtml(id)
        : `<span${langOf(pin.article.language)}>${linkHtml(pin.article.url, corrected ?? pin.article.headline)}</span>`;
  return `<li dir="auto">${title}<div class="meta">${meta.map(isolated).join(' · ')}</div>${notes.map((note) => `<div class="note" dir="auto">${escapeHtml(note)}</div>`).join('')}</li>\n`;
}

function reportHtml(article: Article & { outletName?: string | null }, outlets: ReadonlyMap<string, string>, isKept: boolean): string {
  const { url, headline, authors, datePublished, outletId, description, text } = article;
  const outlet = article.outletName !== undefined ? article.outletName : outletId === null ? null : outlets.get(outletId);
  const meta = [outlet, ...authors.map(({ name }) => name), datePublished].filter((part) => part != null && part !== '') as string[];
  const line = `${linkHtml(url, headline)}<div class="meta">${meta.map(isolated).join(' · ')}</div>`;
  const paragraphs = (text === '' ? (description ?? '') : text).split(/\n+/).filter(Boolean);
  const body =
    isKept && paragraphs.length > 0
      ? `<details><summary class="meta">${paragraphs.length} ¶</summary>${paragraphs.map((one) => `<p dir="auto">${escapeHtml(one)}</p>`).join('')}</details>`
      : '';
  return `<li id="${anchorOf(article.id)}" dir="auto"${langOf(article.language)}>${line}${body}</li>\n`;
}

interface Listed {
  atMs: number | null;
  /** "2026-01", or the year where no more is known; empty without a date. */
  month: string;
  html: string;
}

/** The month that the report itself states, whatever the time zone: its date stands below. */
function monthOf({ datePublished, publishedAtMs }: Pick<Article, 'datePublished' | 'publishedAtMs'>): string {
  const moment = publishedAtMs === null ? null : isoMoment(publishedAtMs);
  if (moment === null) return '';
  const stated = citedDate(datePublished);
  return stated === null ? moment.slice(0, 7) : isoDate({ ...stated, day: null });
}

/** Months newest first, within one the newest report first; a year alone stands behind its months. */
function* byMonth(reports: readonly Listed[], noDate: string): Iterable<string> {
  const sorted = reports.toSorted((a, b) => (a.month === b.month ? (b.atMs ?? 0) - (a.atMs ?? 0) : a.month < b.month ? 1 : -1));
  let month: string | null = null;
  for (const { month: stated, html } of sorted) {
    const own = stated || noDate;
    if (own !== month) yield `${month === null ? '' : '</ul>\n'}<h3>${escapeHtml(own)}</h3>\n<ul>\n`;
    month = own;
    yield html;
  }
  if (month !== null) yield '</ul>\n';
}

/** Any row as names and values, nested ones as JSON: nothing of the reader's is left out for want of a place. */
function rowHtml(row: object): string {
  const pairs = Object.entries(row).filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0));
  return `<dl>${pairs.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd dir="auto">${valueHtml(name, value)}</dd>`).join('')}</dl>`;
}

function valueHtml(name: string, value: unknown): string {
  if (isRow(value)) return linkHtml(value.url, value.headline);
  if (typeof value === 'string') return isWebAddress(value) ? linkHtml(value, value) : escapeHtml(value);
  if (typeof value === 'number' && name.endsWith('AtMs')) return escapeHtml(isoMoment(value) ?? String(value));
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.map(isolated).join(', ');
  return escapeHtml(JSON.stringify(value));
}

/** A copy of a report's row, as pins and collections hold it. */
function isRow(value: unknown): value is { url: string; headline: string } {
  const { url, headline } = (value ?? {}) as Record<string, unknown>;
  return typeof url === 'string' && typeof headline === 'string';
}

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const row of rows) list.push(row);
  return list;
}
