import type { FetchFailure } from '../core/source.ts';
import { sourceAddress } from '../feeds/address-guard.ts';
import { DOCUMENT_MAX_BYTES } from '../feeds/limits.ts';
import { isGzip, unpackGzip } from '../feeds/unpack.ts';

/** Bytes of an answer at most, as sent; gzip files inside may unpack to 50 MB. */
export const ANSWER_MAX_BYTES = 10_000_000;
const TIMEOUT_MS = 30_000;
/** The sentence of the failure `leads-away`. */
export const LEADS_AWAY = 'This address leads on to another one, which may not be read.';

/** What to ask a server for. */
export interface DocumentRequest {
  url: string;
  /** What the last version was called, where one is known: an unchanged document is not sent again. */
  etag: string | null;
  lastModified: string | null;
}

/** How a request ended. `status` is null where no answer came; `bytes` is what was read of it; `requests` is there where not one was made, but none or two. */
export type DocumentAnswer = { status: number | null; bytes: number; finalUrl: string; retryAfter: string | null; requests?: 0 | 2 } & (
  | { kind: 'read'; body: Uint8Array<ArrayBuffer>; contentType: string | null; etag: string | null; lastModified: string | null }
  | { kind: 'unchanged' }
  | { kind: 'gone' }
  | { kind: 'failed'; failure: FetchFailure }
);

/** What fetching needs of the world. */
export interface FetchDeps {
  fetch: typeof globalThis.fetch;
  /** Ends the request early. */
  signal?: AbortSignal;
  /** Default 30 s, from the request to the last byte. */
  timeoutMs?: number;
  /** Of the answer, and unpacked; default 10 MB and 50 MB. */
  maxBytes?: number;
  unpackedBytes?: number;
}

/**
 * Fetches a document without cookies or referrer, through no cache, in 30 s and 10 MB at most unless told otherwise. Addresses of this computer and its network are
 * refused, as given and as the final one. Never throws: whatever happens is an answer. Where none comes, the address is asked once more whether it leads on.
 */
export async function fetchDocument(request: DocumentRequest, deps: FetchDeps): Promise<DocumentAnswer> {
  const nothing = { status: null, bytes: 0, finalUrl: request.url, retryAfter: null };
  const address = sourceAddress(request.url);
  if (!address.ok) return { ...nothing, requests: 0, kind: 'failed', failure: 'private-address' };
  const timeout = AbortSignal.timeout(deps.timeoutMs ?? TIMEOUT_MS);
  const signal = deps.signal === undefined ? timeout : AbortSignal.any([timeout, deps.signal]);
  const failed = (failure: FetchFailure) => ({
    ...nothing,
    kind: 'failed' as const,
    failure: timeout.aborted ? ('time-out' as const) : failure,
  });
  const ask = (more: RequestInit) =>
    deps.fetch(address.value.href, { signal, cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer', ...more });
  let response: Response;
  try {
    response = await ask({
      headers: {
        ...(request.etag !== null && { 'If-None-Match': request.etag }),
        ...(request.lastModified !== null && { 'If-Modified-Since': request.lastModified }),
      },
    });
  } catch {
    // A redirect to a host that may not be read looks like no answer, in both browsers.
    if (signal.aborted) return failed('unreachable');
    const first = await ask({ redirect: 'manual' }).catch(() => null);
    first?.body?.cancel().catch(() => {});
    return { ...failed(first?.type === 'opaqueredirect' ? 'leads-away' : 'unreachable'), requests: 2 };
  }
  const { status, headers } = response;
  const known = { status, bytes: 0, finalUrl: response.url || request.url, retryAfter: headers.get('retry-after') };
  const dropped = <T>(answer: T): T => {
    // Nobody waits for it: a server may take its time to notice.
    response.body?.cancel().catch(() => {});
    return answer;
  };
  if (!sourceAddress(known.finalUrl).ok) return dropped({ ...known, kind: 'failed', failure: 'private-address' });
  if (status === 304) return dropped({ ...known, kind: 'unchanged' });
  if (status === 410) return dropped({ ...known, kind: 'gone' });
  if (!response.ok) return dropped({ ...known, kind: 'failed', failure: 'refused' });
  const body = await readBody(response, deps.maxBytes ?? ANSWER_MAX_BYTES);
  if (body.ok === false) {
    const failure = body.tooLarge ? 'too-large' : timeout.aborted ? 'time-out' : 'unreachable';
    return { ...known, bytes: body.bytes, kind: 'failed', failure };
  }
  const unpacked = isGzip(body.value) ? await unpackGzip(body.value, deps.unpackedBytes ?? DOCUMENT_MAX_BYTES) : null;
  if (unpacked?.ok === false) {
    const failure = unpacked.error.code === 'too-large' ? 'too-large' : 'not-a-feed';
    return { ...known, bytes: body.value.length, kind: 'failed', failure };
  }
  return {
    ...known,
    bytes: body.value.length,
    kind: 'read',
    body: unpacked?.value ?? body.value,
    contentType: headers.get('content-type'),
    etag: headerOf(headers, 'etag'),
    lastModified: headerOf(headers, 'last-modified'),
  };
}

/** A header to be sent back later: a server may send anything. */
function headerOf(headers: Headers, name: string): string | null {
  const value = headers.get(name);
  return value !== null && value.length <= 512 ? value : null;
}

type Body = { ok: true; value: Uint8Array<ArrayBuffer> } | { ok: false; tooLarge: boolean; bytes: number };

async function readBody(response: Response, maxBytes: number): Promise<Body> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  try {
    for (let step = await reader?.read(); step?.value !== undefined; step = await reader?.read()) {
      bytes += step.value.length;
      if (bytes > maxBytes) {
        await reader?.cancel();
        return { ok: false, tooLarge: true, bytes };
      }
      parts.push(step.value);
    }
  } catch {
    return { ok: false, tooLarge: false, bytes };
  }
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return { ok: true, value: whole };
}
