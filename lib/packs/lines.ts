import { MAX_LINE_BYTES } from './types.ts';

const LINE_FEED = 10;

/**
 * Cuts bytes into lines at line feeds alone, as the checksum needs it. A line over `maxBytes` is cut to one byte
 * more, so that the reader can report it without ever holding it; broken UTF-8 becomes U+FFFD. A byte order mark before the first line is
 * no part of it.
 */
export async function* packLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maxBytes = MAX_LINE_BYTES,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const room = maxBytes + 1;
  let isFirst = true;
  let parts: Uint8Array[] = [];
  let length = 0;
  function keep(part: Uint8Array): void {
    const kept = part.subarray(0, room - length);
    // A copy: the source may use its buffer again for the next chunk.
    if (kept.length > 0) parts.push(kept.slice());
    length += kept.length;
  }
  function decode(bytes: Uint8Array): string {
    const text = decoder.decode(bytes);
    const line = isFirst && text.startsWith('\ufeff') ? text.slice(1) : text;
    isFirst = false;
    return line;
  }
  function take(last: Uint8Array): string {
    if (length === 0) return decode(last.subarray(0, room));
    keep(last);
    const whole = new Uint8Array(length);
    let offset = 0;
    for (const part of parts) {
      whole.set(part, offset);
      offset += part.length;
    }
    parts = [];
    length = 0;
    return decode(whole);
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
