import { ok, type Result } from '../core/result.ts';
import type { Correction } from '../core/user-data.ts';
import type { CorrectionRow } from '../messaging/protocol.ts';
import type { Store } from '../store/store.ts';
import { refusal } from '../topics/refused.ts';
import { sameTopics } from './same-topics.ts';

/** Names a page without holding its address: the first 128 bits of SHA-256 over a salt of this installation and the address. */
export async function pageKey(salt: string, canonicalUrl: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt}\n${canonicalUrl}`));
  return [...new Uint8Array(digest).subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Reports the user said are not related to this page, whichever installation the mark was made in. `ownSalt` is that of marks which carry
 * none; null where there is none.
 */
export async function hiddenArticles(corrections: Correction[], ownSalt: string | null, canonicalUrl: string): Promise<Set<string>> {
  const marks = corrections.flatMap((entry) => (entry.kind === 'not-related' ? [{ ...entry, salt: entry.salt ?? ownSalt }] : []));
  const salts = [...new Set(marks.flatMap(({ salt }) => salt ?? []))];
  const keys = new Map(await Promise.all(salts.map(async (salt) => [salt, await pageKey(salt, canonicalUrl)] as const)));
  return new Set(marks.flatMap(({ salt, pageKey: key, articleId }) => (salt !== null && keys.get(salt) === key ? [articleId] : [])));
}

/** Reports the user said are no copies of others: they stand by themselves on every page. */
export function noCopies(corrections: Correction[]): Set<string> {
  return new Set(corrections.flatMap((entry) => (entry.kind === 'not-copy' ? [entry.articleId] : [])));
}

/** Writes this installation's salt into marks of older versions, which carry none: a backup of them then works in any profile. */
export async function carrySalt(store: Pick<Store, 'listCorrections' | 'putCorrection'>, ownSalt: string | null): Promise<Result<void>> {
  if (ownSalt === null) return ok(undefined);
  for (const entry of await store.listCorrections()) {
    if (entry.kind !== 'not-related' || entry.salt !== undefined) continue;
    const written = await store.putCorrection({ ...entry, salt: ownSalt });
    if (!written.ok) return written;
  }
  return ok(undefined);
}

/** What the user said does not mean a topic, nor any that is the same to them: a text's phrase may have been read as another of these. */
export function refusalsOf(corrections: Correction[]): Set<string> {
  const same = sameTopics(corrections);
  return new Set(
    corrections.flatMap((entry) => {
      if (entry.kind !== 'not-topic') return [];
      const surfaces = [entry.surface, ...(entry.also ?? [])];
      return same.members(same.of(entry.topicId)).flatMap((id) => surfaces.map((surface) => refusal(id, surface)));
    }),
  );
}

/** The user's corrections as people read them, newest first. `labelOf` names topics. */
export async function correctionRows(
  store: Pick<Store, 'listCorrections' | 'getArticles' | 'getReporters'>,
  labelOf: (topicId: string) => string | null,
): Promise<CorrectionRow[]> {
  const corrections = (await store.listCorrections()).sort((a, b) => b.atMs - a.atMs || (a.id < b.id ? -1 : 1));
  const named = corrections.flatMap((entry) => [
    ...('articleId' in entry ? [entry.articleId] : []),
    ...('ofId' in entry ? [entry.ofId] : []),
  ]);
  const [articles, reporters] = await Promise.all([
    store.getArticles([...new Set(named)], { text: false }),
    store.getReporters([...new Set(corrections.flatMap(reportersOf))]),
  ]);
  const headlines = new Map(articles.map(({ article }) => [article.id, article.headline || article.url]));
  const people = new Map(reporters.map((reporter) => [reporter.id, reporter.name]));
  const headline = (articleId: string) => headlines.get(articleId) ?? null;
  const name = (topicId: string) => labelOf(topicId) ?? topicId;
  return corrections.map((entry) => {
    const { id, kind, atMs } = entry;
    if (kind === 'not-related') return { id, kind, atMs, of: headline(entry.articleId), text: null };
    if (kind === 'not-copy') return { id, kind, atMs, of: headline(entry.articleId), text: headline(entry.ofId) };
    if (kind === 'not-topic') return { id, kind, atMs, of: name(entry.topicId), text: [entry.surface, ...(entry.also ?? [])].join(', ') };
    if (kind === 'alias') return { id, kind, atMs, of: name(entry.topicId), text: entry.alias };
    if (kind === 'own-topic' || kind === 'no-topic') return { id, kind, atMs, of: entry.name, text: null };
    if (kind === 'not-theirs')
      return { id, kind, atMs, of: people.get(entry.reporterId) ?? null, text: headlines.get(entry.articleId) ?? null };
    const [one, other] = reportersOf(entry);
    if (kind === 'same-reporter' || kind === 'other-reporter')
      return { id, kind, atMs, of: people.get(one ?? '') ?? null, text: people.get(other ?? '') ?? null };
    return { id, kind, atMs, of: name(entry.topicId), text: name(entry.sameAsId) };
  });
}

/** The reporters a correction is about. */
function reportersOf(entry: Correction): string[] {
  if (entry.kind === 'same-reporter') return [entry.reporterId, entry.sameAsId];
  if (entry.kind === 'other-reporter') return [entry.reporterId, entry.otherId];
  return entry.kind === 'not-theirs' ? [entry.reporterId] : [];
}
