import { useCallback, useState } from 'preact/hooks';
import type { Mode, SiteRule } from '../../lib/core/user-data.ts';
import type { SettingsState } from '../../lib/messaging/protocol.ts';
import { type HostRequest, hostsForMode } from '../surface-platform.ts';
import { useSurface } from './surface-context.ts';
import { useKept } from './use-kept.ts';
import { useMessages } from './use-messages.ts';

/** Settings and the ways to change them. Handlers that may ask the browser for permission do so before anything else. */
export interface SettingsControl {
  settings: SettingsState | null;
  /** Call straight from a click handler. Resolves to false when the browser or the background refused. */
  chooseMode(mode: Mode, host: string | null): Promise<boolean>;
  /** Call straight from a click handler. */
  chooseSite(host: string, rule: SiteRule): Promise<boolean>;
  /** Switches a blocked site on again; it is chosen if it was before. */
  switchOn(host: string): Promise<boolean>;
  /** Asks the browser again for all that the mode misses. Call straight from a click handler. */
  allowAgain(): Promise<boolean>;
  setPreference(preference: { showBadge?: boolean; markTopics?: boolean; firstRunDone?: boolean }): Promise<boolean>;
}

/** True where Sidelight may not look by itself though the mode says so: on this site, or on every one. `host`: null where it is not known. */
export function isMissingHere({ mode, permissionMissing, missingHosts }: SettingsState, host: string | null): boolean {
  return permissionMissing && (mode === 'every-site' || (host !== null && missingHosts.includes(host)));
}

/** True where the mode says that Sidelight looks at pages of a site by itself. */
export function looksByItself({ mode, sites }: SettingsState, host: string): boolean {
  return mode === 'every-site' || (mode === 'chosen-sites' && sites.includes(host));
}

/** The settings as the background has them: read again where a page's state or the focus says that they may be others, as other windows change them too. */
export function useSettings(): SettingsControl {
  const { client, platform } = useSurface();
  const { t } = useMessages();
  const { feedback } = useSurface();
  const [settings, setSettings] = useState<SettingsState | null>(null);

  const changedHere = useKept({
    ask: () => client.getSettings({}),
    onChange: platform.onPageStateChanged,
    take: setSettings,
  });

  const take = useCallback(
    (answer: Awaited<ReturnType<typeof client.setMode>>): boolean => {
      changedHere();
      if (answer.ok) setSettings(answer.value);
      else feedback.tell(t('actionFailed'));
      return answer.ok;
    },
    [changedHere, feedback, t],
  );

  /** Asks the browser, which may close the popup: then the background does what was chosen. */
  async function isGranted(request: HostRequest, choice: Parameters<typeof platform.keepChoice>[0]): Promise<boolean> {
    const asked = platform.requestHosts(request);
    platform.keepChoice(choice);
    const granted = await asked;
    platform.keepChoice(null);
    if (!granted) feedback.tell(t('modeRefused'));
    return granted;
  }

  async function chooseSite(host: string, rule: SiteRule): Promise<boolean> {
    if (rule === 'chosen' && !(await isGranted({ kind: 'hosts', hosts: [host] }, { mode: null, host }))) return false;
    return take(await client.setSite({ host, rule }));
  }

  return {
    settings,
    chooseSite,
    switchOn: (host) => chooseSite(host, 'unblocked'),
    async chooseMode(mode, host) {
      const request = hostsForMode(mode, host);
      if (request !== null && !(await isGranted(request, { mode, host: request.kind === 'hosts' ? host : null }))) return false;
      if (!take(await client.setMode({ mode }))) return false;
      if (mode === 'chosen-sites' && host !== null) return take(await client.setSite({ host, rule: 'chosen' }));
      return true;
    },
    async allowAgain() {
      if (settings === null) return false;
      const { mode, missingHosts } = settings;
      // Nothing is to be kept: all of it was chosen before.
      if (!(await isGranted(mode === 'every-site' ? { kind: mode } : { kind: 'hosts', hosts: missingHosts }, null))) return false;
      // It is the mode already: the open page gets its gate.
      return take(await client.setMode({ mode }));
    },
    setPreference: async (preference) => take(await client.setPreference(preference)),
  };
}
