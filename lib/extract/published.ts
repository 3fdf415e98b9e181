import type { ValueSource } from '../core/snapshot.ts';
import { dateOfUrl, readDate } from './dates.ts';
import { firstMeta, type MetaTags } from './meta.ts';
import type { RawDate, RawFacts, RawLine, RawPage } from './raw-page.ts';

const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'datepublished',
  'og:pubdate',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'published_time',
  'published-date',
  'article_date_original',
  'article.published',
  'article.created',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'rnews:datepublished',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date.created',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'date.created',
  'bt:pubdate',
  'citation_publication_date',
  'citation_online_date',
  'originalpublicationdate',
  'displaydate',
  'release_date',
  'article:post_date',
  'ptime',
  'pdate',
  'date',
  'datecreated',
];
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'article:modified',
  'lastmod',
  'last-modified',
  'utime',
];
/** Names of meta tags that may mean any date: of the copy, of the print edition, of the last change. */
const ANY_DATE = new Set(['dc.date', 'dcterms.date', 'date']);
const SURE_PUBLISHED = PUBLISHED.filter((name) => !ANY_DATE.has(name));
/** A report that was moved keeps its address and is dated anew. */
const LONG_BEFORE_DAYS = 30;
const UTC = /T.*(?:Z|[+-]00:00)$/;
const MOST_OFFSET_HOURS = 11;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const UPDATED = /updated|modified|aktualisiert|mis à jour|actualizado|aggiornato|обновлено|оновлено|更新|bijgewerkt/i;

/** A date as ISO 8601 (a bare date stays one) and where it was read. */
export interface FoundDate {
  date: string | null;
  source: ValueSource | null;
}

type ShownDates = Pick<RawPage, 'dates' | 'lines' | 'headlineShown'>;

/**
 * When the page says it was published: JSON-LD, meta, microdata, time elements, labelled text near the headline, the address. What is stated to
 * machines gives way to a day in the address from long before, and a tag that may mean any date to an earlier day that readers see.
 */
export function publishedOf(tags: MetaTags, facts: RawFacts | null, shown: ShownDates, url: string, dayFirst: boolean): FoundDate {
  const fromUrl = dateOfUrl(url);
  const stated = statedDate(tags, facts, dayFirst);
  if (stated.date) {
    if (fromUrl && daysFrom(fromUrl, stated.date) > LONG_BEFORE_DAYS) return { date: fromUrl, source: 'url' };
    const isAny = stated.source === 'meta' && firstMeta(tags, SURE_PUBLISHED) === null;
    const seen = isAny ? labelledDate(shown.dates, dayFirst) : null;
    if (seen?.date && daysFrom(seen.date, stated.date) > 0) return seen;
    return { ...stated, date: fromUrl ? onDayOf(fromUrl, stated.date) : stated.date };
  }
  const found = shownDate(shown, dayFirst);
  if (found.date && fromUrl && Math.abs(daysFrom(found.date, fromUrl)) > 3 && found.source === 'visible')
    return { date: fromUrl, source: 'url' };
  if (found.date) return found;
  return fromUrl ? { date: fromUrl, source: 'url' } : { date: null, source: null };
}

function statedDate(tags: MetaTags, facts: RawFacts | null, dayFirst: boolean): FoundDate {
  const linked = readDate(facts?.datePublished, dayFirst);
  if (linked) return { date: linked, source: 'json-ld' };
  const meta = readDate(firstMeta(tags, PUBLISHED), dayFirst);
  return { date: meta, source: meta ? 'meta' : null };
}

