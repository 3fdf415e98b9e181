import type { TopicKind } from '../core/topic.ts';
import * as C from '../text/characters.ts';
import { foldWord, scanText } from '../text/scan.ts';
import { isCommonWord, isVerb } from './common-words.ts';
import { isBorneName } from './country-gates.ts';
import { inflect } from './inflection.ts';
import { FLAG_ANY_LANGUAGE, FLAG_BORNE, FLAG_COMMON_WORD, FLAG_CUT_SHORT, FLAG_LOWER_OK, ROLES } from './layer-format.ts';
import { type QualifiedForm, qualifiedForms, qualifiedKey } from './qualified-names.ts';
import { initialsOf, shortForms } from './short-names.ts';
import type { AliasRole, SourceEntry } from './source.ts';
import { twinSpellings } from './twin-spellings.ts';

/** A word of a name with the forms it may take. */
export interface NameWord {
  folded: string;
  stem: string;
  endings: string[];
}

/** A name ready for the trie. */
export interface Name {
  words: NameWord[];
  language: string;
  /** Bit t: word t of the dictionary form begins with a capital, or is all capitals. */
  capitals: number;
  acronyms: number;
  flags: number;
  letters: number;
  role: 'name' | AliasRole;
  /** As written, for keys over its sound. */
  text: string;
  /** Whether sound and typing errors may be forgiven. */
  forgiving: boolean;
  /** Whether its first word may stand in small letters or has none. */
  startsLower: boolean;
  /** Words that must stand near, where this is but the head of a name. */
  rest: NameWord[];
}

/** Spoken acronyms decline in small letters: МИДа, МИДом. */
/** "NASAs" in Swedish, Norwegian, Danish, German. */
const GENITIVE_S = ['', 's'];
const ACRONYM_ENDINGS = ['', 'а', 'у', 'ом', 'е', 'і', 'и', 'ы', 'ов', 'ів', 'ам'];
const MAX_WORDS = 12;
/** Han and Thai characters are words of their own. */
const MAX_CHARACTERS = 40;
const MAX_NAME = 200;
const MAX_NAMES = 2000;
const NO_FORMS: ReadonlySet<string> = new Set();

/** Whether a name can be looked for at all: it has a word, is not too short to be told from others, and not too long. */
export function isUsableName(entry: SourceEntry): boolean {
  return namesOf(entry, NO_FORMS, NO_FORMS).length > 0;
}

/** All names of an entry, cut and folded as texts are; names without a word, or beyond 200 characters or 12 words, are left out. */
export function namesOf(entry: SourceEntry, shortened: ReadonlySet<string>, qualified: ReadonlySet<string>): Name[] {
  const names: Name[] = [];
  const add = (text: unknown, language: string, role: 'name' | AliasRole, exact = false) => {
    if (typeof text !== 'string' || text.length > MAX_NAME || names.length >= MAX_NAMES) return;
    const name = readName(text, language, role, entry.kind, exact);
    if (name) names.push(name);
  };
  for (const language of Object.keys(entry.names).sort()) {
    for (const text of entry.names[language] ?? []) {
      add(text, language, 'name');
      if (typeof text !== 'string') continue;
      for (const order of spokenOrders(text)) add(order, language, 'name');
      if (text.length <= MAX_NAME) for (const twin of twinSpellings(text, language)) add(twin, language, 'name');
      for (const form of shortForms(entry.kind, text, language)) {
        const from = names.length;
        if (shortened.has(`${language} ${form}`)) add(form, language, 'name');
        for (const name of names.slice(from)) if (name.words.length === 1) name.flags |= FLAG_CUT_SHORT;
      }
      const initials = initialsOf(entry.kind, text);
      if (initials !== null && shortened.has(`${language} ${initials}`)) {
        const from = names.length;
        add(initials, language, 'name');
        // In another language they are those of something else.
        for (const name of names.slice(from)) name.letters = 0;
      }
    }
  }
  for (const [language, text] of spellingsOf(entry)) {
    for (const form of qualifiedForms(entry.kind, text, language)) {
      const name = qualified.has(qualifiedKey(language, form)) ? readHead(form, language, entry.kind) : undefined;
      if (name && names.length < MAX_NAMES) names.push(name);
    }
  }
  for (const alias of entry.aliases ?? []) {
    add(alias.text, alias.language, alias.role);
    for (const form of alias.forms ?? []) add(form, alias.language, alias.role, true);
  }
  return names;
}

/** Names of an entry as they stand and cut short, to be taken apart. */
export function spellingsOf(entry: SourceEntry): [language: string, text: string][] {
  const spellings: [string, string][] = [];
  for (const language of Object.keys(entry.names).sort()) {
    for (const text of entry.names[language] ?? []) {
      if (typeof text !== 'string') continue;
      spellings.push([language, shortForms(entry.kind, text).at(-1) ?? text]);
    }
  }
  return spellings;
}

/** The head of a name, with the forms of what must stand near it; it says nothing in another language. */
function readHead({ head, rest }: QualifiedForm, language: string, kind: TopicKind): Name | undefined {
  const name = readName(head, language, 'name', kind, false);
  if (!name) return undefined;
  // As a name by itself one Han character would be too short.
  const near = rest.map((word) => readName(word, language, 'compound', 'place', false)?.words[0]);
  if (near.some((word) => word === undefined)) return undefined;
  return {
    ...name,
    rest: near as NameWord[],
    letters: 0,
    forgiving: false,
    flags: name.flags | FLAG_LOWER_OK,
    startsLower: true,
  };
}

const PATRONYMIC = /(?:ович|евич|ївна|івна|овна|евна|ична|евіч|авіч|овіч|аўна|еўна|ўна|оглы|улы)$/u;

