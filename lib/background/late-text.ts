import { reportKey } from '../core/report-key.ts';
import { wentOn } from '../extract/page-before.ts';
import type { ShownPage } from '../platform/page-reader.ts';

/** Between the gate's look at a page that went on and a glance whether its text has come, ms; then between the glances. */
const WAITS_MS = [800, 800, 1600];

/** What following a page works with; the background hands in the browser's, tests their own. */
export interface LateTextDeps {
  glance(tabId: number): Promise<ShownPage | null>;
  /** Has the gate look again, which will say what it saw. */
  lookAgain(tabId: number): Promise<void>;
  wait(ms: number): Promise<void>;
}

/**
 * Where a page went on inside its document, its address comes first and the text when it is there: the gate, which looks once, may see the story before.
 * Answers a function that is called after each look of a gate, and has it look again, within three seconds, once the page shows something else.
 */
export function createLateText({ glance, lookAgain, wait }: LateTextDeps): (tabId: number, isArticle: boolean) => Promise<void> {
  /** By tab, the page that was followed last: what is looked at again is not followed again. */
  const followed = new Map<number, string | null>();

  return async (tabId, isArticle) => {
    let last = await glance(tabId);
    if (last === null || !wentOn(last.loadedAt, last.address)) return;
    const page = reportKey(last.address);
    if (followed.get(tabId) === page) return;
    followed.set(tabId, page);
    for (const ms of WAITS_MS) {
      await wait(ms);
      const now = await glance(tabId);
      if (now === null || reportKey(now.address) !== page || followed.get(tabId) !== page) return;
      // Below an article more may come; where there was none, it is the article that comes.
      if (now.beginning === last.beginning && (isArticle || now.paragraphs === last.paragraphs)) continue;
      last = now;
      await lookAgain(tabId);
    }
  };
}
