/** Why a sync did not come to its end. What was received or sent before stays, and the next one goes on. */
export type SyncProblem =
  /** No answer: the server or the network is away, or too slow. */
  | 'away'
  /** The server does not take user name and password for this database. */
  | 'login'
  /** The server has no such database, and makes none for this user. */
  | 'no-database'
  /** The server says that something is wrong with it, or that it is full. */
  | 'server'
  /** What answered is no CouchDB server, or answers more than it may. */
  | 'not-couch'
  /** The passphrase is another one than that of what lies there. */
  | 'passphrase'
  /** The browser's permission for the server is gone. */
  | 'permission'
  /** The address is none that is taken. */
  | 'address'
  /** What lies there was written by a newer version. */
  | 'newer'
  /** More came and went than one run may: the next one goes on. */
  | 'too-much'
  /** The reader stopped it. */
  | 'stopped'
  /** Something here could not be read or written. */
  | 'storage';

/** How the last sync ended. */
export interface SyncRun {
  /** Epoch ms. */
  atMs: number;
  /** Null where it came to its end. */
  problem: SyncProblem | null;
  /** Things that came, changed or went here. */
  changed: number;
  /** Things that were written to the server. */
  sent: number;
  /** Things on the server that do not open: changed or deleted by somebody who lacks the passphrase. They were left out. */
  unreadable: number;
}

/** Whether sync is on, with which server, and how it went; `on` null while it is off. `whenOpened`: the reader wants one whenever the library is opened. */
export interface SyncStatus {
  on: { url: string; user: string; whenOpened: boolean } | null;
  last: SyncRun | null;
}

/** What switching on needs. Neither password nor passphrase is in any answer. */
export interface SyncChoice {
  url: string;
  user: string;
  password: string;
  passphrase: string;
}

/** Characters of a passphrase at least: who gets at the server may guess as long as they like. */
export const PASSPHRASE_MIN = 10;

/** An address of a database on a server: https, or http on this machine; without user name, query and fragment. Null for any other. */
export function syncAddress(typed: string): URL | null {
  const text = typed.trim();
  if (text.length > 2000 || !URL.canParse(text)) return null;
  const url = new URL(text);
  const isLoopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u.test(url.hostname);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback);
  const path = url.pathname.replace(/\/+$/u, '');
  if (!isSafe || path === '' || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  url.pathname = path;
  return url;
}
