import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type ArchivedFile, archivedFiles, isArchive } from '../../../lib/imports/archive.ts';
import { readFiles } from '../../../lib/services/library-import.ts';
import { runs } from '../../support/runs.ts';
import { pieces } from './read.ts';

const POCKET = 'title,url,time_added,tags,status\nCranes,https://harbour.example/port,1700000000,ships,unread\n';
const LATER = 'title,url,time_added,tags,status\nA lathe,https://lowland.example/lathe,1700000001,,archive\n';

const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

async function unpack(bytes: Uint8Array, size = 1_000, max?: number): Promise<ArchivedFile[]> {
  const files: ArchivedFile[] = [];
  for await (const file of archivedFiles(pieces(bytes, size), max)) files.push(file);
  return files;
}

const textOf = ({ pieces: parts }: ArchivedFile) => parts.map((part) => new TextDecoder().decode(part)).join('');

async function read(files: Record<string, Uint8Array>, signal = new AbortController().signal) {
  const progress: number[] = [];
  const set = await readFiles(
    Object.entries(files).map(([name, bytes]) => ({
      name,
      size: bytes.length,
      async *chunks() {
        yield* pieces(bytes, 500);
      },
    })),
    { signal, onProgress: (done) => progress.push(done) },
  );
  return { set, progress };
}

