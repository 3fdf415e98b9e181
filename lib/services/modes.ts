import type { KeptChoice } from '../core/kept-choice.ts';
import { isHost } from '../core/settings.ts';
import type { Settings, SiteRule } from '../core/user-data.ts';

/** The hosts a list of match patterns opens; `*` for every web page. Other patterns are not ours and are left out. */
export function hostsOfPatterns(patterns: string[]): string[] {
  const hosts = patterns.flatMap((pattern) => {
    if (pattern === '<all_urls>') return ['*'];
    const match = /^(?:\*|https?):\/\/([^/]+)\/\*?$/.exec(pattern);
    return match?.[1] ? [match[1]] : [];
  });
  return [...new Set(hosts)].sort();
}

/** True when a host is in the list, itself or through `*` or `*.domain`. */
export function isHostCovered(host: string, hosts: string[]): boolean {
  const bare = host.replace(/:\d+$/, '');
  return hosts.some(
    (entry) => entry === '*' || entry === bare || (entry.startsWith('*.') && (bare === entry.slice(2) || bare.endsWith(entry.slice(1)))),
  );
}

/** May a page of this host be read without a click? Both the user's choice and the browser's grant must say so. */
export function mayReadUnasked(settings: Settings, host: string, grantedHosts: string[]): boolean {
  if (settings.mode === 'on-click' || settings.blockedSites.includes(host) || !isHostCovered(host, grantedHosts)) return false;
  return settings.mode === 'every-site' || settings.sites.includes(host);
}

/** Hosts on which the gate shall run by itself: what was chosen and is really granted; `*` for every site. */
export function gateHosts(settings: Settings, grantedHosts: string[]): string[] {
  if (settings.mode === 'every-site') return grantedHosts.includes('*') ? ['*'] : [];
  if (settings.mode === 'chosen-sites') return settings.sites.filter((host) => isHostCovered(host, grantedHosts));
  return [];
}

/**
 * Hosts on which the gate shall not run. Match patterns know no ports: left out are those that are off on every port, on others it is the background that
 * does not let a page be read.
 */
export function gatelessHosts({ blockedSites }: Settings): string[] {
  return blockedSites.filter((host) => !/:\d+$/.test(host));
}

/** True when the mode needs a permission that is not there (any more). */
export function isPermissionMissing(settings: Settings, grantedHosts: string[]): boolean {
  if (settings.mode === 'every-site') return !grantedHosts.includes('*');
  return settings.mode === 'chosen-sites' && settings.sites.some((host) => !isHostCovered(host, grantedHosts));
}

/** A question that is open longer was most likely refused: nobody hears of that once the popup is closed. */
const ANSWER_MS = 120_000;

/** The kept choice, if these match patterns, which the browser has just granted, are what it waited for. `kept`: from storage.session. */
export function grantedChoice(kept: unknown, patterns: string[], nowMs: number): KeptChoice | null {
  const choice = kept as KeptChoice | null | undefined;
  return choice && nowMs - choice.atMs < ANSWER_MS && isHostCovered(choice.host ?? '*', hostsOfPatterns(patterns)) ? choice : null;
}

/** The settings after something was said of a site. Switched off and on again, it is chosen if it was before. */
export function withSite(settings: Settings, host: string, rule: SiteRule): Settings {
  if (!isHost(host)) return settings;
  const without = (hosts: string[]): string[] => hosts.filter((entry) => entry !== host);
  const sites = rule === 'chosen' ? [...without(settings.sites), host].sort() : rule === 'none' ? without(settings.sites) : settings.sites;
  const blockedSites = rule === 'blocked' ? [...without(settings.blockedSites), host].sort() : without(settings.blockedSites);
  return { ...settings, sites, blockedSites };
}
