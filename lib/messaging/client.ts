import { fail } from '../core/result.ts';
import { sendToBackground } from '../platform/messages.ts';
import { onlyAsks, PAGE_KINDS } from './page-kinds.ts';
import type { PageClient } from './protocol.ts';

/**
 * The background as functions, for our own pages. A background that cannot be reached answers `unexpected`; one that was stopped in the middle of a
 * question is asked it again.
 */
export function createPageClient(): PageClient {
  const entries = PAGE_KINDS.map((kind) => [
    kind,
    async (args: unknown) =>
      (await answerTo({ kind, args })) ??
      (onlyAsks(kind) ? await answerTo({ kind, args }) : null) ??
      fail('unexpected', 'Sidelight’s background could not be reached.'),
  ]);
  return Object.fromEntries(entries) as PageClient;
}

/** Null where none came. The polyfill gives nothing, in place of an error, for some of the ways in which a background goes away. */
async function answerTo(message: { kind: string; args: unknown }): Promise<unknown> {
  try {
    return (await sendToBackground(message)) ?? null;
  } catch {
    return null;
  }
}