describe('archives', () => {
  it('are told by their first bytes', () => {
    expect(isArchive(zip({ 'a.csv': POCKET }))).toBe(true);
    expect(isArchive(strToU8(POCKET))).toBe(false);
    expect(isArchive(new Uint8Array())).toBe(false);
  });

  it('give their lists, whatever the pieces they come in', async () => {
    const long = POCKET.repeat(2_000);
    const bytes = zip({ 'pocket/part_000000.csv': long, 'picture.png': 'x'.repeat(500), 'pocket/part_000001.csv': LATER });
    for (const size of [1, 37, 10_000_000].slice(bytes.length > 5_000 ? 1 : 0)) {
      const files = await unpack(bytes, size);
      expect(files.map(({ name, isCut }) => [name, isCut])).toEqual([
        ['pocket/part_000000.csv', false],
        ['pocket/part_000001.csv', false],
      ]);
      expect(files.map(textOf)).toEqual([long, LATER]);
    }
  });

  it('that end early or are damaged give what is whole, and say what is not', async () => {
    const bytes = zip({ 'a.csv': LATER, 'b.csv': POCKET.repeat(500) + Math.PI });
    // In the middle of the second file: its header begins with PK, too.
    const cut = await unpack(bytes.subarray(0, bytes.lastIndexOf(3, bytes.length - 300) + 60));
    expect(cut.map(({ name, isCut }) => [name, isCut])).toEqual([
      ['a.csv', false],
      ['b.csv', true],
    ]);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, byte) => {
        const bad = bytes.slice();
        bad[at] = byte;
        await unpack(bad);
      }),
      { numRuns: runs(100) },
    );
  });

  it('that would unpack to more than anybody keeps are given up', async () => {
    const bomb = zipSync({ 'bomb.csv': new Uint8Array(20_000_000) }, { level: 1 });
    expect(bomb.length).toBeLessThan(100_000);
    const files = await unpack(bomb, 500, 1_000_000);
    expect(files.map(({ isCut }) => isCut)).toEqual([true]);
    expect(files[0]!.pieces.reduce((sum, piece) => sum + piece.length, 0)).toBeLessThan(2_000_000);
  });

  it('say how many entries are of a page of which another one is', async () => {
    const { set } = await read({ 'a.csv': strToU8(POCKET), 'again.csv': strToU8(POCKET), 'more.csv': strToU8(LATER) });
    expect(set.ok && [set.value.joined, set.value.items.size]).toEqual([1, 2]);
  });

  it('are read beside other files: each list by its name, the rest passed over', async () => {
    const bytes = zip({
      'part_000000.csv': POCKET,
      'readme.txt': 'Thank you for using it.',
      'content/a.html': '<p>The text of a page',
      'highlights/a.md': '> A passage',
    });
    const { set, progress } = await read({ 'export.zip': bytes, 'more.csv': strToU8(LATER), 'other.zip': zip({ 'a.txt': 'nothing' }) });
    if (!set.ok) throw new Error(set.error.message);
    expect(set.value.files.map(({ name, format, refused, records }) => [name, format, refused, records])).toEqual([
      ['export.zip/part_000000.csv', 'pocket-csv', null, 1],
      ['more.csv', 'pocket-csv', null, 1],
      ['other.zip', null, 'zip', 0],
    ]);
    expect([...set.value.items.values()].map(({ url }) => url)).toEqual(['https://harbour.example/port', 'https://lowland.example/lathe']);
    expect(set.value.joined).toBe(0);
    expect(set.value.passedOver.count).toBe(4);
    expect(set.value.passedOver.names.toSorted()).toEqual(['a.txt', 'content/a.html', 'highlights/a.md', 'readme.txt']);
    expect(progress.at(-1)).toBeCloseTo(0.5);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  });

  it('of Omnivore: highlights become notes of their pages, texts of pages take nothing of what an archive may unpack to', async () => {
    const page = (slug: string) => ({
      id: slug,
      slug,
      title: slug,
      url: `https://harbour.example/${slug}`,
      savedAt: '2024-01-02T03:04:05.000Z',
    });
    const archive = {
      'metadata_0_to_1.json': JSON.stringify([page('cranes-18c')]),
      'content/cranes-18c.html': `<p>${'A long text. '.repeat(100_000)}`,
      'highlights/cranes-18c.md': '> Nothing moved that day. \n\n#port\n\nAsk the harbour master',
      'metadata_1_to_2.json': JSON.stringify([page('lathe-18d')]),
      'highlights/other.md': '> A passage',
      'highlights/__proto__.md': '> Another',
    };
    const { set } = await read({ 'omnivore.zip': zip(archive) });
    if (!set.ok) throw new Error(set.error.message);
    expect(set.value.files.map(({ name, format, records, problems }) => [name, format, records, problems])).toEqual([
      ['omnivore.zip/metadata_0_to_1.json', 'omnivore', 1, []],
      ['omnivore.zip/metadata_1_to_2.json', 'omnivore', 1, []],
      ['omnivore.zip/highlights', 'omnivore-highlights', 1, []],
    ]);
    expect([...set.value.items.values()].map(({ title, note }) => [title, note])).toEqual([
      ['cranes-18c', '> Nothing moved that day. \n\n#port\n\nAsk the harbour master'],
      ['lathe-18d', null],
    ]);
    expect(set.value.passedOver.names.toSorted()).toEqual(['content/cranes-18c.html', 'highlights/__proto__.md', 'highlights/other.md']);
    expect((await unpack(zip(archive), 1_000, 5_000)).every(({ isCut }) => !isCut)).toBe(true);
  });

  it('of Pocket: highlights become notes of their pages', async () => {
    const highlights = [
      {
        url: 'https://harbour.example/port',
        title: 'Cranes',
        highlights: [
          { quote: 'The second\nin two lines', created_at: 1_700_000_200 },
          { quote: 'The first', created_at: 1_700_000_100 },
        ],
      },
    ];
    const { set } = await read({
      'pocket.zip': zip({ 'part_000000.csv': POCKET, 'annotations/part_000000.json': JSON.stringify(highlights) }),
    });
    if (!set.ok) throw new Error(set.error.message);
    expect(set.value.files.map(({ format, records }) => [format, records])).toEqual([
      ['pocket-csv', 1],
      ['pocket-highlights', 1],
    ]);
    expect([...set.value.items.values()]).toMatchObject([
      { title: 'Cranes', addedAtMs: 1_700_000_000_000, tags: ['ships'], note: '> The first\n\n> The second\n> in two lines' },
    ]);
  });

  it('say where they were cut though what was cut is no list', async () => {
    const whole = zip({ 'a.csv': POCKET, 'b.txt': Array.from({ length: 500 }, (_, i) => `Thanks ${i ** 3}`).join(' ') });
    const { set } = await read({ 'cut.zip': whole.subarray(0, whole.length - 600) });
    expect(set.ok && set.value.files.map(({ name, problems }) => [name, problems.map(({ code }) => code)])).toEqual([
      ['cut.zip/a.csv', ['cut-short']],
    ]);
  });

  it('say where a list ends early, and stop when the reader does', async () => {
    const whole = zip({ 'a.csv': POCKET.repeat(50) + Math.E });
    const { set } = await read({ 'cut.zip': whole.subarray(0, whole.length - 120) });
    expect(set.ok && set.value.files.map(({ problems }) => problems.map(({ code }) => code))).toEqual([['cut-short']]);
    const stopped = await read({ 'a.zip': whole }, AbortSignal.abort());
    expect(stopped.set).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });
});
