import { createPrivateKey, sign } from 'node:crypto';
import { type PackSigner, signPack } from '../../../lib/packs/sign.ts';
import type { ArticleRecord, OutletRecord, PackDescription, PackRecord, ReporterRecord, TopicRecord } from '../../../lib/packs/types.ts';
import { writePack } from '../../../lib/packs/write.ts';

/** Valid records for tests; each test changes what it is about. */
export const OUTLET: OutletRecord = {
  type: 'outlet',
  id: 'outlet:courier',
  licence: null,
  source: null,
  name: 'Harbour Courier',
  url: 'https://www.harbour-courier.example/',
  country: 'GB',
  languages: ['en'],
  sample: true,
};

export const REPORTER: ReporterRecord = {
  type: 'reporter',
  id: 'reporter:larkspur',
  licence: null,
  source: 'author box',
  name: 'Odetta Larkspur',
  alternateNames: ['Одетта Ларкспур'],
  jobTitle: 'Correspondent',
  outletId: 'outlet:courier',
  bio: 'Covers missiles.\n\nSpeaks two languages.',
  bioSource: 'author box, Harbour Courier',
  languages: ['en', 'uk'],
  sameAs: ['https://social.example/@odetta'],
  sample: true,
};

export const TOPIC: TopicRecord = {
  type: 'topic',
  id: 'topic:oreshnik',
  licence: 'CC0-1.0',
  source: null,
  kind: 'product',
  names: { en: ['Oreshnik'], uk: ['Орєшнік', 'Орешник'], 'zh-Hant': ['榛樹'] },
  description: 'A missile.',
};

export const ARTICLE: ArticleRecord = {
  type: 'article',
  id: 'article:lathe',
  licence: null,
  source: null,
  url: 'https://www.harbour-courier.example/lathe',
  headline: 'A lathe at Votkinsk',
  description: 'What it turns.',
  text: 'First.\n\nSecond.',
  language: 'en',
  datePublished: '2026-01-29',
  dateModified: '2026-01-29T10:00:00+02:00',
  outletId: 'outlet:courier',
  authors: [
    { name: 'Odetta Larkspur', reporterId: 'reporter:larkspur' },
    { name: 'Nobody Else', reporterId: null },
  ],
  section: 'World',
  keywords: ['lathe'],
  sample: true,
};

export const ABOUT: PackDescription = { name: 'Test pack', licence: 'CC0-1.0', source: 'tests' };

/** Lines of a valid pack, without their line feeds. */
export function packOf(records: PackRecord[], about: Partial<PackDescription> = {}): string[] {
  const pack = writePack(records, { ...ABOUT, ...about });
  if (!pack.ok) throw new Error(pack.error.message);
  return pack.value.map((line) => line.slice(0, -1));
}

/** A signer whose private key is the same 32 bytes in every run. */
export function signerOf(byte: number): PackSigner {
  // PKCS#8 of an Ed25519 key (RFC 8410) is this head and the key's 32 bytes.
  const head = Buffer.from('302e020100300506032b657004220420', 'hex');
  const key = createPrivateKey({ key: Buffer.concat([head, Buffer.alloc(32, byte)]), format: 'der', type: 'pkcs8' });
  const publicKey = String(key.export({ format: 'jwk' }).x);
  return { publicKey, sign: (bytes) => sign(null, bytes, key).toString('base64url') };
}

/** Lines of a valid, signed pack, without their line feeds. */
export function signedPackOf(records: PackRecord[], signer: PackSigner, about: Partial<PackDescription> = {}): string[] {
  const pack = writePack(records, { ...ABOUT, ...about });
  const signed = pack.ok ? signPack(pack.value, signer) : pack;
  if (!signed.ok) throw new Error(signed.error.message);
  return signed.value.map((line) => line.slice(0, -1));
}

/** All of a stream. */
export async function collect<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of stream) all.push(one);
  return all;
}
