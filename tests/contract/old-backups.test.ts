import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../lib/core/canonical-json.ts';
import { newPin } from '../../lib/core/new-pin.ts';
import { byHand } from '../../lib/core/rank.ts';
import { DEFAULT_SETTINGS } from '../../lib/core/settings.ts';
import { carrySalt } from '../../lib/services/corrections.ts';
import { value } from './checks.ts';
import { hidden, lines, open, profile, restore } from './profiles.ts';

/** Lines of an older backup as this version writes them: pins have more to them. */
function asOfToday(rows: string[]): string[] {
  return rows.map((line) => {
    const { table, row } = JSON.parse(line);
    return table === 'pins' ? canonicalJson({ table, row: newPin(row) }) : line;
  });
}

describe('a backup of version 1', () => {
  const file = readFileSync(fileURLToPath(new URL('../fixtures/backups/version-1.ndjson', import.meta.url)), 'utf8');
  const backup = file.trimEnd().split('\n');

  it('is restored whole; it has no settings to ask about', async () => {
    const of = profile({ settings: { ...DEFAULT_SETTINGS, showBadge: false } });
    const store = await open(of);
    const preview = await restore(store, of, backup, 'replace');
    expect([preview.settings, preview.hasSettings]).toEqual([null, false]);
    expect(of.settings.showBadge).toBe(false);
    expect(preview.counts.articles.new).toBe(2);
    const again = await lines(store, of);
    expect(again.slice(2).map((line) => line.trimEnd())).toEqual(asOfToday(backup.slice(1)));
    store.close();
  });

  it('does not take the salt from marks that are here already', async () => {
    const of = profile({ salt: 'the salt of version 1' });
    const store = await open(of);
    await restore(store, of, backup, 'keep');
    expect(await hidden(store, of)).toEqual(['r1']);
    value(await carrySalt(store, of.salt));
    const preview = await restore(store, of, backup, 'keep');
    expect(preview.counts.corrections).toEqual({ new: 0, changed: 0, same: 2 });
    of.salt = null;
    expect(await hidden(store, of)).toEqual(['r1']);
    store.close();
  });
});

describe('a backup of version 2', () => {
  const file = readFileSync(fileURLToPath(new URL('../fixtures/backups/version-2.ndjson', import.meta.url)), 'utf8');

  it('is restored whole; it knows no sources and packs', async () => {
    const of = profile({});
    const store = await open(of);
    const backup = file.trimEnd().split('\n');
    const preview = await restore(store, of, backup, 'replace');
    expect(preview.settings).toMatchObject({ mode: 'chosen-sites', sites: ['example.com'] });
    expect(preview.counts).toMatchObject({ articles: { new: 2 }, pins: { new: 2 }, sources: { new: 0 }, packs: { new: 0 } });
    const again = await lines(store, of);
    expect(again.slice(1).map((line) => line.trimEnd())).toEqual(asOfToday(backup.slice(1)));
    store.close();
  });
});

describe('a backup of version 3', () => {
  const file = readFileSync(fileURLToPath(new URL('../fixtures/backups/version-3.ndjson', import.meta.url)), 'utf8');
  const backup = file.trimEnd().split('\n');

  it('is restored whole; its pins take their place by the time they were pinned', async () => {
    const of = profile({});
    const store = await open(of);
    const preview = await restore(store, of, backup, 'replace');
    expect(preview.counts).toMatchObject({ articles: { new: 3 }, pins: { new: 3 }, sources: { new: 1 }, notes: { new: 0 } });
    const again = await lines(store, of);
    expect(again.slice(1).map((line) => line.trimEnd())).toEqual(asOfToday(backup.slice(1)));
    expect((await store.listPins()).sort(byHand).map(({ id }) => id)[0]).toBe('gone');
    store.close();
  });

  it('takes neither tags nor places nor notes from pins that are here', async () => {
    const store = await open(profile({}));
    const own = { tags: ['missiles'], rank: '0000000001', updatedAtMs: 1_786_000_000_000 };
    const [, , , , , line] = backup.filter((each) => !each.includes('"format"'));
    expect(line).toContain('"pins"');
    const known = JSON.parse(line!).row;
    value(await store.putPin({ ...known, ...own }));
    const note = { id: `pin ${known.id}`, text: 'why', draft: 'why n', updatedAtMs: 5 };
    value(await store.changeRows(['notes'], ({ notes }) => notes.put(note)));
    const preview = await restore(store, profile(), backup, 'keep');
    expect(preview.counts.pins).toEqual({ new: 2, changed: 0, same: 1 });
    expect(await store.getRows('pins', [known.id])).toEqual([{ ...known, ...own }]);
    expect(await store.listRows('notes')).toEqual([note]);
    store.close();
  });
});
