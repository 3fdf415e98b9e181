import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildPack } from '../../../../lib/cli/commands/pack-build.ts';
import { runCli } from '../../../../lib/cli/run.ts';
import { testIo } from '../test-io.ts';

const SOURCE = fileURLToPath(new URL('../../../../packs/starter/', import.meta.url));
let pack = '';

beforeAll(async () => {
  const io = testIo();
  const parts = ['articles', 'outlets', 'reporters', 'topics'].map((name) => `${SOURCE}${name}.ndjson`).filter((path) => existsSync(path));
  expect(await buildPack([...parts, '--name', 'Starter', '-o', '-'], io)).toBe(0);
  pack = io.printed();
});

describe('search --pack', () => {
  it('prints hits for people, with the correction it made', async () => {
    const io = testIo(pack);
    expect(await runCli(['search', 'oreshnkik ', '--pack', '-'], io)).toBe(0);
    expect(io.printed()).toMatch(/^\d+ reports? for oreshnik \(typed: oreshnkik\)/);
    expect(io.printed()).toContain('The Kyiv Independent');
  });

  it('prints data with --json, the same bytes each time', async () => {
    const [first, second] = [testIo(pack), testIo(pack)];
    await runCli(['search', 'oreshnik', '--pack', '-', '--json', '--k', '1'], first);
    await runCli(['search', 'oreshnik', '--pack', '-', '--json', '--k', '1'], second);
    expect(second.printed()).toBe(first.printed());
    const { query, total, results } = JSON.parse(first.printed());
    expect({ query, results: results.length }).toEqual({ query: 'oreshnik', results: 1 });
    expect(total).toBeGreaterThanOrEqual(1);
    expect(Object.keys(results[0])).toEqual(['id', 'url', 'headline', 'outlet', 'datePublished', 'language', 'authors', 'snippet']);
  });

  it('says that an address is not known where a pack had to make one up', async () => {
    const built = testIo(
      'A storm in the harbour\n\nA storm kept every boat in the harbour on Monday, and the fishers waited for it to pass.',
    );
    expect(await buildPack(['-', '-o', '-'], built)).toBe(0);
    expect(built.printed()).toContain('https://address-unknown.invalid/');
    const io = testIo(built.printed());
    await runCli(['search', 'storm', '--pack', '-', '--json'], io);
    expect(JSON.parse(io.printed()).results).toMatchObject([{ headline: 'A storm in the harbour', url: null }]);
  });

  it.each([
    [['search', '--pack', '-'], 'query'],
    [['search', 'x'], '--pack'],
    [['search', 'x', '--pack', '-', '--k', 'many'], '--k'],
  ])('answers exit status 2 to %j', async (args, words) => {
    const io = testIo('');
    expect(await runCli(args, io)).toBe(2);
    expect(io.noted()).toContain(words);
  });

  it('refuses what is no pack', async () => {
    const io = testIo('hello\n');
    expect(await runCli(['search', 'x', '--pack', '-'], io)).toBe(2);
    expect(io.noted().trimEnd().split('\n')).toHaveLength(1);
  });
});
