import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../lib/packs/checksum.ts';
import { compareRecords } from '../../../lib/packs/order.ts';
import { openPack, readPack } from '../../../lib/packs/read.ts';
import { MAX_LINE_BYTES, type PackEntry, type PackRecord } from '../../../lib/packs/types.ts';
import { verifyPack } from '../../../lib/packs/verify.ts';
import { writePack } from '../../../lib/packs/write.ts';
import { runs } from '../../support/runs.ts';
import { ABOUT, ARTICLE, collect, OUTLET, packOf, REPORTER, TOPIC } from './records.ts';

const ALL: PackRecord[] = [OUTLET, REPORTER, TOPIC, ARTICLE];

/** A pack around record lines that no writer would write, its counts and checksum right. */
function handMade(lines: string[], counts: Partial<Record<'outlets' | 'reporters' | 'topics' | 'articles', number>> = {}): string[] {
  const manifest = {
    format: 'sidelight-pack',
    version: 1,
    ...ABOUT,
    counts: { outlets: 0, reporters: 0, topics: 0, articles: 0, ...counts },
    sha256: sha256Hex(lines.map((line) => `${line}\n`).join('')),
  };
  return [JSON.stringify(manifest), ...lines];
}

async function codes(lines: string[]): Promise<[number, string][]> {
  return (await verifyPack(lines)).errors.map(({ line, code }) => [line, code]);
}

