import { parseWebUrl } from '../core/canonical-url.ts';
import { shortHash } from '../core/hash.ts';
import type { ActivityEntry } from '../core/user-data.ts';
import type { Store } from '../store/store.ts';
import type { DocumentAnswer } from './fetch-document.ts';

/** What was asked for, and for what; `source`: the title of the source it was made for. */
export interface Asked {
  url: string;
  source: string | null;
  why: string;
  atMs: number;
}

/** Writes the lines that asking leaves in the activity: one a request, with the address that answered where a redirect led to another. */
export async function noteRequests(
  { url, source, why, atMs }: Asked,
  answer: DocumentAnswer,
  store: Pick<Store, 'addActivity'>,
): Promise<void> {
  const [asked, final] = [parseWebUrl(url), parseWebUrl(answer.finalUrl)];
  if (asked !== null) asked.hash = '';
  const finalUrl = final === null || final.href === asked?.href ? null : final.href;
  for (let request = 0; request < (answer.requests ?? 1); request++) {
    const id = `${String(atMs).padStart(15, '0')}-${shortHash(`${url} ${why}${request === 0 ? '' : ' again'}`)}`;
    const entry: ActivityEntry = { id, atMs, url, why, status: answer.status, bytes: answer.bytes };
    await store.addActivity({ ...entry, ...(source !== null && { source }), ...(finalUrl !== null && { finalUrl }) });
  }
}
