import { fail, type Result } from '../core/result.ts';
import { sendToBackground } from '../platform/messages.ts';
import { onlyAsks, PAGE_KINDS } from './page-kinds.ts';
import type { PageClient } from './protocol.ts';

/** Waits before a question is asked again, ms: a background that is just ending takes some time to be gone. */
const AGAIN_AFTER_MS = [0, 100, 400];

/**
 * The background as functions, for our own pages. A background that cannot be reached answers `unexpected`; one that was stopped in the middle of a
 * question is asked it again.
 */
export function createPageClient(): PageClient {
  const entries = PAGE_KINDS.map((kind) => [kind, (args: unknown) => answerTo({ kind, args }, onlyAsks(kind) ? AGAIN_AFTER_MS : [])]);
  return Object.fromEntries(entries) as PageClient;
}

async function answerTo(message: { kind: string; args: unknown }, [waitMs, ...waits]: number[]): Promise<Result<unknown>> {
  // The polyfill gives nothing, in place of an error, for some of the ways in which a background goes away.
  const answer: Result<unknown> | undefined = await sendToBackground(message).catch(() => undefined);
  if (answer) return answer;
  if (waitMs === undefined) return fail('unexpected', 'Sidelight’s background could not be reached.');
  await new Promise((done) => setTimeout(done, waitMs));
  return answerTo(message, waits);
}
