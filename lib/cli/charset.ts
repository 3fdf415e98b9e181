/** Bytes in which a page must declare its encoding; the standard says 1024, some head sections are longer. */
const PRESCAN_BYTES = 8192;

/**
 * A page's source from its bytes: byte order mark, then the label given (WHATWG), then UTF-8 where the bytes
 * are that (pages saved by a browser keep the declaration they were served with), then what the page declares, else windows-1252. Unknown labels count as none.
 */
export function decodePage(bytes: Uint8Array, label?: string): string {
  const marked =
    bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
      ? 'utf-8'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : bytes[0] === 0xff && bytes[1] === 0xfe
          ? 'utf-16le'
          : null;
  const decoder =
    decoderFor(marked) ??
    decoderFor(label) ??
    decoderFor(isUtf8(bytes) ? 'utf-8' : null) ??
    decoderFor(declaredIn(bytes)) ??
    decoderFor('windows-1252');
  return (decoder ?? new TextDecoder()).decode(bytes);
}

/** The encoding a page names in a meta tag or XML declaration; UTF-16 there means UTF-8, since it could be read. */
function declaredIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN_BYTES)).replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  const named =
    /<meta[^>]*?\bcharset\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1] ??
    null;
  return named && /^utf-?16/i.test(named) ? 'utf-8' : named;
}

function decoderFor(label: string | null | undefined): TextDecoder | null {
  if (!label) return null;
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

/** Valid UTF-8, and not the plain ASCII that ISO-2022-JP is written in as well. */
function isUtf8(bytes: Uint8Array): boolean {
  if (bytes.includes(0x1b)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
