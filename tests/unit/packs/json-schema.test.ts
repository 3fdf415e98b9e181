import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import schema from '../../../docs/pack-format.schema.json' with { type: 'json' };
import { parseManifest, parseRecord } from '../../../lib/packs/schema.ts';
import { checkSignature } from '../../../lib/packs/signature.ts';
import { serialiseRecord } from '../../../lib/packs/write.ts';
import { ARTICLE, OUTLET, packOf, REPORTER, signedPackOf, signerOf, TOPIC } from './records.ts';

const published = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

function accepts(line: unknown): { published: boolean; reader: boolean } {
  return { published: published(line), reader: parseRecord(line).ok || parseManifest(line).ok };
}

const manifest = JSON.parse(packOf([ARTICLE])[0] ?? '');
const article = { type: 'article', id: 'a', url: 'https://a.example/', headline: 'H' };
const topic = { type: 'topic', id: 't', kind: 'topic', names: { en: ['N'] } };

const VALID: [string, unknown][] = [
  ['a manifest', manifest],
  ['a dated manifest', { ...manifest, date: '2026-01', description: 'D' }],
  ['a manifest with a member of a later version', { ...manifest, motto: 'M' }],
  ['a signed manifest', JSON.parse(signedPackOf([ARTICLE], signerOf(1))[0] ?? '')],
  ['a manifest that says it is not signed', { ...manifest, signature: null }],
  ['a full outlet', JSON.parse(serialiseRecord(OUTLET))],
  ['a full reporter', JSON.parse(serialiseRecord(REPORTER))],
  ['a full topic', JSON.parse(serialiseRecord(TOPIC))],
  ['a full article', JSON.parse(serialiseRecord(ARTICLE))],
  ['an article with nothing but what it needs', article],
  ['nulls for unknown', { ...article, description: null, language: null, datePublished: null, outletId: null, section: null }],
  ['a year', { ...article, datePublished: '2026' }],
  ['a moment', { ...article, datePublished: '2026-01-29T10:00:00.123+02:00' }],
  ['an unknown member', { ...article, rating: 5 }],
  ['an upper-case scheme', { ...article, url: 'HTTPS://A.example/x' }],
  ['an author without id', { ...article, authors: [{ name: 'N' }] }],
  ['a sample', { ...article, sample: true }],
];

const INVALID: [string, unknown][] = [
  ['null', null],
  ['a list', []],
  ['an empty object', {}],
  ['an unknown type', { type: 'feed', id: 'f' }],
  ['no headline', { type: 'article', id: 'a', url: 'https://a.example/' }],
  ['a blank headline', { ...article, headline: ' \t' }],
  ['a number as headline', { ...article, headline: 5 }],
  ['a script as address', { ...article, url: 'javascript:alert(1)' }],
  ['an address with a user name', { ...article, url: 'https://u@a.example/' }],
  ['an address without host', { ...article, url: 'https:///x' }],
  ['no address', { ...article, url: null }],
  ['an id with a space', { ...article, id: 'a b' }],
  ['an empty id', { ...article, id: '' }],
  ['a long id', { ...article, id: 'x'.repeat(201) }],
  ['an id with a direction override', { ...article, id: 'a\u202E' }],
  ['a date in words', { ...article, datePublished: '29 January 2026' }],
  ['month 13', { ...article, datePublished: '2026-13' }],
  ['a language in words', { ...article, language: 'English' }],
  ['text that is a list', { ...article, text: ['a'] }],
  ['text over the limit', { ...article, text: 'x'.repeat(500_001) }],
  ['an author without name', { ...article, authors: [{ reporterId: 'r' }] }],
  ['too many keywords', { ...article, keywords: Array.from({ length: 201 }, () => 'k') }],
  ['sample as a word', { ...article, sample: 'yes' }],
  ['a country of three letters', { type: 'outlet', id: 'o', name: 'O', country: 'GBR' }],
  ['an unknown kind', { ...topic, kind: 'animal' }],
  ['no names', { ...topic, names: {} }],
  ['a language without names', { ...topic, names: { en: [] } }],
  ['a key that is no language', { ...topic, names: { 'not a language': ['N'] } }],
  ['a profile that is no web address', { type: 'reporter', id: 'r', name: 'R', sameAs: ['mailto:r@a.example'] }],
  ['a manifest without licence', { ...manifest, licence: undefined }],
  ['a manifest with half the counts', { ...manifest, counts: { outlets: 1 } }],
  ['a manifest with a short checksum', { ...manifest, sha256: 'abc' }],
  ['version 0', { ...manifest, version: 0 }],
];

describe('docs/pack-format.schema.json', () => {
  it.each(VALID)('takes %s, as the reader does', (_what, line) => {
    expect(accepts(line)).toEqual({ published: true, reader: true });
  });

  it.each(INVALID)('refuses %s, as the reader does', (_what, line) => {
    expect(accepts(line)).toEqual({ published: false, reader: false });
  });

  const good = { algorithm: 'Ed25519', publicKey: 'A'.repeat(43), value: 'A'.repeat(86) };
  it.each([5, {}, { ...good, algorithm: 'RSA' }, { ...good, publicKey: `${'A'.repeat(42)}B` }, { ...good, value: 'A'.repeat(85) }])(
    'refuses the signature %j, which the reader reports as bad',
    async (signature) => {
      expect(published({ ...manifest, signature: good })).toBe(true);
      expect(published({ ...manifest, signature })).toBe(false);
      expect(await checkSignature({ ...manifest, signature })).toMatchObject({ state: 'wrong', publicKey: null });
    },
  );
});
