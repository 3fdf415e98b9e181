import { browser } from './browser.ts';

/** The pattern that stands for every web page. */
export const EVERY_SITE = '*://*/*';

/** The match pattern for one host, both schemes. Match patterns know no ports. */
export function hostPattern(host: string): string {
  return `*://${host.replace(/:\d+$/, '')}/*`;
}

/** The match pattern for the origin of an address, but for its port: this scheme only. */
export function originPattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/** True when the browser lets us ask this origin right now. */
export async function isOriginGranted(url: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [originPattern(url)] });
}

/** Match patterns the browser has really granted. */
export async function grantedPatterns(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/** True when the browser lets us read pages of this host right now. */
export async function isHostGranted(host: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [hostPattern(host)] });
}

/** Asks the user for patterns. Must be the first call inside a click handler: both browsers refuse it after an await. */
export function requestPatterns(origins: string[]): Promise<boolean> {
  return browser.permissions.request({ origins });
}

/** Gives patterns back. */
export function removePatterns(origins: string[]): Promise<boolean> {
  return browser.permissions.remove({ origins });
}

/** Calls back with the match patterns of a permission that came. */
export function onPermissionsAdded(listener: (patterns: string[]) => void): void {
  browser.permissions.onAdded.addListener(({ origins }) => listener(origins ?? []));
}

/** Calls back with match patterns whenever a permission came or went, also behind our back. */
export function onPermissionsChanged(listener: (origins: string[]) => void): void {
  for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved])
    event.addListener(({ origins }) => listener(origins ?? []));
}

/** True when these patterns, as we ask for them, hold a host. */
export function isAmong(patterns: string[], host: string): boolean {
  return patterns.includes(EVERY_SITE) || patterns.includes(hostPattern(host));
}
