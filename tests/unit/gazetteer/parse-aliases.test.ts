import { describe, expect, it } from 'vitest';
import { mineAdjectives } from '../../../scripts/gazetteer/currency-adjectives.ts';
import { germanForms } from '../../../scripts/gazetteer/german-forms.ts';
import { parseAliases } from '../../../scripts/gazetteer/parse-aliases.ts';

describe('parseAliases', () => {
  it('reads sections, lists and irregular forms', () => {
    expect(parseAliases('DE: l Niemcy (Niemiec, Niemczech); a niemiecki; c niemiecko-')).toEqual([
      {
        code: 'DE',
        label: 'Niemcy',
        names: [{ text: 'Niemcy', forms: ['Niemiec', 'Niemczech'] }],
        aliases: [
          { role: 'adjective', alias: { text: 'niemiecki', forms: [] } },
          { role: 'compound', alias: { text: 'niemiecko-', forms: [] } },
        ],
      },
    ]);
  });

  it('stops at a slip', () => {
    expect(() => parseAliases('Germany: a German')).toThrow('No country');
    expect(() => parseAliases('DE: x German')).toThrow('Cannot read');
  });
});

describe('mineAdjectives', () => {
  const currencies = {
    RUB: ['российский рубль'],
    TJS: ['таджикский рубль'],
    BYN: ['белорусский рубль'],
    GBP: ['фунт стерлингов'],
    EGP: ['египетский фунт'],
  };
  const names = new Map([
    ['RU', ['Россия']],
    ['TJ', ['Таджикистан']],
    ['GB', ['Великобритания']],
  ]);
  const tenders = new Map([
    ['RU', 'RUB'],
    ['TJ', 'TJS'],
    ['GB', 'GBP'],
    ['AB', 'RUB'],
  ]);

  it('takes the word beside a shared noun, where it begins like the country', () => {
    expect(mineAdjectives(currencies, tenders, names, 'ru')).toEqual([
      { code: 'RU', text: 'российский' },
      { code: 'TJ', text: 'таджикский' },
    ]);
  });
});

describe('germanForms', () => {
  it('bends leading adjectives', () => {
    expect(germanForms('Rotes Meer')?.forms).toEqual(expect.arrayContaining(['Roten Meer', 'Roten Meers', 'Roten Meeres', 'Rote Meer']));
    expect(germanForms('Russische Föderation')?.forms).toContain('Russischen Föderation');
  });

  it('leaves other names alone', () => {
    expect(germanForms('Ukraine')).toBeUndefined();
    expect(germanForms('Nord Stream')).toBeUndefined();
  });
});
