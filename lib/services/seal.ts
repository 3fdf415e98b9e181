import { fail, ok, type Result } from '../core/result.ts';

/** Rounds of PBKDF2 with SHA-256 that make a key of a passphrase: what OWASP asks for since 2023. */
export const ROUNDS = 600_000;
/** Rounds of a file that are believed: a file must not keep the machine busy for hours. */
const ROUNDS_MAX = 10_000_000;

/** Keys made of a passphrase; they cannot be taken out of the browser. */
export interface SealKeys {
  /** AES-256-GCM, for contents. */
  content: CryptoKey;
  /** HMAC with SHA-256, for names that say nothing. */
  names: CryptoKey;
}

/** How a passphrase becomes keys: stated beside what is sealed, in the open. */
export interface KeyRecipe {
  rounds: number;
  /** 16 bytes, base64. */
  salt: string;
}

/** Random bytes: an argument, as randomness is. */
export type RandomBytes = (length: number) => Uint8Array<ArrayBuffer>;

/** A new recipe, with a salt of its own. */
export function newRecipe(random: RandomBytes): KeyRecipe {
  return { rounds: ROUNDS, salt: toBase64(random(16)) };
}

/** Makes the keys. Takes about a second, by intention: whoever guesses takes as long for each guess. */
export async function keysOf(passphrase: string, { rounds, salt }: KeyRecipe): Promise<Result<SealKeys>> {
  const saltBytes = fromBase64(salt);
  if (saltBytes === null || saltBytes.length !== 16 || !Number.isInteger(rounds) || rounds < ROUNDS || rounds > ROUNDS_MAX)
    return fail('bad-exchange', 'How it was encrypted is not stated as it should be.');
  const { subtle } = crypto;
  const typed = await subtle.importKey('raw', utf8(passphrase.normalize('NFC')), 'PBKDF2', false, ['deriveBits']);
  const bits = await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: saltBytes, iterations: rounds }, typed, 256);
  const root = await subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey']);
  const hkdf = (info: string) => ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8(info) });
  const [content, names] = await Promise.all([
    subtle.deriveKey(hkdf('sidelight content'), root, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    subtle.deriveKey(hkdf('sidelight names'), root, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']),
  ]);
  return ok({ content, names });
}

/** Encrypts text, packed with gzip: a random beginning of 12 bytes, then AES-GCM's bytes; base64. Whoever opens it must name the same `bound`. */
export async function seal(keys: SealKeys, text: string, bound: string, random: RandomBytes): Promise<string> {
  const packed = await throughStream(utf8(text), new CompressionStream('gzip'), Number.POSITIVE_INFINITY);
  const iv = random(12);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(bound) }, keys.content, packed!);
  const whole = new Uint8Array(iv.length + sealed.byteLength);
  whole.set(iv);
  whole.set(new Uint8Array(sealed), iv.length);
  return toBase64(whole);
}

/** What was sealed; null where key or `bound` are others, it was changed, or it is more than `maxBytes`. */
export async function unseal(keys: SealKeys, sealed: string, bound: string, maxBytes: number): Promise<string | null> {
  const bytes = fromBase64(sealed);
  if (bytes === null || bytes.length < 28) return null;
  const algorithm = { name: 'AES-GCM', iv: bytes.subarray(0, 12), additionalData: utf8(bound) };
  const packed = await crypto.subtle.decrypt(algorithm, keys.content, bytes.subarray(12)).catch(() => null);
  if (packed === null) return null;
  const plain = await throughStream(new Uint8Array(packed), new DecompressionStream('gzip'), maxBytes);
  return plain === null ? null : new TextDecoder().decode(plain);
}

/** A name that is the same for the same keys and text, and from which nobody else learns the text: 64 hexadecimal digits. */
export async function secretName(keys: SealKeys, text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', keys.names, utf8(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Null where it is more than `maxBytes`, or no stream of that kind. */
async function throughStream(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      length += step.value.length;
      if (length > maxBytes) {
        await reader.cancel();
        return null;
      }
      parts.push(step.value as Uint8Array<ArrayBuffer>);
    }
  } catch {
    return null;
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
}

/** Bytes as base64. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}
