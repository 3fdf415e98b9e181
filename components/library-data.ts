import type { KeptCopy } from '../lib/core/copy.ts';
import type { Result } from '../lib/core/result.ts';
import type { SettingsChoice } from '../lib/core/settings.ts';
import type { ActivityEntry } from '../lib/core/user-data.ts';
import type { CitedReports, CiteRequest } from '../lib/exports/cited-reports.ts';
import type { LibraryWords } from '../lib/exports/library-html.ts';
import type { ImportPreview, ImportSteps } from '../lib/imports/preview.ts';
import type { JobControl } from '../lib/messaging/job-port.ts';
import type { CourseData } from './course-data.ts';
import type { ExchangeData } from './exchange-data.ts';
import type { PinsData } from './pins-data.ts';
import type { SyncData } from './sync-data.ts';

/** Records of one kind in a backup, beside what is here now. */
export interface RestoreCount {
  kind:
    | 'articles'
    | 'reporters'
    | 'outlets'
    | 'topics'
    | 'pins'
    | 'notes'
    | 'collections'
    | 'collectionItems'
    | 'trash'
    | 'fieldEdits'
    | 'readingPositions'
    | 'corrections'
    | 'follows'
    | 'activity'
    | 'saves'
    | 'versions'
    | 'sources'
    | 'entries'
    | 'packs'
    | 'holdings'
    | 'settings';
  /** Records in the file. */
  inFile: number;
  /** Of those, not here yet. */
  added: number;
  /** Of those, here in another version; the file's version is taken. */
  changed: number;
}

/** What a restore would do; nothing is written before it is applied. */
export interface RestorePreview {
  /** Names this preview for `applyRestore`; valid as long as the page is open. */
  id: string;
  /** When the backup was made, epoch ms; null where the file does not say. */
  createdAtMs: number | null;
  counts: RestoreCount[];
  /** The file's settings are others than those here. */
  settingsDiffer: boolean;
  /** The settings here are those of a new installation: nobody chose them. */
  settingsUntouched: boolean;
  /** Lines that could not be read and will be left out. */
  unreadable: number;
}

/** A backup, and what is not in it; null where it holds everything. */
export interface ExportedBackup {
  file: Blob;
  /** Changes the user had made by then, for `noteCopyOutside`; null where something is not in it: that is no copy of the library. */
  changes: number | null;
  lost: {
    /** What could not be read; null rows: nobody knows how many. */
    lost: { table: string; rows: number | null }[];
    /** Reports that are in it without their text. */
    textsLost: number;
    /** Records of a newer version that are in it as far as this one knows them. */
    trimmed: number;
    /** What a restore that could not be finished has still to bring is not in it. */
    isUnfinished?: boolean;
  } | null;
}

/** Records of one type of a pack, beside what is here now. */
export interface PackCount {
  kind: 'articles' | 'reporters' | 'outlets' | 'topics';
  inFile: number;
  added: number;
  changed: number;
  /** Here in another version, of another source or of the reader: that one stays. */
  kept: number;
}

/** What a pack file would do; nothing is written before it is applied. Fingerprints are of the signers' keys. */
export interface PackPreview {
  /** Names this preview for `applyPack`; valid as long as the page is open. */
  id: string;
  name: string;
  /** SPDX id or short text. */
  licence: string;
  source: string;
  /** The day it was made, as stated. */
  date: string | null;
  /** Size of the file. */
  bytes: number;
  articles: number;
  reporters: number;
  outlets: number;
  topics: number;
  counts: PackCount[];
  /** Reports marked as invented samples. */
  samples: number;
  unreadable: number;
  /** Reports of the version here which this one lacks; they stay. */
  missing: number;
  /** A signature that is wrong makes a pack no pack, so it never comes here. */
  signer: { state: 'none' | 'valid' | 'unchecked' | 'wrong'; fingerprint: string | null };
  /** The version that is here. */
  here: { date: string | null; importedAtMs: number; fingerprint: string | null; source: string; isSame: boolean } | null;
  /** Why it may not take the place of the version here. */
  refusal: 'unsigned' | 'other-key' | 'unchecked' | 'older' | null;
}

/** What an import did. */
export interface PackAdded {
  added: number;
  updated: number;
}

/** A pack that is here. */
export interface PackRow {
  id: string;
  name: string;
  licence: string;
  source: string;
  date: string | null;
  importedAtMs: number;
  fingerprint: string | null;
  /** Where it was fetched; null where it came as a file. */
  url: string | null;
  /** False while its import is under way, cut off or stopped. */
  isWhole: boolean;
  articles: number;
  reporters: number;
  outlets: number;
  topics: number;
}

/** What a pack's removal would take away now. */
export interface PackRemoval {
  articles: number;
  reporters: number;
  outlets: number;
  topics: number;
  /** Reports that stay: another source or pack holds them, or the reader saved or pinned them. */
  kept: number;
}

/** A name that recurs in the index and is no topic yet. */
export interface TopicProposal {
  name: string;
  language: string | null;
  reports: number;
  outlets: number;
  /** Some of the headlines that name it. */
  headlines: string[];
}

/** What the index suggests as topics. */
export interface TopicProposals {
  proposals: TopicProposal[];
  /** Reports that were looked through. */
  reports: number;
}

