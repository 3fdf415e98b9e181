import { canonicalUrl } from '../core/canonical-url.ts';
import { shortHash } from '../core/hash.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { PageSnapshot } from '../core/snapshot.ts';
import type { Correction } from '../core/user-data.ts';
import type { MadeCorrection } from '../messaging/protocol.ts';
import { isFunctionWord } from '../ranking/function-words.ts';
import type { Store } from '../store/store.ts';
import { fold } from '../text/fold.ts';
import { tokenise } from '../text/tokenise.ts';
import type { Gazetteer } from '../topics/gazetteer.ts';
import { isUsableName } from '../topics/gazetteer-names.ts';
import { pageKey } from './corrections.ts';
import { sameTopics } from './same-topics.ts';
import { topicsNamed } from './search-filters.ts';
import type { TabPages } from './tab-pages.ts';

/** Share of the reports from which on a word in small letters is no name, in an index of so many. */
const EVERYDAY_SHARE = 0.1;
const LEAST_REPORTS = 50;

interface MarkDeps {
  store: Store;
  pages: TabPages;
  nowMs: number;
  /** Takes topics into the gazetteer that were written since. */
  refreshTopics?(): Promise<void>;
}

/** Hides a report on a page: the one in a tab, or the one of a stored report. The page is remembered by a salted hash alone. */
export async function markNotRelated(
  of: { tabId: number } | { tabId: null; pageOf: string },
  articleId: string,
  deps: MarkDeps & { salt: string },
): Promise<Result<MadeCorrection>> {
  const { tabId } = of;
  const address =
    tabId === null
      ? (await deps.store.getArticles([of.pageOf], { text: false }))[0]?.article.url
      : (await readPage(tabId, deps.pages))?.url;
  const url = canonicalUrl(address);
  if (url === null) return fail('not-found', 'This page was not read yet.');
  const key = await pageKey(deps.salt, url);
  return write(
    tabId,
    { id: `not-related:${key}:${shortHash(articleId)}`, kind: 'not-related', articleId, pageKey: key, salt: deps.salt, atMs: deps.nowMs },
    deps,
  );
}

/** From now on a report is folded under no other, on any page. `ofId`: the report it stood under. */
export async function markNotCopy(tabId: number | null, articleId: string, ofId: string, deps: MarkDeps): Promise<Result<MadeCorrection>> {
  return write(tabId, { id: `not-copy:${shortHash(articleId)}`, kind: 'not-copy', articleId, ofId, atMs: deps.nowMs }, deps);
}

/** From now on these phrases do not mean a topic, on any page; one mark for all of them. */
export async function markNotTopic(tabId: number, topicId: string, surfaces: string[], deps: MarkDeps): Promise<Result<MadeCorrection>> {
  const [surface = '', ...also] = [...new Map(surfaces.map((phrase) => [fold(phrase), phrase])).values()];
  const id = `not-topic:${shortHash(`${topicId} ${fold(surface)}`)}`;
  return write(tabId, { id, kind: 'not-topic', topicId, surface, ...(also.length > 0 && { also }), atMs: deps.nowMs }, deps);
}

/**
 * A topic has a further name from now on, on pages and in stored reports. Where the page itself has the name it bends as names of the page's language
 * do; else it counts in every language as it stands. `refreshTopics` takes it into the gazetteer. `tabId`: null where it was not said on a page.
 */
export async function markAlias(
  tabId: number | null,
  topicId: string,
  typed: string,
  deps: MarkDeps & { gazetteer: Gazetteer },
): Promise<Result<MadeCorrection>> {
  const alias = typed.normalize('NFC').trim().replace(/\s+/gu, ' ');
  const kind = deps.gazetteer.kind(topicId);
  if (kind === null) return fail('not-found', 'That topic is not known any more.');
  if (kind === 'relation') return fail('bad-input', 'A pair of countries has the names of its two countries.');
  const snapshot = tabId === null ? null : await readPage(tabId, deps.pages);
  const text = snapshot === null ? '' : `${snapshot.headline ?? ''}\n${snapshot.paragraphs.join('\n')}`;
  const language = fold(text).includes(fold(alias)) ? (snapshot?.language ?? null) : null;
  if (!isUsableName({ id: topicId, kind, names: { [language ?? 'und']: [alias] } }))
    return fail('bad-input', 'That is too short or too long for a name, or has no letters.');
  if (await isEverydayWord(alias, deps.store)) return fail('bad-input', 'That word is in too many texts to be a name.');
  const same = sameTopics(await deps.store.listCorrections());
  if (topicsNamed(alias, deps.gazetteer).some((other) => same.of(other) !== same.of(topicId)))
    return fail('bad-input', 'Another topic has that name.');
  const id = `alias:${shortHash(`${topicId} ${fold(alias)}`)}`;
  return write(tabId, { id, kind: 'alias', topicId, alias, language, atMs: deps.nowMs }, deps);
}

/** Words of grammar, and single words in small letters that stand in a tenth of the reports: every page would be about them. */
async function isEverydayWord(alias: string, store: Store): Promise<boolean> {
  const words = tokenise(alias);
  if (words.every(isFunctionWord)) return true;
  if (words.length > 1 || alias !== alias.toLowerCase() || alias === alias.toUpperCase()) return false;
  const { total, counts } = await store.documentFrequencies(words);
  return total >= LEAST_REPORTS && (counts[0] ?? 0) >= total * EVERYDAY_SHARE;
}

/** Two topics are one from now on: this one is read as the one that is named (by id, or by a name the gazetteer knows). Fails where several are. */
export async function markSameTopic(
  tabId: number | null,
  topicId: string,
  other: string,
  deps: MarkDeps & { gazetteer: Gazetteer },
): Promise<Result<MadeCorrection>> {
  const same = sameTopics(await deps.store.listCorrections());
  const called = new Set(topicsNamed(other, deps.gazetteer).map((id) => same.of(id)));
  called.delete(same.of(topicId));
  const [sameAsId, second] = called;
  if (sameAsId === undefined) return fail('not-found', 'No other topic has this name.');
  if (second !== undefined) return fail('bad-input', 'Several topics have this name.');
  return write(tabId, { id: `same-as:${shortHash(topicId)}`, kind: 'same-as', topicId, sameAsId, atMs: deps.nowMs }, deps);
}

/** As it was read; anew where its text found no room. */
async function readPage(tabId: number, pages: TabPages): Promise<PageSnapshot | null> {
  return (await pages.snapshot(tabId)) ?? pages.readNow(tabId);
}

async function write(tabId: number | null, correction: Correction, deps: MarkDeps): Promise<Result<MadeCorrection>> {
  const wasThere = (await deps.store.listCorrections()).some(({ id }) => id === correction.id);
  const written = await deps.store.putCorrection(correction);
  if (!written.ok) return written;
  await deps.refreshTopics?.();
  if (tabId !== null) await deps.pages.refresh(tabId);
  return ok({ correctionId: correction.id, ...(wasThere && { wasThere }) });
}
