import { declaredEncoding, decoderFor, isUtf8, markedEncoding } from '../text/encoding.ts';

/**
 * A page's source from its bytes: byte order mark, then the label given (WHATWG), then UTF-8 where the bytes
 * are that (pages saved by a browser keep the declaration they were served with), then what the page declares, else windows-1252. Unknown labels count as none.
 */
export function decodePage(bytes: Uint8Array, label?: string): string {
  const decoder =
    decoderFor(markedEncoding(bytes)) ??
    decoderFor(label) ??
    decoderFor(isUtf8(bytes) ? 'utf-8' : null) ??
    decoderFor(declaredEncoding(bytes)) ??
    decoderFor('windows-1252');
  return (decoder ?? new TextDecoder()).decode(bytes);
}
