import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeRecords } from '../../../lib/packs/merge.ts';
import { verifyPack } from '../../../lib/packs/verify.ts';
import { parseWritable, writePack } from '../../../lib/packs/write.ts';
import { ABOUT, ARTICLE, OUTLET, REPORTER, TOPIC } from './records.ts';

describe('mergeRecords', () => {
  it('keeps one of equal records, and records of one id but different types', () => {
    const topic = { ...TOPIC, id: OUTLET.id };
    expect(mergeRecords([OUTLET, topic, { ...OUTLET }])).toEqual({ records: [OUTLET, topic], dropped: [] });
  });

  it('fills in what the first reporter or outlet does not know, and keeps what it knows', () => {
    const bare = { ...REPORTER, bio: null, bioSource: null, sameAs: [], jobTitle: 'Editor' };
    expect(mergeRecords([bare, REPORTER]).records).toEqual([{ ...REPORTER, jobTitle: 'Editor' }]);
    expect(mergeRecords([{ ...OUTLET, url: null }, OUTLET]).records).toEqual([OUTLET]);
  });

  it('leaves out and names another report of the same id', () => {
    const other = { ...ARTICLE, headline: 'Another story' };
    expect(mergeRecords([ARTICLE, other])).toEqual({ records: [ARTICLE], dropped: [{ record: other, shares: 'id' }] });
  });

  it('leaves out and names another report of the same address, however that is spelt', () => {
    const other = { ...ARTICLE, id: 'article:other', url: `${ARTICLE.url.replace('https', 'http')}/?utm_source=x#top` };
    expect(mergeRecords([ARTICLE, other])).toEqual({ records: [ARTICLE], dropped: [{ record: other, shares: 'address' }] });
  });

  it('gives what a pack can be written of, and the pack is valid (property)', async () => {
    const id = fc.constantFrom('a', 'b', 'B', 'é', '😀', 'a/b');
    const said = fc.oneof(fc.string({ maxLength: 9 }), fc.string({ unit: 'binary', maxLength: 9 }));
    const url = fc.constantFrom('https://a.example/x', 'http://a.example/x/', 'https://a.example/x?utm_source=b#c', 'https://b.example/ü');
    const names = fc.dictionary(fc.constantFrom('en', 'uk'), fc.array(said));
    const row = fc.oneof(
      fc.record({ type: fc.constant('article'), id, url, headline: said, text: said, keywords: fc.array(said, { maxLength: 2 }) }),
      fc.record({ type: fc.constantFrom('outlet', 'reporter'), id, name: said }),
      fc.record({ type: fc.constant('topic'), id, kind: fc.constant('event'), names }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (rows) => {
        const readable = rows.map(parseWritable).flatMap((parsed) => (parsed.ok ? [parsed.value] : []));
        const pack = writePack(mergeRecords(readable).records, ABOUT);
        expect(pack.ok && (await verifyPack(pack.value.map((line) => line.slice(0, -1))))).toEqual({ valid: true, errors: [] });
      }),
      { numRuns: 300 },
    );
  });
});
