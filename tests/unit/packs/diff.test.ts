import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differingFields, diffPacks, type PackChange } from '../../../lib/packs/diff.ts';
import { openPack } from '../../../lib/packs/read.ts';
import type { OpenPack, PackRecord } from '../../../lib/packs/types.ts';
import { runs } from '../../support/runs.ts';
import { commandFolder } from './command-folder.ts';
import { ARTICLE, collect, OUTLET, packOf, REPORTER, signedPackOf, signerOf, TOPIC } from './records.ts';

async function opened(lines: AsyncIterable<string> | Iterable<string>): Promise<OpenPack> {
  const pack = await openPack(lines);
  if (!pack.ok) throw new Error(pack.error.message);
  return pack.value;
}

async function changes(before: PackRecord[], after: PackRecord[]): Promise<string[]> {
  const found = await collect(diffPacks(await opened(packOf(before)), await opened(packOf(after)), never));
  return found.map(({ change, record, fields }) => [change, record.id, ...fields].join(' '));
}

function never(): never {
  throw new Error('a fault');
}

describe('diffPacks', () => {
  it('names what was added, changed and removed, in the order of packs', async () => {
    const second = { ...ARTICLE, id: 'article:b', url: 'https://a.example/b' };
    expect(await changes([OUTLET, REPORTER, ARTICLE], [{ ...OUTLET, country: null, name: 'Courier' }, TOPIC, ARTICLE, second])).toEqual([
      'changed outlet:courier country name',
      'removed reporter:larkspur',
      'added topic:oreshnik',
      'added article:b',
    ]);
  });

  it('takes for a difference neither the order of a topic’s languages nor what the manifest says anyway', async () => {
    const { en = [], ...rest } = TOPIC.names;
    expect(differingFields(TOPIC, { ...TOPIC, names: { ...rest, en } })).toEqual([]);
    expect(await changes([ARTICLE], [{ ...ARTICLE, licence: 'CC0-1.0', source: 'tests' }])).toEqual([]);
    expect(await changes([ARTICLE], [{ ...ARTICLE, licence: 'MIT' }])).toEqual(['changed article:lathe licence']);
  });

  it('names once what both versions leave to their manifests, as packs built of other files do', async () => {
    const [before, after] = [packOf([ARTICLE], { source: 'a.ndjson' }), packOf([ARTICLE], { source: 'b.ndjson' })];
    expect(await collect(diffPacks(await opened(before), await opened(after), never))).toEqual([]);
    const own = packOf([{ ...ARTICLE, source: 'c' }], { source: 'a.ndjson' });
    const found = await collect(diffPacks(await opened(own), await opened(after), never));
    expect(found).toMatchObject([{ change: 'changed', fields: ['source'], record: { source: 'b.ndjson' } }]);
  });

  it('finds exactly what a map of both finds (property)', async () => {
    const outlets = fc
      .dictionary(fc.stringMatching(/^[a-z~]{1,2}$/), fc.constantFrom('A', 'B'), { maxKeys: 8 })
      .map((names) => Object.entries(names).map(([id, name]): PackRecord => ({ ...OUTLET, id, name })));
    await fc.assert(
      fc.asyncProperty(outlets, outlets, async (before, after) => {
        const expected = new Set<string>();
        const [old, next] = [new Map(before.map((one) => [one.id, one])), new Map(after.map((one) => [one.id, one]))];
        for (const id of old.keys()) if (!next.has(id)) expected.add(`removed ${id}`);
        for (const [id, record] of next) {
          const was = old.get(id);
          if (was === undefined) expected.add(`added ${id}`);
          else if (JSON.stringify(was) !== JSON.stringify(record)) expected.add(`changed ${id} name`);
        }
        expect(new Set(await changes(before, after))).toEqual(expected);
      }),
      { numRuns: runs(100) },
    );
  });

  it('holds no more than it must: the older pack is read no further than the newer one', async () => {
    let read = 0;
    async function* counted(): AsyncGenerator<string> {
      for (const line of packOf(Array.from({ length: 50 }, (_, index) => ({ ...OUTLET, id: `o${index + 100}` })))) {
        read++;
        yield line;
      }
    }
    const stream = diffPacks(await opened(packOf([{ ...OUTLET, id: 'o099' }])), await opened(counted()), never);
    const first = (await stream.next()).value as PackChange;
    expect([first.change, first.record.id, read]).toEqual(['removed', 'o099', 2]);
    await stream.return();
  });
});

