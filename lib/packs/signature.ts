import { canonicalJson } from '../core/canonical-json.ts';
import { sha256OfBytes } from './checksum.ts';
import type { PackSignature, SignatureCheck } from './types.ts';

/** 32 and 64 bytes in base64url without padding, its unused bits zero: one spelling for each key and signature. */
const PUBLIC_KEY = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;
const SIGNATURE = /^[A-Za-z0-9_-]{85}[AQgw]$/;

const FINGERPRINT_BYTES = 16;

/** Whether a text is an Ed25519 public key as packs hold it: 32 bytes in base64url. */
export function isPublicKey(text: unknown): text is string {
  return typeof text === 'string' && PUBLIC_KEY.test(text);
}

/**
 * What people compare: the first 128 bits of the SHA-256 of the key's 32 bytes, in upper-case hex, eight groups of four. `publicKey` as
 * packs hold it.
 */
export function fingerprintOf(publicKey: string): string {
  const hex = sha256OfBytes(bytesOf(publicKey))
    .slice(0, 2 * FINGERPRINT_BYTES)
    .toUpperCase();
  return hex.replace(/.{4}(?=.)/g, '$& ');
}

/** The bytes a signature signs: the manifest without its `signature`, in canonical form. Null for one nested too deeply. */
export function signedBytes(manifest: object): Uint8Array<ArrayBuffer> | null {
  const { signature: _signature, ...rest } = manifest as { signature?: unknown };
  try {
    return new TextEncoder().encode(canonicalJson(rest));
  } catch {
    return null;
  }
}

/**
 * Checks the signature of a manifest as it stands in the file, unknown members and all. Never throws; `wrong` comes with a sentence that
 * quotes nothing, `unchecked` where this engine knows no Ed25519 (Chromium before 137).
 */
export async function checkSignature(manifest: object): Promise<SignatureCheck> {
  const given = (manifest as { signature?: unknown }).signature;
  if (given === undefined || given === null) return { state: 'none', publicKey: null };
  const signature = readSignature(given);
  if (typeof signature === 'string') return { state: 'wrong', publicKey: null, problem: signature };
  const { publicKey, value } = signature;
  const bytes = signedBytes(manifest);
  if (bytes === null) return { state: 'wrong', publicKey, problem: 'The manifest is nested too deeply to be signed.' };
  const valid = await verifyBytes(publicKey, value, bytes);
  if (valid === null) return { state: 'unchecked', publicKey };
  return valid
    ? { state: 'valid', publicKey }
    : { state: 'wrong', publicKey, problem: 'The signature does not fit the manifest and its key.' };
}

/** A signature of the right shape, or what is wrong with it. */
function readSignature(given: unknown): PackSignature | string {
  if (typeof given !== 'object' || given === null) return 'The signature is no object.';
  const { algorithm, publicKey, value } = given as Record<string, unknown>;
  if (algorithm !== 'Ed25519') return 'The signature is of an algorithm other than Ed25519.';
  if (!isPublicKey(publicKey)) return 'The key of the signature is not 32 bytes in base64url.';
  if (typeof value !== 'string' || !SIGNATURE.test(value)) return 'The value of the signature is not 64 bytes in base64url.';
  return { algorithm, publicKey, value };
}

/** Null where Ed25519 is not known here. */
async function verifyBytes(publicKey: string, value: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean | null> {
  const { subtle } = crypto;
  try {
    const key = await subtle.importKey('raw', bytesOf(publicKey), 'Ed25519', false, ['verify']);
    return await subtle.verify('Ed25519', key, bytesOf(value), bytes);
  } catch (error) {
    return (error as { name?: unknown } | null)?.name === 'NotSupportedError' ? null : false;
  }
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64url.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));
}
