import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../../lib/cli/command.ts';
import { topicsCommand } from '../../../../lib/cli/commands/topics.ts';
import { testIo } from '../test-io.ts';

const folder = mkdtempSync(join(tmpdir(), 'topics-'));
const list = join(folder, 'list.ndjson');
writeFileSync(
  list,
  `${JSON.stringify({ id: 't1', kind: 'product', names: { en: ['Oreshnik'], uk: ['Орєшнік'] } })}\n${JSON.stringify({ id: 't2', kind: 'organisation', names: { en: ['NATO'] } })}\n`,
);
const GIVEN = ['--gazetteer', list, '--no-builtin'];

async function batch(rows: unknown[], words: string[] = GIVEN) {
  const io = testIo(rows.map((row) => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join(''), folder);
  const status = await topicsCommand.run(['--batch', '-', ...words], io);
  return {
    status,
    rows: io
      .printed()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
}

describe('sidelight topics', () => {
  it('answers rows in order, with offsets into text or own title', async () => {
    const { status, rows } = await batch([
      { id: 'a', text: 'About Орєшніка here', language: 'uk' },
      { id: 'b', text: 'Nothing', title: 'The Oreshnik' },
      { id: 'c', text: ' The Oreshnik\n\nOreshnik again', title: 'The Oreshnik' },
    ]);
    expect(status).toBe(0);
    expect(rows[0]).toMatchObject({
      id: 'a',
      language: 'uk',
      topics: [{ id: 't1', label: 'Орєшнік', mentions: [{ start: 6, end: 14, surface: 'Орєшніка', zone: 'lead', method: 'inflected' }] }],
    });
    expect(rows[1].topics[0].mentions).toEqual([{ start: 4, end: 12, surface: 'Oreshnik', zone: 'title', method: 'exact' }]);
    expect(rows[2].topics[0].mentions.map((m: { start: number }) => m.start)).toEqual([5, 15]);
  });

  it('turns a bad row into an error row and goes on', async () => {
    const { status, rows } = await batch([{ id: 'a' }, 'no json', { id: 'b', text: 'x', title: 5 }, { id: 'c', text: 'Oreshnik' }]);
    expect(status).toBe(1);
    expect(rows.map((r) => r.error?.code ?? r.topics.length)).toEqual(['bad-row', 'bad-json', 'bad-row', 1]);
  });

  it('keeps the first mentions and says how many there were when an answer would be too long', async () => {
    const { rows } = await batch([{ id: 'a', text: 'NATO '.repeat(5000) }]);
    const [topic] = rows[0].topics;
    expect(topic.mentionCount).toBe(5000);
    expect(topic.mentions.length).toBeGreaterThan(0);
    expect(topic.mentions.length).toBeLessThan(5000);
  });

  it('keeps a single answer within ten times its file as well, as printed', async () => {
    const file = join(folder, 'many.txt');
    writeFileSync(file, 'NATO '.repeat(5000));
    const io = testIo('', folder);
    expect(await topicsCommand.run([file, ...GIVEN], io)).toBe(0);
    expect(io.printed().length).toBeLessThanOrEqual(250_000);
    expect(JSON.parse(io.printed()).topics).toMatchObject([{ id: 't2', mentionCount: 5000 }]);
    const topics = Array.from({ length: 200 }, (_, i) => ({ id: `t${i}`, kind: 'product', names: { en: [`Zeta${i}`] } }));
    const names = join(folder, 'names.ndjson');
    writeFileSync(names, topics.map((topic) => JSON.stringify(topic)).join('\n'));
    const text = topics.map(({ names: { en } }) => en[0]).join(' ');
    const each = testIo(text, folder);
    expect(await topicsCommand.run(['-', '--gazetteer', names, '--no-builtin'], each)).toBe(0);
    expect(each.printed().length).toBeLessThanOrEqual(10 * text.length);
    expect(JSON.parse(each.printed()).topics.length).toBeGreaterThan(20);
  });

  it('prints a single file as indented JSON without an id', async () => {
    const file = join(folder, 'article.txt');
    writeFileSync(file, 'The Oreshnik flew.');
    const io = testIo('', folder);
    expect(await topicsCommand.run([file, '--language', 'en', '--title', 'Flight', ...GIVEN], io)).toBe(0);
    expect(io.printed()).toContain('\n  "topics": [');
    expect(JSON.parse(io.printed())).not.toHaveProperty('id');
  });

  it('prints given ids only with --no-builtin, pairs of countries included in that', async () => {
    const countries = join(folder, 'countries.ndjson');
    writeFileSync(
      countries,
      ['CN China', 'RU Russia']
        .map((c) => JSON.stringify({ id: `country:${c.slice(0, 2)}`, kind: 'country', names: { en: [c.slice(3)] } }))
        .join('\n'),
    );
    const { rows } = await batch([{ id: 'a', text: 'China and Russia', language: 'en' }], ['--gazetteer', countries, '--no-builtin']);
    expect(rows[0].topics.map((t: { id: string }) => t.id).sort()).toEqual(['country:CN', 'country:RU']);
  });

  it.each([
    [[]],
    [['a.txt', 'b.txt', ...GIVEN]],
    [['missing.txt', ...GIVEN]],
    [['--batch', '-', '--gazetteer', 'missing.ndjson', '--no-builtin']],
    [['--batch', '-', '--gazetteer', '-', '--no-builtin']],
    [['--batch', '-', '--title', 'x', ...GIVEN]],
    [['--unknown']],
  ])('refuses %j', async (words) => {
    await expect(topicsCommand.run(words as string[], testIo('', folder))).rejects.toBeInstanceOf(UsageError);
  });

  it('names the line of a bad gazetteer row', async () => {
    const bad = join(folder, 'bad.ndjson');
    writeFileSync(bad, '{"id":"x","kind":"topic","names":{"en":["Fine"]}}\n{"id":"y"}\n');
    await expect(topicsCommand.run(['--batch', '-', '--gazetteer', bad, '--no-builtin'], testIo('', folder))).rejects.toThrow(/line 2/);
  });
});
