import type { SyncProblem } from '../core/sync-status.ts';
import { toBase64 } from './seal.ts';

/** Bytes of one answer at most: two hundred sealed things with room for long notes. */
const ANSWER_MAX_BYTES = 64_000_000;
/** Bytes of one run at most, both ways: a first sync of some two hundred thousand things. A server without an end would fill the disk. */
const RUN_MAX_BYTES = 512_000_000;
const TIMEOUT_MS = 60_000;

/** What asking a sync server needs. */
export interface WireDeps {
  fetch: typeof globalThis.fetch;
  user: string;
  password: string;
  /** Default 60 s for each request. */
  timeoutMs?: number;
  /** Default 512 MB. */
  runMaxBytes?: number | undefined;
  /** Ends the run (`stopped`). */
  stop?: AbortSignal | undefined;
}

/** The one way to a sync server: no cookies, no referrer, no redirects, nothing kept; what answers otherwise than a CouchDB does is refused here. */
export interface Wire {
  fetch(url: string | Request, init?: RequestInit): Promise<Response>;
  /** What went wrong first; null so far. */
  readonly problem: SyncProblem | null;
  /** Of the last answer; null where none came. */
  readonly status: number | null;
  /** Of all answers, and of what was sent. */
  readonly bytes: number;
  /** Requests so far, and how many of them wait for their answer. */
  readonly asked: number;
  readonly waiting: number;
}

/** Opens it. */
export function openWire({ fetch, user, password, timeoutMs = TIMEOUT_MS, runMaxBytes = RUN_MAX_BYTES, stop }: WireDeps): Wire {
  let problem: SyncProblem | null = null;
  let status: number | null = null;
  let bytes = 0;
  let asked = 0;
  let waiting = 0;
  const failed = (what: SyncProblem): Error => {
    problem ??= what;
    return new Error(what);
  };
  const login = user === '' ? null : `Basic ${toBase64(new TextEncoder().encode(`${user}:${password}`))}`;

  async function ask(address: string | Request, init: RequestInit = {}): Promise<Response> {
    if (stop?.aborted) throw failed('stopped');
    if (bytes > runMaxBytes) throw failed('too-much');
    const url = typeof address === 'string' ? address : address.url;
    const headers = new Headers(init.headers);
    if (login !== null) headers.set('Authorization', login);
    if (typeof init.body === 'string') bytes += init.body.length;
    const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), init.signal, stop].filter((each) => each != null));
    let response: Response;
    let text: string;
    try {
      response = await fetch(url, {
        ...init,
        headers,
        signal,
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      });
      status = response.status;
      text = await readText(response);
      bytes += text.length;
    } catch (error) {
      throw failed(stop?.aborted ? 'stopped' : error instanceof TooLarge ? 'not-couch' : 'away');
    }
    if (response.status === 401 || response.status === 403) throw failed('login');
    if (response.status >= 500 || response.status === 413 || response.status === 429) throw failed('server');
    if (!isAnswer(url, response.status, text)) throw failed('not-couch');
    return new Response(text, { status: response.status, headers: { 'Content-Type': 'application/json' } });
  }
  return {
    async fetch(address, init) {
      asked++;
      waiting++;
      try {
        return await ask(address, init);
      } finally {
        waiting--;
      }
    },
    get problem() {
      return problem;
    },
    get status() {
      return status;
    },
    get bytes() {
      return bytes;
    },
    get asked() {
      return asked;
    },
    get waiting() {
      return waiting;
    },
  };
}

class TooLarge extends Error {}

async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let step = await reader?.read(); step?.value !== undefined; step = await reader?.read()) {
    text += decoder.decode(step.value, { stream: true });
    if (text.length > ANSWER_MAX_BYTES) {
      await reader?.cancel();
      throw new TooLarge();
    }
  }
  return text + decoder.decode();
}

type Row = { [member: string]: unknown };

/** Whether an answer has the form that the protocol gives it (CouchDB 2 and later): PouchDB believes it, and some forms would leave it waiting for ever. */
function isAnswer(url: string, status: number, text: string): boolean {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return false;
  }
  const call = new URL(url).pathname.split('/').at(-1) ?? '';
  if (call === '_bulk_docs' && status < 400) return isListOf(value, () => true);
  if (!isRow(value)) return false;
  // Without `_bulk_get` it would be asked document by document.
  if (status >= 400) return call !== '_bulk_get';
  const { results } = value;
  switch (call) {
    case '_changes':
      return (
        isSeq(value.last_seq) && isListOf(results, (row) => typeof row.id === 'string' && isSeq(row.seq) && isListOf(row.changes, hasRev))
      );
    case '_bulk_get':
      return isListOf(
        results,
        (row) => typeof row.id === 'string' && isListOf(row.docs, ({ ok, error }) => (isRow(ok) ? isDocument(ok) : isRow(error))),
      );
    case '_revs_diff':
      return Object.values(value).every(
        (row) => isRow(row) && Array.isArray(row.missing) && row.missing.every((rev) => typeof rev === 'string'),
      );
    default:
      return true;
  }
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf(list: unknown, holds: (row: Row) => boolean): boolean {
  return Array.isArray(list) && list.every((row) => isRow(row) && holds(row));
}

function isSeq(seq: unknown): boolean {
  return typeof seq === 'number' || typeof seq === 'string';
}

function hasRev({ rev }: Row): boolean {
  return typeof rev === 'string' && /^\d+-[\w-]+$/u.test(rev);
}

function isDocument({ _id, _rev, _revisions }: Row): boolean {
  if (typeof _id !== 'string' || !hasRev({ rev: _rev }) || !isRow(_revisions)) return false;
  const { start, ids } = _revisions;
  return Number.isInteger(start) && Array.isArray(ids) && ids.every((id) => typeof id === 'string');
}
