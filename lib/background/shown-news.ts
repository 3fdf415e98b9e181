import type { PageState } from '../messaging/protocol.ts';
import { getSession } from '../platform/session.ts';
import type { App } from './app.ts';

const KEY = 'shown-news';
/** Ids remembered: more than anyone is shown in a session. */
const MOST = 2_000;

/**
 * Reports that a surface has shown as new since the browser started. In memory only: which reports were shown tells which pages were read, so it must
 * not reach the disk.
 */
export async function shownNews(): Promise<ReadonlySet<string>> {
  const known = await getSession(KEY);
  return new Set(Array.isArray(known) ? known.filter((id) => typeof id === 'string') : []);
}

/** Notes what a surface shows of a page as new: on other pages it is not new any more. */
export async function noteShown(state: PageState, { remember }: Pick<App, 'remember'>): Promise<void> {
  if (state.kind !== 'ready') return;
  const fresh = state.coverage.rows.flatMap(({ article, newFrom }) => (newFrom === undefined ? [] : [article.id]));
  if (fresh.length === 0) return;
  await remember(KEY, [...new Set([...(await shownNews()), ...fresh])].slice(-MOST));
}
