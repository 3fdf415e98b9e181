import { describe, expect, it } from 'vitest';
import { fold } from '../../../lib/text/fold.ts';
import { inflect } from '../../../lib/topics/inflection.ts';

function forms(word: string, language: string, plural = false): string[] {
  const { stem, endings } = inflect(fold(word).replaceAll('ł', 'l'), language, plural);
  return endings.map((ending) => stem + ending);
}

describe('inflect', () => {
  it.each([
    ['ru', 'Россия', ['россии', 'россию', 'россией']],
    ['ru', 'Лужков', ['лужкова', 'лужковым', 'лужкове']],
    ['ru', 'Череповец', ['череповца', 'череповцем']],
    ['uk', 'Львів', ['львова', 'львову', 'львові', 'львовом']],
    ['uk', 'Київ', ['києва', 'києві', 'києвом']],
    ['uk', 'Америка', ['америки', 'америці', 'америкою']],
    ['uk', 'Зеленський', ['зеленського', 'зеленському', 'зеленським']],
    ['be', 'Швецыя', ['швецыі', 'швецыю']],
    ['pl', 'Warszawa', ['warszawy', 'warszawie', 'warszawe']],
    ['pl', 'Polska', ['polski', 'polsce']],
    ['pl', 'Trzaskowski', ['trzaskowskiego', 'trzaskowskim']],
    ['cs', 'Praha', ['prahy', 'praze', 'prahou']],
    ['cs', 'Rusko', ['ruska', 'rusku', 'ruskem']],
    ['sk', 'Bratislava', ['bratislavy', 'bratislave']],
    ['sl', 'Slovenija', ['slovenije', 'sloveniji', 'slovenijo']],
    ['bg', 'България', ['българия']],
    ['hr', 'Zagreb', ['zagreba', 'zagrebu']],
    ['sr', 'Београд', ['београда', 'београду']],
    ['de', 'Deutschland', ['deutschlands']],
    ['hu', 'Ukrajna', ['ukrajnaban', 'ukrajnat']],
    ['fi', 'Venäjä', ['venajan', 'venajalla']],
    // Folded words have one sigma.
    ['el', 'Ρωσία', ['ρωσιασ']],
    ['el', 'θανατοσ', ['θανατο', 'θανατου']],
    ['uz', 'Rossiya', ['rossiyaning', 'rossiyadagi']],
    ['kk', 'Сеул', ['сеулдің']],
    ['ta', 'சுவீடன்', ['சுவீடனின்']],
  ])('%s: %s', (language, word, expected) => {
    const all = forms(word, language);
    for (const form of expected) expect(all).toContain(form.normalize('NFC'));
  });

  it('keeps the dictionary form first', () => {
    for (const [language, word] of [
      ['ru', 'россия'],
      ['uk', 'львів'],
      ['pl', 'chiny'],
      ['xx', 'name'],
    ] as const) {
      const { stem, endings } = inflect(word, language, true);
      expect(stem + endings[0]).toBe(word);
    }
  });

  it('gives proper names no plural and other languages no ending', () => {
    expect(forms('Иван', 'ru')).not.toContain('иванов');
    expect(forms('Иванец', 'ru', true)).toContain('иванцев');
    expect(forms('Tonga', 'sw')).toEqual(['tonga']);
  });
});
