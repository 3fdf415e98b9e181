import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { PackSigner } from '../packs/sign.ts';
import { isPublicKey } from '../packs/signature.ts';
import { type CliIo, UsageError } from './command.ts';
import { decodeHead, readInput, unwritable } from './io.ts';

/** Bytes a key file may have: a hundred times those of a key. */
const KEY_FILE_MAX_BYTES = 16_384;

/**
 * Makes an Ed25519 key: the private half goes to `path` (PKCS#8 in PEM, readable by its owner alone), the public one to `path.pub` (SPKI in PEM).
 * Answers the public key as packs hold it. Throws UsageError where a file is there already or cannot be written.
 */
export async function writeNewKey(path: string, io: CliIo): Promise<string> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  // The secret half last: it is there only where all went well.
  await writeNew(`${path}.pub`, publicKey.export({ type: 'spki', format: 'pem' }), 0o644, io);
  try {
    await writeNew(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), 0o600, io);
  } catch (error) {
    await rm(resolve(io.cwd, `${path}.pub`), { force: true });
    throw error;
  }
  return rawKey(publicKey);
}

/** The signer of a private key file: PKCS#8 in PEM without passphrase, as `pack keygen` and openssl write it. Throws UsageError. */
export async function readSigner(source: string, io: CliIo): Promise<PackSigner> {
  const pem = await readKeyText(source, io);
  const key = ed25519(() => createPrivateKey(pem));
  if (key === null) throw new UsageError(`${source} is no Ed25519 private key in PEM without passphrase; sidelight pack keygen makes one`);
  return { publicKey: rawKey(createPublicKey(key)), sign: (bytes) => sign(null, bytes, key).toString('base64url') };
}

/** The public key of a file as packs hold it: SPKI in PEM, or the 43 characters that stand in a manifest. Throws UsageError. */
export async function readPublicKey(source: string, io: CliIo): Promise<string> {
  const text = await readKeyText(source, io);
  if (isPublicKey(text)) return text;
  const key = ed25519(() => createPublicKey(text));
  if (key === null) throw new UsageError(`${source} is no Ed25519 public key: neither PEM nor the publicKey of a manifest`);
  return rawKey(key);
}

async function readKeyText(source: string, io: CliIo): Promise<string> {
  return decodeHead(await readInput(source, io, KEY_FILE_MAX_BYTES)).trim();
}

function ed25519(read: () => KeyObject): KeyObject | null {
  try {
    const key = read();
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

function rawKey(publicKey: KeyObject): string {
  return publicKey.export({ format: 'jwk' }).x ?? '';
}

async function writeNew(path: string, content: string | Buffer, mode: number, io: CliIo): Promise<void> {
  const file = resolve(io.cwd, path);
  try {
    await writeFile(file, content, { mode, flag: 'wx', flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new UsageError(`${path} is there already and is kept; give another name`);
    await rm(file, { force: true });
    throw unwritable(path, error);
  }
}
