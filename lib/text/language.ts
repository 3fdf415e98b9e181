import { ALIEN_LETTERS, FUNCTION_WORDS, TELLING_LETTERS } from './language-profiles.ts';

const SAMPLE = 4000;
const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}]+)?/gu;

/** Scripts that one language of the news all but owns. */
const BY_SCRIPT: [RegExp, string][] = [
  [/[\u3041-\u30ff]/g, 'ja'],
  [/[\uac00-\ud7a3\u1100-\u11ff]/g, 'ko'],
  [/[\u0e01-\u0e5b]/g, 'th'],
  [/[\u0590-\u05ff]/g, 'he'],
  [/[\u0370-\u03ff]/g, 'el'],
  [/[\u10a0-\u10ff]/g, 'ka'],
  [/[\u0530-\u058f]/g, 'hy'],
  [/[\u0980-\u09ff]/g, 'bn'],
  [/[\u0b80-\u0bff]/g, 'ta'],
  [/[\u0c00-\u0c7f]/g, 'te'],
  [/[\u0d00-\u0d7f]/g, 'ml'],
  [/[\u0a80-\u0aff]/g, 'gu'],
  [/[\u0a00-\u0a7f]/g, 'pa'],
  [/[\u0d80-\u0dff]/g, 'si'],
  [/[\u1000-\u109f]/g, 'my'],
  [/[\u1780-\u17ff]/g, 'km'],
];

interface Profile {
  language: string;
  words: Set<string>;
  letters: Set<string>;
  alien: Set<string>;
}

let profiles: Map<string, Profile[]> | undefined;

/**
 * The language of a text as a BCP 47 primary tag, from its script, its function words and telling letters; null where it is
 * too short or too mixed to say. Looks at the first 4,000 characters; total.
 */
export function guessLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE).normalize('NFC');
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 2) return null;
  const han = count(sample, /[\u3400-\u9fff]/g);
  for (const [script, language] of BY_SCRIPT) {
    const share = count(sample, script) / letters;
    // Kana of a tenth is Japanese whatever the Han around it.
    if (share > (language === 'ja' ? 0.1 : 0.4) && (language !== 'ja' || han > 0 || share > 0.4)) return language;
  }
  if (han > 0.4 * letters) return 'zh';
  const script = ['Latin', 'Cyrillic', 'Arabic', 'Devanagari'].find((name) => count(sample, SCRIPTS[name]!) > 0.5 * letters);
  return script ? byWords(sample.toLowerCase(), script) : null;
}

const SCRIPTS: Record<string, RegExp> = {
  Latin: /\p{Script=Latin}/gu,
  Cyrillic: /\p{Script=Cyrillic}/gu,
  Arabic: /\p{Script=Arabic}/gu,
  Devanagari: /\p{Script=Devanagari}/gu,
};

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function countsOf(items: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function byWords(lower: string, script: string): string | null {
  const words = lower.match(WORD) ?? [];
  // Each once: a text has few different letters, and there are many languages.
  const [wordCounts, letterCounts] = [countsOf(words), countsOf(lower)];
  let best: [number, string] = [0, ''];
  let second = 0;
  for (const profile of profilesOf(script)) {
    let score = 0;
    for (const [word, times] of wordCounts) if (profile.words.has(word)) score += times;
    let telling = 0;
    let alien = 0;
    for (const [letter, times] of letterCounts) {
      if (profile.letters.has(letter)) telling += times;
      else if (profile.alien.has(letter)) alien += times;
    }
    // A letter tells less than a word, and the more of them a language has the less each one does.
    score += Math.min(telling * (2.4 / (profile.letters.size + 2)), 0.6 * words.length) - Math.min(alien, 0.3 * words.length);
    if (score > best[0]) {
      second = best[0];
      best = [score, profile.language];
    } else if (score > second) second = score;
  }
  const [score, language] = best;
  const sure = score >= 1.5 && score >= 0.06 * words.length && score > second * 1.04;
  return sure ? language : null;
}

function profilesOf(script: string): Profile[] {
  if (!profiles) {
    profiles = new Map();
    for (const [language, list] of Object.entries(FUNCTION_WORDS)) {
      const profile = {
        language,
        words: new Set(list.split(' ')),
        letters: new Set(TELLING_LETTERS[language] ?? ''),
        alien: new Set(ALIEN_LETTERS[language] ?? ''),
      };
      for (const [name, pattern] of Object.entries(SCRIPTS)) {
        if (count(list, pattern) > 10) profiles.set(name, [...(profiles.get(name) ?? []), profile]);
      }
    }
  }
  return profiles.get(script) ?? [];
}
