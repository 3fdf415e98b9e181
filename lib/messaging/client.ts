import { fail } from '../core/result.ts';
import { sendToBackground } from '../platform/messages.ts';
import { PAGE_KINDS } from './page-kinds.ts';
import type { PageClient } from './protocol.ts';

/** The background as functions, for our own pages. A background that cannot be reached answers `unexpected`. */
export function createPageClient(): PageClient {
  const entries = PAGE_KINDS.map((kind) => [
    kind,
    async (args: unknown) => {
      try {
        return await sendToBackground({ kind, args });
      } catch {
        return fail('unexpected', 'Sidelight’s background could not be reached.');
      }
    },
  ]);
  return Object.fromEntries(entries) as PageClient;
}
