import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../lib/packs/checksum.ts';
import { parseManifest } from '../../../lib/packs/schema.ts';
import { packProvenance, toArticle, toOutlet, toReporter, toTopic } from '../../../lib/packs/to-core.ts';
import { writePack } from '../../../lib/packs/write.ts';
import { ABOUT, ARTICLE, OUTLET, packOf, REPORTER, TOPIC } from './records.ts';

describe('writePack', () => {
  it('writes the same bytes for the same records in any order', () => {
    expect(packOf([ARTICLE, OUTLET, TOPIC, REPORTER])).toEqual(packOf([REPORTER, TOPIC, OUTLET, ARTICLE]));
  });

  it('states counts and the SHA-256 of the lines that follow', () => {
    const [first = '', ...rest] = packOf([ARTICLE, OUTLET, { ...OUTLET, id: 'outlet:b' }]);
    expect(JSON.parse(first)).toEqual({
      format: 'sidelight-pack',
      version: 1,
      ...ABOUT,
      counts: { outlets: 2, reporters: 0, topics: 0, articles: 1 },
      sha256: sha256Hex(rest.map((line) => `${line}\n`).join('')),
    });
    // SHA-256 of the empty text, as FIPS 180-4 gives it.
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('leaves out what is unknown, type and id first, the rest in ABC order', () => {
    const [, line] = packOf([{ ...OUTLET, url: null, country: null, languages: [], sample: false }]);
    expect(line).toBe('{"type":"outlet","id":"outlet:courier","name":"Harbour Courier"}');
    const keys = Object.keys(JSON.parse(packOf([ARTICLE])[1] ?? ''));
    expect(keys.slice(0, 2)).toEqual(['type', 'id']);
    expect(keys.slice(2)).toEqual([...keys.slice(2)].sort());
  });

  it('keeps a date only when one is given', () => {
    const dated = writePack([], { ...ABOUT, date: '2026-01-29' });
    expect(dated.ok && JSON.parse(dated.value[0] ?? '').date).toBe('2026-01-29');
    expect(packOf([])[0]).not.toContain('date');
  });

  it('refuses two records of one id, two articles of one address, and a description that is none', () => {
    expect(writePack([OUTLET, { ...OUTLET, name: 'Another' }], ABOUT)).toMatchObject({ ok: false, error: { code: 'bad-pack' } });
    expect(writePack([ARTICLE, { ...ARTICLE, id: 'b', url: `${ARTICLE.url}/` }], ABOUT)).toMatchObject({ ok: false });
    expect(writePack([], { ...ABOUT, licence: '' })).toMatchObject({ ok: false });
  });
});

describe('records as the index keeps them', () => {
  const [first = ''] = packOf([]);
  const manifest = parseManifest(JSON.parse(first));
  if (!manifest.ok) throw new Error(manifest.problem);
  const about = manifest.value;

  it("inherits the pack's licence unless a record has its own", () => {
    expect(packProvenance(ARTICLE, about, 5)).toEqual({ kind: 'pack', source: 'Test pack', licence: 'CC0-1.0', addedAtMs: 5 });
    expect(packProvenance({ ...ARTICLE, licence: 'MIT' }, about, 5).licence).toBe('MIT');
  });

  it('turns each type into its core type, without the pack format own members', () => {
    const provenance = packProvenance(ARTICLE, about, 5);
    const article = toArticle(ARTICLE, provenance);
    expect(article).toMatchObject({ id: 'article:lathe', publishedAtMs: Date.UTC(2026, 0, 29), sample: true, provenance });
    expect(toArticle({ ...ARTICLE, datePublished: null }, provenance).publishedAtMs).toBeNull();
    expect(toReporter(REPORTER, provenance)).toMatchObject({
      name: 'Odetta Larkspur',
      bioSource: 'author box, Harbour Courier',
      provenance,
    });
    expect(toOutlet(OUTLET, provenance)).toMatchObject({ name: 'Harbour Courier', country: 'GB', provenance });
    for (const value of [article, toReporter(REPORTER, provenance), toOutlet(OUTLET, provenance)]) {
      for (const key of ['type', 'licence', 'source']) expect(value).not.toHaveProperty(key);
    }
    expect(toTopic(TOPIC)).toEqual({ id: TOPIC.id, kind: TOPIC.kind, names: TOPIC.names, description: 'A missile.' });
    expect(toTopic({ ...TOPIC, description: null })).not.toHaveProperty('description');
  });
});
