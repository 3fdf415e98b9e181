import { sha256 } from '@noble/hashes/sha2.js';

const encoder = new TextEncoder();

/** Longest text that is sure to fit `buffer` in one go: a UTF-16 code unit takes three bytes at most. */
const BUFFER_BYTES = 1 << 16;

/** A SHA-256 over lines that come one by one. WebCrypto has no streaming digest, hence the library. */
export interface LineChecksum {
  /** Adds a line and its line feed. */
  add(line: string): void;
  /** Lower-case hex; call once, last. */
  hex(): string;
}

/** Starts a checksum over no lines. */
export function createLineChecksum(): LineChecksum {
  const hash = sha256.create();
  const buffer = new Uint8Array(BUFFER_BYTES);
  return {
    add(line) {
      const text = `${line}\n`;
      if (text.length * 3 > BUFFER_BYTES) {
        hash.update(encoder.encode(text));
        return;
      }
      hash.update(buffer.subarray(0, encoder.encodeInto(text, buffer).written));
    },
    hex: () => hexOf(hash.digest()),
  };
}

/** SHA-256 of a text's UTF-8, lower-case hex. */
export function sha256Hex(text: string): string {
  return sha256OfBytes(encoder.encode(text));
}

/** SHA-256 of bytes, lower-case hex. */
export function sha256OfBytes(bytes: Uint8Array): string {
  return hexOf(sha256(bytes));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
