import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openPack } from '../../../lib/packs/read.ts';
import { signPack } from '../../../lib/packs/sign.ts';
import { checkSignature, fingerprintOf, isPublicKey, signedBytes } from '../../../lib/packs/signature.ts';
import { findPackErrors } from '../../../lib/packs/verify.ts';
import { readWholePack } from '../../../lib/services/import-pack.ts';
import { runs } from '../../support/runs.ts';
import { ARTICLE, collect, OUTLET, packOf, signedPackOf, signerOf } from './records.ts';

const ANNA = signerOf(1);
const BERT = signerOf(2);
const SIGNED = signedPackOf([OUTLET, ARTICLE], ANNA);
const MANIFEST = JSON.parse(SIGNED[0] ?? '');

/** The signed pack with another first line. */
function withManifest(manifest: object): string[] {
  return [JSON.stringify(manifest), ...SIGNED.slice(1)];
}

async function codes(lines: string[], key?: string): Promise<string[]> {
  return (await collect(findPackErrors(lines, { key }))).map(({ line, code }) => `${line} ${code}`);
}

afterEach(() => void vi.unstubAllGlobals());

describe('a signed pack', () => {
  it('has the signature RFC 8032 gives for its key and the canonical manifest', async () => {
    // The first key of RFC 8032, 7.1, and a signature that openssl made (`pkeyutl -sign -rawin`) of the bytes below.
    const text = '{"counts":{"articles":0},"format":"sidelight-pack","name":"Ö"}';
    const manifest = { name: 'Ö', format: 'sidelight-pack', counts: { articles: 0 } };
    expect(new TextDecoder().decode(signedBytes(manifest) ?? new Uint8Array())).toBe(text);
    const signature = {
      algorithm: 'Ed25519',
      publicKey: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
      value: 'xyC-VGY9XKzFj4qUVfRzS_1GpdZMzd-6TueNjKIS-t9MdKdXJdbzFIyq71p-U4Xi5P3mEKV69riPg_kYGVoKBA',
    };
    expect(await checkSignature({ ...manifest, signature })).toEqual({ state: 'valid', publicKey: signature.publicKey });
    expect(fingerprintOf(signature.publicKey)).toBe('21FE 31DF A154 A261 626B F854 046F D227');
  });

  it('verifies, differs from the unsigned one in its first line only, and comes out the same again', async () => {
    expect(await codes(SIGNED)).toEqual([]);
    expect(await codes(SIGNED, ANNA.publicKey)).toEqual([]);
    expect(SIGNED.slice(1)).toEqual(packOf([OUTLET, ARTICLE]).slice(1));
    expect(signedPackOf([ARTICLE, OUTLET], ANNA)).toEqual(SIGNED);
    expect(await openPack(SIGNED)).toMatchObject({ ok: true, value: { signature: { state: 'valid', publicKey: ANNA.publicKey } } });
    expect(await openPack(packOf([]))).toMatchObject({ ok: true, value: { signature: { state: 'none', publicKey: null } } });
  });

  it('can be written with other white space and another order of members', async () => {
    const turned = Object.fromEntries(Object.entries(MANIFEST).reverse());
    expect(await codes([JSON.stringify(turned, null, 1).replace(/\n/g, ' '), ...SIGNED.slice(1)])).toEqual([]);
  });

  it('covers members that this reader does not know', async () => {
    const [line = ''] = packOf([]);
    const signed = signPack([JSON.stringify({ ...JSON.parse(line), motto: 'later' })], ANNA);
    const manifest = JSON.parse((signed.ok && signed.value[0]) || '');
    expect(await codes([JSON.stringify(manifest)])).toEqual([]);
    expect(await codes([JSON.stringify({ ...manifest, motto: 'now' })])).toEqual(['1 bad-signature']);
  });

  it('is not signed by whoever is asked for, if somebody else did', async () => {
    const [error] = await collect(findPackErrors(SIGNED, { key: BERT.publicKey }));
    expect(error).toMatchObject({ line: 1, code: 'wrong-key' });
    expect(error?.message).toContain(fingerprintOf(ANNA.publicKey));
    expect(error?.message).toContain(fingerprintOf(BERT.publicKey));
    expect(await codes(packOf([OUTLET]), BERT.publicKey)).toEqual(['1 unsigned']);
  });

  it('is found out where anything was changed, and nothing of it is imported', async () => {
    expect(await codes(withManifest({ ...MANIFEST, licence: 'CC-BY-4.0' }))).toEqual(['1 bad-signature']);
    expect(await codes(withManifest({ ...MANIFEST, date: '2027-01-01' }))).toEqual(['1 bad-signature']);
    const other = JSON.parse(signedPackOf([OUTLET], ANNA)[0] ?? '').signature;
    expect(await codes(withManifest({ ...MANIFEST, signature: other }))).toEqual(['1 bad-signature']);
    const stolen = { ...MANIFEST.signature, publicKey: BERT.publicKey };
    expect(await codes(withManifest({ ...MANIFEST, signature: stolen }))).toEqual(['1 bad-signature']);
    expect(await codes(SIGNED.slice(0, -1))).toEqual(['1 checksum-mismatch', '1 wrong-counts']);
    const reading = await readWholePack(withManifest({ ...MANIFEST, name: 'Another' }));
    expect(reading.ok && reading.value.problems).toMatchObject([{ line: 1, fatal: true }]);
  });

  it('never verifies after any one character of its first line changed (property)', async () => {
    const [first = '', ...rest] = SIGNED;
    await fc.assert(
      fc.asyncProperty(fc.nat(first.length - 1), fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }), async (at, char) => {
        const changed = first.slice(0, at) + char + first.slice(at + 1);
        fc.pre(changed !== first);
        const opened = await openPack([changed, ...rest]);
        // A changed name of the member `signature` makes the pack one without; nothing makes it one of the same signer.
        if (opened.ok) expect(opened.value.signature.state).not.toBe('valid');
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('hostile signatures', () => {
  const { signature } = MANIFEST;
  it.each([
    ['a text', 'Ed25519'],
    ['a number', 5],
    ['a list', [signature]],
    ['an empty object', {}],
    ['another algorithm', { ...signature, algorithm: 'none' }],
    ['no key', { ...signature, publicKey: undefined }],
    ['a short key', { ...signature, publicKey: signature.publicKey.slice(1) }],
    ['a huge key', { ...signature, publicKey: 'A'.repeat(400_000) }],
    ['padding', { ...signature, publicKey: `${signature.publicKey}=` }],
    ['the other base64', { ...signature, value: `+/${signature.value.slice(2)}` }],
    ['a line break', { ...signature, value: `${signature.value}\n` }],
    ['a second spelling of the same bytes', { ...signature, publicKey: nextSpelling(signature.publicKey) }],
    ['a key as a list of bytes', { ...signature, publicKey: Array.from({ length: 32 }, () => 0) }],
    ['a short value', { ...signature, value: '' }],
    ['a key that is no point of the curve', { ...signature, publicKey: `${'_'.repeat(42)}8` }],
    // Of order one: under a lax check it "signs" whatever there is.
    ['a key of small order', { algorithm: 'Ed25519', publicKey: `AQ${'A'.repeat(41)}`, value: `AQ${'A'.repeat(84)}` }],
  ])('names %s without quoting it', async (_what, hostile) => {
    const lines = withManifest({ ...MANIFEST, signature: hostile });
    expect(await codes(lines)).toEqual(['1 bad-signature']);
    const [error] = await collect(findPackErrors(lines));
    expect(error?.message).toMatch(/^The (?:key of the |value of the )?signature [\w ]*(?:Ed25519|base64url|object|key)\.$/);
  });

  it('survives a manifest nested too deeply to be signed', async () => {
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    const line = JSON.stringify(MANIFEST).replace('{', `{"deep":${deep},`);
    expect(await codes([line, ...SIGNED.slice(1)])).toEqual(['1 bad-signature']);
  });

  it('never throws, whatever stands there (property)', async () => {
    const part = fc.oneof(fc.jsonValue(), fc.constantFrom(signature.publicKey, signature.value, 'Ed25519'), fc.base64String());
    const hostile = fc.oneof(part, fc.record({ algorithm: part, publicKey: part, value: part }));
    await fc.assert(
      fc.asyncProperty(hostile, async (given) => {
        const check = await checkSignature({ ...MANIFEST, signature: given });
        if (JSON.stringify(given) !== JSON.stringify(signature)) expect(check.state).not.toBe('valid');
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('an engine without Ed25519', () => {
  it('says that it cannot tell, never that a pack is valid', async () => {
    const refuse = () => Promise.reject(new DOMException('no Ed25519 here', 'NotSupportedError'));
    vi.stubGlobal('crypto', { subtle: { importKey: refuse, verify: refuse } });
    expect(await openPack(SIGNED)).toMatchObject({ ok: true, value: { signature: { state: 'unchecked', publicKey: ANNA.publicKey } } });
    expect(await codes(SIGNED)).toEqual(['1 signature-unchecked']);
    expect(await codes(packOf([OUTLET]))).toEqual([]);
    const reading = await readWholePack(SIGNED);
    expect(reading.ok && reading.value.problems).toEqual([]);
  });
});

describe('isPublicKey', () => {
  it('takes 32 bytes in base64url, each key in one spelling', () => {
    expect(isPublicKey(ANNA.publicKey)).toBe(true);
    for (const text of [nextSpelling(ANNA.publicKey), `${ANNA.publicKey} `, '', null, 7]) expect(isPublicKey(text)).toBe(false);
  });
});

/** The last character of 32 bytes in base64url has two bits to spare; the next character sets one of them. */
function nextSpelling(key: string): string {
  return key.slice(0, -1) + String.fromCharCode(key.charCodeAt(key.length - 1) + 1);
}
