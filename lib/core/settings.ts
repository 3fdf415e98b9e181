import type { Settings } from './user-data.ts';

/** What a new installation starts with: nothing is read before a click. */
export const DEFAULT_SETTINGS: Settings = {
  mode: 'on-click',
  sites: [],
  blockedSites: [],
  showBadge: true,
  firstRunDone: false,
};

/** Reads settings from untrusted storage: every field that is not of its type falls back to its default. */
export function parseSettings(value: unknown): Settings {
  const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const { mode } = given;
  return {
    mode: mode === 'chosen-sites' || mode === 'every-site' ? mode : 'on-click',
    sites: hosts(given.sites),
    blockedSites: hosts(given.blockedSites),
    showBadge: typeof given.showBadge === 'boolean' ? given.showBadge : DEFAULT_SETTINGS.showBadge,
    firstRunDone: typeof given.firstRunDone === 'boolean' ? given.firstRunDone : DEFAULT_SETTINGS.firstRunDone,
  };
}

const HOST = /^[\p{L}\p{N}.-]+(:\d+)?$|^\[[0-9a-f:.]+\](:\d+)?$/iu;

/** True for something that can stand as the host of an http(s) address. */
export function isHost(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 253 && HOST.test(value);
}

function hosts(value: unknown): string[] {
  return Array.isArray(value) ? [...new Set(value.filter(isHost))].sort() : [];
}
