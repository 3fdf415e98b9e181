import { browser } from './browser.ts';

const GATE_ID = 'gate';

/** Where the gate shall run by itself. */
export interface GateScope {
  matches: string[];
  excludeMatches: string[];
}

/** Registers the gate for the given pages, or removes it where there are none. The browser keeps it over restarts. */
export async function registerGate(scope: GateScope | null): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [GATE_ID] });
  if (scope === null || scope.matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [GATE_ID] });
    return;
  }
  const script = {
    id: GATE_ID,
    js: ['gate.js'],
    matches: scope.matches,
    excludeMatches: scope.excludeMatches,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}
