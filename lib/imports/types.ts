import type { PinState } from '../core/user-data.ts';

/** What a file was recognised as. */
export type ImportFormat =
  | 'pocket-csv'
  | 'pocket-html'
  | 'pocket-highlights'
  | 'raindrop-csv'
  | 'instapaper-csv'
  | 'instapaper-html'
  | 'omnivore'
  | 'omnivore-highlights'
  | 'bookmarks'
  | 'ris'
  | 'bibtex'
  | 'csl-json'
  | 'opml'
  /** A table with a column of addresses. */
  | 'csv'
  /** One address a line. */
  | 'addresses'
  /** Files of our own, which have readers of their own. */
  | 'backup'
  | 'pack';

/** A report as another program kept it. Everything but the address may be unknown. */
export interface ImportedItem {
  /** Absolute, http(s), as given. */
  url: string;
  title: string | null;
  /** When it was kept there, epoch ms. */
  addedAtMs: number | null;
  state: PinState | null;
  /** Each once. */
  tags: string[];
  note: string | null;
  authors: { name: string; isOrganisation: boolean }[];
  outlet: string | null;
  /** ISO 8601, as far as it is known. */
  datePublished: string | null;
  language: string | null;
  description: string | null;
}

/** A feed that a list of feeds names. */
export interface ImportedFeed {
  url: string;
  title: string;
  siteUrl: string | null;
  folders: string[];
}

/** What was not understood, and left out wholly or in part. */
export type ImportProblemCode =
  /** A row, record or link without an address. */
  | 'no-address'
  /** An address that is no web page: a file, a script, a place within a browser. */
  | 'not-web'
  /** A row or record that breaks the rules of its format. */
  | 'broken'
  /** A date that cannot be read; the rest was taken. */
  | 'bad-date'
  /** Bytes that are no text; the rest was taken. */
  | 'bad-bytes'
  /** Longer than anybody writes; it was cut. */
  | 'too-long'
  /** The file ends within a record. */
  | 'cut-short'
  /** More than an import takes; the rest was left out. */
  | 'too-many';

/** All problems of one kind. */
export interface ImportProblem {
  code: ImportProblemCode;
  count: number;
  /** Where the first ones are: lines, or the numbers of records where the format has no lines of its own. */
  at: number[];
}

/** A file that is not read: an archive without a list in it, no text, nothing in it, or in no form that is known here. */
export interface UnreadFile {
  format: null;
  reason: 'zip' | 'binary' | 'empty' | 'unknown';
}

/** All that a file holds, as far as it was understood. */
export interface ImportReading {
  format: ImportFormat;
  /** In the file's order; the same address may come several times. */
  items: ImportedItem[];
  feeds: ImportedFeed[];
  problems: ImportProblem[];
  /** Columns, tags and fields that hold something and of which nothing was taken, as the file names them. */
  untaken: string[];
  /** Addresses of items by the names under which an archive keeps more of them. */
  names: ReadonlyMap<string, string>;
}

/** Reads text as it comes. `write` takes any pieces, in order; `end` says that there are no more. */
export interface ImportReader {
  write(text: string): void;
  end(): void;
}
