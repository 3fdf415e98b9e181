import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/core/settings.ts';
import { packLines } from '../../lib/packs/lines.ts';
import { importPack, readWholePack } from '../../lib/services/import-pack.ts';
import { BACKUP_LINE_BYTES, BACKUP_TABLES } from '../../lib/store/backup-source.ts';
import { finishRestore } from '../../lib/store/finish-restore.ts';
import { type IndexedDbStore, openStore } from '../../lib/store/indexed-db/open-store.ts';
import { beginRestore, previewRestore } from '../../lib/store/restore.ts';
import { runs } from '../support/runs.ts';
import { ARTICLE, OUTLET, packOf, REPORTER, TOPIC } from '../unit/packs/records.ts';
import { value } from './checks.ts';
import { derive } from './sample-data.ts';

/**
 * Files that are not what they say: every one gives a clear error, with nothing written, or a safe result. "Safe" is tested on what
 * the store then holds: http(s) addresses only, no key that reaches a prototype, the tables as one backup can hold them.
 */

const BACKUP = readFileSync(fileURLToPath(new URL('../fixtures/backups/version-1.ndjson', import.meta.url)));
const PACK = Buffer.from(`${packOf([OUTLET, REPORTER, TOPIC, ARTICLE]).join('\n')}\n`);
const MIB = 1024 * 1024;
/** Lines of a file that is large for what it is. */
const MANY = process.env.SIDELIGHT_LONG === '1' ? 200_000 : 40_000;

// Large files on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let opened = 0;
let empty: IndexedDbStore;

const fresh = (): Promise<IndexedDbStore> => openStore({ databaseName: `hostile-${opened++}`, derive, nowMs: () => 0 }).then(value);

async function rowsOf(store: IndexedDbStore): Promise<{ id: string }[]> {
  const rows: { id: string }[] = [];
  for (const table of BACKUP_TABLES) rows.push(...(await store.readRows(table, null, 1_000_000)));
  return rows;
}

/** Every address a store holds. */
function addressesIn(rows: object[]): string[] {
  return [...JSON.stringify(rows).matchAll(/"(?:url|sameAs)":(?:"([^"]*)"|\[([^\]]*)\])/gu)].flatMap(([, one, many]) =>
    one === undefined ? (JSON.parse(`[${many}]`) as string[]) : [one],
  );
}

beforeAll(async () => {
  empty = await fresh();
});

/** Restores bytes into a store of its own, if they are a backup; the sentence that refuses them otherwise. */
async function restore(bytes: Uint8Array): Promise<string | { id: string }[]> {
  const preview = await previewRestore(empty, packLines([bytes], BACKUP_LINE_BYTES), DEFAULT_SETTINGS);
  expect(await rowsOf(empty)).toEqual([]);
  if (!preview.ok) return preview.error.message;
  const store = await fresh();
  value(await beginRestore(store, preview.value, 'replace'));
  value(await finishRestore(store));
  const rows = await rowsOf(store);
  store.close();
  return rows;
}

/** Imports bytes into a store of its own, if they are a pack; the sentence that refuses them otherwise. */
async function load(bytes: Uint8Array): Promise<string | { id: string }[]> {
  const reading = await readWholePack(packLines([bytes]));
  if (!reading.ok) return reading.error.message;
  const store = await fresh();
  const imported = await importPack(reading.value, { store, derive, nowMs: 0 });
  const rows = await rowsOf(store);
  store.close();
  if (imported.ok) return rows;
  expect(rows).toEqual([]);
  return imported.error.message;
}

const FORMATS = [
  { format: 'a backup', whole: BACKUP, take: restore, header: 'sidelight-backup' },
  { format: 'a pack', whole: PACK, take: load, header: 'sidelight-pack' },
] as const;

/** The file with other lines after its first, whose checksum holds for them. */
function withLines(whole: Buffer, lines: (string | Uint8Array)[], counts: object): Buffer {
  const [first = ''] = whole.toString().split('\n');
  const body = Buffer.concat(lines.flatMap((line) => [Buffer.from(line as string), Buffer.from('\n')]));
  const sha256 = createHash('sha256').update(body).digest('hex');
  return Buffer.concat([Buffer.from(`${JSON.stringify({ ...JSON.parse(first), counts, sha256 })}\n`), body]);
}

const clear = (outcome: unknown): void => {
  expect(outcome).toEqual(expect.stringMatching(/^[A-Z].{10,300}$/u));
};

describe.each(FORMATS)('$format of hostile bytes', ({ whole, take }) => {
  it('is read as it is meant while nobody touched it', async () => {
    expect((await take(whole)).length).toBeGreaterThan(3);
  });

  it('cut anywhere is refused', async () => {
    const cut = fc.integer({ min: 0, max: whole.length - 2 });
    await fc.assert(
      fc.asyncProperty(cut, async (at) => clear(await take(whole.subarray(0, at)))),
      { numRuns: runs(60) },
    );
  });

  it('with any byte changed is refused or safe', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const bytes = Buffer.from(whole);
        bytes[at] = byte;
        const outcome = await take(bytes);
        if (typeof outcome === 'string') clear(outcome);
        else for (const address of addressesIn(outcome)) expect(address).toMatch(/^https?:\/\//u);
      }),
      { numRuns: runs(150) },
    );
  });

  it.each([
    ['nothing', ''],
    ['NUL bytes', Buffer.alloc(4096)],
    ['bytes that are no UTF-8', Buffer.from([0xff, 0xfe, 0xc0, 0x80, 0x0a, 0xed, 0xa0, 0x80])],
    ['one line of 10 MB', Buffer.alloc(10 * MIB, 'a')],
    ['a million line feeds', Buffer.alloc(1_000_000, '\n')],
    ['a first line of open brackets', '['.repeat(200_000)],
    ['a first line that inherits', '{"__proto__":{"format":"sidelight-backup","version":1}}\n'],
    ['another format', '{"format":"sidelight-other","version":1}\n'],
  ])('%s: refused', async (_what, bytes) => {
    clear(await take(Buffer.from(bytes as string)));
  });

  it('of random bytes or JSON is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.json()), async (bytes) =>
        clear(await take(Buffer.from(bytes as string))),
      ),
      { numRuns: runs(100) },
    );
  });
});

