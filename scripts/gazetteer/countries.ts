import { fold } from '../../lib/text/fold.ts';
import type { SourceAlias, SourceEntry } from '../../lib/topics/source.ts';
import { HAND_WRITTEN } from './aliases/all.ts';
import { boundForm } from './bound-forms.ts';
import { CAPITAL_ZONES, UNSAFE_CAPITALS } from './capitals.ts';
import { currencyNames, nationalCurrencies, territoryNames, zoneCities } from './cldr.ts';
import { describeCountry, isCountryCode, REMOTE } from './codes.ts';
import { settleCollisions } from './collisions.ts';
import { mineAdjectives, NOT_MINED } from './currency-adjectives.ts';
import { DENSE_LANGUAGES, type GazetteerLanguage, LANGUAGES } from './languages.ts';
import { moneyPhrases } from './money.ts';
import { parseAliases } from './parse-aliases.ts';
import { isLabelOnly, isSafeName } from './unsafe-names.ts';

type Drafts = Map<string, SourceEntry & { aliases: SourceAlias[] }>;

/**
 * Every country as a topic, in order of code: names, capitals and adjectives of CLDR, hand-written aliases on top. A spelling
 * never belongs to two countries (see `settleCollisions`). Reads the CLDR packages; throws where they lack a locale.
 */
export function countryEntries(): SourceEntry[] {
  const drafts: Drafts = new Map();
  const codes = Object.keys(territoryNames('en')).filter(isCountryCode);
  for (const code of [...codes, 'NATO'].sort()) drafts.set(code, { id: `country:${code}`, kind: 'country', names: {}, aliases: [] });
  addHandWritten(drafts);
  const tenders = nationalCurrencies();
  for (const language of LANGUAGES) {
    addTerritories(drafts, language);
    addCapitals(drafts, language);
    addAdjectives(drafts, language.tag, tenders, language.locales[0]!);
  }
  addBoundForms(drafts);
  for (const { code, phrase, language } of moneyPhrases(tenders)) drafts.get(code)!.aliases.push({ text: phrase, language, role: 'money' });
  for (const [code, draft] of drafts) draft.description = describeCountry(code, draft.names.en?.[0] ?? code);
  settleCollisions([...drafts.values()]);
  return [...drafts.values()];
}

function addHandWritten(drafts: Drafts): void {
  for (const [language, source] of HAND_WRITTEN) {
    for (const line of parseAliases(source)) {
      const draft = drafts.get(line.code);
      if (!draft) throw new Error(`Unknown country ${line.code} in aliases of "${language}"`);
      for (const { role, alias } of line.aliases) {
        const entry: SourceAlias = { text: alias.text, language, role };
        if (alias.forms.length > 0) entry.forms = alias.forms;
        draft.aliases.push(entry);
      }
      for (const name of line.names) {
        addName(draft.names, language, name.text);
        if (name.forms.length > 0) draft.aliases.push({ text: name.text, language, role: 'metonym', forms: name.forms });
      }
      if (!line.label && line.names.length > 0) AFTER_CLDR.add(`${line.code}:${language}`);
    }
  }
}

/** Countries whose hand-written names stand behind CLDR's, because no label was given. */
const AFTER_CLDR = new Set<string>();

function addTerritories(drafts: Drafts, language: GazetteerLanguage): void {
  for (const locale of language.locales) {
    const territories = territoryNames(locale);
    for (const [key, name] of Object.entries(territories)) {
      const code = key.slice(0, 2);
      const draft = isCountryCode(code) ? drafts.get(code) : undefined;
      if (!draft || name === code || (REMOTE.has(code) && LANGUAGES.indexOf(language) >= LARGE) || !isSafeName(name, language.tag))
        continue;
      const short = territories[`${code}-alt-short`];
      const plain = key === code;
      if (plain && isLabelOnly(name) && short) continue;
      if (!plain && isLabelOnly(name)) continue;
      const own = draft.names[language.tag] ?? [];
      const first = plain && locale === language.locales[0] && AFTER_CLDR.has(`${code}:${language.tag}`);
      addName(draft.names, language.tag, name, first);
      for (const variant of spelledOut(name, language.tag)) addName(draft.names, language.tag, variant);
      if (own.length === 0 && LABEL_SHORT.has(code) && short)
        draft.names[language.tag]!.sort((a, b) => Number(b === short) - Number(a === short));
    }
  }
}

/** How many languages, from the first on, name remote territories too. */
const LARGE = 14;

/** Where CLDR's full name is official rather than what people say. */
const LABEL_SHORT = new Set(['HK', 'MO', 'PS', 'MM']);

function spelledOut(name: string, tag: string): string[] {
  if (tag !== 'en') return [];
  const full = name.replace(' & ', ' and ').replace(/^St\. /, 'Saint ');
  return full === name ? [] : [full];
}

function addName(names: Record<string, string[]>, tag: string, name: string, first = false): void {
  names[tag] ??= [];
  const list = names[tag];
  const at = list.findIndex((known) => fold(known) === fold(name));
  if (at >= 0 && !first) return;
  if (at >= 0) list.splice(at, 1);
  if (first) list.unshift(name);
  else list.push(name);
}

function addCapitals(drafts: Drafts, { tag, locales }: GazetteerLanguage): void {
  for (const locale of locales) {
    const cities = zoneCities(locale);
    for (const [code, zone] of Object.entries(CAPITAL_ZONES)) {
      // CLDR leaves out what the zone's own name says in English.
      const city = cities[zone] ?? (tag === 'en' ? zone.split('/')[1]!.replaceAll('_', ' ') : undefined);
      if (!city || isLabelOnly(city) || UNSAFE_CAPITALS.has(`${tag}:${fold(city)}`) || !isSafeName(city, tag)) continue;
      drafts.get(code)!.aliases.push({ text: city, language: tag, role: 'metonym' });
    }
  }
}

function addBoundForms(drafts: Drafts): void {
  for (const { aliases } of drafts.values()) {
    for (const { text, language, role } of [...aliases]) {
      const bound = role === 'adjective' && language !== undefined ? boundForm(text, language) : null;
      if (bound === null || aliases.some((known) => known.language === language && known.text === bound)) continue;
      aliases.push({ text: bound, language: language!, role: 'compound' });
    }
  }
}

function addAdjectives(drafts: Drafts, tag: string, tenders: Map<string, string>, locale: string): void {
  if (DENSE_LANGUAGES.has(tag) || NOT_MINED.has(tag)) return;
  const names = new Map([...drafts].map(([code, draft]) => [code, draft.names[tag] ?? []]));
  for (const { code, text } of mineAdjectives(currencyNames(locale), tenders, names, tag)) {
    if (isSafeName(text, tag)) drafts.get(code)?.aliases.push({ text, language: tag, role: 'adjective' });
  }
}
