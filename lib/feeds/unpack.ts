import { fail, ok, type Result } from '../core/result.ts';

/** No sitemap packs better than this; what does is a bomb. */
const MAX_RATIO = 200;
const ALWAYS_ALLOWED = 1_000_000;
/** Unpacked at one go, whatever the reader has taken: 16 kB become 16 MB at the very worst. */
const STEP_BYTES = 16_384;

/** Whether bytes are gzip data. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * Unpacks gzip data of at most `maxBytes` unpacked, reading no further than that. Data that end too early give what came before.
 * Fails with `too-large` or `bad-input`.
 */
export async function unpackGzip(bytes: Uint8Array<ArrayBuffer>, maxBytes: number): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const limit = Math.min(maxBytes, Math.max(ALWAYS_ALLOWED, MAX_RATIO * bytes.length));
  const stream = new DecompressionStream('gzip');
  const reader = stream.readable.getReader();
  // What is wrong with the data comes out of the reader as well.
  pour(bytes, stream.writable).catch(() => {});
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (let { value } = await reader.read(); value !== undefined; { value } = await reader.read()) {
      parts.push(value);
      length += value.length;
      if (length > limit) {
        await reader.cancel();
        return fail('too-large', 'The packed document is larger than any feed may be.');
      }
    }
  } catch {
    if (length === 0) return fail('bad-input', 'The gzip data are damaged.');
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return ok(whole);
}

async function pour(bytes: Uint8Array<ArrayBuffer>, into: DecompressionStream['writable']): Promise<void> {
  const writer = into.getWriter();
  for (let at = 0; at < bytes.length; at += STEP_BYTES) await writer.write(bytes.subarray(at, at + STEP_BYTES));
  await writer.close();
}
