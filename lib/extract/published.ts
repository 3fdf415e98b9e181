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
const UPDATED = /updated|modified|aktualisiert|mis à jour|actualizado|aggiornato|обновлено|оновлено|更新|bijgewerkt/i;

/** A date as ISO 8601 (a bare date stays one) and where it was read. */
export interface FoundDate {
  date: string | null;
  source: ValueSource | null;
}

type ShownDates = Pick<RawPage, 'dates' | 'lines' | 'headlineShown'>;

/** When the page says it was published: JSON-LD, meta, microdata, time elements, labelled text near the headline, the address. */
export function publishedOf(tags: MetaTags, facts: RawFacts | null, shown: ShownDates, url: string, dayFirst: boolean): FoundDate {
  const fromUrl = dateOfUrl(url);
  const stated: [ValueSource, string | null | undefined][] = [
    ['json-ld', facts?.datePublished],
    ['meta', firstMeta(tags, PUBLISHED)],
  ];
  for (const [source, text] of stated) {
    const date = readDate(text, dayFirst);
    if (date) return { date, source };
  }
  const found = shownDate(shown, dayFirst);
  if (found.date && fromUrl && daysApart(found.date, fromUrl) > 3 && found.source === 'visible') return { date: fromUrl, source: 'url' };
  if (found.date) return found;
  return fromUrl ? { date: fromUrl, source: 'url' } : { date: null, source: null };
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
  let best: FoundDate = { date: null, source: null };
  let bestScore = 0;
  for (const shown of dates) {
    const read = dateIn(shown, dayFirst);
    const score = read ? read.weight + shown.near : 0;
    if (read && score > bestScore) {
      bestScore = score;
      best = { date: read.date, source: read.source };
    }
  }
  return best.date ? best : plainDate(lines, headlineShown, dayFirst);
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

function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) / 86_400_000;
}
