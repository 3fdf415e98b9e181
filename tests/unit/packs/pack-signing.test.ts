import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../lib/packs/signature.ts';
import { commandFolder } from './command-folder.ts';
import { ARTICLE, OUTLET } from './records.ts';

const { folder, run, put, text, rowsOf } = await commandFolder();
await put('rows.ndjson', `${JSON.stringify(OUTLET)}\n${JSON.stringify(ARTICLE)}`);
const made = await run('keygen', '-o', 'key');
const { publicKey, fingerprint } = JSON.parse(made.printed);
await run('keygen', '-o', 'other');
await run('build', 'rows.ndjson', '-o', 'signed.ndjson', '--sign', 'key');

describe('pack keygen', () => {
  it('writes a key that only its owner may read, its public half beside it, and prints what to publish', async () => {
    expect(made).toMatchObject({ status: 0, noted: '' });
    expect(Object.keys(JSON.parse(made.printed))).toEqual(['publicKey', 'fingerprint']);
    expect(fingerprint).toMatch(/^(?:[0-9A-F]{4} ){7}[0-9A-F]{4}$/);
    expect(fingerprint).toBe(fingerprintOf(publicKey));
    expect((await stat(join(folder, 'key'))).mode & 0o777).toBe(0o600);
    expect(createPublicKey(await text('key.pub')).export({ format: 'jwk' }).x).toBe(publicKey);
    expect(createPublicKey(await text('key')).export({ format: 'jwk' }).x).toBe(publicKey);
  });

  it('never overwrites a key', async () => {
    const before = await text('key');
    expect(await run('keygen', '-o', 'key')).toMatchObject({ status: 2, noted: expect.stringContaining('is there already') });
    expect(await text('key')).toBe(before);
  });

  it.each(['half', 'half.pub'])('leaves nothing of a new key where %s is there', async (name) => {
    const other = name === 'half' ? 'half.pub' : 'half';
    await rm(join(folder, other), { force: true });
    await put(name, 'mine');
    expect(await run('keygen', '-o', 'half')).toMatchObject({
      status: 2,
      noted: `sidelight: ${name} is there already and is kept; give another name\n`,
    });
    expect(await text(name)).toBe('mine');
    await expect(text(other)).rejects.toThrow('ENOENT');
  });
});

describe('pack build --sign', () => {
  it('signs, and the same input gives the same bytes again', async () => {
    expect(await run('build', 'rows.ndjson', '-o', 'again.ndjson', '--name', 'signed', '--sign', 'key')).toEqual({
      status: 0,
      printed: '',
      noted: '',
    });
    expect(await text('again.ndjson')).toBe(await text('signed.ndjson'));
    await run('build', 'rows.ndjson', '-o', 'plain.ndjson', '--name', 'signed');
    const [{ signature, ...manifest } = {}, ...records] = await rowsOf('signed.ndjson');
    expect(signature).toMatchObject({ algorithm: 'Ed25519', publicKey });
    expect([manifest, ...records]).toEqual(await rowsOf('plain.ndjson'));
  });

  it('takes the key from the packs it merges into no new pack', async () => {
    await run('build', 'signed.ndjson', '-o', 'merged.ndjson');
    expect((await rowsOf('merged.ndjson'))[0]).not.toHaveProperty('signature');
  });

  it.each([
    ['an RSA key', generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type: 'pkcs8', format: 'pem' })],
    ['an X25519 key', generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'pem' })],
    [
      'a key with a passphrase',
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'x' }),
    ],
    ['no key', 'hello'],
    ['an empty file', ''],
    ['a large file', 'x'.repeat(20_000)],
  ])('refuses %s in one line, and writes nothing', async (_what, content) => {
    await put('bad-key', content.toString());
    const { status, noted } = await run('build', 'rows.ndjson', '-o', 'unwritten.ndjson', '--sign', 'bad-key');
    expect([status, noted.trimEnd().includes('\n')]).toEqual([2, false]);
    expect(noted).toMatch(/bad-key (?:is no Ed25519 private key|holds more than)/);
    await expect(text('unwritten.ndjson')).rejects.toThrow();
  });

  it('does not take the public half for the private one', async () => {
    expect(await run('build', 'rows.ndjson', '-o', 'x.ndjson', '--sign', 'key.pub')).toMatchObject({ status: 2 });
  });
});

describe('pack verify --key', () => {
  it('is satisfied by the key of the signer, as a file of openssl or as it stands in the manifest', async () => {
    const raw = await put('raw.key', `${publicKey}\n`);
    for (const key of ['key.pub', raw]) {
      expect(await run('verify', 'signed.ndjson', '--key', key)).toEqual({
        status: 0,
        printed: '{\n  "valid": true,\n  "errors": []\n}\n',
        noted: '',
      });
    }
  });

  it('says who signed instead, or that nobody did', async () => {
    const wrong = await run('verify', 'signed.ndjson', '--key', 'other.pub');
    expect([wrong.status, JSON.parse(wrong.printed)]).toMatchObject([1, { valid: false, errors: [{ line: 1, code: 'wrong-key' }] }]);
    expect(wrong.printed).toContain(fingerprint);
    const unsigned = await run('verify', 'plain.ndjson', '--key', 'key.pub');
    expect([unsigned.status, JSON.parse(unsigned.printed)]).toMatchObject([1, { valid: false, errors: [{ line: 1, code: 'unsigned' }] }]);
  });
});

describe('pack inspect', () => {
  it('prints who signed, and whether the signature fits', async () => {
    const signature = { algorithm: 'Ed25519', publicKey, fingerprint, valid: true };
    expect(JSON.parse((await run('inspect', 'signed.ndjson')).printed).signature).toEqual(signature);
    await put('renamed.ndjson', (await text('signed.ndjson')).replace('"name":"signed"', '"name":"Signed"'));
    const renamed = await run('inspect', 'renamed.ndjson');
    expect([renamed.status, JSON.parse(renamed.printed).signature]).toEqual([1, { ...signature, valid: false }]);
    await put('broken.ndjson', (await text('signed.ndjson')).replace(/"signature":\{[^}]*\}/, '"signature":7'));
    const broken = await run('inspect', 'broken.ndjson');
    expect([broken.status, JSON.parse(broken.printed).signature]).toMatchObject([1, { publicKey: null, fingerprint: null, valid: false }]);
  });
});
