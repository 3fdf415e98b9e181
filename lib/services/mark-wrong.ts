import { canonicalUrl } from '../core/canonical-url.ts';
import { shortHash } from '../core/hash.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { Correction } from '../core/user-data.ts';
import type { Store } from '../store/store.ts';
import { fold } from '../text/fold.ts';
import { pageKey } from './corrections.ts';
import type { TabPages } from './tab-pages.ts';

interface MarkDeps {
  store: Store;
  pages: TabPages;
  nowMs: number;
}

/** Hides a report on this page. The page is remembered by a salted hash alone. */
export async function markNotRelated(
  tabId: number,
  articleId: string,
  deps: MarkDeps & { salt: string },
): Promise<Result<{ correctionId: string }>> {
  const url = canonicalUrl((await deps.pages.snapshot(tabId))?.url);
  if (url === null) return fail('not-found', 'This page was not read yet.');
  const key = await pageKey(deps.salt, url);
  return write(
    tabId,
    { id: `not-related:${key}:${shortHash(articleId)}`, kind: 'not-related', articleId, pageKey: key, salt: deps.salt, atMs: deps.nowMs },
    deps,
  );
}

/** From now on a phrase does not mean a topic, on any page. */
export async function markNotTopic(
  tabId: number,
  topicId: string,
  surface: string,
  deps: MarkDeps,
): Promise<Result<{ correctionId: string }>> {
  return write(
    tabId,
    { id: `not-topic:${shortHash(`${topicId} ${fold(surface)}`)}`, kind: 'not-topic', topicId, surface, atMs: deps.nowMs },
    deps,
  );
}

async function write(tabId: number, correction: Correction, deps: MarkDeps): Promise<Result<{ correctionId: string }>> {
  const written = await deps.store.putCorrection(correction);
  if (!written.ok) return written;
  await deps.pages.refresh(tabId);
  return ok({ correctionId: correction.id });
}