describe('a backup of hostile lines, its checksum in order', () => {
  const followed = (id: string) => `{"row":{"id":"${id}"},"table":"followed"}`;

  it.each([
    ['a line of 10 MB', [followed('x'.repeat(10 * MIB))], { followed: 1 }, /Line 2.*longer/u],
    ['NUL bytes in a line', [followed('a\0b')], { followed: 1 }, /Line 2.*JSON/u],
    ['deep nesting', [`{"table":"pins","row":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`], { pins: 1 }, /Line 2/u],
    ['an id twice', [followed('@a'), followed('@a')], { followed: 2 }, /Line 3.*before/u],
    ['a line that inherits', ['{"table":"followed","row":{"id":"@a","__proto__":{"polluted":1}}}'], { followed: 1 }, /Line 2.*key/u],
  ])('%s: refused', async (_what, lines, counts, message) => {
    expect(await restore(withLines(BACKUP, lines, counts))).toMatch(message);
    expect({}).not.toHaveProperty('polluted');
  });

  it('with bytes that are no UTF-8 is refused, for its checksum is of other bytes', async () => {
    const line = Buffer.from(followed('@a?'));
    line[line.indexOf('?')] = 0xff;
    expect(await restore(withLines(BACKUP, [line], { followed: 1 }))).toMatch(/checksum/u);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'JaVaScRiPt:x', ' https://x', 'chrome://settings'])(
    'with the address %s is refused wherever it stands',
    async (address) => {
      const rows = BACKUP.toString().trimEnd().split('\n').slice(1);
      const withAddress = rows.filter((row) => /"(?:url|sameAs)":/u.test(row));
      expect(withAddress.length).toBeGreaterThan(4);
      for (const row of withAddress) {
        const { table } = JSON.parse(row);
        const changed = row.replace(/"https:\/\/[^"]*"/u, JSON.stringify(address));
        const outcome = await restore(withLines(BACKUP, [changed], { [table]: 1 }));
        if (address === ' https://x' && typeof outcome !== 'string') continue;
        expect(outcome).toMatch(/Line 2/u);
      }
    },
  );

  it(`of ${MANY} lines is read in one go, and one bad line among them is named`, async () => {
    const lines = Array.from({ length: MANY }, (_, i) => followed(`@r${i}`));
    const preview = await previewRestore(empty, packLines([withLines(BACKUP, lines, { followed: lines.length })]), DEFAULT_SETTINGS);
    expect(value(preview).counts.followed.new).toBe(MANY);
    const at = (MANY * 3) / 4;
    lines[at] = followed('@r7');
    expect(await restore(withLines(BACKUP, lines, { followed: lines.length }))).toContain(`Line ${at + 2}`);
  });
});

describe('a pack of hostile lines, its checksum in order', () => {
  const article = (over: object) => JSON.stringify({ type: 'article', id: 'a', url: 'https://a.example/', headline: 'A', ...over });
  const none = { outlets: 0, reporters: 0, topics: 0, articles: 0 };

  it.each([
    ['NUL bytes in a line', ['{"type":"article","id":"a\0"}'], none],
    ['deep nesting', [article({ keywords: 0 }).replace('0}', `${'['.repeat(100_000)}${']'.repeat(100_000)}}`)], none],
    ['a javascript: address', [article({ url: 'javascript:alert(1)' })], none],
    ['a user name in an address', [article({ url: 'https://bank.example@evil.example/' })], none],
    ['a topic named after a prototype', ['{"type":"topic","id":"t","kind":"topic","names":{"__proto__":["x"]}}'], none],
    ['a line that inherits its type', ['{"__proto__":{"type":"article"},"id":"a","url":"https://a.example/","headline":"A"}'], none],
    [`${5 * MANY} bad lines`, Array.from({ length: 5 * MANY }, () => '0'), none],
  ])('%s: left out, and counted', async (_what, lines, counts) => {
    const reading = value(await readWholePack(packLines([withLines(PACK, lines, counts)])));
    expect(reading.records).toEqual([]);
    expect(reading.unreadable).toBe(lines.length);
    expect(reading.problems.length).toBeLessThanOrEqual(1_000);
    expect(reading.problems.some(({ fatal }) => fatal)).toBe(false);
    expect({}).not.toHaveProperty('type');
  });

  it('with a line of 10 MB is refused whole: what was cut off it is not under its checksum', async () => {
    expect(await load(withLines(PACK, [article({ text: 'x'.repeat(10 * MIB) })], none))).toMatch(/damaged or was edited/u);
  });

  it('keeps the first of records with one id, and drops what would pollute', async () => {
    const lines = [
      article({}),
      article({ headline: 'B', url: 'https://b.example/' }),
      article({ id: 'b', url: 'https://c.example/', constructor: 1 }),
    ];
    const outcome = await load(withLines(PACK, lines, { ...none, articles: 3 }));
    expect(outcome).toHaveLength(2);
    expect(JSON.stringify(outcome)).not.toContain('constructor');
    expect((outcome as { headline?: string }[]).map(({ headline }) => headline)).toEqual(['A', 'A']);
  });
});