/**
 * The library page's access to stored data beyond `PageClient` (pins, index status, samples and rebuild go through that one).
 * The page reads and writes the store itself, as large data does not travel in messages. Expected failures are values.
 */
export interface LibraryData {
  readonly pins: PinsData;
  readonly courses: CourseData;
  /** Exchange with other devices; its code is loaded when it is asked for. */
  exchange(): Promise<ExchangeData>;
  /** Sync through a server; loaded as `exchange` is, and what speaks with the server only where it is on. */
  sync(): Promise<SyncData>;
  /** Newest first. */
  listActivity(limit: number): Promise<Result<ActivityEntry[]>>;
  /**
   * Takes a source away, and unless `keepReports` the reports that nothing else holds. Answers with how many those were, and with what puts all of it
   * back while this page is open.
   */
  removeSource(id: string, keepReports: boolean): Promise<Result<{ reports: number; undo(): Promise<boolean> }>>;
  /** Names that recur in the reports that came last, and that no list of topics knows. */
  topicProposals(): Promise<Result<TopicProposals>>;
  /** Citations of reports, and the method note that goes with them. */
  citeReports(request: CiteRequest): Promise<Result<CitedReports>>;
  /** Everything stored, as one NDJSON file; of an index that is damaged or of a newer version what can be read, with what is lost. */
  exportBackup(): Promise<Result<ExportedBackup>>;
  /** The rolling copies in this browser, newest first. They lie apart from the index and can be had when it cannot. */
  listCopies(): Promise<Result<KeptCopy[]>>;
  /** A rolling copy as a backup file. */
  copyFile(copyId: number): Promise<Result<Blob>>;
  /** As `previewRestore`, of a rolling copy. */
  previewCopy(copyId: number, control?: JobControl): Promise<Result<RestorePreview>>;
  /** The same for reading, as one page of HTML. */
  exportHtml(words: LibraryWords): Promise<Result<Blob>>;
  /** Reads files of other programs, whatever their names, and compares them with what is stored. Nothing is written; `signal` ends it. */
  previewImport(files: readonly File[], steps: ImportSteps): Promise<Result<ImportPreview>>;
  /**
   * Writes a previewed import as one, planned anew: cut off, `restoreLeft` tells; `undoRestore` takes it back. Cancelled, nothing of it is written.
   * `changed-meanwhile` where something is changed again and again while it is planned: nothing is written then.
   */
  applyImport(previewId: string, control?: JobControl): Promise<Result<void>>;
  /** Reads a backup and compares it with what is stored. */
  previewRestore(file: Blob, control?: JobControl): Promise<Result<RestorePreview>>;
  /**
   * Applies a preview: all that the user made at once, then settings as chosen, then reports. Nothing that is here and not in the file is removed. Cut
   * off anywhere, `restoreLeft` tells, and `continueRestore` goes on; cancelled, what was written is taken back before the answer (`cancelled`).
   * `changed-meanwhile` where a row that it would replace is another by now than the preview says: nothing is written then.
   */
  applyRestore(previewId: string, choice: SettingsChoice, control?: JobControl): Promise<Result<void>>;
  /** Takes the restore or import that this page applied last back, settings included; what was changed since stays. */
  undoRestore(): Promise<Result<void>>;
  /** Reports that a restore has still to add; null when none is under way. */
  restoreLeft(): Promise<Result<{ articles: number; of: number } | null>>;
  /** Goes on with a restore that was cut off. */
  continueRestore(onProgress: (done: number) => void): Promise<Result<void>>;
  /** Reads and verifies a pack file. `name` is the file's name, for messages only. Stopped: `cancelled`, nothing is written. */
  previewPack(file: Blob, name: string, onProgress?: (done: number) => void, signal?: AbortSignal): Promise<Result<PackPreview>>;
  /** Fetches a pack and verifies it; the permission for its host must be there. */
  previewPackFrom(url: string, onProgress?: (done: number) => void, signal?: AbortSignal): Promise<Result<PackPreview>>;
  /**
   * Adds a previewed pack. `onProgress` gets 0..1. Cut off anywhere, `packLeft` tells, and `continuePack` goes on. Stopped: `cancelled`; what was added
   * stays, and `packLeft` tells so.
   */
  applyPack(previewId: string, onProgress: (done: number) => void, signal?: AbortSignal): Promise<Result<PackAdded>>;
  /** The pack whose import is not done: under way in this page, cut off, or stopped by the reader. */
  packLeft(): Promise<Result<{ name: string; stopped: boolean } | null>>;
  /** Goes on with it, or waits for it where this page is at it. */
  continuePack(onProgress: (done: number) => void, signal?: AbortSignal): Promise<Result<PackAdded>>;
  /** Leaves a stopped import as it is. */
  leavePack(): Promise<Result<void>>;
  listPacks(): Promise<Result<PackRow[]>>;
  removalOf(packId: string): Promise<Result<PackRemoval>>;
  /** Takes away a pack and what nobody else holds. `onStep` gets how many reports are gone. Cut off, the background completes it. */
  removePack(packId: string, onStep: (articles: number) => void): Promise<Result<void>>;
}
