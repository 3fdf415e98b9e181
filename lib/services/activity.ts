import { shortHash } from '../core/hash.ts';
import type { ActivityEntry } from '../core/user-data.ts';
import type { DocumentAnswer } from './fetch-document.ts';

/** The line that a request leaves in the activity. */
export function activityOf(url: string, source: string | null, why: string, answer: DocumentAnswer, atMs: number): ActivityEntry {
  const id = `${String(atMs).padStart(15, '0')}-${shortHash(`${url} ${why}`)}`;
  return { id, atMs, url, ...(source !== null && { source }), why, status: answer.status, bytes: answer.bytes };
}