/** A moment in UTC, with the least offset that puts it on the outlet's own day, if the address names its neighbour. */
function onDayOf(day: string, moment: string): string {
  if (!UTC.test(moment) || Math.abs(daysFrom(day, moment)) !== 1) return moment;
  const ms = Date.parse(moment);
  const midnightMs = Date.parse(`${moment.slice(0, 10) < day ? day : moment.slice(0, 10)}T00:00:00Z`);
  const hours = ms < midnightMs ? Math.ceil((midnightMs - ms) / HOUR_MS) : -(Math.floor((ms - midnightMs) / HOUR_MS) + 1);
  if (Math.abs(hours) > MOST_OFFSET_HOURS) return moment;
  const local = new Date(ms + hours * HOUR_MS).toISOString().slice(0, 19);
  return `${local}${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
}

/** When the page says it was changed; null where it does not. */
export function modifiedOf(tags: MetaTags, facts: RawFacts | null, shown: ShownDates, dayFirst: boolean): FoundDate {
  const date = readDate(facts?.dateModified, dayFirst);
  if (date) return { date, source: 'json-ld' };
  const meta = readDate(firstMeta(tags, MODIFIED), dayFirst);
  if (meta) return { date: meta, source: 'meta' };
  for (const { tag, label, text, machine, near, itemprop } of shown.dates) {
    if (near < 1 || text.length > 120 || !UPDATED.test(`${label} ${itemprop} ${text}`)) continue;
    const tail = text.slice(Math.max(0, text.search(UPDATED)));
    const read = readDate(machine, dayFirst) ?? readDate(tail, dayFirst);
    if (read) return { date: read, source: tag === 'TIME' ? 'time' : 'visible' };
  }
  for (const { text } of shown.lines) {
    const start = text.search(UPDATED);
    const read = start >= 0 && start < 8 ? readDate(text.slice(start), dayFirst) : null;
    if (read) return { date: read, source: 'visible' };
  }
  return { date: null, source: null };
}

function shownDate({ dates, lines, headlineShown }: ShownDates, dayFirst: boolean): FoundDate {
  const best = labelledDate(dates, dayFirst);
  return best.date ? best : plainDate(lines, headlineShown, dayFirst);
}

/** The best of the elements that are there to date something. */
function labelledDate(dates: RawDate[], dayFirst: boolean): FoundDate {
  let best: FoundDate = { date: null, source: null };
  let bestScore = 0;
  let around = '';
  for (const shown of dates) {
    const read = dateIn(shown, dayFirst);
    const score = read ? read.weight + shown.near : 0;
    if (read && score > bestScore) {
      bestScore = score;
      best = { date: read.date, source: read.source };
      around = shown.text;
    }
  }
  return momentIn(around, best.date, dates, dayFirst) ?? best;
}

/** A labelled line shows the day; the time element in it may state the moment. */
function momentIn(around: string, day: string | null, dates: RawDate[], dayFirst: boolean): FoundDate | null {
  for (const { text, label, itemprop, machine } of dates) {
    if (!text || !around.includes(text) || UPDATED.test(`${label} ${itemprop} ${text}`)) continue;
    const moment = readDate(machine, dayFirst);
    if (moment?.startsWith(`${day}T`)) return { date: moment, source: 'time' };
  }
  return null;
}

/** A date in a short line without any label: the first behind the headline, else the last one before it. */
function plainDate(lines: RawLine[], headlineShown: boolean, dayFirst: boolean): FoundDate {
  let before: string | null = null;
  let same = true;
  for (const { text, behind } of lines) {
    const date = UPDATED.test(text) ? null : readDate(text, dayFirst);
    if (!date) continue;
    if (behind) return { date, source: 'visible' };
    same &&= before === null || before === date;
    before = date;
  }
  // Without a headline among them, lines may date anything: all must say the same.
  return before && (headlineShown || same) ? { date: before, source: 'visible' } : { date: null, source: null };
}

function dateIn(
  { tag, label, itemprop, text, machine }: RawDate,
  dayFirst: boolean,
): { date: string; weight: number; source: ValueSource } | null {
  const updated = UPDATED.test(`${label} ${itemprop} ${text.slice(0, 30)}`) ? -1.2 : 0;
  const exact = readDate(machine, dayFirst);
  const labelled = /pub|post|entry-date|created|byline|dateline/i.test(label) ? 0.5 : 0;
  if (/datePublished/i.test(itemprop)) {
    const date = exact ?? readDate(text, dayFirst);
    return date ? { date, weight: 4, source: 'microdata' } : null;
  }
  if (exact) return { date: exact, weight: 2.2 + labelled + updated, source: 'time' };
  if (text.length > 200 || text.length < 6) return null;
  const date = readDate(text, dayFirst);
  if (!date) return null;
  const short = text.length < 60 ? 0.6 : 0;
  return { date, weight: 1.2 + labelled + short + updated + (tag === 'TIME' ? 0.6 : 0), source: tag === 'TIME' ? 'time' : 'visible' };
}

/** Whole days from one day to another, as both are written. */
function daysFrom(a: string, b: string): number {
  return (Date.parse(b.slice(0, 10)) - Date.parse(a.slice(0, 10))) / DAY_MS;
}
