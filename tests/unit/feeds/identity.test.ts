import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedEntry } from '../../../lib/core/feed.ts';
import { emptyEntry } from '../../../lib/feeds/fields.ts';
import { entryKeys, recognise } from '../../../lib/feeds/identity.ts';

const entry = (number: number, more: Partial<FeedEntry> = {}): FeedEntry => ({
  ...emptyEntry(),
  id: `guid-${number}`,
  url: `https://harbour.example/${number}`,
  title: `The council decided on matter ${number}`,
  datePublished: '2026-01-29T10:00:00Z',
  ...more,
});

/** Keys of entries as a store would keep them, each entry named by its place. */
function knownOf(entries: FeedEntry[]): Map<string, string> {
  return new Map(entryKeys(entries).flatMap((keys, at) => keys.map((key): [string, string] => [key, String(at)])));
}

describe('recognise', () => {
  const before = [entry(0), entry(1), entry(2)];
  const known = knownOf(before);

  it.each([
    ['the same again', before, ['0', '1', '2']],
    ['another order, and a new one', [entry(2), entry(7), entry(0)], ['2', null, '0']],
    ['every id changed', before.map((e) => ({ ...e, id: `https://harbour.example/?p=${e.id}` })), ['0', '1', '2']],
    ['an address edited', [entry(0, { url: 'https://harbour.example/new-words' })], ['0']],
    ['http for https, and a tracking parameter', [entry(0, { id: null, url: 'http://harbour.example/0?utm_source=rss' })], ['0']],
    ['headline, address and time edited', [entry(0, { url: 'https://harbour.example/x', title: 'Other', datePublished: null })], ['0']],
    ['id and address changed', [entry(1, { id: 'x', url: 'https://quay.example/x' })], ['1']],
    ['id and address changed, a title of one word', [entry(1, { id: 'x', url: 'https://quay.example/x', title: 'Live' })], [null]],
    ['id and address changed, another day', [entry(1, { id: 'x', url: 'https://quay.example/x', datePublished: '2026-01-30' })], [null]],
    ['nothing to go by', [emptyEntry()], [null]],
  ])('%s', (_name, now, names) => {
    expect(recognise(now, known)).toEqual(names);
  });

  it('does not take one id, or one address, of all entries for that of one', () => {
    const sameId = [0, 1, 2].map((number) => entry(number, { id: 'guid' }));
    expect(recognise([sameId[2]!, entry(3, { id: 'guid' })], knownOf(sameId))).toEqual(['2', null]);
    const sameUrl = [0, 1, 2].map((number) => entry(number, { url: 'https://harbour.example/' }));
    expect(recognise([entry(5, { url: 'https://harbour.example/' }), sameUrl[1]!], knownOf(sameUrl))).toEqual([null, '1']);
  });

  it('believes an id before an address that went to another', () => {
    expect(recognise([entry(9, { url: 'https://harbour.example/0' }), entry(0, { url: 'https://harbour.example/0-old' })], known)).toEqual([
      null,
      '0',
    ]);
  });

  it('makes the keys of before of a date whose offset is kept', () => {
    const stated = { datePublished: '2026-01-28T20:00:00-05:00' };
    expect(entryKeys([entry(0, stated)])).toEqual(entryKeys([entry(0, { datePublished: '2026-01-29T01:00:00Z' })]));
    expect(entryKeys([entry(0, { datePublished: '2026-01' })])).not.toEqual(entryKeys([entry(0)]));
  });

  it('takes an entry that stands there twice for one', () => {
    const twice = [entry(0), entry(0), entry(1)];
    expect(recognise(twice, knownOf(twice.slice(0, 1)))).toEqual(['0', '0', null]);
  });

  it('never finds one twice, and finds all in any order', () => {
    const list = fc.uniqueArray(fc.nat(40), { minLength: 1 });
    fc.assert(
      fc.property(list, fc.uniqueArray(fc.nat(60)), (old, now) => {
        const entries = old.map((number) => entry(number));
        const names = recognise(
          now.map((number) => entry(number)),
          knownOf(entries),
        );
        const found = names.filter((name) => name !== null);
        expect(new Set(found).size).toBe(found.length);
        const again = recognise([...entries].reverse(), knownOf(entries));
        expect(again).toEqual(old.map((_, at) => String(old.length - 1 - at)));
      }),
    );
  });
});