/** Catalogue order as people say it: "Траоре, Ибрагим" and "Монастирський Денис Анатолійович" put the surname first. */
function spokenOrders(text: string): string[] {
  if (text.length > MAX_NAME) return [];
  const comma = text.split(/,\s+/u);
  if (comma.length === 2) {
    const [surname = '', given = ''] = comma;
    const names = given.split(/\s+/u);
    if (names.length > 3 || surname.split(/\s+/u).length > 3 || !/^\p{Lu}/u.test(given) || !/^\p{Lu}/u.test(surname)) return [];
    const orders = [`${given} ${surname}`];
    if (names.length === 2 && PATRONYMIC.test(names[1]!)) orders.push(`${names[0]} ${surname}`);
    return orders;
  }
  const words = text.split(/\s+/u);
  if (words.length === 3 && PATRONYMIC.test(words[2]!)) return [`${words[1]} ${words[0]}`, `${words[1]} ${words[2]} ${words[0]}`];
  return words.length === 3 && PATRONYMIC.test(words[1]!) ? [`${words[0]} ${words[2]}`] : [];
}

function readName(text: string, language: string, role: 'name' | AliasRole, kind: TopicKind, exact: boolean): Name | undefined {
  const scan = scanText(text);
  const count = scan.count;
  if (count === 0 || count > (scan.bits[count - 1]! & C.ALONE ? MAX_CHARACTERS : MAX_WORDS)) return undefined;
  const acronymsInRow = count > 1 && allCapitals(scan.bits, count);
  const words: NameWord[] = [];
  let capitals = 0;
  let acronyms = 0;
  let letters = 0;
  let onlyLatinOrCyrillic = true;
  for (let t = 0; t < count; t++) {
    const from = foldWord(scan, t);
    const length = scan.length[t]!;
    const folded = String.fromCharCode(...scan.units.subarray(from, from + length));
    const bits = scan.bits[t]!;
    const capital = scan.capital[t] === 1;
    const isAcronym = !(bits & C.LOWER) && (bits & C.UPPER) !== 0 && length <= 5 && !acronymsInRow;
    if (capital && t < 8) capitals |= 1 << t;
    if (isAcronym && t < 8) acronyms |= 1 << t;
    letters += bits & C.ALONE ? 2 : length;
    onlyLatinOrCyrillic &&= (bits & (C.LATIN | C.CYRILLIC)) !== 0;
    // A Korean syllable takes particles only at the end of a name or of a compound ("미·중의").
    const short = bits & C.OWN_RUN ? length === 1 && t < count - 1 : length <= 2;
    const fixed = exact || isAcronym || (bits & (C.DIGIT | C.ALONE)) !== 0 || short;
    const several = !capital || role === 'adjective' || role === 'demonym' || kind === 'product' || kind === 'topic' || kind === 'event';
    if (isAcronym && !exact && length >= 3) words.push({ folded, stem: folded, endings: bits & C.CYRILLIC ? ACRONYM_ENDINGS : GENITIVE_S });
    else words.push(fixed ? { folded, stem: folded, endings: [''] } : { folded, ...inflect(folded, language, several) });
  }
  if (isTooShort(scan.bits, count, letters, role)) return undefined;
  const single = count === 1;
  const word = single ? words[0]!.folded : '';
  // Whoever writes "Turkey" at the start of a sentence means the state.
  const common = kind === 'country' ? acronyms === 0 && isVerb(word, language) : isCommonWord(word);
  const lowerOk = mayBeLower(kind, role, capitals, acronyms, count, letters, common);
  let flags = ROLES.indexOf(role) | (lowerOk ? FLAG_LOWER_OK : 0);
  if (language === 'und' || language === 'mul' || language === '') flags |= FLAG_ANY_LANGUAGE;
  if (common) flags |= FLAG_COMMON_WORD;
  if (kind === 'country' && role === 'name' && isBorneName(word)) flags |= FLAG_BORNE;
  const forgiving = single && onlyLatinOrCyrillic && capitals === 1 && acronyms === 0 && role === 'name' && !exact;
  const startsLower = !(capitals & 1) || lowerOk || ((capitals & ~1) !== 0 && kind !== 'person');
  return { startsLower, words, language, capitals, acronyms, flags, letters: Math.min(letters, 255), role, text, forgiving, rest: [] };
}

function allCapitals(bits: Uint16Array, count: number): boolean {
  for (let t = 0; t < count; t++) if (bits[t]! & C.LOWER) return false;
  return true;
}

/** One Han character, or three Thai ones, would be found inside other words; a lone digit or Latin letter is no name. */
function isTooShort(bits: Uint16Array, count: number, letters: number, role: 'name' | AliasRole): boolean {
  if (role === 'compound' || role === 'blocker' || role === 'money') return false;
  return letters < 2 || (count === 1 && (bits[0]! & C.ALONE) !== 0);
}

/**
 * Events and subjects may be written small where their name is long; names of persons, places, organisations and products
 * keep their capital, unless the dictionary form itself is small or is a long phrase of mostly small words.
 */
function mayBeLower(
  kind: TopicKind,
  role: string,
  capitals: number,
  acronyms: number,
  count: number,
  letters: number,
  common: boolean,
): boolean {
  if (capitals === 0) return true;
  if (common || acronyms !== 0 || role !== 'name') return false;
  const sentenceCase = capitals === 1;
  if (kind === 'topic' || kind === 'event') return count === 1 ? letters >= 4 : sentenceCase && letters >= 8;
  return sentenceCase && count >= 2 && letters >= 18;
}
