import { CHOICE_KEY } from '../core/kept-choice.ts';
import type { PageHandlers } from '../messaging/router.ts';
import { onPermissionsAdded } from '../platform/permissions.ts';
import { getSession, removeSession } from '../platform/session.ts';
import { grantedChoice } from '../services/modes.ts';

/** Does what the user chose in a popup that the browser's question closed, once the permission is there. */
export function serveKeptChoice({ setMode, setSite }: PageHandlers): void {
  onPermissionsAdded(async (patterns) => {
    const choice = grantedChoice(await getSession(CHOICE_KEY), patterns, Date.now());
    if (choice === null) return;
    await removeSession(CHOICE_KEY);
    if (choice.mode !== null) await setMode({ mode: choice.mode });
    if (choice.host !== null) await setSite({ host: choice.host, rule: 'chosen' });
  });
}
