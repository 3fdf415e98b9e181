import { browser } from './browser.ts';

const GATE_ID = 'gate';
const FILES = ['gate.js'];

/** Where the gate shall run by itself. */
export interface GateScope {
  matches: string[];
  excludeMatches: string[];
}

/**
 * Registers the gate for the given pages, or removes it where there are none, and puts it into those that are open and had none so far. The browser
 * keeps it over restarts; at an update it forgets it, and the gates in open pages are dead: all of them get a new one.
 */
export async function registerGate(scope: GateScope): Promise<void> {
  const [before] = await browser.scripting.getRegisteredContentScripts({ ids: [GATE_ID] });
  if (scope.matches.length === 0) {
    if (before) await browser.scripting.unregisterContentScripts({ ids: [GATE_ID] });
    return;
  }
  const script = { id: GATE_ID, js: FILES, ...scope, runAt: 'document_idle' as const, persistAcrossSessions: true };
  if (before) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
  const served = before ? await tabsIn(before) : [];
  // A page that is still loading takes its gate later: nobody waits for it.
  for (const tabId of await tabsIn(scope)) if (!served.includes(tabId)) void putGateInto(tabId);
}

/** Tabs whose page is in the scope, as far as the browser lets us see. A tab that was put to sleep gets the gate when it is loaded again. */
async function tabsIn({ matches = [], excludeMatches = [] }: Partial<GateScope>): Promise<number[]> {
  const [all, not] = await Promise.all([matches, excludeMatches].map(idsOf));
  return all!.filter((tabId) => !not!.includes(tabId));
}

async function idsOf(url: string[]): Promise<number[]> {
  const tabs = url.length === 0 ? [] : await browser.tabs.query({ url, discarded: false });
  return tabs.flatMap(({ id }) => id ?? []);
}

/** Has a tab's page looked at again: its gate begins anew. Does nothing where that is not allowed any more. */
export async function putGateInto(tabId: number): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: FILES });
  } catch {
    // The tab is gone, or the browser keeps its page to itself.
  }
}
