import type { PageState } from '../messaging/protocol.ts';
import { showBadge } from '../platform/badge.ts';
import { broadcast } from '../platform/messages.ts';
import { removeMarks, showMarks } from '../platform/page-marks.ts';
import { loadSettings } from '../platform/settings.ts';
import { topicMarks } from '../services/topic-marks.ts';

/** Brings badge, marks and open surfaces up to date with a tab's state. */
export function tabChanged(tabId: number, state: PageState): void {
  broadcast({ type: 'page-state-changed', tabId });
  void loadSettings().then((settings) => {
    void updateBadge(tabId, state, settings.showBadge);
    // Where marks are not wanted nothing is done in the page.
    if (settings.markTopics) void updateMarks(tabId, state, true);
  });
}

/** Shows or hides the number of a tab's page. The badge counts exactly the rows the popup shows. */
export function updateBadge(tabId: number, state: PageState, wanted: boolean): Promise<void> {
  const rows = wanted && state.kind === 'ready' ? state.coverage.rows : null;
  const fresh = rows?.filter(({ newFrom }) => newFrom !== undefined).length ?? 0;
  return showBadge(tabId, rows?.length ?? null, fresh);
}

/** Marks the topics of a tab's page, or takes its marks away. */
export function updateMarks(tabId: number, state: PageState, wanted: boolean): Promise<void> {
  return wanted && state.kind === 'ready' ? showMarks(tabId, topicMarks(state)) : removeMarks(tabId);
}
