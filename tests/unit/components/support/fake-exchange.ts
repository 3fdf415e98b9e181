import type { ExchangeData } from '../../../../components/exchange-data.ts';
import type { SyncData } from '../../../../components/sync-data.ts';
import { ok } from '../../../../lib/core/result.ts';
import { NOW } from './samples.ts';

/** An exchange with a device that added, changed and took away, and typed another note. */
export function createFakeExchange(answers: Partial<ExchangeData> = {}): ExchangeData {
  return {
    exportExchange: async (passphrase) =>
      ok({ name: 'sidelight-exchange-012345-2026-11-27.ndjson', file: new Blob([passphrase ?? 'in the open']), left: 0 }),
    previewExchange: async () =>
      ok({
        madeAtMs: NOW - 86_400_000,
        isOwn: false,
        counts: [{ kind: 'pins', added: 3, changed: 1, removed: 2 }],
        lost: 1,
      }),
    applyExchange: async () => ok({ counts: [], lost: 1, undo: async () => true }),
    listLost: async () => ok([]),
    dropLost: async () => ok(undefined),
    ...answers,
  };
}

/** Sync that is off, and takes any server. */
export function createFakeSync(answers: Partial<SyncData> = {}): SyncData {
  const last = { atMs: NOW, problem: null, changed: 3, sent: 1, unreadable: 0 };
  const off = { on: null, last: null };
  return {
    syncStatus: async () => ok(off),
    switchOnSync: async ({ url, user }) => ok({ status: { on: { url, user, whenOpened: false }, last }, problem: null }),
    syncNow: async () => ok({ on: { url: 'https://couch.example/mine', user: 'ann', whenOpened: false }, last }),
    setSyncAtOpening: async (whenOpened) => ok({ on: { url: 'https://couch.example/mine', user: 'ann', whenOpened }, last }),
    switchOffSync: async () => ok(off),
    ...answers,
  };
}
