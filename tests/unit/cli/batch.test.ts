import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowError, runBatch, textField } from '../../../lib/cli/batch.ts';
import { testIo } from './test-io.ts';

const shout = ({ row }: { row: Record<string, unknown> }) => ({ said: textField(row, 'text').toUpperCase() });
const rowsOf = (printed: string) =>
  printed
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('runBatch', () => {
  it('answers rows in order and reports the bad ones in place', async () => {
    const io = testIo('{"id":"a","text":"x"}\n\nnot json\n{"id":"b"}\n[1]\n{"id":7,"text":"y"}');
    expect(await runBatch('-', io, {}, shout)).toBe(1);
    const rows = rowsOf(io.printed());
    expect(rows[0]).toEqual({ id: 'a', said: 'X' });
    expect(rows[1]).toEqual({ id: null, error: { code: 'bad-json', message: 'the row is not valid JSON' } });
    expect(rows[2].id).toBe('b');
    expect(rows[2].error.code).toBe('bad-row');
    expect(rows[3].error.code).toBe('bad-row');
    expect(rows[4]).toEqual({ id: 7, said: 'Y' });
  });

  it('names the id as the command asks', async () => {
    const io = testIo('{"id":"a","text":"x"}\n{"id":"b"}\n');
    await runBatch('-', io, { key: 'query' }, shout);
    expect(rowsOf(io.printed()).map((row) => row.query)).toEqual(['a', 'b']);
  });

  it('answers each row before the next has come', async () => {
    const seen: string[] = [];
    const io = testIo();
    io.stdin = (async function* () {
      yield new TextEncoder().encode('{"id":"a","text":"x"}\n');
      seen.push(io.printed());
      yield new TextEncoder().encode('{"id":"b","text":"y"}\n');
    })();
    await runBatch('-', io, {}, shout);
    expect(seen).toEqual(['{"id":"a","said":"X"}\n']);
  });

  it('waits for the reader of its answers', async () => {
    const order: string[] = [];
    const io = testIo('{"id":1,"text":"x"}\n{"id":2,"text":"y"}\n');
    io.out = async () => {
      await new Promise((done) => setTimeout(done, 5));
      order.push('written');
    };
    await runBatch('-', io, {}, ({ row }) => {
      order.push(`row ${row.id}`);
      return {};
    });
    expect(order).toEqual(['row 1', 'written', 'row 2', 'written']);
  });

  it('joins lines cut by chunks, takes a byte order mark and carriage returns, and leaves U+2028 alone', async () => {
    const bytes = new TextEncoder().encode('\ufeff{"id":"é","text":"a\u2028b"}\r\n{"id":"2","text":"z"}');
    const io = testIo(Array.from(bytes, (byte) => new Uint8Array([byte])));
    expect(await runBatch('-', io, {}, shout)).toBe(0);
    expect(rowsOf(io.printed())).toEqual([
      { id: 'é', said: 'A\u2028B' },
      { id: '2', said: 'Z' },
    ]);
  });

  it('unpacks gzip on standard input', async () => {
    const io = testIo(gzipSync('{"id":"a","text":"x"}\n'));
    expect(await runBatch('-', io, {}, shout)).toBe(0);
    expect(rowsOf(io.printed())).toEqual([{ id: 'a', said: 'X' }]);
  });

  it('refuses answers over ten times their input, 4 kB at least', async () => {
    const io = testIo('{"id":"a","size":4000}\n{"id":"b","size":9000}\n{"id":"c","size":9000,"file":1000}\n');
    const status = await runBatch('-', io, {}, ({ row, measureBy, answerLimit }) => {
      if (typeof row.file === 'number') measureBy(row.file);
      expect(answerLimit()).toBe(row.file ? 10_000 : 4096);
      return { blob: 'x'.repeat(row.size as number) };
    });
    expect(status).toBe(1);
    expect(rowsOf(io.printed()).map((row) => row.error?.code)).toEqual([undefined, 'answer-too-large', undefined]);
  });

  it('lives through deep nesting, bytes that are no UTF-8 and faults of the command', async () => {
    const deep = `{"id":"deep","text":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    const io = testIo([
      new TextEncoder().encode(`${deep}\n`),
      new Uint8Array([...new TextEncoder().encode('{"id":"l","text":"'), 0xe9, 34, 125, 10]),
    ]);
    expect(await runBatch('-', io, {}, ({ row }) => ({ echo: row.text }))).toBe(1);
    const rows = rowsOf(io.printed());
    expect(rows[0].id).toBe('deep');
    expect(rows[0].error).toBeDefined();
    expect(rows[1]).toEqual({ id: 'l', error: { code: 'not-utf8', message: 'the row is not valid UTF-8' } });
  });

  it('keeps a row error as the command worded it, and hides what it did not expect', async () => {
    const io = testIo('{"id":1}\n{"id":2}\n');
    await runBatch('-', io, {}, ({ row }) => {
      if (row.id === 1) throw new RowError('no-such-thing', 'two\nlines');
      throw new TypeError('x is undefined at /home/someone/secret.ts:3:1');
    });
    expect(rowsOf(io.printed())).toEqual([
      { id: 1, error: { code: 'no-such-thing', message: 'two lines' } },
      { id: 2, error: { code: 'unexpected', message: 'the row could not be processed' } },
    ]);
  });

  it('never gives a number back as another', async () => {
    const io = testIo('{"id":9007199254740993}\n{"id":9007199254740991}\n{"id":-1e400}\n{"id":1.5}');
    expect(await runBatch('-', io, {}, () => ({ ok: true }))).toBe(1);
    const [large, safe, endless, half] = io
      .printed()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect([large, endless]).toMatchObject([
      { id: null, error: { code: 'bad-row' } },
      { id: null, error: { code: 'bad-row' } },
    ]);
    expect([safe, half]).toEqual([
      { id: 9007199254740991, ok: true },
      { id: 1.5, ok: true },
    ]);
  });

  it('answers every line that holds something, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.json(), fc.string())), async (texts) => {
        const lines = texts
          .map((text) => text.replaceAll('\n', ' '))
          .filter((text) => text.replace(/^\ufeff/, '').replace(/[ \t\r]+/g, '') !== '');
        const io = testIo(`${lines.join('\n')}\n`);
        await runBatch('-', io, {}, shout);
        expect(io.printed().split('\n').length - 1).toBe(lines.length);
      }),
      { numRuns: 60 },
    );
  });
});
