import { MAX_LINE_BYTES } from './types.ts';

const LINE_FEED = 10;

/**
 * Cuts bytes into lines at line feeds alone, as the checksum needs it. A line over `maxBytes` is cut to one byte
 * more, so that the reader can report it without ever holding it; broken UTF-8 becomes U+FFFD.
 */
export async function* packLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maxBytes = MAX_LINE_BYTES,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const room = maxBytes + 1;
  let parts: Uint8Array[] = [];
  let length = 0;
  function keep(part: Uint8Array): void {
    const kept = part.subarray(0, room - length);
    // A copy: the source may use its buffer again for the next chunk.
    if (kept.length > 0) parts.push(kept.slice());
    length += kept.length;
  }
  function take(last: Uint8Array): string {
    if (length === 0) return decoder.decode(last.subarray(0, room));
    keep(last);
    const whole = new Uint8Array(length);
    let offset = 0;
    for (const part of parts) {
      whole.set(part, offset);
      offset += part.length;
    }
    parts = [];
    length = 0;
    return decoder.decode(whole);
  }
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      yield take(chunk.subarray(start, end));
      start = end + 1;
    }
    keep(chunk.subarray(start));
  }
  if (length > 0) yield take(new Uint8Array(0));
}
