import { fail, ok, type Result } from '../core/result.ts';
import { signedBytes } from './signature.ts';
import type { PackSignature } from './types.ts';

/** A maker's key: the public half in base64url, and what signs with the other. */
export interface PackSigner {
  publicKey: string;
  /** Ed25519 over the bytes; 64 bytes in base64url. */
  sign(bytes: Uint8Array): string;
}

/**
 * Signs a pack as `writePack` made it; only the first line changes. Ed25519 has no chance in it: the same pack and key give the same bytes.
 * Fails with `bad-pack` where the first line is no manifest.
 */
export function signPack([first = '', ...records]: string[], signer: PackSigner): Result<string[]> {
  let manifest: unknown;
  try {
    manifest = JSON.parse(first);
  } catch {
    manifest = null;
  }
  const bytes = typeof manifest === 'object' && manifest !== null ? signedBytes(manifest) : null;
  if (bytes === null) return fail('bad-pack', 'The first line is no pack manifest.');
  const signature: PackSignature = { algorithm: 'Ed25519', publicKey: signer.publicKey, value: signer.sign(bytes) };
  return ok([`${JSON.stringify({ ...(manifest as object), signature })}\n`, ...records]);
}
