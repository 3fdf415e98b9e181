import type { Display } from './display.ts';
import type { NativeInput } from './native-input.ts';

/** Which browser. */
export type BrowserName = 'chromium' | 'firefox';

/** A key as people name it; one character stands for itself. */
export type Key =
  | 'Tab'
  | 'Enter'
  | 'Escape'
  | 'ArrowDown'
  | 'ArrowUp'
  | 'ArrowLeft'
  | 'ArrowRight'
  | 'Space'
  | 'Backspace'
  | 'Home'
  | 'End'
  | string;

/** What a document may be drawn in. */
export type ColourScheme = 'light' | 'dark' | 'forced';

/** A node of the accessibility tree as dom-accessibility-api computes it. `ref` finds it again until the document changes. */
export interface AccessibleNode {
  ref: number;
  role: string;
  name: string;
  /** Plain text inside an article, a region or a dialog, white space folded; of all others nobody reads it, and it would be most of the work. */
  text: string;
  /** The same of the element around a button. */
  around: string;
  level: number | null;
  /** ARIA and native states that are set: `checked`, `expanded=true`, `pressed=false`, `disabled`, `selected=true`, `current=…`. */
  states: string[];
  /** `ref` of the nearest ancestor that is in the list; -1 at the top. */
  parent: number;
}

/** A document one can look at and act on: a tab, a real popup, a side panel. Input is trusted input. */
export interface Surface {
  /** Runs an expression in the document; the value must be JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** Presses and releases a key in the focused document; `shift` etc. are held meanwhile. */
  press(key: Key, modifiers?: ('Shift' | 'Control' | 'Alt')[]): Promise<void>;
  /** Left click at CSS pixels of the viewport. */
  clickAt(x: number, y: number): Promise<void>;
  /** Light, dark or forced colours (a high-contrast theme of the system), as the document's media queries see it. */
  colourScheme(scheme: ColourScheme): Promise<void>;
  /** The system's wish for less motion. */
  reducedMotion(reduced: boolean): Promise<void>;
  /** PNG bytes of what is visible. */
  screenshot(): Promise<Uint8Array>;
  /** Closes it; closing twice is fine. */
  close(): Promise<void>;
}

/** A tab of the browser. */
export interface Tab extends Surface {
  /** Goes to an address and waits until the document is interactive. */
  goto(url: string): Promise<void>;
  /** Brings the tab to the front, so that the toolbar is its. */
  front(): Promise<void>;
  /** Size of the viewport in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
}

/** A request that the browser itself reports, before it leaves the process. */
export interface SeenRequest {
  url: string;
  /** `extension` when our add-on or one of its scripts set it off, `page` for the page's own, `browser` for the browser's. */
  from: 'extension' | 'page' | 'browser';
}

/** The toolbar button as a tab shows it. */
export interface ToolbarButton {
  badge: string;
  title: string;
}

/** How a browser is to be started. */
export interface LaunchOptions {
  /** Folder of the built extension. */
  extension: string;
  /** Ports of the loopback. */
  web: { httpPort: number; httpsPort: number };
  headless: boolean;
  /**
   * `everything`: every host leads to the loopback and any certificate is believed (tests only).
   * Otherwise only these hosts, and only this key; all else is the real network with full checks.
   */
  hosts: 'everything' | { names: string[]; spkiHash: string; fingerprint: string };
  /** Program of the browser. */
  program: string;
  /** Screen to show the browser on where it is not headless; null: the machine's own. */
  display?: Display | null;
  /** The browser's permission question is shown and waits for its answer; else every request is a yes (Firefox). */
  asksPermissions?: boolean;
  /** Requests are watched from the first on. Else `seenRequests` fails in Chromium, whose watch costs time with every byte that any page reads. */
  watched?: boolean;
  /** Processes, pictures and compilers as at home: for measuring. Else Chromium has one process for all, and both draw and compile less, which saves a third of a test's time. */
  processesAsShipped?: boolean;
}

/** One browser with the extension in it, in a profile of its own that `close` deletes. */
export interface BrowserUnderTest {
  readonly name: BrowserName;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly origin: string;
  /** Keyboard, mouse and the browser's own menus and dialogs; null where the browser is headless and leaves them out (Chromium). */
  readonly native: NativeInput | null;
  newTab(url?: string): Promise<Tab>;
  /** Lets the extension into private windows, as its user may in the browser's settings. May start it anew. */
  allowPrivate(): Promise<void>;
  /** A page in a private window of its own; closing the tab closes the window. */
  newPrivateTab(url: string): Promise<Tab>;
  /** A page of the extension in a tab, such as `library.html`. */
  openPage(path: string): Promise<Tab>;
  /** Tabs the browser opened by itself (a first-run page), by the start of their address. */
  findTab(urlPrefix: string, timeoutMs?: number): Promise<Tab | null>;
  /** The real popup of the toolbar button, opened on this tab as a click would (grants `activeTab`). */
  openPopup(tab: Tab): Promise<Surface>;
  /** The popup that something else than `openPopup` opens: a key, a menu. */
  openedPopup(): Promise<Surface>;
  /** The panel that something else than `openPanel` opens. */
  openedPanel(): Promise<Surface>;
  /** The side panel (Chromium) or sidebar (Firefox), opened beside this tab. */
  openPanel(tab: Tab): Promise<Surface>;
  toolbarButton(tab: Tab): Promise<ToolbarButton>;
  /** Stops the service worker or event page as the browser does when it is idle; the next event wakes it. */
  killBackground(): Promise<void>;
  backgroundRuns(): Promise<boolean>;
  /** Runs an expression with the extension's rights and origin, without opening one of its pages. */
  inExtension<T>(expression: string): Promise<T>;
  /** Makes the next request for these match patterns a yes without a dialog: in headless mode nobody could answer one. */
  approveHosts(patterns: string[]): Promise<void>;
  /** Grants match patterns, as if the user had been asked and had said yes. */
  grantHosts(patterns: string[]): Promise<void>;
  /** Takes host permissions back behind the extension's back, as the browser's own settings page does. */
  revokeHosts(patterns: string[]): Promise<void>;
  /**
   * Leaves no room on the disk for what the extension writes, or gives it back. Firefox gets a quota, and its databases are closed;
   * in Chromium, where no quota holds for an extension with `unlimitedStorage`, writes fail as they would. Open pages are lost.
   */
  fillDisk(full: boolean): Promise<void>;
  /** Requests the browser reported since the start or the last `forgetRequests`; for a browser that was started `watched`. */
  seenRequests(): Promise<SeenRequest[]>;
  forgetRequests(): Promise<void>;
  /** Leaves the browser to a person: the button is in the toolbar, our own tab is closed and nothing is watched any more. */
  handOver(): Promise<void>;
  /** Quits and starts again with the same profile. Surfaces from before are dead. */
  restart(): Promise<void>;
  /** Ends the browser and all its processes at once, as a crash of the machine would (SIGKILL), and starts it again with the same profile. */
  crash(): Promise<void>;
  /** Resolves when the browser is gone (closed by its user). */
  readonly gone: Promise<void>;
  close(): Promise<void>;
}
