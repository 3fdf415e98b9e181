import type { PinState } from '../core/user-data.ts';
import type { ImportFormat, ImportProblem, ImportProblemCode, UnreadFile } from './types.ts';

/** What an import does to the pin of one address. */
export type ImportEffect = 'new' | 'changed' | 'same';

/** An address of an import, with what becomes of it. */
export interface ImportRow {
  effect: ImportEffect;
  url: string;
  title: string;
  state: PinState;
  tags: string[];
}

/** A file of an import: what it was read as, or why it was not. */
export interface ImportFile {
  name: string;
  format: ImportFormat | null;
  /** Why it cannot be read; null where it was. */
  refused: UnreadFile['reason'] | null;
  /** Reports and feeds in it, before those of one address become one. */
  records: number;
  problems: ImportProblem[];
  /** Columns, tags and fields of which nothing was taken. */
  untaken: string[];
}

/** What an import would do. */
export interface ImportPreview {
  /** Names this preview for `applyImport`; valid as long as the page is open. */
  id: string;
  files: ImportFile[];
  /** Pins by what becomes of them. */
  pins: { new: number; changed: number; same: number };
  /** The first rows. */
  rows: ImportRow[];
  sources: { new: number; known: number };
  /** Files of archives in which no list was seen: how many, and the names of the first. */
  passedOver: { count: number; names: string[] };
  /** Entries that are of a page of which another one is: they become one with it. */
  joined: number;
  /** Problems of all files, by kind. */
  problems: { code: ImportProblemCode; count: number }[];
}

/** How reading and planning go on. `onProgress` gets 0..1. */
export interface ImportSteps {
  signal: AbortSignal;
  onProgress(done: number): void;
}
