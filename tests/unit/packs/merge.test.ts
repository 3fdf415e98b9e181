import { describe, expect, it } from 'vitest';
import { mergeRecords } from '../../../lib/packs/merge.ts';
import { ARTICLE, OUTLET, REPORTER, TOPIC } from './records.ts';

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
});
