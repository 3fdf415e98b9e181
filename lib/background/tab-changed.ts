import type { PageState } from '../messaging/protocol.ts';
import { showBadge } from '../platform/badge.ts';
import { broadcast } from '../platform/messages.ts';
import { removeMarks, showMarks } from '../platform/page-marks.ts';
import { loadSettings } from '../platform/settings.ts';
import { topicMarks } from '../services/topic-marks.ts';

/** Brings badge, marks and open surfaces up to date with a tab's state. The badge counts exactly the rows the popup shows. */
export function tabChanged(tabId: number, state: PageState): void {
  broadcast({ type: 'page-state-changed', tabId });
  void updateBadge(tabId, state);
  // Where marks are not wanted nothing is done in the page.
  void loadSettings().then(({ markTopics }) => (markTopics ? updateMarks(tabId, state, true) : undefined));
}

/** Shows or hides the number of a tab's page, as the setting says. */
export async function updateBadge(tabId: number, state: PageState): Promise<void> {
  const { showBadge: wanted } = await loadSettings();
  const rows = wanted && state.kind === 'ready' ? state.coverage.rows : null;
  const fresh = rows?.filter(({ newFrom }) => newFrom !== undefined).length ?? 0;
  await showBadge(tabId, rows?.length ?? null, fresh);
}

/** Marks the topics of a tab's page, or takes its marks away. */
export function updateMarks(tabId: number, state: PageState, wanted: boolean): Promise<void> {
  return wanted && state.kind === 'ready' ? showMarks(tabId, topicMarks(state)) : removeMarks(tabId);
}
