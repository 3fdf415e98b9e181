import type { PageState } from '../messaging/protocol.ts';
import { showBadge } from '../platform/badge.ts';
import { broadcast } from '../platform/messages.ts';
import { loadSettings } from '../platform/settings.ts';

/** Brings badge and open surfaces up to date with a tab's state. The badge counts exactly the rows the popup shows. */
export function tabChanged(tabId: number, state: PageState): void {
  broadcast({ type: 'page-state-changed', tabId });
  void updateBadge(tabId, state);
}

async function updateBadge(tabId: number, state: PageState): Promise<void> {
  const { showBadge: wanted } = await loadSettings();
  const rows = wanted && state.kind === 'ready' ? state.coverage.rows : null;
  const fresh = rows?.filter(({ newFrom }) => newFrom !== undefined).length ?? 0;
  await showBadge(tabId, rows?.length ?? null, fresh);
}
