import type { TopicKind } from '../core/topic.ts';
import { monthOf } from '../text/month-names.ts';
import type { SourceEntry } from './source.ts';

const MAX_NAME = 200;
const LEAST_LETTERS = 4;
/** "Mercury (planet)": what tells a name from others of its spelling is no part of it. */
const QUALIFIER = /\s*[(（][^()（）]*[)）]$/u;
const YEAR_FIRST = /^(?:19|20)\d\d(?:\s+(?=\S+\s+\S)|年(?:\d{1,2}月)?(?=\S)|년\s+(?:\d{1,2}월\s+)?(?=\S+\s+\S))/u;
/** The year at the end, with the words that lead it in and follow it: "élections de 2022", "вибори 2022 року". */
const YEAR_LAST =
  /[\s,]+(?:(?:de|em|en|in|im|di|del|pada|tahun|w|v|u|у|в|ў|за)\s+)?(?:19|20)\d\d(?:\s+(?:года?|году|року|р\.|роце|году|yil))?$/u;
/** "28. tammikuuta", written "28.1." */
const DAY = /^(\d{1,2})\.?\s+(\p{L}+)$/u;
/** Languages that write days in numbers with full stops between. */
const DOTTED_DAYS = new Set('fi et lv de cs sk pl sl hr sr bs sh hu no nb nn da is ru uk be bg tr'.split(' '));
/** "Pope Benedict XVI", "Constantine II of Greece": what stays of a ruler's name. */
const RULER = /^(?:\p{L}+\s+)?(\p{Lu}\p{Ll}{2,}\s+[IVX]+)(?:\s+\p{Ll}{1,3}(?:\s+\p{Ll}{1,3})?\s+\p{Lu}[\p{L}\s]+)?$/u;
/** "卡尔·巴里·沙普利斯": the last two names of three or more. */
const LAST_TWO_HAN = /·(\p{Script=Han}+·\p{Script=Han}+)$/u;
/** A list is about what it lists. */
const LIST = /^(?:Lists? of|Список|Спіс|Liste d(?:es|er|e)|Lista d[eio]|Daftar|Senarai|Seznam)\s+(?=\S+\s+\S)/u;

/** How texts shorten a name as catalogues have it: without what tells it from others, without "List of", an event also without its year. */
export function shortForms(kind: TopicKind, text: unknown, language = ''): string[] {
  // "Congo (Brazzaville)": countries are told apart by hand.
  if (kind === 'country' || typeof text !== 'string' || text.length > MAX_NAME) return [];
  const forms: string[] = [];
  let name = text;
  const keep = (form: string) => {
    if (form === name || form.length < LEAST_LETTERS) return;
    name = form;
    forms.push(form);
  };
  for (let rest = name.replace(QUALIFIER, ''); rest !== name; rest = name.replace(QUALIFIER, '')) {
    if (rest.length < LEAST_LETTERS) return forms;
    keep(rest);
  }
  if (kind === 'person' || kind === 'topic') {
    const ruler = RULER.exec(name)?.[1];
    if (ruler !== undefined && ruler !== name) forms.push(ruler);
    const han = LAST_TWO_HAN.exec(name)?.[1];
    if (han !== undefined) forms.push(han);
  }
  if (kind !== 'event' && kind !== 'topic') return forms;
  const [, day, word] = DAY.exec(name) ?? [];
  const month = day === undefined || !DOTTED_DAYS.has(language) ? 0 : monthOf(word!);
  if (month > 0) forms.push(`${day}.${month}`);
  keep(name.replace(LIST, ''));
  keep(name.replace(YEAR_FIRST, ''));
  keep(name.replace(YEAR_LAST, ''));
  return forms;
}

const LEAST_INITIALS = 3;
const MOST_INITIALS = 5;
const LONGEST_PARTICLE = 3;

/**
 * The initials of a name of three words or more, as texts that take it for known write it ("Double Asteroid Redirection Test": "DART"); small
 * particles give none. An organisation's or product's further words may be small, elsewhere two of them have capitals.
 */
export function initialsOf(kind: TopicKind, text: unknown): string | null {
  if (kind === 'country' || kind === 'person' || kind === 'place' || typeof text !== 'string' || text.length > MAX_NAME) return null;
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const telling = words.filter((word) => word.length > LONGEST_PARTICLE || /^\p{Lu}/u.test(word));
  if (telling.length < LEAST_INITIALS || telling.length > MOST_INITIALS || /\d/.test(text) || !/^\p{Lu}\p{Ll}/u.test(text)) return null;
  const capitals = telling.filter((word) => /^\p{Lu}/u.test(word)).length;
  if (capitals < (kind === 'organisation' || kind === 'product' ? 1 : 2)) return null;
  return telling.map((word) => word.charAt(0).toUpperCase()).join('');
}

/** Short forms that one entry alone has and that are nobody's whole name. */
export function uniqueShortForms(entries: SourceEntry[]): Set<string> {
  const owners = new Map<string, string | null>();
  const own = (form: string, id: string) => owners.set(form, owners.has(form) && owners.get(form) !== id ? null : id);
  for (const entry of entries) {
    for (const [language, names] of Object.entries(entry.names)) {
      for (const text of names ?? []) {
        for (const form of shortForms(entry.kind, text, language)) own(`${language} ${form}`, entry.id);
        const initials = initialsOf(entry.kind, text);
        if (initials !== null) own(`${language} ${initials}`, entry.id);
      }
    }
  }
  for (const entry of entries) {
    for (const [language, names] of Object.entries(entry.names))
      for (const text of names ?? []) if (owners.has(`${language} ${text}`)) own(`${language} ${text}`, entry.id);
  }
  return new Set([...owners].filter(([, owner]) => owner !== null).map(([form]) => form));
}
