import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetOwnFileCopies, readLargeOwnFile } from '../../../lib/platform/own-files.ts';

const PATH = '/data/list';
/** What the file holds, how often it was read, and the browser's cache. */
const file = { bytes: [1, 2, 3], reads: 0 };
let entries: Map<string, Uint8Array<ArrayBuffer>>;
let broken: boolean;

const cache = {
  match: async (key: string) => {
    if (broken) throw new DOMException('damaged', 'UnknownError');
    const kept = entries.get(key);
    return kept && new Response(kept);
  },
  put: async (key: string, response: Response) => void entries.set(key, new Uint8Array(await response.arrayBuffer())),
};

beforeEach(() => {
  entries = new Map();
  broken = false;
  file.reads = 0;
  vi.stubGlobal('fetch', async (url: string) => {
    expect(url).toBe(PATH);
    file.reads++;
    return new Response(new Uint8Array(file.bytes));
  });
  vi.stubGlobal('caches', { open: async () => cache, delete: async () => entries.clear() });
});
afterEach(() => vi.unstubAllGlobals());

const read = async (mark: string) => [...(await readLargeOwnFile(PATH, mark))];

it('reads the file once, and its copy from then on', async () => {
  expect(await read('a')).toEqual([1, 2, 3]);
  await vi.waitFor(() => expect(entries.size).toBe(1));
  expect(await read('a')).toEqual([1, 2, 3]);
  expect(file.reads).toBe(1);
});

it('reads the file of another build, and keeps its copy alone', async () => {
  await read('a');
  await vi.waitFor(() => expect(entries.size).toBe(1));
  await read('b');
  await vi.waitFor(() => expect([...entries.keys()]).toEqual([expect.stringContaining('?b')]));
  expect(file.reads).toBe(2);
});

it('reads the file where the copy cannot be read, is empty or was taken away, where there is no cache, and without a mark', async () => {
  await read('a');
  await vi.waitFor(() => expect(entries.size).toBe(1));
  broken = true;
  expect(await read('a')).toEqual([1, 2, 3]);
  broken = false;
  entries.set([...entries.keys()][0]!, new Uint8Array());
  expect(await read('a')).toEqual([1, 2, 3]);
  await vi.waitFor(() => expect([...entries.values()][0]).toHaveLength(3));
  await forgetOwnFileCopies();
  expect(await read('a')).toEqual([1, 2, 3]);
  expect(await read('')).toEqual([1, 2, 3]);
  vi.stubGlobal('caches', undefined);
  expect(await read('a')).toEqual([1, 2, 3]);
  expect(file.reads).toBe(6);
});
