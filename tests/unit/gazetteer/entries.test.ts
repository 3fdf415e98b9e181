import { describe, expect, it } from 'vitest';
import { fold } from '../../../lib/text/fold.ts';
import { buildGazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';
import { isName } from '../../../scripts/gazetteer/collisions.ts';
import { builtinEntries } from '../../../scripts/gazetteer/entries.ts';
import { GROUPS } from '../../../scripts/gazetteer/groups.ts';
import { SPEAKS_FOR } from '../../../scripts/gazetteer/speaks-for.ts';

const idsOf = (codes: string) =>
  codes
    .split(' ')
    .map((code) => `country:${code}`)
    .sort()
    .join(' ');

describe('builtinEntries', () => {
  const entries = builtinEntries();
  const built = buildGazetteer(entries);

  it('is the same each time, to the byte', () => {
    const again = builtinEntries();
    expect(JSON.stringify(again)).toBe(JSON.stringify(entries));
    expect(Buffer.compare(buildGazetteer(again), built)).toBe(0);
  }, 30_000);

  it('opens, with labels in the language asked for', () => {
    const opened = openGazetteer([built]);
    if (!opened.ok) throw new Error(opened.error.message);
    const { label, kind } = opened.value;
    expect(label('country:UA', 'uk')).toBe('Україна');
    expect(label('country:CN', 'zh')).toBe('中国');
    expect(label('country:PS', 'en')).toBe('Palestine');
    expect(label('topic:oreshnik', 'pl')).toBe('Oriesznik');
    expect(kind('topic:oreshnik')).toBe('product');
  });

  it('shares a spelling between a country and a topic only where that is listed', () => {
    const allowed = new Set(
      Object.values(SPEAKS_FOR)
        .flat()
        .map((id) => `topic:${id}`),
    );
    const groups = new Map(
      GROUPS.flatMap(([codes, names]) =>
        Object.values(names)
          .flat()
          .map((name) => [fold(name), idsOf(codes)]),
      ),
    );
    const owners = new Map<string, string[]>();
    for (const { id, names, aliases } of entries) {
      const texts = new Set([...Object.values(names).flat(), ...(aliases ?? []).filter(isName).map((a) => a.text)].map(fold));
      for (const text of texts) owners.set(text, [...(owners.get(text) ?? []), id]);
    }
    const unexplained = [...owners]
      .filter(([, ids]) => ids.length > 1)
      .filter(([text, ids]) => groups.get(text) !== [...ids].sort().join(' '))
      .filter(([, ids]) => ids.length > 2 || !ids.some((id) => allowed.has(id)));
    expect(unexplained).toEqual([]);
  });
});