describe('readPack', () => {
  it('hands back what was written, sorted by type and id', async () => {
    const entries = await collect(readPack(packOf([ARTICLE, TOPIC, REPORTER, OUTLET])));
    expect(entries.map((entry) => entry.ok && entry.value)).toEqual(ALL);
    expect(entries.map((entry) => entry.line)).toEqual([2, 3, 4, 5]);
  });

  it('reads any records it can write (property)', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 });
    const line = text.filter((value) => /[\p{L}\p{N}]/u.test(value));
    const id = fc.string({ unit: fc.constantFrom(...'abcxyz:/-09éж榛'), minLength: 1, maxLength: 12 });
    const article = fc
      .record({
        id,
        headline: line,
        text: fc.string({ unit: 'binary', maxLength: 60 }),
        description: fc.option(text),
        keywords: fc.array(line, { maxLength: 3 }),
        url: id.map((path) => `https://a.example/${path}`),
        sample: fc.boolean(),
      })
      .map((fields): PackRecord => ({ ...ARTICLE, ...fields }));
    const topic = fc
      .record({
        id,
        names: fc.dictionary(fc.constantFrom('en', 'uk', 'ar'), fc.array(line, { minLength: 1, maxLength: 3 }), { minKeys: 1 }),
      })
      .map((fields): PackRecord => ({ ...TOPIC, ...fields }));
    const records = fc.uniqueArray(fc.oneof(article, topic), { maxLength: 12, selector: (record) => `${record.type} ${record.id}` });
    await fc.assert(
      fc.asyncProperty(records, async (given) => {
        const once = (await collect(readPack(packOf(given)))).flatMap((entry) => (entry.ok ? [entry.value] : []));
        expect(once.map((record) => record.id)).toEqual([...given].sort(compareRecords).map((record) => record.id));
        expect(packOf(once)).toEqual(packOf(given));
        const twice = await collect(readPack(packOf(once)));
        expect(twice.flatMap((entry) => (entry.ok ? [entry.value] : []))).toEqual(once);
      }),
      { numRuns: runs(60) },
    );
  });

  it('never throws, whatever the lines (property)', async () => {
    const json = fc.json({ maxDepth: 3 });
    const lines = fc.array(fc.oneof(fc.string({ unit: 'binary' }), json, fc.constantFrom(...packOf(ALL))), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(lines, async (given) => {
        for (const entry of await collect(readPack(given))) {
          if (!entry.ok) expect(entry.error.message).not.toBe('');
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it('never throws for one damaged character anywhere (property)', async () => {
    const whole = packOf(ALL).join('\n');
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.string({ unit: 'binary', maxLength: 2 }), async (at, put) => {
        const damaged = whole.slice(0, at) + put + whole.slice(at + 1);
        fc.pre(damaged !== whole);
        const report = await verifyPack(damaged.split('\n'));
        // Only words of the manifest itself are outside the checksum.
        if (at >= whole.indexOf('\n')) expect(report.valid).toBe(false);
      }),
      { numRuns: runs(200) },
    );
  });

  it('stops its source when the consumer stops', async () => {
    let stopped = false;
    async function* source(): AsyncGenerator<string> {
      try {
        yield* packOf(ALL);
      } finally {
        stopped = true;
      }
    }
    for await (const entry of readPack(source())) {
      expect(entry.ok).toBe(true);
      break;
    }
    expect(stopped).toBe(true);
  });
});

describe('openPack', () => {
  it('gives the manifest before the records', async () => {
    const pack = await openPack(packOf(ALL));
    expect(pack).toMatchObject({ ok: true, value: { manifest: { name: 'Test pack', counts: { outlets: 1, articles: 1 } } } });
  });

  it('read again hands out the same records, and does not ask again whether the whole is sound', async () => {
    const [manifest = '', ...records] = packOf(ALL);
    const lines = [manifest, ...records, records.at(-1)!, '{"type":"article"}'];
    const read = async (again: boolean) => {
      const pack = await openPack(lines, { again });
      const entries: PackEntry[] = [];
      if (pack.ok) for await (const entry of pack.value.entries) entries.push(entry);
      return { handedOut: entries.filter(({ ok }) => ok), codes: entries.flatMap((entry) => (entry.ok ? [] : [entry.code])) };
    };
    const [first, second] = [await read(false), await read(true)];
    expect(second.handedOut).toEqual(first.handedOut);
    expect(first.codes).toEqual(['duplicate-id', 'bad-record', 'checksum-mismatch', 'wrong-counts']);
    expect(second.codes).toEqual(['duplicate-id', 'bad-record']);
  });

  it.each([
    ['nothing', []],
    ['an empty line', ['']],
    ['another format', ['{"format":"other","version":1}']],
    ['null', ['null']],
    ['a list', ['[]']],
    ['a newer version', [packOf(ALL)[0]?.replace('"version":1', '"version":2') ?? '']],
    ['a negative count', [packOf(ALL)[0]?.replace('"outlets":1', '"outlets":-1') ?? '']],
  ])('refuses %s', async (_what, lines) => {
    expect(await openPack(lines)).toMatchObject({ ok: false, error: { code: 'bad-pack' } });
    expect((await verifyPack(lines)).valid).toBe(false);
  });
});

describe('what verifyPack finds', () => {
  const outlet = '{"type":"outlet","id":"o","name":"O"}';

  it('finds nothing in a pack as written', async () => {
    expect(await verifyPack(packOf(ALL))).toEqual({ valid: true, errors: [] });
  });

  it('names the line that is no JSON, no record or of an unknown type', async () => {
    const lines = handMade([outlet, 'not json', '', '{"type":"feed","id":"f"}', '{"type":"outlet","id":"p"}'], { outlets: 1 });
    expect(await codes(lines)).toEqual([
      [3, 'not-json'],
      [4, 'not-json'],
      [5, 'bad-record'],
      [6, 'bad-record'],
    ]);
  });

  it('names duplicates, and hands out the first record only', async () => {
    const article = (id: string, url: string) => `{"type":"article","id":"${id}","url":"${url}","headline":"H"}`;
    const twice = [article('a', 'https://a.example/x'), article('b', 'http://a.example/x/#top')];
    const lines = handMade([outlet, outlet, ...twice], { outlets: 2, articles: 2 });
    expect(await codes(lines)).toEqual([
      [3, 'duplicate-id'],
      [5, 'duplicate-url'],
    ]);
    const ids = (await collect(readPack(lines))).flatMap((entry) => (entry.ok ? [entry.value.id] : []));
    expect(ids).toEqual(['o', 'a']);
  });

  it('names a wrong order once', async () => {
    const lines = handMade(
      ['c', 'b', 'a'].map((id) => `{"type":"outlet","id":"${id}","name":"O"}`),
      { outlets: 3 },
    );
    expect(await codes(lines)).toEqual([[3, 'wrong-order']]);
  });

  it('names wrong counts and a changed, missing or added line', async () => {
    const lines = packOf(ALL);
    expect(await codes(lines.slice(0, -1))).toEqual([
      [1, 'checksum-mismatch'],
      [1, 'wrong-counts'],
    ]);
    expect(await codes(lines.map((line) => line.replace('Covers', 'covers')))).toEqual([[1, 'checksum-mismatch']]);
    expect(await codes(handMade([outlet], { outlets: 2 }))).toEqual([[1, 'wrong-counts']]);
  });

  it('reports a line over the limit without reading it', async () => {
    const long = `{"type":"outlet","id":"o","name":"${'é'.repeat(MAX_LINE_BYTES / 2)}"}`;
    expect(await codes(handMade([long]))).toEqual([[2, 'too-large']]);
  });

  it('does not quote what the pack says', async () => {
    const lines = handMade([
      '{"type":"outlet","id":"o","name":7}',
      `{"type":"topic","id":"t","kind":"topic","names":{"<b>secret</b>":["x"]}}`,
    ]);
    const { errors } = await verifyPack(lines);
    expect(errors).toHaveLength(2);
    expect(JSON.stringify(errors)).not.toContain('secret');
  });
});

describe('hostile records', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://a.example/',
    '//a.example/',
    'https://',
    'https://user:pass@a.example/',
    'https://user@a.example/',
    'https://a.example/ x',
    'https://a.example\\@b.example/',
    ` https://a.example/`,
    `https://a.example/${'x'.repeat(3_000)}`,
    'https://[::/',
  ])('refuses the address %s', async (url) => {
    for (const record of [
      { ...ARTICLE, url },
      { ...OUTLET, url },
      { ...REPORTER, sameAs: [url] },
    ]) {
      expect(writePack([record], ABOUT)).toMatchObject({ ok: false });
      expect(await codes(handMade([JSON.stringify(record)]))).toEqual([[2, 'bad-record']]);
    }
  });

  it('takes direction overrides, control characters and line breaks out of names and headlines', async () => {
    const evil = {
      ...ARTICLE,
      headline: '\u202Efdp.\u202C\u0000 two\nlines \u2066x\u2069',
      text: 'a\u202Eb\r\n\r\nc\u0007',
      keywords: ['\u200Fk'],
    };
    const [entry] = await collect(readPack(handMade([JSON.stringify(evil)], { articles: 1 })));
    expect(entry).toMatchObject({ ok: true, value: { headline: 'fdp. two lines x', text: 'ab\n\nc', keywords: ['k'] } });
  });

  it('is not moved by __proto__ and constructor', async () => {
    const line = `{"type":"topic","id":"t","kind":"topic","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"names":{"en":["N"]}}`;
    const [entry] = await collect(readPack(handMade([line], { topics: 1 })));
    expect(entry).toMatchObject({ ok: true, value: { id: 't', names: { en: ['N'] } } });
    expect(Object.keys((entry?.ok && entry.value) || {})).not.toContain('__proto__');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('refuses values over their limits, and survives deep nesting', async () => {
    const bad = [
      { ...ARTICLE, text: 'x'.repeat(500_001) },
      { ...ARTICLE, headline: 'x'.repeat(1_001) },
      { ...ARTICLE, headline: ' \u202E ' },
      { ...ARTICLE, id: 'two words' },
      { ...ARTICLE, id: 'x'.repeat(201) },
      { ...ARTICLE, datePublished: 'yesterday' },
      { ...ARTICLE, keywords: Array.from({ length: 201 }, () => 'k') },
      { ...TOPIC, names: {} },
      { ...TOPIC, names: { en: [] } },
    ];
    for (const record of bad) expect(await codes(handMade([JSON.stringify(record)]))).toEqual([[2, 'bad-record']]);
    expect(await codes(handMade(['['.repeat(400_000)]))).toEqual([[2, 'not-json']]);
  });
});
