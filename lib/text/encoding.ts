/** Bytes in which a document must declare its encoding; the HTML standard says 1024, some head sections are longer. */
const PRESCAN_BYTES = 8192;

/** A decoder for a WHATWG label; null for none and for an unknown one. */
export function decoderFor(label: string | null | undefined): TextDecoder | null {
  if (!label) return null;
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

/** The encoding that a byte order mark states; null without one. */
export function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : null;
}

/** The encoding a document names in a meta tag or XML declaration; UTF-16 there means UTF-8, since it could be read. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN_BYTES)).replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  const named =
    /<meta[^>]*?\bcharset\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1] ??
    null;
  return named && /^utf-?16/i.test(named) ? 'utf-8' : named;
}

/** Valid UTF-8, and not the plain ASCII that ISO-2022-JP is written in as well. */
export function isUtf8(bytes: Uint8Array): boolean {
  if (bytes.includes(0x1b)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
