import { describe, expect, it } from 'vitest';
import { fold } from '../../../lib/text/fold.ts';
import { DENSE_LANGUAGES } from '../../../scripts/gazetteer/languages.ts';
import { SPEAKS_FOR } from '../../../scripts/gazetteer/speaks-for.ts';
import { starterEntries } from '../../../scripts/gazetteer/starter.ts';

const topics = starterEntries();
const KINDS = ['person', 'organisation', 'place', 'product', 'event', 'topic'];

describe('packs/starter/topics.ndjson', () => {
  it('holds at least 150 topics with well-formed, unique ids and kinds of the contract', () => {
    expect(topics.length).toBeGreaterThanOrEqual(150);
    expect(new Set(topics.map((t) => t.id)).size).toBe(topics.length);
    for (const { id, kind } of topics) {
      expect(id).toMatch(/^topic:[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(KINDS, id).toContain(kind);
    }
  });

  it('names each in English and describes it in one short line', () => {
    for (const { id, names, description } of topics) {
      expect(names.en?.length, id).toBeGreaterThan(0);
      expect(description, id).toMatch(/^[^\n]{10,119}\.$/);
    }
  });

  it('knows Oreshnik in twelve languages and what the first report names', () => {
    const oreshnik = topics.find((t) => t.id === 'topic:oreshnik')!;
    expect(Object.keys(oreshnik.names)).toEqual(
      expect.arrayContaining(['en', 'uk', 'ru', 'zh', 'de', 'fr', 'pl', 'cs', 'es', 'ar', 'tr', 'ja']),
    );
    expect(oreshnik.names.uk).toContain('Орєшнік');
    expect(oreshnik.names.zh).toEqual(expect.arrayContaining(['榛树', '榛樹']));
    expect(oreshnik.names.ja).toContain('オレシュニク');
    expect(oreshnik.names.ar).toContain('أوريشنيك');
    const ids = new Set(topics.map((t) => t.id));
    for (const id of [
      'votkinsk-plant',
      'rs-26-rubezh',
      'dnipro',
      'lviv',
      'daily-telegraph',
      'tass',
      'china-foreign-ministry',
      'guo-jiakun',
      'istanbul-agreement',
    ])
      expect(ids, id).toContain(`topic:${id}`);
  });

  it('never gives one spelling to two topics', () => {
    const owner = new Map<string, string>();
    for (const { id, names } of topics) {
      for (const name of Object.values(names).flat()) {
        const key = fold(name);
        expect(owner.get(key) ?? id, name).toBe(id);
        owner.set(key, id);
      }
    }
  });

  it('repeats no name within a language', () => {
    for (const { id, names } of topics)
      for (const [language, list] of Object.entries(names)) expect(new Set(list).size, `${id} ${language}`).toBe(list.length);
  });

  it('has no name under three letters outside dense scripts', () => {
    for (const { id, names } of topics) {
      for (const [language, list] of Object.entries(names)) {
        if (DENSE_LANGUAGES.has(language)) continue;
        for (const name of list)
          expect((name.match(/[\p{L}\p{N}]/gu) ?? []).length >= 3 || /^[A-Z]-?\d$/.test(name), `${id} ${name}`).toBe(true);
      }
    }
  });

  it('has every topic that stands for a country', () => {
    const ids = new Set(topics.map((t) => t.id));
    for (const id of Object.values(SPEAKS_FOR).flat()) expect(ids, id).toContain(`topic:${id}`);
  });

  it('keeps bare common words out', () => {
    const names = new Set(topics.flatMap((t) => t.names.en ?? []).map(fold));
    for (const word of ['patriot', 'taurus', 'javelin', 'stinger', 'poseidon', 'flamingo', 'neptune', 'arrow', 'telegram', 'leopard'])
      expect(names.has(word), word).toBe(false);
  });
});
