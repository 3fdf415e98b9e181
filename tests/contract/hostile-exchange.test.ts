import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { packLines } from '../../lib/packs/lines.ts';
import { parseExchange as parseAt } from '../../lib/store/parse-exchange.ts';
import { exchangeLines } from '../../lib/sync/exchange-lines.ts';
import { observe } from '../../lib/sync/observe.ts';
import { type Entry, mergeReplicas, type Replica } from '../../lib/sync/replica.ts';
import { toParts } from '../../lib/sync/rows-to-parts.ts';
import { runs } from '../support/runs.ts';
import { refused, value } from './checks.ts';
import { exchangePlace } from './exchange-places.ts';
import { pin } from './sample-data.ts';

const DEVICE = '0123456789abcdef';
const KEY = 'pin https://example.com/r1';
const NOW = Date.UTC(2026, 10, 27);
const parseExchange = (lines: string[]) => parseAt(lines, NOW);
let entry: Entry;

/** What a device made: one pin. */
const ONE_PIN = {
  pins: [pin('r1', { tags: ['t'] })],
  notes: [],
  collections: [],
  collectionItems: [],
  fieldEdits: [],
  corrections: [],
  followed: [],
};

beforeAll(() => {
  entry = observe(new Map(), toParts(ONE_PIN), { device: DEVICE, nowMs: 9 }).get(KEY)!;
});

/** A file whose checksum holds, whatever is in it. */
const file = (entries: [string, unknown][]): string[] => exchangeLines(new Map(entries) as Replica, { device: DEVICE, madeAtMs: 1 });
const changed = (change: (entry: Entry) => void): unknown => {
  const copy = structuredClone(entry);
  change(copy);
  return copy;
};

describe('an exchange file that is not what it says', () => {
  it('is read where it is', async () => {
    expect(value(await parseExchange(file([[KEY, entry]]))).replica.get(KEY)).toEqual(entry);
  });

  it.each<[string, () => [string, unknown][]]>([
    ['another kind of entry', () => [['settings x', entry]]],
    ['the pin of another address', () => [['pin https://example.com/other', entry]]],
    [
      'a script as an address',
      () => [
        [
          KEY,
          changed(({ here }) => Object.assign((here!.versions[0]!.value as { article: object }).article, { url: 'javascript:alert(1)' })),
        ],
      ],
    ],
    ['a field that no pin has', () => [[KEY, { ...entry, query: entry.state }]]],
    ['a state that there is not', () => [[KEY, changed(({ state }) => Object.assign(state!.versions[0]!, { value: 'gone' }))]]],
    ['a place that is none', () => [[KEY, changed(({ rank }) => Object.assign(rank!.versions[0]!, { value: '<b>' }))]]],
    ['a version that nobody has seen', () => [[KEY, changed(({ state }) => Object.assign(state!, { seen: {} }))]]],
    [
      'a clock at the end of all numbers',
      () => [[KEY, changed(({ state }) => Object.assign(state!.seen, { [DEVICE]: Number.MAX_SAFE_INTEGER }))]],
    ],
    ['a clock that can hardly be counted up from', () => [[KEY, changed(({ here }) => Object.assign(here!.seen, { [DEVICE]: 2 ** 52 }))]]],
    [
      'a day that no calendar has',
      () => [[KEY, changed(({ here }) => Object.assign(here!.versions[0]!.value as object, { pinnedAtMs: 9e15 }))]],
    ],
    ['a device that is none', () => [[KEY, changed(({ state }) => Object.assign(state!.seen, { constructor: 3 }))]]],
    ['a follow of nothing', () => [['follow x', { here: { seen: { [DEVICE]: 1 }, versions: [{ value: {}, clock: 1, device: DEVICE }] } }]]],
    [
      'a thousand versions',
      () => [[KEY, changed(({ state }) => Object.assign(state!, { versions: Array(1000).fill(state!.versions[0]) }))]],
    ],
  ])('is refused whole, with the line: %s', async (_what, entries) => {
    const read = await parseExchange(file(entries()));
    refused(read, 'bad-exchange');
    expect(read.ok || read.error.message).toMatch(/^Line 2: /);
  });

  it('is refused: no such file, a newer one, one cut short, one with a line twice, one with a line of ten million characters', async () => {
    const [first, line] = file([[KEY, entry]]) as [string, string];
    refused(await parseExchange([]), 'bad-exchange');
    refused(await parseExchange(['{"format":"sidelight-backup"}\n']), 'bad-exchange');
    refused(await parseExchange([first.replace('"version":1', '"version":2'), line]), 'index-newer-than-code');
    refused(await parseExchange([first]), 'checksum-mismatch');
    refused(await parseExchange([first, line.replace('unread', 'read')]), 'checksum-mismatch');
    refused(await parseExchange([first, line, line]), 'bad-exchange');
    refused(await parseExchange([first, 'x'.repeat(10_000_000)]), 'too-large');
    refused(await parseExchange([first, `{"key":"${KEY}","entry":{"__proto__":{"seen":{},"versions":[]}}}\n`]), 'bad-exchange');
  });

  it('never makes a device write what others refuse', async () => {
    const ahead = changed(({ state }) => {
      const clock = NOW + 100 * 365 * 86_400_000;
      Object.assign(state!, { seen: { [DEVICE]: clock }, versions: [{ value: 'read', clock, device: DEVICE }] });
    });
    const { replica } = value(await parseExchange(file([[KEY, ahead]])));
    const next = observe(replica, toParts(ONE_PIN), { device: 'fedcba9876543210', nowMs: NOW + 1000 });
    expect(next.get(KEY)?.state?.versions[0]).toMatchObject({ value: 'unread', device: 'fedcba9876543210' });
    value(await parseAt(exchangeLines(next, { device: DEVICE, madeAtMs: 1 }), NOW + 1000));
  });

  it('is read with the line ends of Windows', async () => {
    const bytes = Buffer.from(
      file([[KEY, entry]])
        .join('')
        .replaceAll('\n', '\r\n'),
    );
    const lines: string[] = [];
    for await (const line of packLines([bytes])) lines.push(line);
    expect(value(await parseExchange(lines)).replica.get(KEY)).toEqual(entry);
  });

  it('never throws, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.string(), fc.json())), async (lines) => {
        const [first] = file([]) as [string];
        expect((await parseExchange([first, ...lines, 'x'])).ok).toBe(false);
        const bytes = new Blob([first, lines.join('\n')]);
        const place = await empty;
        await place.exchange.previewExchange(bytes, 'p');
      }),
      { numRuns: runs(60) },
    );
  });

  it('whose versions stand in another order means the same', async () => {
    const other = 'fedcba9876543210';
    const versions = [
      { value: 'read', clock: 3, device: DEVICE },
      { value: 'archived', clock: 9, device: other },
    ];
    const state = { seen: { [DEVICE]: 3, [other]: 9 }, versions };
    const read = value(await parseExchange(file([[KEY, { ...entry, state }]]))).replica;
    expect(
      mergeReplicas(new Map(), read)
        .get(KEY)
        ?.state?.versions.map(({ value: is }) => is),
    ).toEqual(['archived', 'read']);
  });
});

const empty = exchangePlace();