describe('pack diff', async () => {
  const { run, put } = await commandFolder();
  await put('old.ndjson', `${packOf([OUTLET, REPORTER, ARTICLE]).join('\n')}\n`);
  const records = [OUTLET, TOPIC, { ...ARTICLE, headline: 'Another', text: 'Other.' }];
  await put('new.ndjson', `${signedPackOf(records, signerOf(1), { date: '2026-02-01' }).join('\n')}\n`);

  it('prints a table for people', async () => {
    const { status, printed, noted } = await run('diff', 'old.ndjson', 'new.ndjson');
    expect([status, noted]).toEqual([0, '']);
    expect(printed.replace(/signature: none → [0-9A-F ]+/, 'signature: none → KEY')).toBe(`~ date: none → 2026-02-01
~ signature: none → KEY
- reporter reporter:larkspur  Odetta Larkspur
+ topic topic:oreshnik  Oreshnik
~ article article:lathe  headline, text
             added  changed  removed
outlets          0        0        0
reporters        0        0        1
topics           1        0        0
articles         0        1        0
`);
  });

  it('prints one JSON object with --json', async () => {
    const { status, printed } = await run('diff', 'old.ndjson', 'new.ndjson', '--json');
    const none = { outlets: 0, reporters: 0, topics: 0, articles: 0 };
    expect([status, JSON.parse(printed)]).toEqual([
      0,
      {
        manifest: [
          { field: 'date', from: null, to: '2026-02-01' },
          { field: 'signature', from: null, to: expect.stringMatching(/^(?:[0-9A-F]{4} ){7}[0-9A-F]{4}$/) },
        ],
        changes: [
          { change: 'removed', type: 'reporter', id: 'reporter:larkspur' },
          { change: 'added', type: 'topic', id: 'topic:oreshnik' },
          { change: 'changed', type: 'article', id: 'article:lathe', fields: ['headline', 'text'] },
        ],
        counts: { added: { ...none, topics: 1 }, changed: { ...none, articles: 1 }, removed: { ...none, reporters: 1 } },
      },
    ]);
    const same = JSON.parse((await run('diff', 'old.ndjson', 'old.ndjson', '--json')).printed);
    expect(same).toEqual({ manifest: [], changes: [], counts: { added: none, changed: none, removed: none } });
  });

  it('goes on after lines it cannot use, and ends with 1', async () => {
    await put('damaged.ndjson', `${packOf([OUTLET, REPORTER, ARTICLE]).join('\n').replace('{"type":"reporter"', '{"type":"report"')}\n`);
    const { status, printed, noted } = await run('diff', 'old.ndjson', 'damaged.ndjson');
    expect(status).toBe(1);
    expect(printed).toContain('- reporter reporter:larkspur');
    expect(noted).toMatch(/^sidelight: the two packs have 3 faults;.*\n$/);
  });

  it('refuses a pack that is out of order, where nothing it said would be sure', async () => {
    const [manifest, ...lines] = packOf([OUTLET, REPORTER, ARTICLE]);
    await put('turned.ndjson', `${[manifest, ...lines.reverse()].join('\n')}\n`);
    const { status, noted } = await run('diff', 'old.ndjson', 'turned.ndjson');
    expect([status, noted]).toEqual([2, 'sidelight: turned.ndjson is not in the order of packs; sidelight pack build puts it right\n']);
  });
});
