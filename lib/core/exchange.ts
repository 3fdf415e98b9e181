/** What is exchanged between devices, by kind. */
export type ExchangedKind = 'pins' | 'notes' | 'collections' | 'collectionItems' | 'fieldEdits' | 'corrections' | 'follows';

/** Things of one kind that come, change and go. */
export interface ExchangeCount {
  kind: ExchangedKind;
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

/** What was taken in, and what puts all of it back while the page is open. */
export interface ExchangeTaken {
  counts: ExchangeCount[];
  lost: number;
  undo(): Promise<boolean>;
}
