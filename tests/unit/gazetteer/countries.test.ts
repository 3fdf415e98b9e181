import { describe, expect, it } from 'vitest';
import { fold } from '../../../lib/text/fold.ts';
import { LEFT_OUT } from '../../../scripts/gazetteer/ambiguous.ts';
import { isCountryCode, UNIONS } from '../../../scripts/gazetteer/codes.ts';
import { isName } from '../../../scripts/gazetteer/collisions.ts';
import { countryEntries } from '../../../scripts/gazetteer/countries.ts';
import { DENSE_LANGUAGES } from '../../../scripts/gazetteer/languages.ts';

const entries = countryEntries();
const byId = new Map(entries.map((entry) => [entry.id, entry]));

function names(id: string, language: string): string[] {
  return byId.get(id)?.names[language] ?? [];
}

function aliases(id: string, language: string, role: string): string[] {
  return (byId.get(id)?.aliases ?? []).filter((a) => a.language === language && a.role === role).map((a) => a.text);
}

describe('countryEntries', () => {
  it('has every ISO 3166-1 country, Kosovo and the three unions, each once', () => {
    expect(entries.length).toBe(249 + 1 + 3);
    expect(byId.size).toBe(entries.length);
    for (const { id, kind } of entries) {
      expect(kind).toBe('country');
      expect(id).toMatch(/^country:(?:[A-Z]{2}|NATO)$/);
      expect(id === 'country:NATO' || isCountryCode(id.slice(8))).toBe(true);
    }
  });

  it('gives every country an English name, and an adjective unless it is a union', () => {
    for (const { id, names: all } of entries) expect(all.en?.[0], id).toBeTruthy();
    const without = entries.filter(
      (e) => !UNIONS.has(e.id.slice(8)) && !e.aliases?.some((a) => a.language === 'en' && a.role === 'adjective'),
    );
    // Their adjective is the name itself, and a spelling is kept once.
    expect(without.map((e) => e.id.slice(8)).sort()).toEqual(['CG', 'DM', 'HK', 'LI', 'NZ', 'SB', 'SJ', 'UM']);
  });

  it('speaks at least fifty languages, for the large countries in each of them', () => {
    const languages = new Set(entries.flatMap((entry) => Object.keys(entry.names)));
    expect(languages.size).toBeGreaterThanOrEqual(50);
    for (const code of ['US', 'RU', 'UA', 'DE', 'FR', 'JP', 'BR']) {
      expect(Object.keys(byId.get(`country:${code}`)!.names).length, code).toBeGreaterThanOrEqual(50);
    }
  });

  it('never gives one spelling to two countries', () => {
    const owner = new Map<string, string>();
    for (const { id, names: all, aliases: further } of entries) {
      for (const text of [...Object.values(all).flat(), ...(further ?? []).filter(isName).map((a) => a.text)]) {
        const key = fold(text);
        expect(owner.get(key) ?? id, text).toBe(id);
        owner.set(key, id);
      }
    }
  });

  it('has no alias under three letters outside dense scripts but acronyms and the one Hanzi of a compound', () => {
    for (const { id, names: all, aliases: further } of entries) {
      const texts = [
        ...Object.entries(all).flatMap(([language, list]) => list.map((text) => ({ text, language, role: 'name' }))),
        ...(further ?? []),
      ];
      for (const { text, language } of texts) {
        if (DENSE_LANGUAGES.has(language)) continue;
        const letters = text.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
        expect(letters >= 3 || /^\p{Lu}\.?\p{Lu}\.?(?:\d\d)?$/u.test(text), `${id} ${language} ${text}`).toBe(true);
      }
    }
  });

  it('leaves out what is better known as something else', () => {
    const all = new Set(
      entries.flatMap((e) => [...Object.values(e.names).flat(), ...(e.aliases ?? []).filter(isName).map((a) => a.text)]).map(fold),
    );
    for (const text of [...Object.keys(LEFT_OUT), 'Reunion', 'Maurice', 'Mauricio', 'Dominika', 'Salvador', 'Kongo', 'Mỹ'].map(fold))
      expect(all.has(text), text).toBe(false);
    expect(names('country:FI', 'en')).toEqual(['Finland']);
    expect(names('country:OM', 'fi')).toEqual([]);
  });

  it('knows seats, adjectives, irregular forms and bound forms', () => {
    expect(aliases('country:RU', 'en', 'metonym')).toEqual(expect.arrayContaining(['Kremlin', 'Moscow']));
    expect(aliases('country:CN', 'zh', 'metonym')).toContain('北京');
    expect(aliases('country:US', 'en', 'metonym')).toEqual(expect.arrayContaining(['White House', 'Washington']));
    expect(aliases('country:RU', 'ru', 'metonym')).toContain('Кремль');
    expect(aliases('country:CN', 'en', 'compound')).toContain('Sino-');
    expect(aliases('country:RU', 'uk', 'compound')).toContain('російсько-');
    expect(aliases('country:RU', 'zh', 'compound')).toEqual(['俄']);
    const polish = byId.get('country:DE')!.aliases!.find((a) => a.language === 'pl' && a.text === 'Niemcy');
    expect(polish?.forms).toEqual(expect.arrayContaining(['Niemczech', 'Niemiec']));
  });

  it('mines adjectives in their dictionary form', () => {
    expect(aliases('country:RU', 'bg', 'adjective')).toContain('руски');
    expect(aliases('country:AR', 'pl', 'adjective')).toContain('argentyński');
    expect(aliases('country:NO', 'sk', 'adjective')).toContain('nórsky');
    expect(aliases('country:IS', 'sv', 'adjective')).toContain('isländsk');
  });

  it('blocks longer phrases and money, but never a phrase that is itself a name', () => {
    expect(aliases('country:US', 'en', 'blocker')).toContain('Latin America');
    expect(aliases('country:MX', 'en', 'blocker')).toContain('Gulf of Mexico');
    expect(aliases('country:AU', 'en', 'money')).toContain('Australian dollars');
    expect(aliases('country:US', 'ru', 'money')).toContain('долларов США');
    const allNames = new Set(entries.flatMap((e) => Object.values(e.names).flat()).map(fold));
    for (const e of entries)
      for (const a of e.aliases ?? []) if (a.role === 'blocker') expect(allNames.has(fold(a.text)), a.text).toBe(false);
  });

  it('describes each in one short line', () => {
    for (const { id, description } of entries) {
      expect(description, id).toMatch(/^[^\n]{10,120}$/);
    }
  });
});
