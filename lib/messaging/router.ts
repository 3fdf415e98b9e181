import * as v from 'valibot';
import { fail, type Result } from '../core/result.ts';
import type { Sender } from '../core/sender.ts';
import { attemptResult } from '../store/indexed-db/storage-failure.ts';
import { PAGE_MESSAGES } from './page-messages.ts';
import type { ContentProtocol, PageProtocol } from './protocol.ts';

type Answer<F extends (args: never) => unknown> = Promise<Result<ReturnType<F>>>;

/** One handler per message of our own pages; a missing one does not compile. */
export type PageHandlers = { [K in keyof PageProtocol]: (args: Parameters<PageProtocol[K]>[0]) => Answer<PageProtocol[K]> };

/** One handler per message of content scripts, told which tab it came from. */
export type ContentHandlers = {
  [K in keyof ContentProtocol]: (args: Parameters<ContentProtocol[K]>[0], tabId: number) => Answer<ContentProtocol[K]>;
};

const pageSeen = v.object({ isArticle: v.boolean() });
const envelope = v.object({ kind: v.string(), args: v.optional(v.unknown()) });

/**
 * Serves one message: checks the sender, parses the arguments, calls the handler. Never throws: a bad message, a wrong
 * sender and a failing handler are all answers. Undefined means the message is not for us.
 */
export async function serve(message: unknown, sender: Sender, pages: PageHandlers, contents: ContentHandlers): Promise<Result<unknown>> {
  const parsed = v.safeParse(envelope, message);
  if (!parsed.success) return fail('bad-message', 'A message had no kind.');
  const { kind, args } = parsed.output;
  try {
    if (sender.kind === 'content' && kind === 'pageSeen' && sender.tabId !== null) {
      const seen = v.safeParse(pageSeen, args);
      return seen.success ? await contents.pageSeen(seen.output, sender.tabId) : fail('bad-message', 'pageSeen was malformed.');
    }
    if (sender.kind !== 'page' || !Object.hasOwn(PAGE_MESSAGES, kind)) return fail('bad-message', 'This sender may not ask that.');
    // What the browser cannot read of the index is no bug: whoever asks can offer to take out what can be read.
    return await attemptResult(() => servePage(kind as keyof PageProtocol, args, pages));
  } catch (error) {
    // The stack goes to the extension's own console; it names our files, never the page's text.
    console.error('Sidelight: a request failed', error instanceof Error ? error.stack : 'unknown');
    return fail('unexpected', 'Something went wrong inside Sidelight.');
  }
}

async function servePage<K extends keyof PageProtocol>(kind: K, args: unknown, pages: PageHandlers): Promise<Result<unknown>> {
  const parsed = v.safeParse(PAGE_MESSAGES[kind](), args ?? {});
  return parsed.success ? pages[kind](parsed.output) : fail('bad-message', 'A request was malformed.');
}
