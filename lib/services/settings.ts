import { restoredSettings, type SettingsChoice } from '../core/settings.ts';
import type { Mode, Settings, SiteRule } from '../core/user-data.ts';
import type { SettingsState } from '../messaging/protocol.ts';
import { gateHosts, gatelessHosts, hostsOfPatterns, isHostCovered, isPermissionMissing, withSite } from './modes.ts';

/** What the keeper of settings works with. */
export interface SettingsDeps {
  load(): Promise<Settings>;
  save(settings: Settings): Promise<void>;
  /** Match patterns the browser has really granted. */
  granted(): Promise<string[]>;
  /** Has the gate run on these hosts (`*`: every site), in open pages too, never on the others. */
  applyGate(hosts: string[], withoutHosts: string[]): Promise<void>;
}

/** What the user set, kept in step with what the browser granted. */
export interface SettingsService {
  state(): Promise<SettingsState>;
  setMode(mode: Mode): Promise<SettingsState>;
  setSite(host: string, rule: SiteRule): Promise<SettingsState>;
  setPreference(change: Partial<Pick<Settings, 'showBadge' | 'markTopics' | 'firstRunDone'>>): Promise<SettingsState>;
  /** Applies the settings of a backup. Grants are the user's to give: what they miss is told by `missingHosts`. */
  restore(given: Settings, choice: SettingsChoice): Promise<SettingsState>;
  /** Registers the gate anew from settings and grants; called at start, after an update and whenever a permission came or went. */
  sync(): Promise<void>;
}

/** Creates the keeper of settings. Changes run one after the other, so that two clicks never lose one another. */
export function createSettingsService(deps: SettingsDeps): SettingsService {
  let queue: Promise<unknown> = Promise.resolve();

  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const next = queue.then(task, task);
    queue = next.catch(() => {});
    return next;
  }

  async function describe(settings: Settings): Promise<SettingsState> {
    const grantedHosts = hostsOfPatterns(await deps.granted());
    return {
      ...settings,
      grantedHosts,
      permissionMissing: isPermissionMissing(settings, grantedHosts),
      missingHosts: settings.sites.filter((host) => !isHostCovered(host, grantedHosts)),
    };
  }

  async function sync(): Promise<void> {
    const settings = await deps.load();
    await deps.applyGate(gateHosts(settings, hostsOfPatterns(await deps.granted())), gatelessHosts(settings));
  }

  function change(edit: (settings: Settings) => Settings): Promise<SettingsState> {
    return inTurn(async () => {
      const settings = edit(await deps.load());
      await deps.save(settings);
      await sync();
      return describe(settings);
    });
  }

  return {
    state: async () => describe(await deps.load()),
    setMode: (mode) => change((settings) => ({ ...settings, mode })),
    setSite: (host, rule) => change((settings) => withSite(settings, host, rule)),
    setPreference: (preference) => change((settings) => ({ ...settings, ...preference })),
    restore: (given, choice) => change((settings) => restoredSettings(settings, given, choice)),
    sync: () => inTurn(sync),
  };
}
