import type { Article } from '../core/article.ts';
import { shortHash } from '../core/hash.ts';
import type { PageSnapshot } from '../core/snapshot.ts';
import type { ReportVersion } from '../core/user-data.ts';
import type { ReportChange } from '../messaging/protocol.ts';
import { fold } from '../text/fold.ts';

/** What a report says at a time. An announcement's text is no text of the report: it tells nothing of what the page says. */
export function versionOf(article: Article, seenAtMs: number, from: ReportVersion['from']): ReportVersion {
  const { id, headline, authors, datePublished, dateModified, text } = article;
  return {
    id: `${id} ${String(seenAtMs).padStart(15, '0')}`,
    articleId: id,
    seenAtMs,
    from,
    headline,
    authors: authors.map(({ name }) => name),
    datePublished,
    dateModified,
    textHash: from === 'feed' || text === '' ? null : hashOf(text),
    words: wordsOf(text),
  };
}

/** What is other on the page than in a version of it: headline, byline, dates, text. */
export function changesSince(version: ReportVersion, snapshot: PageSnapshot): ReportChange[] {
  const changes: ReportChange[] = [];
  const { headline } = snapshot;
  if (headline !== null && plain(headline) !== plain(version.headline))
    changes.push({ field: 'headline', before: version.headline, after: headline });
  const authors = snapshot.authors.map(({ name }) => name);
  if (authors.length > 0 && version.authors.length > 0 && namesOf(authors) !== namesOf(version.authors))
    changes.push({ field: 'authors', before: version.authors.join(', '), after: authors.join(', ') });
  for (const field of ['datePublished', 'dateModified'] as const) {
    const [before, after] = [version[field], snapshot[field]];
    if (before !== null && after !== null && instantOf(before) !== instantOf(after)) changes.push({ field, before, after });
  }
  const text = snapshot.paragraphs.join('\n\n');
  if (version.textHash !== null && text !== '' && hashOf(text) !== version.textHash)
    changes.push({ field: 'text', before: String(version.words), after: String(wordsOf(text)) });
  return changes;
}

/** The same whatever white space lies between words. */
function hashOf(text: string): string {
  return shortHash(text.split(/\s+/).join(' ').trim());
}

function wordsOf(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function namesOf(names: string[]): string {
  return names.map(fold).sort().join('\n');
}

/** A date with a time as an instant, whatever its zone; one without as it is. */
function instantOf(date: string): string {
  return date.length > 10 && !Number.isNaN(Date.parse(date)) ? String(Date.parse(date)) : date;
}
