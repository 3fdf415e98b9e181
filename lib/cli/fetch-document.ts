import { UsageError } from './command.ts';
import { UnreadableError } from './io.ts';

const TIMEOUT_MS = 30_000;

/** A document from the web: its bytes, what the server calls it, and the address it was found at in the end. */
export interface FetchedDocument {
  bytes: Uint8Array;
  contentType: string | null;
  url: string;
}

/** Fetches an http(s) address, without cookies or referrer, in 30 s and `maxBytes` at most. Throws UsageError in one line. */
export async function fetchDocument(address: string, maxBytes: number): Promise<FetchedDocument> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS), credentials: 'omit', referrerPolicy: 'no-referrer' });
    if (!response.ok) throw new UsageError(`${address} answers ${response.status}; check the address`);
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of response.body ?? []) {
      length += part.length;
      if (length > maxBytes) throw new UnreadableError('too-large', `${address} sends more than ${maxBytes} bytes`);
      parts.push(part);
    }
    return { bytes: Buffer.concat(parts), contentType: response.headers.get('content-type'), url: response.url };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${address} cannot be fetched; check the address and the connection`);
  }
}
