import type { TopicKind } from '../core/topic.ts';
import type { SourceEntry } from './source.ts';

const MAX_NAME = 200;
const LEAST_LETTERS = 4;
/** "Mercury (planet)": what tells a name from others of its spelling is no part of it. */
const QUALIFIER = /\s*[(（][^()（）]*[)）]$/u;
const YEAR_FIRST = /^(?:19|20)\d\d(?:\s+(?=\S+\s+\S)|年(?:\d{1,2}月)?(?=\S)|년\s+(?:\d{1,2}월\s+)?(?=\S+\s+\S))/u;
/** The year at the end, with the words that lead it in and follow it: "élections de 2022", "вибори 2022 року". */
const YEAR_LAST =
  /[\s,]+(?:(?:de|em|en|in|im|di|del|pada|tahun|w|v|u|у|в|ў|за)\s+)?(?:19|20)\d\d(?:\s+(?:года?|году|року|р\.|роце|году|yil))?$/u;
/** A list is about what it lists. */
const LIST = /^(?:Lists? of|Список|Спіс|Liste d(?:es|er|e)|Lista d[eio]|Daftar|Senarai|Seznam)\s+(?=\S+\s+\S)/u;

/** How texts shorten a name as catalogues have it: without what tells it from others, without "List of", an event also without its year. */
export function shortForms(kind: TopicKind, text: unknown): string[] {
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
  if (kind !== 'event' && kind !== 'topic') return forms;
  keep(name.replace(LIST, ''));
  keep(name.replace(YEAR_FIRST, ''));
  keep(name.replace(YEAR_LAST, ''));
  return forms;
}

/** Short forms that one entry alone has and that are nobody's whole name. */
export function uniqueShortForms(entries: SourceEntry[]): Set<string> {
  const owners = new Map<string, string | null>();
  const own = (form: string, id: string) => owners.set(form, owners.has(form) && owners.get(form) !== id ? null : id);
  for (const entry of entries) {
    for (const [language, names] of Object.entries(entry.names)) {
      for (const text of names ?? []) for (const form of shortForms(entry.kind, text)) own(`${language} ${form}`, entry.id);
    }
  }
  for (const entry of entries) {
    for (const [language, names] of Object.entries(entry.names))
      for (const text of names ?? []) if (owners.has(`${language} ${text}`)) own(`${language} ${text}`, entry.id);
  }
  return new Set([...owners].filter(([, owner]) => owner !== null).map(([form]) => form));
}
