import type { Result } from '../lib/core/result.ts';

/** Things of one kind that come, change and go. */
export interface ExchangeCount {
  kind: 'pins' | 'notes' | 'collections' | 'collectionItems' | 'fieldEdits' | 'corrections' | 'follows';
  added: number;
  changed: number;
  removed: number;
}

/** What reading another device's file would do; nothing is written before it is applied. */
export interface ExchangePreview {
  /** When the other device wrote it, epoch ms. */
  madeAtMs: number;
  /** This device wrote it itself. */
  isOwn: boolean;
  counts: ExchangeCount[];
  /** Texts that lose against later ones, and are kept to be looked at. */
  lost: number;
}

/** A text that lost against a later one of another device. */
export interface LostText {
  /** Name it for `dropLost`. */
  key: string;
  field: string;
  of: 'note' | 'name' | 'query' | 'value';
  /** What it was about: a headline, a collection's name; null where that is not known any more. */
  about: string | null;
  text: string;
  atMs: number;
}

/** What was taken in, and what puts all of it back while this page is open. */
export interface ExchangeTaken {
  counts: ExchangeCount[];
  lost: number;
  undo(): Promise<boolean>;
}

/** Exchange with the user's other devices. Expected failures are values. */
export interface ExchangeData {
  /** This device's file, under a name that no other device writes; `passphrase` null: in the open. */
  exportExchange(passphrase: string | null): Promise<Result<{ name: string; file: Blob }>>;
  /** Reads another device's file. Fails with `passphrase-needed` and `passphrase-wrong` for one that is encrypted. */
  previewExchange(file: Blob, passphrase: string | null): Promise<Result<ExchangePreview>>;
  /** Takes in the file that was looked at last, as one. `onProgress` gets 0..1 of the reports that follow. */
  applyExchange(onProgress: (done: number) => void): Promise<Result<ExchangeTaken>>;
  /** Texts that lost, the last first. */
  listLost(): Promise<Result<LostText[]>>;
  dropLost(lost: Pick<LostText, 'key' | 'field'>): Promise<Result<void>>;
}
