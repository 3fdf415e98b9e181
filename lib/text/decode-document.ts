import { declaredEncoding, decoderFor, markedEncoding } from './encoding.ts';

/** What a document states wrongly of its encoding. */
export type EncodingProblem = 'unknown-encoding' | 'wrong-encoding' | 'bad-bytes';

/** Encodings in which any bytes are some text, so that nothing tells when they are stated by mistake. */
const SINGLE_BYTE = /^(?:windows-|iso-8859|ibm|koi8|macintosh|x-mac)/;

/**
 * The text of a document in XML or JSON from its bytes: byte order mark, then what the bytes of "<" show, then the charset of the content type, then the
 * XML declaration, each where the bytes are that; UTF-8 before any single-byte encoding where the bytes are UTF-8; else windows-1252.
 * What was stated wrongly is told.
 */
export function decodeDocument(
  bytes: Uint8Array,
  contentType: string | null = null,
  onProblem: (code: EncodingProblem) => void = () => {},
): string {
  const wide = wideText(bytes);
  if (wide !== null) return wide;
  const stated = [markedEncoding(bytes), charsetOf(contentType), declaredEncoding(bytes)].filter((label) => label !== null);
  const encodings = stated.flatMap((label) => decoderFor(label)?.encoding ?? []);
  if (encodings.length < stated.length) onProblem('unknown-encoding');
  const first = encodings[0] ?? 'utf-8';
  const utf8 = tryDecode('utf-8', bytes);
  // ISO-2022-JP is written in ASCII as well.
  if (utf8 !== null && utf8.length === bytes.length && first !== 'iso-2022-jp') return utf8;
  for (const encoding of [...encodings, 'utf-8']) {
    if (utf8 !== null && SINGLE_BYTE.test(encoding)) continue;
    const text = encoding === 'utf-8' ? utf8 : tryDecode(encoding, bytes);
    if (text === null) continue;
    if (encoding !== first) onProblem('wrong-encoding');
    return text;
  }
  onProblem('bad-bytes');
  const lossy = new TextDecoder(first).decode(bytes);
  // Damage leaves most letters beyond ASCII whole; another encoding none.
  const damaged = lossy.match(/\ufffd/g)?.length ?? 0;
  const whole = lossy.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return whole >= damaged ? lossy : new TextDecoder('windows-1252').decode(bytes);
}

/** UTF-16 and UTF-32 that only their first bytes show; null for everything else. */
function wideText(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (isOpening(a) && b === 0 && c === 0 && d === 0)) return utf32(bytes, true);
  if ((a === 0 && b === 0 && c === 0xfe && d === 0xff) || (a === 0 && b === 0 && c === 0 && isOpening(d))) return utf32(bytes, false);
  if (isOpening(a) && b === 0) return new TextDecoder('utf-16le').decode(bytes);
  return a === 0 && isOpening(b) ? new TextDecoder('utf-16be').decode(bytes) : null;
}

/** "<" or "{", with which such documents begin. */
function isOpening(byte: number | undefined): boolean {
  return byte === 0x3c || byte === 0x7b;
}

/** UTF-32, which the Encoding Standard leaves out. */
function utf32(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, little);
    if (code !== 0xfeff) parts.push(String.fromCodePoint(code <= 0x10ffff ? code : 0xfffd));
  }
  return parts.join('');
}

function charsetOf(contentType: string | null): string | null {
  return /;\s*charset\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(contentType ?? '')?.[1] ?? null;
}

function tryDecode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
