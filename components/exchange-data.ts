import type { ExchangePreview, ExchangeTaken, LostText } from '../lib/core/exchange.ts';
import type { Result } from '../lib/core/result.ts';

/** Exchange with the user's other devices. Expected failures are values. */
export interface ExchangeData {
  /** This device's file, under a name that no other device writes; `passphrase` null: in the open. `left`: things that could not be written into it. */
  exportExchange(passphrase: string | null): Promise<Result<{ name: string; file: Blob; left: number }>>;
  /** Reads another device's file. Fails with `passphrase-needed` and `passphrase-wrong` for one that is encrypted. */
  previewExchange(file: Blob, passphrase: string | null): Promise<Result<ExchangePreview>>;
  /** Takes in the file that was looked at last, as one. `onProgress` gets 0..1 of the reports that follow. */
  applyExchange(onProgress: (done: number) => void): Promise<Result<ExchangeTaken>>;
  /** Texts that lost, the last first. */
  listLost(): Promise<Result<LostText[]>>;
  dropLost(lost: Pick<LostText, 'key' | 'field'>): Promise<Result<void>>;
}
