import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isGzip, unpackGzip } from '../../../lib/feeds/unpack.ts';
import { feedOf, problemsOf } from './documents.ts';

const rss = (title: string, declaration = '') => `${declaration}<rss><channel><title>${title}</title></channel></rss>`;
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const utf8 = (text: string) => new TextEncoder().encode(text);

function utf32(text: string, little: boolean): Uint8Array {
  const codes = [...text].map((char) => char.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(4 * codes.length));
  for (const [index, code] of codes.entries()) view.setUint32(4 * index, code, little);
  return new Uint8Array(view.buffer);
}

describe('encodings', () => {
  it.each([
    ['UTF-8', utf8(rss('größe'))],
    ['UTF-8 with a mark', utf8(`\ufeff${rss('größe')}`)],
    ['UTF-16 with a mark', new Uint8Array(Buffer.from(`\ufeff${rss('größe')}`, 'utf16le'))],
    ['UTF-16 without', new Uint8Array(Buffer.from(rss('größe'), 'utf16le'))],
    ['big-endian UTF-16', new Uint8Array(Buffer.from(rss('größe'), 'utf16le').swap16())],
    ['UTF-32', utf32(rss('größe'), true)],
    ['big-endian UTF-32 with a mark', utf32(`\ufeff${rss('größe')}`, false)],
    ['declared Latin-1', latin1(rss('größe', '<?xml version="1.0" encoding="ISO-8859-1"?>'))],
    ['undeclared Latin-1', latin1(rss('größe'))],
  ])('%s', (_name, bytes) => {
    expect(feedOf(bytes).title).toBe('größe');
  });

  it('believes the content type, then the declaration', () => {
    const bytes = new Uint8Array([...latin1('<rss><channel><title>'), 0xc7, 0xee, ...latin1('</title></channel></rss>')]);
    expect(feedOf(bytes, { contentType: 'text/xml; charset="koi8-r"' }).title).toBe('гН');
    expect(problemsOf(bytes, { contentType: 'text/xml; charset=nonsense' })).toContain('unknown-encoding');
  });

  it('notes a wrong statement and reads on', () => {
    const bytes = utf8(rss('größe', '<?xml version="1.0" encoding="iso-8859-1"?>'));
    expect(feedOf(bytes).title).toBe('größe');
    expect(problemsOf(bytes)).toEqual(['wrong-encoding']);
    expect(problemsOf(utf8(rss('plain', '<?xml version="1.0" encoding="iso-8859-1"?>')))).toEqual([]);
  });

  it('reads around damaged bytes', () => {
    const bytes = new Uint8Array([...utf8('<rss><channel><title>größe '), 0xff, ...utf8('</title></channel></rss>')]);
    expect(feedOf(bytes).title).toBe('größe \ufffd');
    expect(problemsOf(bytes)).toEqual(['bad-bytes']);
  });
});

describe('content types', () => {
  it('notes a wrong one', () => {
    expect(problemsOf(rss('x'), { contentType: 'text/html' })).toEqual(['wrong-content-type']);
    expect(problemsOf(rss('x'), { contentType: 'application/rss+xml' })).toEqual([]);
    expect(problemsOf('https://a.example/', { contentType: 'text/plain' })).toEqual([]);
  });
});

describe('unpackGzip', () => {
  const packed = (text: string) => new Uint8Array(gzipSync(text));

  it('unpacks', async () => {
    expect(isGzip(packed('x'))).toBe(true);
    const result = await unpackGzip(packed('größe'), 1000);
    expect(result.ok && new TextDecoder().decode(result.value)).toBe('größe');
  });

  it('stops at a limit, and at what no sitemap can be', async () => {
    expect(await unpackGzip(packed('x'.repeat(2000)), 1000)).toMatchObject({ ok: false, error: { code: 'too-large' } });
    expect(await unpackGzip(packed('\0'.repeat(30_000_000)), 50_000_000)).toMatchObject({ ok: false, error: { code: 'too-large' } });
  });

  it('gives what came before damage, or says that there is nothing', async () => {
    const whole = packed(Array.from({ length: 20_000 }, (_, i) => `line ${i * 7919}`).join('\n'));
    const part = await unpackGzip(whole.slice(0, whole.length / 2), 10_000_000);
    expect(part.ok && new TextDecoder().decode(part.value)).toContain('line 7919\n');
    expect(await unpackGzip(new Uint8Array([0x1f, 0x8b, 1, 2, 3]), 1000)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  });
});
