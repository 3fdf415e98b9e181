import type { Mode } from '../lib/core/user-data.ts';

/** Host names to ask the browser for, or every site. */
export type HostRequest = { kind: 'hosts'; hosts: string[] } | { kind: 'origin'; url: string } | { kind: 'every-site' };

/** The parts of the library page that can be opened directly. */
export type LibrarySection =
  | 'search'
  | 'pins'
  | 'collections'
  | 'trash'
  | 'read'
  | 'reporter'
  | 'topic'
  | 'story'
  | 'saved'
  | 'followed'
  | 'sources'
  | 'topics'
  | 'corrections'
  | 'activity'
  | 'data'
  | 'settings';

/** The room for all that is stored. */
export interface StorageRoom {
  usedBytes: number;
  quotaBytes: number;
  /** `kept`: the browser promised not to clear it to make room; `exempt`: it spares extensions with `unlimitedStorage` anyway. */
  kept: 'kept' | 'exempt' | 'not';
}

/** A key command as the browser has it now; `shortcut` is empty where the browser or the user assigned none. */
export interface KeyCommand {
  name: string;
  description: string;
  shortcut: string;
}

/**
 * What a surface needs of the browser, and nothing else. `lib/platform/surface-platform.ts` implements it; tests and the
 * gallery pass a fake. No function throws: what the browser refuses is `false`, `null` or empty.
 */
export interface SurfacePlatform {
  /** Where the view runs. `popup`: opening it was the user's click, so the page may be read at once. */
  readonly surface: 'popup' | 'panel' | 'page';
  /** True where a side panel or sidebar can be opened from here. */
  readonly canOpenPanel: boolean;
  /** Locale (BCP 47) of the texts and of plurals, dates, numbers and names of languages among them; the browser's where it speaks their language. */
  readonly locale: string;

  /** A text of `_locales`, `$1`… replaced by the substitutions. Unknown names give an empty string. Synchronous. */
  message(name: string, substitutions?: string[]): string;
  /** Epoch ms. */
  now(): number;

  /** Id of the active tab of this surface's window; null when there is none. */
  activeTabId(): Promise<number | null>;
  /**
   * Calls back whenever another tab of this window becomes active. Returns the function that stops it. May stay silent in the popup.
   */
  onActiveTabChanged(listener: (tabId: number) => void): () => void;
  /**
   * Calls back on every `PageStateChanged` the background pushes, and when a tab may have gone to another document or address. Returns the
   * function that stops it.
   */
  onPageStateChanged(listener: (tabId: number) => void): () => void;

  /**
   * Asks the browser for host permission. Always the FIRST call of a click handler (Firefox refuses after an await), so the
   * implementation must call `permissions.request` synchronously. Resolves to whether it is granted now.
   */
  requestHosts(request: HostRequest): Promise<boolean>;
  /**
   * Keeps what the user chose for the background, which does it once the permission comes: the browser's question may close the popup. Called in the
   * same turn as `requestHosts`; null takes it back. `host`: a site to choose, null where every site is asked for.
   */
  keepChoice(choice: { mode: Mode | null; host: string | null } | null): void;
  /** Gives host permissions back. Resolves to whether they are gone. */
  removeHosts(request: HostRequest): Promise<boolean>;
  /** Opens the side panel or sidebar; first call of a click handler too. Closes the popup when it worked. */
  openPanel(tabId: number | null): Promise<boolean>;
  /**
   * Opens an http(s) address in a new tab; anything else is ignored. The popup may close, but not where the tab opens behind the one
   * that is shown.
   */
  openTab(url: string, behind?: boolean): void;
  /** Opens (or brings to the front) the library page at a section; `id`: of a report, reporter or collection in it. */
  openLibrary(section: LibrarySection, id?: string): void;
  /**
   * For the library page: calls back when it, already open, is asked to show a section (`section` or `section/id`), be it the one it shows. Any text may come.
   * Returns the function that stops it.
   */
  onSectionAsked(listener: (section: string) => void): () => void;
  /** Calls back when the background pinned or unpinned something. Returns the function that stops it. */
  onPinsChanged(listener: () => void): () => void;
  /** Calls back when a source was added, changed, or is fetched. Returns the function that stops it. */
  onSourcesChanged(listener: () => void): () => void;
  /** Closes this surface (the popup, or the welcome page's tab). */
  close(): void;

  /** What was typed and not sent, kept for this browser session only (storage.session, never on disk). */
  readDraft(name: string): Promise<string>;
  writeDraft(name: string, text: string): void;

  /** True where the button is in the toolbar itself, not in the browser's menu of extensions. */
  isOnToolbar(): Promise<boolean>;
  /** The extension's key commands. */
  keyCommands(): Promise<KeyCommand[]>;
  /** Opens the browser's own page for changing keys; false where it cannot be opened (Firefox). */
  openKeySettings(): Promise<boolean>;
  /** Puts text on the clipboard, with HTML beside it for programs that take it. Inside a click; false where the browser refuses. */
  copyText(plain: string, rich: string | null): Promise<boolean>;
  /** How much room the browser leaves us, and whether it keeps what is there; null where it does not say. */
  storageRoom(): Promise<StorageRoom | null>;
  /** Asks the browser never to clear what is stored to make room: it may ask the user. Resolves to whether it promised. */
  keepStorage(): Promise<boolean>;
  /** Asks for the permission to save files by ourselves: first call of a click handler, as `requestHosts`. */
  requestDownloads(): Promise<boolean>;
  /** Gives it back. */
  removeDownloads(): Promise<boolean>;
  /** Offers bytes as a download under a file name. */
  saveFile(name: string, contents: Blob): Promise<boolean>;
}

/** The permission a mode needs before it can be set; null for none. */
export function hostsForMode(mode: Mode, host: string | null): HostRequest | null {
  if (mode === 'every-site') return { kind: 'every-site' };
  if (mode === 'chosen-sites' && host !== null) return { kind: 'hosts', hosts: [host] };
  return null;
}
