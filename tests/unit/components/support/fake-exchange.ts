import type { ExchangeData } from '../../../../components/exchange-data.ts';
import { ok } from '../../../../lib/core/result.ts';
import { NOW } from './samples.ts';

/** An exchange with a device that added, changed and took away, and typed another note. */
export function createFakeExchange(answers: Partial<ExchangeData> = {}): ExchangeData {
  return {
    exportExchange: async (passphrase) => ok(new Blob([passphrase ?? 'in the open'])),
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
