import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../lib/cli/run.ts';
import { fixture } from '../extract/page.ts';
import { testIo } from './test-io.ts';

const PAGES = fileURLToPath(new URL('../../fixtures/pages', import.meta.url));

describe('sidelight extract', () => {
  it('prints one page as indented JSON without id, the fields in the order of the contract', async () => {
    const io = testIo('', PAGES);
    expect(await runCli(['extract', 'report.html', '--url', 'https://lowland-courier.example/world/a'], io)).toBe(0);
    expect(io.printed()).toMatch(/^\{\n {2}"isArticle": true/);
    const answer = JSON.parse(io.printed());
    expect(Object.keys(answer)).toEqual(
      expect.arrayContaining([
        'confidence',
        'url',
        'headline',
        'authors',
        'datePublished',
        'dateModified',
        'language',
        'outlet',
        'section',
        'keywords',
        'feeds',
        'description',
        'text',
        'wordCount',
        'provenance',
        'also',
      ]),
    );
    expect(answer.id).toBeUndefined();
    expect(answer.text.split('\n\n')).toHaveLength(5);
  });

  it('reads plain text and standard input', async () => {
    const plain = testIo('', PAGES);
    await runCli(['extract', 'report.txt'], plain);
    expect(JSON.parse(plain.printed()).authors[0].name).toBe('Femke Dykstra');
    const piped = testIo(gzipSync(fixture('overlay.html')));
    await runCli(['extract', '-'], piped);
    expect(JSON.parse(piped.printed()).headline).toBe('Brücke bleibt ein Jahr gesperrt');
  });

  it('answers a batch in order, with error rows for what it cannot read, and exit status 1', async () => {
    const root = mkdtempSync(join(tmpdir(), 'sidelight-extract-'));
    writeFileSync(join(root, 'a.html.gz'), gzipSync(fixture('report.html')));
    writeFileSync(join(root, 'b.html'), Buffer.from('<title>Мир</title>', 'utf8'));
    const rows = [
      { id: 'a', url: 'https://lowland-courier.example/a', html: 'a.html.gz' },
      { id: 'missing', url: 'https://x.example/', html: 'none.html' },
      { id: 'outside', html: '../../../etc/passwd' },
      { id: 'no-path' },
      { id: 'b', url: null, html: 'b.html', encoding: 'utf-8' },
    ];
    const io = testIo(rows.map((row) => JSON.stringify(row)).join('\n'));
    expect(await runCli(['extract', '--batch', '-', '--root', root], io)).toBe(1);
    const answers = io
      .printed()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map((answer) => [answer.id, answer.error?.code])).toEqual([
      ['a', undefined],
      ['missing', 'not-found'],
      ['outside', 'bad-row'],
      ['no-path', 'bad-row'],
      ['b', undefined],
    ]);
    expect(answers[0].headline).toBe('Beijing rejects claims over Oreshnik machine tools');
    expect(answers[4].headline).toBe('Мир');
  });

  it('names pages by their place in the folder, and reads whatever they are called', async () => {
    const root = mkdtempSync(join(tmpdir(), 'sidelight-names-'));
    for (const name of ['..p.html', '-']) writeFileSync(join(root, name), '<title>Here</title>');
    const rows = ['none.html', 'p\u0000.html', '..', '..p.html', '-'].map((html, id) => JSON.stringify({ id, html }));
    const io = testIo(rows.join('\n'));
    await runCli(['extract', '--batch', '-', '--root', root], io);
    const answers = io
      .printed()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ error, headline }) => error?.code ?? headline)).toEqual(['not-found', 'unreadable', 'bad-row', 'Here', 'Here']);
    expect(io.printed()).not.toContain(root);
  });

  it('keeps the whole of a text without paragraphs', async () => {
    const text = 'A sentence that says next to nothing, but does so at length. '.repeat(1_000).trim();
    for (const page of [`A headline\n\n${text}`, `<html><body><article><h1>A headline</h1><p>${text}</p></article></body></html>`]) {
      const io = testIo(page);
      await runCli(['extract', '-'], io);
      expect(JSON.parse(io.printed()).text).toHaveLength(text.length);
    }
  });

  it('reads a plain text in the encoding named, and never with letters lost', async () => {
    const root = mkdtempSync(join(tmpdir(), 'sidelight-extract-'));
    const windows1251 = Buffer.from([0xcf, 0xee, 0xf0, 0xf2, 0x20, 0xe7, 0xe0, 0xea, 0xf0, 0xfb, 0xf2]);
    writeFileSync(join(root, 'ru.txt'), windows1251);
    writeFileSync(join(root, 'utf16.txt'), Buffer.from('\ufeffПорт закрыт', 'utf16le'));
    const named = testIo('', root);
    expect(await runCli(['extract', 'ru.txt', '--encoding', 'windows-1251'], named)).toBe(0);
    expect(JSON.parse(named.printed()).headline).toBe('Порт закрыт');
    const unnamed = testIo('', root);
    expect(await runCli(['extract', 'ru.txt'], unnamed)).toBe(2);
    expect([unnamed.printed(), unnamed.noted()]).toEqual(['', expect.stringMatching(/^sidelight: ru\.txt is not UTF-8;[^\n]*\n$/)]);
    const rows = [
      { id: 1, html: 'ru.txt' },
      { id: 2, html: 'ru.txt', encoding: 'windows-1251' },
      { id: 3, html: 'utf16.txt' },
    ];
    const batch = testIo(rows.map((row) => JSON.stringify(row)).join('\n'), root);
    expect(await runCli(['extract', '--batch', '-', '--root', '.'], batch)).toBe(1);
    const answers = batch
      .printed()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers).toMatchObject([{ id: 1, error: { code: 'not-utf8' } }, { headline: 'Порт закрыт' }, { headline: 'Порт закрыт' }]);
    for (const args of [
      ['topics', 'ru.txt'],
      ['related', 'ru.txt', '--pack', 'none'],
      ['topics', 'utf16.txt', '--gazetteer', 'ru.txt'],
    ]) {
      const io = testIo('', root);
      expect(await runCli(args, io), args.join(' ')).toBe(2);
      expect(io.noted()).toContain('ru.txt is not UTF-8');
    }
  });

  it('refuses words that would say nothing', async () => {
    for (const [args, said] of [
      [['extract', 'report.html', '--url', 'notaurl'], '--url wants an http(s) address'],
      [['extract', '--batch', '-', '--root', 'nodir'], 'no folder nodir'],
      [['extract', '--batch', '-', '--root', 'report.html'], 'no folder report.html'],
      [['related', 'report.html', '--pack', 'none', '--url', 'notaurl'], '--url wants'],
      [['feed', '-', '--url', 'javascript:1'], '--url wants'],
      [['feed', 'http://a.example/rss', '--url', 'https://a.example/'], '--url says nothing'],
      [['feed', 'https://a.example/rss', '--content-type', 'text/xml'], '--content-type says nothing'],
      [['topics', 'report.txt', '--language', ''], '--language wants a tag'],
    ] as const) {
      const io = testIo('', PAGES);
      expect(await runCli([...args], io), args.join(' ')).toBe(2);
      expect(io.noted()).toContain(said);
      expect(io.noted().trimEnd()).not.toContain('\n');
    }
  });

  it('says the same twice', async () => {
    const [one, two] = [testIo('', PAGES), testIo('', PAGES)];
    await runCli(['extract', 'report.html'], one);
    await runCli(['extract', 'report.html'], two);
    expect(one.printed()).toBe(two.printed());
  });
});
