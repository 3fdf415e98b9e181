import { OTHER_ENDINGS } from './endings-other.ts';
import { SLAVIC_ENDINGS, serbianEndings } from './endings-slavic.ts';

/** A word cut where its endings begin, with all endings it may take (the dictionary one among them). */
export interface Inflection {
  stem: string;
  endings: string[];
}

interface Rule {
  suffix: string;
  singular: string[];
  all: string[];
}

const parsed = new Map<string, Rule[]>();
const SAME_RULES: Record<string, string> = { bs: 'hr', sh: 'sr', mk: 'bg', nb: 'no', nn: 'no', mo: 'ro', rue: 'uk' };

/**
 * The closed list of forms of a folded word in a language: `plural` adds the endings of several (for common nouns,
 * demonyms and adjectives; a proper name rarely has them). A word of a language without rules takes no ending.
 */
export function inflect(word: string, language: string, plural: boolean): Inflection {
  for (const rule of rulesOf(language)) {
    if (!word.endsWith(rule.suffix) || word.length <= rule.suffix.length) continue;
    return { stem: word.slice(0, word.length - rule.suffix.length), endings: plural ? rule.all : rule.singular };
  }
  return { stem: word, endings: [''] };
}

function rulesOf(language: string): Rule[] {
  const code = language.split('-', 1)[0]!.toLowerCase();
  const known = parsed.get(code);
  if (known) return known;
  const source =
    code === 'sr' || code === 'sh'
      ? serbianEndings()
      : (SLAVIC_ENDINGS[SAME_RULES[code] ?? code] ?? OTHER_ENDINGS[SAME_RULES[code] ?? code] ?? '');
  const rules = parseRules(source);
  parsed.set(code, rules);
  return rules;
}

function parseRules(source: string): Rule[] {
  const bySuffix = new Map<string, Rule>();
  for (const line of source.split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const name = line.slice(0, colon);
    const suffix = name === '*' ? '' : name;
    const [one = '', many = ''] = line.slice(colon + 1).split('/');
    const singular = endingsOf(one);
    const rule = bySuffix.get(suffix) ?? { suffix, singular: [suffix], all: [suffix] };
    rule.singular = [...new Set([...rule.singular, ...singular])];
    rule.all = [...new Set([...rule.all, ...singular, ...endingsOf(many)])];
    bySuffix.set(suffix, rule);
  }
  return [...bySuffix.values()].sort((a, b) => b.suffix.length - a.suffix.length || (a.suffix < b.suffix ? -1 : 1));
}

function endingsOf(list: string): string[] {
  return list.split(' ').flatMap((ending) => (ending === '' ? [] : ending === '0' ? [''] : [ending]));
}
