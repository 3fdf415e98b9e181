import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packLines } from '../../../lib/packs/lines.ts';
import { MAX_LINE_BYTES } from '../../../lib/packs/types.ts';
import { collect } from './records.ts';

function chunksOf(bytes: Uint8Array, sizes: number[]): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let start = 0, i = 0; start < bytes.length; i++) {
    const size = sizes[i % sizes.length] ?? 1;
    chunks.push(bytes.subarray(start, start + size));
    start += size;
  }
  return chunks;
}

describe('packLines', () => {
  it('cuts at line feeds wherever the chunks end (property)', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });
    const lines = fc.array(
      fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll(/[\n\ufeff]/g, '')),
      { maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(lines, sizes, async (given, cuts) => {
        const bytes = new TextEncoder().encode(given.map((line) => `${line}\n`).join(''));
        expect(await collect(packLines(chunksOf(bytes, cuts)))).toEqual(given);
      }),
    );
  });

  it('gives a last line without line feed, leaves out a byte order mark before the first and keeps carriage returns', async () => {
    expect(await collect(packLines([new TextEncoder().encode('\uFEFFa\r\n\uFEFFb')]))).toEqual(['a\r', '\uFEFFb']);
    expect(await collect(packLines(chunksOf(new TextEncoder().encode('\uFEFFa'), [1])))).toEqual(['a']);
    expect(await collect(packLines([]))).toEqual([]);
  });

  it('never holds more of a line than is needed to call it too long', async () => {
    const chunk = new Uint8Array(1 << 20).fill(97);
    const lines = await collect(packLines([chunk, chunk, chunk, new Uint8Array([10, 98, 10])]));
    expect(lines.map((line) => line.length)).toEqual([MAX_LINE_BYTES + 1, 1]);
  });

  it('does not share a buffer its source uses again', async () => {
    const buffer = new Uint8Array(2);
    function* source(): Generator<Uint8Array> {
      for (const pair of ['ab', 'cd', 'e\n']) {
        buffer.set(new TextEncoder().encode(pair));
        yield buffer;
      }
    }
    expect(await collect(packLines(source()))).toEqual(['abcde']);
  });
});
